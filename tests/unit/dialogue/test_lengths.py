# SPDX-License-Identifier: EUPL-1.2
"""A length in any notation, with the small reader's values left out where words say it all."""

from dataclasses import replace

import pytest
from tests.unit.dialogue.world import step

from gemeengoed.dialogue.flow import Beyond, InputKind, Step
from gemeengoed.dialogue.lengths import DOUBT, NO_LENGTH, NO_UNIT, length_in, others_meant
from gemeengoed.dialogue.understood import Answer, Problem
from gemeengoed.language.phrase import parse
from gemeengoed.language.reading import Reading, Value

HEIGHT = step("hoogte", InputKind.LENGTH, plausible=(0.5, 4.0), minimum=0.01, maximum=10)
RIDGE = step(
    "nok",
    InputKind.LENGTH,
    plausible=(0.05, 6.0),
    minimum=-5,
    maximum=15,
    beyond=Beyond(parse("Erboven"), parse("Hoe ver?"), "boven de nok", ("boven de nok",)),
)


def told(asked: Step, text: str, *values: Value) -> Answer | Problem:
    return length_in(asked, Reading(text, values=values), values)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("1,60", 1.6),
        ("1.60", 1.6),
        ("160", 1.6),
        ("ongeveer 160", 1.6),
        ("twee", 2.0),
        ("anderhalf", 1.5),
        ("en met 1,70?", 1.7),
        ("nee, 1,30", 1.3),
        ("sorry, 130", 1.3),
    ],
)
def test_a_number_without_a_unit_is_taken_in_the_plausible_one(text: str, metres: float) -> None:
    answer = told(HEIGHT, text)
    assert isinstance(answer, Answer)
    assert answer.value == pytest.approx(metres)


@pytest.mark.parametrize(
    ("text", "key"),
    [("0.2", DOUBT), ("6", DOUBT), ("600", DOUBT), ("ja", NO_LENGTH), ("?", NO_LENGTH)],
)
def test_what_is_not_plausible_is_doubted_and_words_without_a_length_are_told_so(
    text: str, key: str
) -> None:
    problem = told(HEIGHT, text)
    assert isinstance(problem, Problem)
    assert problem.key == key


@pytest.mark.parametrize(
    ("text", "meant"), [("0.2", [2.0, 0.2]), ("6", [0.6, 6.0]), ("600", [0.6, 6.0])]
)
def test_what_may_be_meant_by_a_doubted_length_ends_with_what_was_told(
    text: str, meant: list[float]
) -> None:
    assert others_meant(HEIGHT, text, ()) == pytest.approx(meant)


def test_a_number_that_is_plausible_in_both_units_is_asked_about() -> None:
    wide = replace(RIDGE, plausible=(0.01, 100.0))
    problem = told(wide, "5")
    assert isinstance(problem, Problem)
    assert problem.key == NO_UNIT
    assert others_meant(wide, "5", ()) == [5, 0.05]


def test_above_the_ridge_is_below_zero_and_told_in_words() -> None:
    for text in ("30 cm boven de nok", "-30 cm"):
        answer = told(RIDGE, text, Value("afstand", 0.3, 0, 5))
        assert answer == Answer(-0.3, "0,30 m boven de nok"), text
    assert told(RIDGE, "-30") == Answer(-0.3, "0,30 m boven de nok")
    assert told(RIDGE, "30 cm", Value("afstand", 0.3, 0, 5)) == Answer(0.3, "0,30 m")


def test_only_a_length_that_knows_another_side_can_be_below_zero() -> None:
    problem = told(HEIGHT, "-30")
    assert isinstance(problem, Problem)
