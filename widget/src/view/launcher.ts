// SPDX-License-Identifier: EUPL-1.2
// The button that opens the chat: words, and how many messages came since.

import { html, nothing, type TemplateResult } from "lit";
import { chatIcon } from "../icons";
import { newMessages } from "../words";
import type { Screen } from "./screen";

export function launcher(screen: Screen): TemplateResult {
  const { unread } = screen.talk;
  return html`<button class="launcher" aria-expanded="false" @click=${() => screen.open()}>
    ${chatIcon}<span>${screen.words.ask}</span>
    ${unread ? html`<span class="unread">${newMessages(unread)}</span>` : nothing}
  </button>`;
}
