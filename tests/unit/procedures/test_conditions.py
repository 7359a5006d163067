# SPDX-License-Identifier: EUPL-1.2
"""Comparisons are exact, and know when they do not know."""

from datetime import date
from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.procedures.drawing import INPUTS, cases, conditions
from tests.unit.procedures.making import that

from gemeengoed.procedures.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Operator,
    compares,
    comparisons_in,
    facts_in,
    rest_of,
    threshold_of,
    truth_of,
)
from gemeengoed.procedures.errors import CannotCompareError
from gemeengoed.procedures.kleene import Truth
from gemeengoed.procedures.values import Value

ONE = Decimal("1.00")
ORDERED = {
    "<": (True, False, False),
    "<=": (True, True, False),
    "=": (False, True, False),
    "!=": (True, False, True),
    ">=": (False, True, True),
    ">": (False, False, True),
}


@pytest.mark.parametrize("sign", ORDERED)
def test_below_on_and_above_a_threshold(sign: str) -> None:
    lengths = [Decimal("0.99"), Decimal("1"), Decimal("1.01")]
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2)]
    assert tuple(compares(each, Operator(sign), ONE) for each in lengths) == ORDERED[sign]
    assert tuple(compares(each, Operator(sign), days[1]) for each in days) == ORDERED[sign]


def test_a_hundredth_decides_where_a_float_would_not() -> None:
    assert compares(Decimal("0.1") + Decimal("0.2"), Operator.AT_MOST, Decimal("0.3"))
    assert not 0.1 + 0.2 <= 0.3


@pytest.mark.parametrize(
    ("given", "sign", "threshold", "holds"),
    [
        (True, "=", True, True),
        (False, "!=", True, True),
        ("zij", "=", "zij", True),
        ("zij", "!=", "zij", False),
        ("zij", "in", ("voor", "zij"), True),
        ("achter", "in", ("voor", "zij"), False),
        (("a", "b"), "has", "b", True),
        (("a", "b:7"), "has", "b", True),  # the word carries a value
        ((), "has", "b", False),
    ],
)
def test_words_and_lists(given: Value, sign: str, threshold: Value, holds: bool) -> None:
    assert compares(given, Operator(sign), threshold) is holds


@pytest.mark.parametrize(
    ("given", "sign", "threshold"),
    [
        (True, "=", "ja"),
        ("1", "=", ONE),
        (ONE, "<", date(2026, 1, 1)),
        ("zij", "<", "voor"),
        (True, "<", ONE),
        ("zij", "in", "zij"),
        ("zij", "has", "zij"),
        (ONE, "=", True),
    ],
)
def test_what_is_not_alike_is_not_compared(given: Value, sign: str, threshold: Value) -> None:
    with pytest.raises(CannotCompareError, match="compares what is not alike"):
        compares(given, Operator(sign), threshold)


HIGH, FLAT = that("hoogte", ">", "1.75"), that("plat", "=", True)


@pytest.mark.parametrize(
    ("condition", "facts", "truth"),
    [
        (HIGH, {}, None),
        (Not(HIGH), {}, None),
        (AllOf((HIGH, FLAT)), {"plat": False}, False),
        (AllOf((HIGH, FLAT)), {"plat": True}, None),
        (AnyOf((HIGH, FLAT)), {"plat": True}, True),
        (AnyOf((HIGH, FLAT)), {"plat": False}, None),
        (Not(AllOf((HIGH, FLAT))), {"plat": False}, True),
        (ALWAYS, {}, True),
    ],
)
def test_a_condition_holds_as_soon_as_that_is_settled(
    condition: Condition, facts: dict[str, Value], truth: Truth
) -> None:
    assert truth_of(condition, facts) is truth


def test_a_threshold_may_be_a_fact_that_is_not_known_yet() -> None:
    narrow = that("breedte", "<=", "@grens")
    assert truth_of(narrow, {"breedte": ONE}) is None
    assert truth_of(narrow, {"breedte": ONE, "grens": ONE}) is True
    assert threshold_of(narrow, {}) is None
    assert threshold_of(narrow, {"grens": ONE}) == ONE


def test_the_facts_of_a_condition_are_named_once_and_in_order() -> None:
    condition = AllOf((HIGH, AnyOf((FLAT, Not(HIGH))), that("breedte", "<", "@hoogte")))
    assert facts_in(condition) == ("hoogte", "plat", "breedte")
    assert len(list(comparisons_in(condition))) == 4


@given(conditions(["plat", "vlak"]))
def test_a_settled_condition_stays_so_when_more_becomes_known(condition: Condition) -> None:
    names = [each.name for each in INPUTS[:2]]
    for facts in cases((), names):
        for name in names:
            fewer = {each: value for each, value in facts.items() if each != name}
            truth = truth_of(condition, fewer)
            assert truth is None or truth is truth_of(condition, facts)


def test_a_comparison_can_be_used_as_a_key() -> None:
    assert len({HIGH, Comparison("hoogte", Operator.ABOVE, Decimal("1.750"))}) == 1


# --- what is left of a condition ------------------------------------------------------------------


def test_what_is_settled_is_gone_from_the_rest() -> None:
    side = AllOf((that("vlak", "=", "zij"), that("openbaar", "=", False)))
    place = AnyOf((that("vlak", "=", "achter"), side))
    assert rest_of(place, {"vlak": "zij"}) == AnyOf((AllOf((that("openbaar", "=", False),)),))
    assert rest_of(place, {"vlak": "voor"}) is False
    assert rest_of(Not(place), {"vlak": "achter"}) is False
    assert rest_of(place, {"openbaar": True}) == AnyOf((that("vlak", "=", "achter"),))
    assert rest_of(that("h", "<", "@grens"), {"grens": Decimal(3)}) == that("h", "<", "3")
    assert rest_of(that("h", "<", "@grens"), {"h": Decimal(3)}) == that("h", "<", "@grens")


@given(conditions(), st.data())
def test_the_rest_says_with_the_other_facts_what_the_whole_says(
    condition: Condition, data: st.DataObject
) -> None:
    compared = list(comparisons_in(condition))
    names = list(dict.fromkeys(each.fact for each in compared))
    facts = data.draw(st.sampled_from(list(islice(cases(compared, names), 500))))
    known = {name: value for name, value in facts.items() if data.draw(st.booleans())}
    rest = rest_of(condition, known)
    truth = rest if isinstance(rest, bool) else truth_of(rest, facts)
    assert truth is truth_of(condition, facts)
    assert isinstance(rest, bool) is (truth_of(condition, known) is not None)
