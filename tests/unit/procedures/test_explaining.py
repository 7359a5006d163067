# SPDX-License-Identifier: EUPL-1.2
"""Why the outcome is as it is: only what made it so, with values, thresholds and margins."""

from datetime import date
from decimal import Decimal

import pytest
from tests.unit.procedures.making import (
    DAY,
    fact,
    half,
    number,
    procedure,
    row,
    table,
    that,
    words,
    yes_no,
)

from gemeengoed.procedures.conditions import AllOf, AnyOf, Condition, Not, Operator
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import ExplainedRow, Explanation, Status, explain
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.values import Value

HEIGHT, FLAT, SIDE = number("hoogte"), yes_no("plat"), words("vlak", "voor", "zij", "achter")
LOW = that("hoogte", "<=", "1.75")


def explained(rules: Procedure, **facts: Value) -> Explanation:
    return explain(evaluate(rules, facts, DAY))


def demand(*requires: Condition, **more: object) -> Procedure:
    """One demand that stands in the way when it is not met."""
    condition = requires[0] if len(requires) == 1 else AllOf(requires)
    inputs = [HEIGHT, FLAT, SIDE, number("breedte"), number("dak"), fact("dag", "date")]
    rows = table("C", row("r", requires=condition, **more), otherwise="b")
    return procedure(inputs, rows, no="a", derived=(half("helft", "dak"),))


def only(explanation: Explanation) -> ExplainedRow:
    (found,) = explanation.rows
    return found


def compared(explanation: Explanation) -> list[str]:
    return [f"{each.fact} {each.operator}" for each in only(explanation).compared]


def test_a_demand_that_is_not_met_tells_by_how_much() -> None:
    found = explained(demand(LOW), hoogte=Decimal("1.79"))
    (because,) = only(found).compared
    assert only(found).status is Status.FAILED
    assert (because.given, because.threshold) == (Decimal("1.79"), Decimal("1.75"))
    assert (because.margin, because.unit, because.is_above) == (Decimal("0.04"), "m", True)
    assert because.label == "Hoogte"
    assert found.failed == found.rows


def test_a_demand_that_is_met_does_not_stand_in_the_way() -> None:
    found = explained(demand(LOW), hoogte=Decimal("1.75"))
    assert only(found).status is Status.FITS
    assert found.failed == ()


def test_what_is_unknown_is_told_as_unknown() -> None:
    found = explained(demand(LOW))
    assert only(found).status is Status.UNKNOWN
    assert found.unknown == ("hoogte",)
    assert only(found).widest is None


def test_of_several_demands_only_those_that_are_not_met_are_blamed() -> None:
    rules = demand(LOW, that("plat", "=", True), that("breedte", "<", "3"))
    found = explained(rules, hoogte=Decimal(2), plat=True, breedte=Decimal(4))
    assert compared(found) == ["hoogte <=", "breedte <"]
    assert only(found).widest is only(found).compared[1]


def test_where_one_of_several_ways_is_enough_all_that_fail_are_blamed() -> None:
    hidden = AllOf((that("vlak", "=", "zij"), that("plat", "=", True)))
    rules = demand(AnyOf((that("vlak", "=", "achter"), hidden)))
    assert compared(explained(rules, vlak="zij", plat=False)) == ["vlak =", "plat ="]
    assert compared(explained(rules, vlak="voor", plat=True)) == ["vlak =", "vlak ="]
    assert compared(explained(rules, vlak="zij", plat=True)) == ["vlak =", "plat ="]


def test_what_holds_because_of_a_not_is_blamed_on_what_is_inside() -> None:
    assert compared(explained(demand(Not(LOW)), hoogte=Decimal(1))) == ["hoogte <="]


def test_a_rule_that_does_not_apply_is_explained_by_why_it_does_not() -> None:
    """Not by a height that would be too much where it does apply."""
    rules = demand(LOW, when=that("plat", "=", True))
    found = explained(rules, hoogte=Decimal(3), plat=False)
    assert only(found).status is Status.FITS
    assert compared(found) == ["plat ="]


def test_a_rule_of_which_is_unknown_whether_it_applies_is_explained_by_that() -> None:
    rules = demand(LOW, when=that("plat", "=", True))
    assert compared(explained(rules, hoogte=Decimal(3))) == ["plat ="]
    assert compared(explained(rules, plat=True)) == ["hoogte <="]


def test_a_margin_over_a_derived_fact_is_measured_from_what_was_derived() -> None:
    found = explained(demand(that("breedte", "<=", "@helft")), breedte=Decimal(3), dak=Decimal(5))
    (because,) = only(found).compared
    assert (because.threshold, because.margin) == (Decimal("2.5"), Decimal("0.5"))


def test_days_are_measured_in_days() -> None:
    found = explained(demand(that("dag", ">=", date(2026, 3, 1))), dag=date(2026, 2, 27))
    (because,) = only(found).compared
    assert (because.margin, because.unit, because.is_above) == (Decimal(2), "dagen", False)


def test_words_have_no_margin() -> None:
    found = explained(demand(that("vlak", "=", "achter")), vlak="voor")
    assert only(found).widest is None
    assert only(found).compared[0].operator is Operator.IS


@pytest.mark.parametrize("bubbles", [True, False])
def test_a_row_for_a_person_stands_in_the_way_of_whatever_it_says(bubbles: bool) -> None:
    rows = table("C", row("r", that("plat", "=", True), "b", bubble_up=bubbles), otherwise="c")
    found = explained(procedure([FLAT], rows, no="a"), plat=True)
    assert only(found).status is (Status.FAILED if bubbles else Status.HIT)
    assert bool(found.failed) is bubbles


def test_each_item_has_rows_of_its_own() -> None:
    people = fact("mensen", "items", fields=(words("wie", "kind"), number("leeftijd")))
    young = row("jong", requires=that("leeftijd", ">=", "16"))
    each = table("C", young, otherwise="b", for_each="mensen", id="m")
    last = table("U", row("x", outcome="c"), id="x")
    rules = procedure([people], each, last, no="a", combination="collect")
    found = explained(rules, mensen=("kind:3", "kind:16"))
    assert [(row.item, row.status) for row in found.rows[:2]] == [
        ("kind:3", Status.FAILED),
        ("kind:16", Status.FITS),
    ]
    assert [row.item for row in found.failed] == ["kind:3"]
    assert found.failed[0].compared[0].label == "Leeftijd"
