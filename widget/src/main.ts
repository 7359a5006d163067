// SPDX-License-Identifier: EUPL-1.2
// Defines the element. A script element with data-gemeente also puts it on the page:
// <script defer src=".../gemeengoed-chat.js" data-gemeente="waterdam"></script>

import { GemeengoedChat } from "./element";

const NAME = "gemeengoed-chat";

function place(script: HTMLScriptElement): void {
  const { gemeente, server } = script.dataset;
  if (!gemeente || document.querySelector(NAME)) return;
  const origin = new URL(script.src, location.href).origin;
  const element = document.createElement(NAME);
  element.setAttribute("gemeente", gemeente);
  element.setAttribute("server", server ?? (origin === location.origin ? "" : origin));
  document.body.append(element);
}

if (!customElements.get(NAME)) {
  customElements.define(NAME, GemeengoedChat);
  // Absent in a module: there the page has the element itself.
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement) {
    if (document.body) place(script);
    else document.addEventListener("DOMContentLoaded", () => place(script));
  }
}
