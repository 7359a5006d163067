# SPDX-License-Identifier: EUPL-1.2
"""What words may come to as the answer to a step: an answer, or what is wrong with them."""

from dataclasses import dataclass, field
from typing import Any

from gemeengoed.dialogue.flow import Step
from gemeengoed.language.reading import Value

_NUMBER_WORDS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig"
)
NUMBERS = tuple(_NUMBER_WORDS.split())


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


def first(values: tuple[Value, ...], *kinds: str) -> Value | None:
    """The first value of one of these kinds."""
    return next((value for value in values if value.kind in kinds), None)


def within(step: Step, number: float, unit: str) -> Problem | None:
    """What is wrong with a number that the step cannot take; None when nothing is."""
    if step.minimum is not None and number < step.minimum:
        return Problem("probleem_getal_te_klein", {"minimum": f"{shown(step.minimum)}{unit}"})
    if step.maximum is not None and number > step.maximum:
        return Problem("probleem_getal_te_groot", {"maximum": f"{shown(step.maximum)}{unit}"})
    return None


def shown(number: float) -> str:
    """A number as the Dutch write it, without needless decimals."""
    return str(int(number)) if float(number).is_integer() else str(number).replace(".", ",")
