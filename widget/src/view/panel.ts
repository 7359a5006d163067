// SPDX-License-Identifier: EUPL-1.2
// The panel: head with menu, the talk, the place to type, and always the way to a person.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { mark, menuIcon, minimiseIcon, personIcon, phoneIcon } from "../icons";
import type { Item } from "../outbox";
import type { Message } from "../types";
import { composer } from "./composer";
import { menu } from "./menu";
import { message, unsent } from "./message";
import type { Screen } from "./screen";

export function panel(screen: Screen): TemplateResult {
  const { talk } = screen;
  const name = talk.municipality?.assistant ?? "de gemeente";
  return html`<section class="panel" aria-label="Chat met ${name}">
    ${head(screen)}
    ${screen.menu === "closed" ? nothing : menu(screen)}
    ${talk.failure ? down(screen) : talk.isMoved ? moved(screen) : conversation(screen)}
    ${foot(screen)}
  </section>`;
}

function head(screen: Screen): TemplateResult {
  const { municipality } = screen.talk;
  const isOpen = screen.menu !== "closed";
  return html`<header class="top">
    ${mark(municipality?.theme.mark)}
    <div class="title">
      <h2>${municipality?.assistant ?? "Chat"}</h2>
      <p>${municipality?.tagline || "Digitale assistent"}</p>
    </div>
    <button class="bar menu-button" aria-expanded=${isOpen} @click=${() => screen.showMenu(isOpen ? "closed" : "open")}>
      ${menuIcon}<span>Menu</span>
    </button>
    <button class="bar" aria-label="Verklein de chat" title="Verklein de chat" @click=${() => screen.close()}>${minimiseIcon}</button>
  </header>`;
}

function conversation(screen: Screen): TemplateResult {
  const { talk } = screen;
  return html`<div class="log" tabindex="0" role="log" aria-label="Gesprek">
      <ul class="bubbles">${bubbles(screen)}</ul>
      ${starters(screen)}
      ${talk.note ? html`<p class="note">${talk.note}</p>` : nothing}
    </div>
    ${screen.hasNewBelow
      ? html`<button class="quiet newest" @click=${() => screen.toNewest()}>Nieuwe berichten</button>`
      : nothing}
    ${composer(screen)}`;
}

/** All messages, then what is not sent yet. The press of a judgement is no message of its own. */
function bubbles(screen: Screen): unknown {
  const { log, outbox } = screen.talk;
  const shown: (Message | Item)[] = [
    ...log.messages.filter((each) => each.action !== "feedback"),
    ...outbox.items.filter((each) => each.said.action !== "feedback" || each.state === "failed"),
  ];
  const sender = (each: Message | Item | undefined) =>
    each && "seq" in each ? each.sender : each && "resident";
  const key = (each: Message | Item) =>
    "seq" in each ? (each.client_id ?? `seq-${each.seq}`) : each.clientId;
  return repeat(shown, key, (each, index) => {
    const isFirst = sender(each) !== sender(shown[index - 1]);
    return "seq" in each ? message(screen, each, isFirst) : unsent(screen, each, isFirst);
  });
}

function starters(screen: Screen): TemplateResult | typeof nothing {
  const { log, outbox } = screen.talk;
  const hasTalked = log.lastOwnSeq > 0 || outbox.items.length > 0;
  if (hasTalked || log.lastSeq === 0 || screen.starters.length === 0) return nothing;
  return html`<div class="starters" role="group" aria-labelledby="vaak">
    <p id="vaak">Vaak gevraagd</p>
    ${screen.starters.map(
      (text) => html`<button class="choice" @click=${() => screen.say({ text }, text)}>${text}</button>`,
    )}
  </div>`;
}

function down(screen: Screen): TemplateResult {
  const contact = screen.talk.municipality?.contact;
  const hasContact = contact?.phone || contact?.website;
  return html`<div class="log down">
    <p><strong>${hasContact ? screen.words.down : screen.words.downWithoutContact}</strong></p>
    ${contact?.phone ? html`<p>Telefoon: ${phone(contact.phone)}</p>` : nothing}
    ${contact?.website ? html`<p>Website: <a href=${contact.website}>${contact.website}</a></p>` : nothing}
    <button class="quiet" @click=${() => screen.reload()}>Probeer opnieuw</button>
  </div>`;
}

/** Somebody logged in: only the way to where it goes on. */
function moved(screen: Screen): TemplateResult {
  const { words } = screen;
  return html`<div class="log down" role="status">
    <p><strong>${words.movedHead}</strong></p>
    <p>${words.moved}</p>
    <p><a href=${screen.fullPage} target="_blank" rel="noopener">${words.goOn}<span class="unseen"> (nieuw venster)</span></a></p>
    <button class="quiet" @click=${() => screen.beginBeside()}>${words.beginBeside}</button>
  </div>`;
}

function foot(screen: Screen): TemplateResult {
  const number = screen.talk.municipality?.contact.phone;
  const label = screen.words.callBack;
  const callBack = () => screen.say({ choice: "flow:terugbelverzoek" }, label);
  return html`<div class="foot">
    ${screen.talk.failure
      ? nothing
      : html`<button class="link" @click=${callBack}>${personIcon}${label}</button>`}
    ${number ? html`<span class="call">${phone(number, true)}</span>` : nothing}
  </div>`;
}

function phone(number: string, hasIcon = false): TemplateResult {
  return html`<a href="tel:${number.replace(/[^+\d]/g, "")}">${hasIcon ? phoneIcon : nothing}<span class="unseen">Bel </span>${number}</a>`;
}
