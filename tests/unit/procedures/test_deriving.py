# SPDX-License-Identifier: EUPL-1.2
"""What follows from other facts, and when it does not yet."""

from decimal import Decimal
from inspect import signature

from tests.unit.procedures.making import half, number, procedure, row, table

from gemeengoed.procedures.derivations import STEPS, derive, remainder
from gemeengoed.procedures.derivations import half as half_of
from gemeengoed.procedures.procedure import Derived, Kind

FIVE, TWO = Decimal("5.40"), Decimal("2")
LEFT = Derived("rest", "Rest", "remainder", ("dak", "voet", "hoogte"), Kind.LENGTH)


def test_a_half_is_exact_and_of_nothing_there_is_none() -> None:
    assert half_of(Decimal("5.41")) == Decimal("2.705")
    assert half_of(None) is None


def test_a_remainder_needs_every_part() -> None:
    assert remainder(FIVE, TWO, Decimal("1.4")) == TWO
    assert remainder(TWO, FIVE) == Decimal("-3.40")
    assert remainder(None, TWO) is None
    assert remainder(FIVE, TWO, None) is None


def test_every_step_can_cope_with_facts_that_are_not_known() -> None:
    for step in STEPS.values():
        needed = [p for p in signature(step).parameters.values() if p.kind is not p.VAR_POSITIONAL]
        assert step(*[None] * len(needed)) is None


def test_a_derived_fact_may_take_one_before_it() -> None:
    rules = procedure(
        [number("dak")], table("U", row("r")), derived=(half("h", "dak"), half("k", "h"))
    )
    assert derive(rules, {"dak": FIVE}) == {"dak": FIVE, "h": Decimal("2.70"), "k": Decimal("1.35")}
    assert derive(rules, {}) == {}


def test_an_input_that_can_follow_from_others_follows_only_where_it_was_not_given() -> None:
    inputs = [number(name) for name in ("dak", "voet", "hoogte", "rest")]
    rules = procedure(inputs, table("U", row("r")), derived=(LEFT,))
    facts = {"dak": FIVE, "voet": Decimal(1), "hoogte": TWO}
    assert derive(rules, facts)["rest"] == Decimal("2.40")
    assert derive(rules, {**facts, "rest": TWO})["rest"] == TWO
