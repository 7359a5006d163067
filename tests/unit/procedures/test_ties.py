# SPDX-License-Identifier: EUPL-1.2
"""Where missing facts hang together, only what can be together counts."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.procedures.making import DAY, half, number, procedure, row, table, that, yes_no

from gemeengoed.procedures.conditions import AllOf, Not
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Derived, Kind, Procedure
from gemeengoed.procedures.values import Value

ROOM = Derived("ruimte", "Ruimte", "remainder", ("dak", "onder", "hoog"), Kind.LENGTH)
M = Decimal


def roof(*, may_be_told: bool = False) -> Procedure:
    """A dormer under a roof: its underside and the room above it must both be enough."""
    low = row("laag", requires=that("onder", ">", "0.5"))
    tight = row("krap", requires=that("ruimte", ">", "0.5"))
    told = [number("ruimte", "-5", "15")] if may_be_told else []
    return procedure(
        [number("dak"), number("onder", "0", "10"), number("hoog", "0", "10"), *told],
        table("C", low, tight, otherwise="b"),
        derived=(ROOM,),
        no="a",
    )


def judged(rules: Procedure, **facts: Value) -> Judgement:
    return evaluate(rules, facts, DAY)


def test_under_a_low_roof_a_dormer_never_fits_wherever_it_is() -> None:
    for may_be_told in (True, False):
        rules = roof(may_be_told=may_be_told)
        found = judged(rules, dak=M("2.00"), hoog=M("1.50"))
        assert (found.outcome, found.is_reason_open) == ("a", True)
        assert judged(rules, dak=M("2.50"), hoog=M("1.50")).outcome == "a"  # 0.50 below and above
        assert judged(rules, dak=M("2.51"), hoog=M("1.50")).outcome is None


def test_two_missing_measures_under_a_known_roof_are_taken_together() -> None:
    assert judged(roof(), dak=M("1.00")).outcome == "a"  # not even one of no height
    assert judged(roof(), dak=M("1.01")).outcome is None


def test_a_fact_that_is_compared_with_another_can_only_be_on_one_side_of_it() -> None:
    """Either it is wider than half, or the roof is wider than the double: with 3 m above 5 m."""
    wide = row("breed", requires=that("breed", "<=", "@helft"))
    narrow = row("smal", requires=that("dak", ">", "6"))
    rules = procedure(
        [number("breed"), number("dak", "0", "60")],
        table("C", wide, narrow, otherwise="b"),
        derived=(half("helft", "dak"),),
    )
    assert judged(rules, breed=M(31)).outcome == "a"
    assert judged(rules, breed=M(30)).outcome is None
    only_between = row("tussen", AllOf((that("dak", "<", "6"), that("breed", "<=", "@helft"))))
    rules = procedure(
        [number("breed"), number("dak", "0", "60")],
        table("C", only_between, otherwise="b"),
        derived=(half("helft", "dak"),),
    )
    assert judged(rules, breed=M(3)).outcome == "b"  # below 6 m, and at least 6 m
    assert judged(rules, breed=M("2.99")).outcome is None


def test_what_hangs_together_in_more_than_two_numbers_stays_open() -> None:
    wide = row("krap", requires=that("ruimte", ">", "0.5"))
    low = row(
        "laag", AllOf((that("hoog", "<", "1"), that("onder", "<", "1"), that("dak", ">", "9")))
    )
    inputs = [number("dak"), number("onder"), number("hoog"), yes_no("p")]
    rules = procedure(inputs, table("C", wide, low, otherwise="b"), derived=(ROOM,))
    assert judged(rules).outcome is None
    assert judged(rules, dak=M(1), onder=M(1), hoog=M(1)).outcome == "a"


LENGTHS = st.sampled_from([M(each) / 4 for each in range(13)])
BOUNDS = st.sampled_from([M(each) / 2 for each in range(7)])
FINE = [M(each) / 8 for each in range(33)]


@given(LENGTHS, BOUNDS, BOUNDS, BOUNDS, st.booleans())
def test_exactly_what_can_be_together_counts(
    dak: Decimal, below: Decimal, above: Decimal, room: Decimal, is_turned: bool
) -> None:
    """Against all measures on a grid that is finer than any bound, below 4 m."""
    fits = AllOf(
        (
            that("onder", ">", str(below)),
            that("hoog", ">=", str(above)),
            that("ruimte", ">", str(room)),
        )
    )
    rules = procedure(
        [number("dak"), number("onder", "0", "4"), number("hoog", "0", "4")],
        table("C", row("r", Not(fits) if is_turned else fits), otherwise="b"),
        derived=(ROOM,),
    )
    ends = {
        evaluate(rules, {"dak": dak, "onder": onder, "hoog": hoog}, DAY).outcome
        for onder in FINE
        for hoog in FINE
    }
    assert judged(rules, dak=dak).outcome == (ends.pop() if len(ends) == 1 else None)
