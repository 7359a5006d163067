// SPDX-License-Identifier: EUPL-1.2
// What the widget itself says, in the form of address of the municipality.

import type { ApiError } from "./api";
import type { Form } from "./types";

export function words(form: Form) {
  const say = (informal: string, formal: string) => (form === "je" ? informal : formal);
  return {
    ask: say("Stel je vraag", "Stel uw vraag"),
    you: say("Jij", "U"),
    yourQuestion: say("Typ je vraag", "Typ uw vraag"),
    yourAnswer: say("Typ je antwoord", "Typ uw antwoord"),
    callBack: say("Laat je terugbellen", "Laat u terugbellen"),
    callBackSaid: "Ik wil graag teruggebeld worden",
    eraseQuestion: say("Wil je het gesprek wissen?", "Wilt u het gesprek wissen?"),
    eraseWarning: say(
      "Alle berichten gaan dan weg. Wat je al hebt verstuurd naar de gemeente, blijft bij de gemeente.",
      "Alle berichten gaan dan weg. Wat u al hebt verstuurd naar de gemeente, blijft bij de gemeente.",
    ),
    erased: say(
      "Het gesprek is gewist. Stel gerust een nieuwe vraag.",
      "Het gesprek is gewist. Stelt u gerust een nieuwe vraag.",
    ),
    eraseFailed: "Het wissen is niet gelukt. Probeer het zo nog eens.",
    startedAnew: say(
      "Het vorige gesprek is er niet meer. Dit is een nieuw gesprek; wat je typte, is er nog.",
      "Het vorige gesprek is er niet meer. Dit is een nieuw gesprek; wat u typte, is er nog.",
    ),
    down: say(
      "De chat doet het nu even niet. Je kunt ons wel bellen of op de website kijken.",
      "De chat doet het nu even niet. U kunt ons wel bellen of op de website kijken.",
    ),
    downWithoutContact: "De chat doet het nu even niet. Probeer het later opnieuw.",
    offline: "Er is geen verbinding. We proberen het steeds opnieuw.",
    logIn: "Inloggen met DigiD",
    logInElsewhere: say(
      "Dat gaat in een nieuw venster, bij de gemeente zelf. Daar ga je verder met dit gesprek.",
      "Dat gaat in een nieuw venster, bij de gemeente zelf. Daar gaat u verder met dit gesprek.",
    ),
    movedHead: say("Je bent ingelogd", "U bent ingelogd"),
    moved: say(
      "Het gesprek gaat verder op de pagina van de gemeente. Er komen gegevens van jou in, dus hier staat het niet meer.",
      "Het gesprek gaat verder op de pagina van de gemeente. Er komen gegevens van u in, dus hier staat het niet meer.",
    ),
    goOn: "Verder met het gesprek",
    beginBeside: "Nieuw gesprek zonder inloggen",
    whyNeeded: "Waarom is dit nodig?",
    failed: (error: ApiError) => failure(error, say),
  };
}

export type Words = ReturnType<typeof words>;

function failure(error: ApiError, say: (informal: string, formal: string) => string): string {
  if (error.status === 429) {
    return error.detail || "Het is nu erg druk. Probeer het over een minuut opnieuw.";
  }
  if (error.status === 0) {
    return say("Er is geen verbinding. Heb je internet?", "Er is geen verbinding. Hebt u internet?");
  }
  return error.detail || "Er ging iets mis.";
}

/** "1 nieuw bericht", "3 nieuwe berichten". */
export function newMessages(count: number): string {
  return count === 1 ? "1 nieuw bericht" : `${count} nieuwe berichten`;
}

/** "2026-11-23" or a day of a date field as residents say it: "23 november 2026". */
export function dayInWords(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("nl-NL", form).format(day);
}
