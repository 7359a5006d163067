// SPDX-License-Identifier: EUPL-1.2
// The menu below the head: later, erase, the full page. Erasing asks first.

import { html, type TemplateResult } from "lit";
import type { Screen } from "./screen";

const LATER = "Later verder, of op een ander apparaat";

export function menu(screen: Screen): TemplateResult {
  return screen.menu === "erasing" ? erasing(screen) : items(screen);
}

function items(screen: Screen): TemplateResult {
  const { talk } = screen;
  const later = () => {
    screen.showMenu("closed");
    screen.say({ choice: "bewaar" }, "Gesprek bewaren");
  };
  const hasTalked = talk.log.lastOwnSeq > 0;
  const hours = talk.municipality?.contact.opening_hours;
  return html`<div class="menu">
    <ul>
      ${hasTalked ? html`<li><button class="item" @click=${later}>${LATER}</button></li>` : ""}
      ${talk.isBegun ? html`<li><button class="item" @click=${() => screen.showMenu("erasing")}>Gesprek wissen</button></li>` : ""}
      <li><a class="item" href=${screen.fullPage}>${hasTalked ? "Nieuw gesprek op hele pagina" : "Open op hele pagina"}</a></li>
    </ul>
    ${hours ? html`<p class="muted">${hours}</p>` : ""}
  </div>`;
}

function erasing(screen: Screen): TemplateResult {
  return html`<div class="menu" role="group" aria-labelledby="wissen">
    <p id="wissen" tabindex="-1"><strong>${screen.words.eraseQuestion}</strong></p>
    <p>${screen.words.eraseWarning}</p>
    <div class="row">
      <button class="main" @click=${() => screen.erase()}>Ja, wis het gesprek</button>
      <button class="quiet" @click=${() => screen.showMenu("closed")}>Nee</button>
    </div>
  </div>`;
}
