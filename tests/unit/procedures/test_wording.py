# SPDX-License-Identifier: EUPL-1.2
"""Figures and margins as people say them."""

from datetime import date
from decimal import Decimal

import pytest
from tests.unit.procedures.making import DAY, fact, number, procedure, row, table, that, words

from gemeengoed.procedures.conditions import AllOf, Comparison, Condition, Operator
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import ExplainedRow, explain
from gemeengoed.procedures.values import Value
from gemeengoed.procedures.wording import amount, demand_in_words, margin_in_words, value_in_words

INPUTS = [
    number("hoogte", "-5"),
    fact("leeftijd", "number", unit="jaar"),
    fact("dag", "date"),
    words("vlak", "voor", "achter"),
    fact("signalen", "list", "brand"),
]


def explained(requires: Condition, name: str, value: Value, **more: object) -> ExplainedRow:
    rows = table("C", row("r", requires=requires, **more), otherwise="b")
    (found,) = explain(evaluate(procedure(INPUTS, rows, no="a"), {name: value}, DAY)).rows
    return found


@pytest.mark.parametrize(
    ("requires", "value", "words"),
    [
        (that("hoogte", "<=", "1.75"), "1.79", "4 cm te hoog"),
        (that("hoogte", "<=", "1.75"), "1.755", "0,5 cm te hoog"),
        (that("hoogte", "<=", "1.75"), "2.75", "1,00 m te hoog"),
        (that("hoogte", ">", "0.5"), "0.3", "20 cm te laag"),
        (that("hoogte", ">", "0.5"), "0.5", "precies op de grens, het moet meer dan 0,50 m zijn"),
        (that("hoogte", "<", "1"), "1", "precies op de grens, het moet minder dan 1,00 m zijn"),
        (that("hoogte", ">", "0.5"), "-0.1", "60 cm te laag"),
    ],
)  # fmt: skip
def test_a_margin_is_told_in_centimetres_or_metres(
    requires: Condition, value: str, words: str
) -> None:
    more = {"too_much": "te hoog", "too_little": "te laag"}
    assert margin_in_words(explained(requires, "hoogte", Decimal(value), **more)) == words


def test_a_margin_in_another_unit_has_that_unit() -> None:
    found = explained(that("leeftijd", ">=", "16"), "leeftijd", Decimal(14), too_little="te jong")
    assert margin_in_words(found) == "2 jaar te jong"


BETWEEN = AllOf((that("hoogte", ">", "0.5"), that("hoogte", "<", "1.0")))


@pytest.mark.parametrize(
    ("requires", "value", "words"),
    [
        (that("hoogte", "<=", "1.75"), "1.60", "15 cm binnen de grens"),
        (that("hoogte", "<=", "1.75"), "1.75", "precies op de grens, dat mag"),
        (BETWEEN, "0.8", "20 cm binnen de grens"),
        (BETWEEN, "0.51", "1 cm binnen de grens"),
    ],
)
def test_what_fits_is_told_by_the_boundary_that_is_nearest(
    requires: Condition, value: str, words: str
) -> None:
    """Never as 'too high': nothing is."""
    more = {"too_much": "te hoog", "too_little": "te laag"}
    assert margin_in_words(explained(requires, "hoogte", Decimal(value), **more)) == words


def test_a_rule_that_does_not_apply_has_no_boundary() -> None:
    found = explained(
        that("vlak", "=", "voor"), "hoogte", Decimal(3), when=that("hoogte", "<", "2")
    )
    assert found.applies is False
    assert margin_in_words(found) == ""


def test_where_nothing_is_measured_there_is_no_margin() -> None:
    assert margin_in_words(explained(that("vlak", "=", "achter"), "vlak", "voor")) == ""
    assert margin_in_words(explained(that("hoogte", "<=", "1"), "vlak", "voor")) == ""


@pytest.mark.parametrize(
    ("requires", "words"),
    [
        (that("hoogte", "<=", "1.5"), "hoogstens 1,50 m"),
        (that("hoogte", "<", "1.5"), "minder dan 1,50 m"),
        (that("hoogte", ">=", "1.5"), "minstens 1,50 m"),
        (that("hoogte", ">", "1.5"), "meer dan 1,50 m"),
        (that("hoogte", "=", "1.5"), "1,50 m"),
    ],
)
def test_a_demand_in_words(requires: Condition, words: str) -> None:
    found = explained(requires, "hoogte", Decimal("1.4"))
    assert demand_in_words(found.compared[0]) == words


def test_a_demand_of_words_in_words() -> None:
    either = Comparison("vlak", Operator.AMONG, ("voor", "achter"))
    assert demand_in_words(explained(either, "vlak", "voor").compared[0]) == "voor of achter"
    other = that("vlak", "!=", "voor")
    assert demand_in_words(explained(other, "vlak", "voor").compared[0]) == "niet voor"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (True, None, "ja"),
        (False, None, "nee"),
        (None, None, "onbekend"),
        (Decimal("1.7"), "m", "1,70 m"),
        (Decimal("1.705"), "m", "1,705 m"),
        (Decimal("100"), "m", "100,00 m"),
        (Decimal("6"), None, "6"),
        (Decimal("6.50"), None, "6,5"),
        (Decimal("0"), "m", "0,00 m"),
        (Decimal("1E+2"), None, "100"),
        (date(2026, 3, 1), None, "zondag 1 maart 2026"),
        (("brand", "water"), None, "brand, water"),
        ("meer_dan_een", None, "meer dan een"),
    ],
)
def test_a_value_as_people_read_it(value: Value | None, unit: str | None, words: str) -> None:
    assert value_in_words(value, unit) == words


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("0.04", "m", "4 cm"),
        ("0.999", "m", "99,9 cm"),
        ("1", "m", "1,00 m"),
        ("3", "dagen", "3 dagen"),
        ("1", "dagen", "1 dag"),
    ],
)
def test_a_difference_below_a_metre_is_told_in_centimetres(
    number: str, unit: str, words: str
) -> None:
    assert amount(Decimal(number), unit) == words
