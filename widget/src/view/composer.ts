// SPDX-License-Identifier: EUPL-1.2
// Where the resident types: one place, for questions and for answers. What it takes follows the
// open question, so that phones show the right keys and browsers can fill in.

import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import { sendIcon } from "../icons";
import type { Message } from "../types";
import type { Screen } from "./screen";

const MOST = 4000; // characters that the server takes

interface Kind {
  inputmode?: "tel" | "email" | "numeric";
  autocomplete?: "tel" | "email" | "name";
  hint?: string;
}

const KINDS: Record<string, Kind> = {
  phone: { inputmode: "tel", autocomplete: "tel" },
  email: { inputmode: "email", autocomplete: "email" },
  number: { inputmode: "numeric" },
  address: { hint: "Straat en huisnummer" },
  length: { hint: "Zet er cm of meter bij, bijvoorbeeld 150 cm" },
  contact: { hint: "Telefoonnummer of e-mailadres" },
};

export function composer(screen: Screen): TemplateResult {
  const { task } = screen.talk.log;
  const kind = kindOf(task);
  const send = (event: Event) => {
    event.preventDefault();
    screen.sendTyped();
  };
  return html`<form class="composer" @submit=${send}>
    <div class="composer-top">
      <label for="bericht">${task?.input ? screen.words.yourAnswer : screen.words.yourQuestion}</label>
      <p class="status" role="status">${status(screen)}</p>
    </div>
    ${kind.hint ? html`<p class="hint" id="hint">${kind.hint}</p>` : nothing}
    <div class="composer-line">
      ${kind.autocomplete ? oneLine(screen, kind, task) : manyLines(screen, kind, task)}
      <button class="main send" aria-label="Versturen" title="Versturen">${sendIcon}</button>
    </div>
  </form>`;
}

function status({ talk, words }: Screen): string {
  if (!talk.isConnected) return words.offline;
  return talk.isBusy ? "Bezig…" : "";
}

function kindOf(task: Message | undefined): Kind {
  const input = task?.input;
  if (input?.type === "text" && input.name === "naam") return { autocomplete: "name" };
  return (input && KINDS[input.type]) ?? {};
}

function describedBy(kind: Kind, task: Message | undefined): string | undefined {
  const ids = [task ? `tekst-${task.seq}` : "", kind.hint ? "hint" : ""].filter(Boolean);
  return ids.length ? ids.join(" ") : undefined;
}

function oneLine(screen: Screen, kind: Kind, task: Message | undefined): TemplateResult {
  return html`<input
    id="bericht"
    type="text"
    maxlength=${MOST}
    inputmode=${ifDefined(kind.inputmode)}
    autocomplete=${ifDefined(kind.autocomplete)}
    aria-describedby=${ifDefined(describedBy(kind, task))}
    enterkeyhint="send"
    .value=${live(screen.draft)}
    @input=${(event: InputEvent) => screen.typed((event.target as HTMLInputElement).value)}
  />`;
}

function manyLines(screen: Screen, kind: Kind, task: Message | undefined): TemplateResult {
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    screen.sendTyped();
  };
  return html`<textarea
    id="bericht"
    rows="1"
    maxlength=${MOST}
    inputmode=${ifDefined(kind.inputmode)}
    autocomplete="off"
    aria-describedby=${ifDefined(describedBy(kind, task))}
    enterkeyhint="send"
    .value=${live(screen.draft)}
    @input=${(event: InputEvent) => screen.typed((event.target as HTMLTextAreaElement).value)}
    @keydown=${keys}
  ></textarea>`;
}
