# SPDX-License-Identifier: EUPL-1.2
"""From words to an answer: what a text means as the answer to one step.

Pure and without state: the same words to the same step are always the same answer.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from gemeengoed.dialogue.choosing import choice_named, place_named, words_of
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.lengths import length_in
from gemeengoed.dialogue.understood import (
    NUMBERS,
    Answer,
    Problem,
    Understood,
    first,
    shown,
    within,
)
from gemeengoed.language.reading import Flag, Reading, Value
from gemeengoed.terms.dutch_dates import day_in_words

TEXT_MAXIMUM = 1000  # characters, where a step names no maximum
MOST_NUMBER_WORDS = 4
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def interpret(step: Step, reading: Reading, today: date) -> Understood:
    """The answer in these words, or what is wrong with them. Addresses are not done here."""
    named = _named_like(step, reading.values) or _yes_or_no(step, reading)
    if named is not None:
        return named
    values = fitting(reading.values, step.role)
    if step.input is InputKind.LENGTH:
        return length_in(step, reading, values)
    return _INTERPRETERS[step.input](step, reading.text.strip(), values, today)


def _named_like(step: Step, values: tuple[Value, ...]) -> Answer | None:
    """A text step with the name of a kind of value takes that value: "paal 443" is mastnummer."""
    found = first(values, step.name) if step.input is InputKind.TEXT else None
    if found is None or len(str(found.value)) > (step.maximum or TEXT_MAXIMUM):
        return None
    return Answer(str(found.value), str(found.value))


def _yes_or_no(step: Step, reading: Reading) -> Answer | None:
    flags = {"ja": Flag.YES, "nee": Flag.NO}
    for choice in step.choices:
        if choice.id in flags and flags[choice.id] in reading.flags:
            return Answer(choice.id, words_of(choice)[0])
    return None


def fitting(values: tuple[Value, ...], role: str | None) -> tuple[Value, ...]:
    """The values that may belong to a step with this role: the same role first, else without."""
    if role is None:
        return values
    same = tuple(value for value in values if value.role == role)
    return same or tuple(value for value in values if value.role is None)


def _text(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    minimum = int(step.minimum or 1)
    maximum = int(step.maximum or TEXT_MAXIMUM)
    if not any(character.isalnum() for character in text):
        return Problem("probleem_onbegrepen")
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


def _date(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    if impossible := first(values, "datum_ongeldig"):
        return Problem("probleem_datum_bestaat_niet", {"gegeven": str(impossible.value)})
    found = first(values, "datum")
    typed = str(found.value) if found is not None else text
    if not _ISO.fullmatch(typed):
        return Problem("probleem_datum")
    try:
        day = date.fromisoformat(typed)  # a date field of a browser sends it so
    except ValueError:
        return Problem("probleem_datum_bestaat_niet", {"gegeven": typed})
    earliest, latest = _day(step.minimum, today), _day(step.maximum, today)
    if earliest and day < earliest:
        return Problem("probleem_datum_te_vroeg", {"vanaf": day_in_words(earliest)})
    if latest and day > latest:
        return Problem("probleem_datum_te_laat", {"tot": day_in_words(latest)})
    return Answer(day.isoformat(), day_in_words(day))


def _day(days: float | None, today: date) -> date | None:
    return None if days is None else today + timedelta(days=int(days))


def _number(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    number = _figure(text, values)
    if number is None:
        return Problem("probleem_getal")
    return within(step, number, "") or Answer(
        int(number) if number.is_integer() else number, shown(number)
    )


def _figure(text: str, values: tuple[Value, ...]) -> float | None:
    found = first(values, "getal", "aantal_personen", "huisnummer", "kind_leeftijd", "bedrag")
    if found is not None:
        return float(found.value)
    digits = re.search(r"-?\d{1,9}(?:[.,]\d{1,4})?", text)
    if digits:
        return float(digits.group().replace(",", "."))
    words = re.findall(r"\w+", text.lower())
    if len(words) > MOST_NUMBER_WORDS:
        return None  # "een" is a number only where little else is said
    return next((float(NUMBERS.index(word)) for word in words if word in NUMBERS), None)


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
    return Answer(str(found.value), str(found.value)) if found else Problem("probleem_email")


def _contact(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    for interpreter in (_email, _phone):
        understood = interpreter(step, text, values, today)
        if isinstance(understood, Answer):
            return understood
    return Problem("probleem_contact")


def _file(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    """Words are an answer only when they name a choice: a file cannot be typed."""
    understood = _choice(step, text, values, today)
    return Problem("probleem_bestand") if isinstance(understood, Problem) else understood


def _login(step: Step, text: str, values: tuple[Value, ...], today: date) -> Understood:
    """Another way than to log in. Of what is offered, the button to log in is the first."""
    place = place_named(text, len(step.choices) + 1)
    if place is None:
        return _choice(step, text, values, today)
    chosen = (None, *step.choices)[place]
    if chosen is None:
        return Problem("probleem_onbegrepen")  # nobody logs in by words
    return Answer(chosen.id, words_of(chosen)[0])


Interpreter = Callable[[Step, str, tuple[Value, ...], date], Understood]

_INTERPRETERS: dict[InputKind, Interpreter] = {
    InputKind.TEXT: _text,
    InputKind.CHOICE: _choice,
    InputKind.DATE: _date,
    InputKind.NUMBER: _number,
    InputKind.PHONE: _phone,
    InputKind.EMAIL: _email,
    InputKind.CONTACT: _contact,
    InputKind.ADDRESS: _text,
    InputKind.FILE: _file,
    InputKind.PERSONS: _text,
    InputKind.LOGIN: _login,
}
