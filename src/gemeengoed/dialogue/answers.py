# SPDX-License-Identifier: EUPL-1.2
"""From words to an answer: what a text means as the answer to one step.

Pure and without state: the same words to the same step are always the same answer.
"""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gemeengoed.dialogue.dutch_dates import in_words
from gemeengoed.dialogue.flow import Choice, InputKind, Step
from gemeengoed.language.phrase import JE, U
from gemeengoed.language.reading import Reading, Value

SIMILAR = 0.82  # how alike a typed word and a choice must be; "brant niet" is "brandt niet"
TEXT_MAXIMUM = 1000  # characters, where a step names no maximum

ORDINALS = {
    "eerste": 0,
    "tweede": 1,
    "derde": 2,
    "vierde": 3,
    "vijfde": 4,
    "laatste": -1,
}


@dataclass(frozen=True, slots=True)
class Answer:
    value: Any
    label: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why it is no answer: a text key with its values."""

    key: str
    values: dict[str, str] = field(default_factory=dict)


Understood = Answer | Problem


def interpret(step: Step, text: str, reading: Reading | None, today: date) -> Understood:
    """The answer in these words, or what is wrong with them. Addresses are not done here."""
    values = reading.values if reading is not None else ()
    return _INTERPRETERS[step.input](step, text.strip(), fitting(values, step.role), today)


def fitting(values: tuple[Value, ...], role: str | None) -> tuple[Value, ...]:
    """The values that may belong to a step with this role: the same role first, else without."""
    if role is None:
        return values
    same = tuple(value for value in values if value.role == role)
    return same or tuple(value for value in values if value.role is None)


def first(values: tuple[Value, ...], *kinds: str) -> Value | None:
    """The first value of one of these kinds."""
    return next((value for value in values if value.kind in kinds), None)


def _text(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    minimum = int(step.minimum or 1)
    maximum = int(step.maximum or TEXT_MAXIMUM)
    if len(text) < minimum:
        return Problem("probleem_tekst_kort", {"minimum": str(minimum)})
    if len(text) > maximum:
        return Problem("probleem_tekst_lang", {"maximum": str(maximum)})
    return Answer(text, text)


def _choice(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    choice = choice_named(step.choices, text)
    if choice is None:
        return Problem("probleem_keuze")
    return Answer(choice.id, words_of(choice)[0])


def choice_named(choices: tuple[Choice, ...], text: str) -> Choice | None:
    """By id, label, other words, ordinal, or nearly so; None when it could be two."""
    typed = _plain(text)
    for choice in choices:
        if typed and (typed == _plain(choice.id) or typed in [_plain(w) for w in words_of(choice)]):
            return choice
    for word, place in ORDINALS.items():
        if re.search(rf"\b{word}\b", typed) and -len(choices) <= place < len(choices):
            return choices[place]
    scores = sorted(((_likeness(typed, choice), choice.id) for choice in choices), reverse=True)
    if not scores or scores[0][0] < SIMILAR:
        return None
    if len(scores) > 1 and scores[0][0] - scores[1][0] < 0.05:
        return None
    return next(choice for choice in choices if choice.id == scores[0][1])


def words_of(choice: Choice) -> list[str]:
    """All words by which the choice goes; the label in both forms first."""
    labels = [choice.label.render(form, _Blank()) for form in (JE, U)]
    return [*dict.fromkeys(labels), *choice.also]


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _likeness(typed: str, choice: Choice) -> float:
    """1.0 for the same words; whole words of the choice inside a longer text count too."""
    best = 0.0
    for words in map(_plain, words_of(choice)):
        if len(words) >= 4 and re.search(rf"\b{re.escape(words)}\b", typed):
            best = max(best, 0.95)
        best = max(best, difflib.SequenceMatcher(None, typed, words).ratio())
    return best


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.lower()).strip()


def _date(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    if impossible := first(values, "datum_ongeldig"):
        return Problem("probleem_datum_bestaat_niet", {"gegeven": str(impossible.value)})
    found = first(values, "datum")
    if found is None:
        return Problem("probleem_datum")
    day = date.fromisoformat(str(found.value))
    earliest, latest = _day(step.minimum, today), _day(step.maximum, today)
    if earliest and day < earliest:
        return Problem("probleem_datum_te_vroeg", {"vanaf": in_words(earliest)})
    if latest and day > latest:
        return Problem("probleem_datum_te_laat", {"tot": in_words(latest)})
    return Answer(day.isoformat(), in_words(day))


def _day(days: float | None, today: date) -> date | None:
    return None if days is None else today + timedelta(days=int(days))


def _number(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    found = first(values, "aantal_personen", "huisnummer", "kind_leeftijd", "bedrag")
    digits = re.search(r"\d{1,9}(?:[.,]\d+)?", text)
    if found is not None:
        number = float(found.value)
    elif digits:
        number = float(digits.group().replace(",", "."))
    else:
        return Problem("probleem_getal")
    if step.minimum is not None and number < step.minimum:
        return Problem("probleem_getal_te_klein", {"minimum": shown(step.minimum)})
    if step.maximum is not None and number > step.maximum:
        return Problem("probleem_getal_te_groot", {"maximum": shown(step.maximum)})
    return Answer(int(number) if number.is_integer() else number, shown(number))


def _length(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    found = first(values, "hoogte", "breedte", "afstand")
    if found is None:
        return Problem("probleem_lengte")
    metres = float(found.value)
    if step.minimum is not None and metres < step.minimum:
        return Problem("probleem_getal_te_klein", {"minimum": f"{shown(step.minimum)} m"})
    if step.maximum is not None and metres > step.maximum:
        return Problem("probleem_getal_te_groot", {"maximum": f"{shown(step.maximum)} m"})
    return Answer(metres, f"{metres:.2f} m".replace(".", ","))


def shown(number: float) -> str:
    """A number as the Dutch write it, without needless decimals."""
    return str(int(number)) if float(number).is_integer() else str(number).replace(".", ",")


def _phone(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    found = first(values, "telefoon")
    if found is None:
        return Problem("probleem_telefoon")
    return Answer(str(found.value), spoken_phone(str(found.value)))


def spoken_phone(number: str) -> str:
    """A Dutch number as people write it: +31612345678 is 06 12 34 56 78."""
    if number.startswith("+316") and len(number) == 12:
        rest = number[4:]
        return "06 " + " ".join(rest[place : place + 2] for place in range(0, 8, 2))
    return "0" + number[3:] if number.startswith("+31") else number


def _email(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    found = first(values, "email")
    return Answer(found.value, str(found.value)) if found else Problem("probleem_email")


def _contact(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    for interpreter in (_email, _phone):
        understood = interpreter(step, text, values, today)
        if isinstance(understood, Answer):
            return understood
    return Problem("probleem_contact")


Interpreter = Callable[[Step, str, tuple[Value, ...], date], Understood]

# Files and lists of persons have no flow yet: their steps take words.
_INTERPRETERS: dict[InputKind, Interpreter] = {
    InputKind.TEXT: _text,
    InputKind.CHOICE: _choice,
    InputKind.DATE: _date,
    InputKind.NUMBER: _number,
    InputKind.LENGTH: _length,
    InputKind.PHONE: _phone,
    InputKind.EMAIL: _email,
    InputKind.CONTACT: _contact,
    InputKind.ADDRESS: _text,
    InputKind.FILE: _text,
    InputKind.PERSONS: _text,
}
