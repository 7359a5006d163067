// SPDX-License-Identifier: EUPL-1.2
// One message: who says it, what was said, and what can still be done with it.

import { html, nothing, type TemplateResult } from "lit";
import { checkIcon, infoIcon, permitIcon, personIcon, questionIcon, warnIcon } from "../icons";
import { isSafe } from "../markdown";
import type { Item } from "../outbox";
import type { Drawing, Explanation, Line, Message, Source } from "../types";
import { dayInWords } from "../words";
import { controls, judgement, keeping } from "./controls";
import { rendered } from "./markdown";
import type { Screen } from "./screen";

export function message(screen: Screen, shown: Message, isFirstOfGroup: boolean): TemplateResult {
  if (shown.sender === "resident") return own(screen, shown.text, isFirstOfGroup);
  const isLive = screen.talk.log.isLive(shown);
  const { explanation } = shown;
  const look = [shown.kind, isLive && "live", urgent(shown) && "urgent", explanation?.tone];
  const now = isLive ? controls(screen, shown) : nothing;
  return html`<li class="bubble ${look.filter(Boolean).join(" ")}" tabindex="-1" data-seq=${shown.seq}>
    ${speaker(screen, shown, isFirstOfGroup)}
    <div class="said">
      ${shown.step ? html`<p class="step">Stap ${shown.step.number} van ${shown.step.of}</p>` : nothing}
      ${head(shown)}
      <div class="words" id="tekst-${shown.seq}">${rendered(shown.text)}</div>
      ${shown.drawing ? drawing(screen, shown.drawing) : nothing}
      ${explanation ? html`${now}${isLive ? keeping(screen) : nothing}` : nothing}
      ${shown.lines?.length ? lines(screen, shown, isLive) : nothing}
      ${shown.sources.length ? sources(shown.sources) : nothing}
      ${explanation ? nothing : now}
    </div>
    ${screen.talk.log.canBeJudged(shown) ? judgement(screen, shown) : nothing}
  </li>`;
}

/** What the resident said. One template also while it is on its way, so that the focus stays. */
function own(screen: Screen, text: string, isFirst: boolean, item?: Item): TemplateResult {
  return html`<li class="bubble own ${item?.state ?? ""}" tabindex="-1" data-own>
    <p class="who ${isFirst ? "" : "unseen"}">${screen.words.you}<span class="unseen">:</span></p>
    <div class="said"><div class="words typed">${text}</div></div>
    ${item?.state === "failed" ? failed(screen, item) : nothing}
  </li>`;
}

export function unsent(screen: Screen, item: Item, isFirst: boolean): TemplateResult {
  return own(screen, item.words, isFirst, item);
}

function failed(screen: Screen, { clientId, note, said }: Item): TemplateResult {
  return html`<div class="unsent">
    <p>${warnIcon}<span><strong>Niet verstuurd.</strong> ${note}</span></p>
    <button class="quiet" @click=${() => screen.talk.outbox.retry(clientId)}>Probeer opnieuw</button>
    <button class="link" @click=${() => screen.discard(clientId)}>
      ${said.text === undefined ? "Niet versturen" : "Tekst aanpassen"}
    </button>
  </div>`;
}

function speaker(screen: Screen, { sender }: Message, isFirst: boolean): TemplateResult {
  const name = screen.talk.municipality?.assistant ?? "Assistent";
  const who =
    sender === "staff"
      ? html`Medewerker`
      : sender === "system"
        ? html`Bericht`
        : html`${name}<span class="kind">, chatbot</span>`;
  return html`<p class="who ${isFirst ? "" : "unseen"}">${who}<span class="unseen">:</span></p>`;
}

function urgent({ topic }: Message): boolean {
  return topic?.startsWith("nood-") ?? false;
}

const TONE_ICONS = { good: checkIcon, attention: permitIcon, unknown: questionIcon, neutral: infoIcon };

function outcome({ tone, headline }: Explanation): TemplateResult {
  return html`<p class="head state">
    ${TONE_ICONS[tone] ?? infoIcon}<span class="unseen">Uitkomst: </span>${headline}
  </p>`;
}

/** With its size, so that nothing moves when it comes. */
function drawing(screen: Screen, { name, alt }: Drawing): TemplateResult {
  return html`<img class="drawing" src=${screen.drawing(name)} alt=${alt} width="340" height="220" />`;
}

function head(shown: Message): TemplateResult | typeof nothing {
  if (shown.explanation) return outcome(shown.explanation);
  if (shown.kind === "receipt") return html`<p class="head">${checkIcon}Ontvangen</p>`;
  if (urgent(shown)) return html`<p class="head">${warnIcon}Dit gaat voor</p>`;
  if (shown.kind === "notice" && shown.sender === "staff") {
    return html`<p class="head">${personIcon}Van een collega</p>`;
  }
  if (shown.kind === "notice") return html`<p class="head">${infoIcon}Let op</p>`;
  return nothing;
}

function lines(screen: Screen, shown: Message, isLive: boolean): TemplateResult {
  const canChange = isLive && (shown.kind === "summary" || Boolean(shown.explanation));
  return html`<dl class="lines">
    ${shown.lines?.map(
      (line) => html`<div class="line">
        <dt>${line.label}</dt>
        <dd><span class="typed">${line.value}</span>${canChange && line.changeable ? change(screen, line) : nothing}</dd>
      </div>`,
    )}
  </dl>`;
}

function change(screen: Screen, line: Line): TemplateResult {
  const say = () => screen.say({ action: "change", name: line.name }, "Wijzigen");
  return html` <button class="link" @click=${say} aria-disabled=${screen.talk.isBusy}>
    Wijzig<span class="unseen"> ${line.label.toLowerCase()}</span>
  </button>`;
}

function sources(list: readonly Source[]): TemplateResult {
  return html`<details class="sources">
    <summary>
      Waar dit staat${list[0]?.checked_on
        ? html`<span class="muted">, gecontroleerd op ${dayInWords(list[0].checked_on)}</span>`
        : nothing}
    </summary>
    <ul>
      ${list.map(
        ({ title, url, checked_on: day }) => html`<li>
          ${isSafe(url) ? html`<a href=${url}>${title}</a>` : title}
          ${day ? html`<span class="muted">gecontroleerd op ${dayInWords(day)}</span>` : nothing}
        </li>`,
      )}
    </ul>
  </details>`;
}
