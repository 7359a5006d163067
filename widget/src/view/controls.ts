// SPDX-License-Identifier: EUPL-1.2
// What can be pressed at a message: choices, a date, the way back and out, a judgement.

import { html, nothing, type TemplateResult } from "lit";
import type { Message, Said } from "../types";
import { dayInWords } from "../words";
import type { Screen } from "./screen";

const SAVE = "bewaar"; // a one-time link to go on elsewhere

export function controls(screen: Screen, shown: Message): TemplateResult | typeof nothing {
  const parts = [
    shown.input?.type === "date" ? dateField(screen, shown) : nothing,
    shown.input?.type === "file" ? fileElsewhere(screen) : nothing,
    shown.input?.type === "login" ? logIn(screen, shown) : nothing,
    shown.choices.length ? choices(screen, shown) : nothing,
    shown.kind === "summary" ? agreement(screen) : nothing,
    shown.kind === "question" && shown.input ? ways(screen, shown) : nothing,
  ];
  if (parts.every((part) => part === nothing)) return nothing;
  return html`<div class="now">${parts}</div>`;
}

// While something is on its way the buttons stay, so that the focus stays, but do nothing.
function press(screen: Screen, look: string, label: string, said: Said): TemplateResult {
  const isBusy = screen.talk.isBusy;
  const say = () => isBusy || screen.say(said, label);
  return html`<button class=${look} aria-disabled=${isBusy} @click=${say}>${label}</button>`;
}

function choices(screen: Screen, shown: Message): TemplateResult {
  const look = shown.kind === "question" ? "choices column" : "choices";
  const isLogIn = shown.input?.type === "login";
  return html`<div class=${look} role="group" aria-labelledby="tekst-${shown.seq}">
    ${shown.choices.filter(({ id }) => !(isLogIn && id === SAVE)).map(({ id, label }) => press(screen, "choice", label, { choice: id }))}
  </div>`;
}

/** To our own pages, in a window of its own: the token goes in the body, never in an address. Where
 * the page around the widget forbids to send a form there, a one-time link does the same. */
function logIn(screen: Screen, shown: Message): TemplateResult | typeof nothing {
  const { key } = screen.talk.store.get();
  if (!key) return nothing;
  const words = screen.words.logIn;
  const listen = () => {
    const signal = AbortSignal.timeout(2_000);
    const forbidden = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === "form-action") screen.say({ choice: SAVE }, words);
    };
    document.addEventListener("securitypolicyviolation", forbidden, { signal });
  };
  return html`<form class="choices column" method="post" target="_blank" rel="noopener" action=${`${screen.fullPage}/verder`} @submit=${listen}>
    <input type="hidden" name="gesprek" value=${key.id} />
    <input type="hidden" name="token" value=${key.token} />
    <input type="hidden" name="niveau" value=${shown.input?.level ?? ""} />
    <button class="main">${words}<span class="unseen"> (nieuw venster)</span></button>
    <p class="hint">${screen.words.logInElsewhere}</p>
  </form>`;
}

function agreement(screen: Screen): TemplateResult {
  return html`<div class="row">
    ${press(screen, "main", "Ja, versturen", { action: "confirm" })}
    ${press(screen, "quiet", "Terug", { action: "back" })}
    ${press(screen, "quiet", "Stoppen", { action: "cancel" })}
  </div>`;
}

function ways(screen: Screen, shown: Message): TemplateResult {
  const why = screen.words.whyNeeded;
  return html`<div class="row ways">
    ${(shown.step?.number ?? 1) > 1 ? press(screen, "link", "Terug", { action: "back" }) : nothing}
    ${press(screen, "link", why, { text: why })}
    ${press(screen, "link", "Stoppen", { action: "cancel" })}
  </div>`;
}

function dateField(screen: Screen, shown: Message): TemplateResult {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem("day") as HTMLInputElement;
    if (!field.value) return field.focus();
    const day = dayInWords(field.value);
    if (!screen.talk.isBusy) screen.say({ text: day }, day);
  };
  return html`<form class="row date" @submit=${send} novalidate>
    <input type="date" name="day" aria-labelledby="tekst-${shown.seq}" />
    <button class="main" aria-disabled=${screen.talk.isBusy}>Verder</button>
  </form>`;
}

/** A file goes along on the assistant's own page only: what proves something is of somebody, and a
 * widget on a page of others is for what is anonymous. A one-time link takes the conversation there. */
function fileElsewhere(screen: Screen): TemplateResult {
  return html`<div class="row">
    ${press(screen, "main", "Bestand meesturen op de hele pagina", { choice: "bewaar" })}
  </div>`;
}

/** The page to keep opens by the cookie of the chat page, which the widget never sets. A one-time
 * link takes the conversation there, and the page with it. */
export function keeping(screen: Screen): TemplateResult {
  return html`<div class="row">
    ${press(screen, "link", "Bewaren of printen op de hele pagina", { choice: "bewaar" })}
  </div>`;
}

export function judgement(screen: Screen, { seq }: Message): TemplateResult {
  const given = screen.judged.get(seq);
  const button = (value: "up" | "down", label: string) => html`<button
    class="quiet small"
    aria-pressed=${given === value}
    aria-disabled=${given !== undefined}
    aria-describedby="oordeel-${seq}"
    @click=${() => screen.judge(seq, value)}
  >${label}</button>`;
  return html`<div class="judge">
    <span id="oordeel-${seq}">Heeft dit geholpen?</span>${button("up", "Ja")}${button("down", "Nee")}
  </div>`;
}
