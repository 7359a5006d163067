# SPDX-License-Identifier: EUPL-1.2
"""Lengths as people write them, as the answer to a step: "1,60", "160", "anderhalf", "erboven".

A number without a unit is taken in the unit that is plausible for the step; what is not plausible
is doubted, not refused. A length beyond where it is measured from is below zero (flow.Beyond).
"""

import re
from decimal import Decimal

from gemeengoed.dialogue.flow import Step
from gemeengoed.dialogue.understood import (
    NUMBERS,
    Answer,
    Problem,
    Understood,
    first,
    within,
)
from gemeengoed.language.reading import Reading, Value
from gemeengoed.procedures.wording import METRE, value_in_words

LENGTHS = ("hoogte", "breedte", "afstand")
NO_LENGTH = "probleem_geen_lengte"
NO_UNIT = "probleem_lengte"
DOUBT = "probleem_lengte_twijfel"
UNITS = {
    **dict.fromkeys(("m", "meter", "meters", "mtr"), 1.0),
    **dict.fromkeys(("cm", "centimeter", "centimeters"), 0.01),
    **dict.fromkeys(("mm", "millimeter", "millimeters"), 0.001),
}
CENTIMETRES_FROM = 20.0  # a number of this size without a unit is hardly in metres
_WORDS = {"anderhalf": 1.5, "anderhalve": 1.5, "half": 0.5, "een halve": 0.5}
_BEFORE = (
    r"(?:(?:en|of|maar|dan|nee|sorry|toch|wacht|oeps|oh|o|foutje|ik bedoel|liever)[ ,.!]+)*"
    r"(?:met |bij |als het |ongeveer |circa |ca\.? |zo'n )*"
)
_BARE = re.compile(rf"{_BEFORE}(-?\d{{1,6}}(?:[.,]\d{{1,3}})?)[ .!?]*")


def length_in(step: Step, reading: Reading, values: tuple[Value, ...]) -> Understood:
    """The length in these words, or what is wrong with them."""
    found = first(values, step.takes or step.name) or first(values, *LENGTHS)
    bare = bare_number(reading.text)
    is_beyond = lies_beyond(step, reading.text)
    if bare is not None:
        return _of_bare(step, bare, is_beyond=is_beyond)
    if found is None or not isinstance(found.value, int | float):
        return Problem(NO_LENGTH)
    metres = float(found.value)
    return length_of(step, -metres if is_beyond else metres)


def _of_bare(step: Step, number: float, *, is_beyond: bool) -> Understood:
    likely = metres_meant(step, abs(number))
    if len(likely) > 1:
        return Problem(NO_UNIT)
    return length_of(step, -likely[0] if is_beyond or number < 0 else likely[0])


def lies_beyond(step: Step, text: str) -> bool:
    """Whether these words say that it lies on the other side: "30 cm boven de nok"."""
    if step.beyond is None:
        return False
    plain = text.lower()
    return plain.strip().startswith("-") or any(words in plain for words in step.beyond.also)


def metres_meant(step: Step, number: float) -> list[float]:
    """What a number without a unit may be, in metres: all that is plausible, else the likeliest."""
    if step.plausible is None:
        return [number, number / 100]
    plausible = [each for each in (number, number / 100) if not doubted(step, each)]
    return plausible or [number / 100 if number >= CENTIMETRES_FROM else number]


def doubted(step: Step, metres: float) -> bool:
    """Whether this is an unlikely length here: asked about, not refused."""
    if step.plausible is None:
        return False
    low = 0 if metres < 0 else step.plausible[0]
    return not low <= abs(metres) <= step.plausible[1]


def others_meant(step: Step, text: str, values: tuple[Value, ...]) -> list[float]:
    """What somebody may have meant by a length that is doubted, or has no unit; last what it says.

    In metres; empty where no length was told.
    """
    bare, found = bare_number(text), first(values, *LENGTHS)
    if bare is None and found is None:
        return []
    told = metres_meant(step, abs(bare)) if bare is not None else [float(found.value)]  # type: ignore[union-attr]
    if len(told) > 1:
        return told
    (metres,) = told
    meant = (metres / 100, metres / 10, metres * 10, metres * 100)
    return [*(each for each in meant if not doubted(step, each)), metres]


def bare_number(text: str) -> float | None:
    """A number without its unit, in figures or in a word: "250" may be centimetres."""
    plain = text.strip().lower()
    bare = _BARE.fullmatch(plain)
    if bare:
        return float(bare[1].replace(",", "."))
    word = plain.strip(" .!?")
    if word in NUMBERS:
        return float(NUMBERS.index(word))
    return _WORDS.get(word)


def unit_in(text: str) -> float | None:
    """The unit that these words are, in metres; None when they are no unit."""
    return UNITS.get(text.strip(" .!").lower())


def length_of(step: Step, metres: float) -> Understood:
    """A length as an answer, when the step allows it."""
    refused = within(step, metres, " m")
    words = length_in_words(metres, step)
    if refused is None and doubted(step, metres):
        return Problem(DOUBT, {"gegeven": words})
    return refused or Answer(round(metres, 4), words)


def length_in_words(metres: float, step: Step | None = None) -> str:
    """``1,60 m``; of a step that knows another side ``0,30 m boven de nok``."""
    if metres < 0 and step is not None and step.beyond is not None:
        return f"{length_in_words(-metres)} {step.beyond.words}"
    return value_in_words(Decimal(str(round(metres, 3))), METRE)
