# SPDX-License-Identifier: EUPL-1.2
"""The nearest change turns a no, and touches only what a plan can have otherwise."""

from dataclasses import replace
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

from gemeengoed.procedures.changing import Change, nearest_change
from gemeengoed.procedures.conditions import AllOf, AnyOf, Comparison, Condition, Not, Operator
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.procedure import Derived, Input, Kind, Procedure
from gemeengoed.procedures.values import Value

HEIGHT, FLAT = number("hoogte", "0", "10"), yes_no("plat")
SIDE = words("vlak", "voor", "zij", "achter")
WIDTH, ROOF = number("breedte", "0", "30"), replace(number("dak", "0", "60"), changeable=False)
MONUMENT = replace(yes_no("monument"), changeable=False)
SIGNS = fact("signalen", "list", "brand", "water", optional=True)
INPUTS = [HEIGHT, FLAT, SIDE, WIDTH, ROOF, MONUMENT, SIGNS]


def rules(*demands: Condition, inputs: list[Input] = INPUTS) -> Procedure:
    """Demands that all stand in the way when they are not met."""
    rows = [row(f"r{place}", requires=each) for place, each in enumerate(demands)]
    return procedure(
        inputs, table("C", *rows, otherwise="b"), no="a", derived=(half("helft", "dak"),)
    )


def change(judged: Procedure, **facts: Value | str) -> dict[str, Value] | None:
    read = {name: Decimal(v) if _is_number(v) else v for name, v in facts.items()}
    found = nearest_change(evaluate(judged, read, DAY))
    return None if found is None else dict(found.values)


def _is_number(value: object) -> bool:
    return isinstance(value, str) and value.replace(".", "", 1).isdigit()


@pytest.mark.parametrize(
    ("demand", "given", "wanted"),
    [
        (that("hoogte", "<=", "1.75"), "1.79", "1.75"),
        (that("hoogte", "<", "1.75"), "1.79", "1.74"),
        (that("hoogte", ">=", "1.75"), "1.2", "1.75"),
        (that("hoogte", ">", "1.75"), "1.75", "1.76"),
        (Not(that("hoogte", "<=", "1.75")), "1.75", "1.76"),
        (that("hoogte", "=", "1.75"), "1.79", "1.75"),
        (that("hoogte", "<=", "1.755"), "1.79", "1.75"),
        (that("hoogte", "<", "1.755"), "1.79", "1.75"),
        (that("hoogte", ">=", "1.755"), "1.2", "1.76"),
        (that("hoogte", "!=", "1.75"), "1.75", "1.74"),
        (AllOf((that("hoogte", ">", "0.5"), that("hoogte", "<", "1"))), "0.3", "0.51"),
        (AllOf((that("hoogte", ">", "0.5"), that("hoogte", "<", "1"))), "1.00", "0.99"),
    ],
)
def test_a_measure_goes_to_the_nearest_one_that_is_allowed(
    demand: Condition, given: str, wanted: str
) -> None:
    assert change(rules(demand), hoogte=given) == {"hoogte": Decimal(wanted)}


def test_a_measure_stays_within_what_is_plausible() -> None:
    below_ground = replace(HEIGHT, name="nok", minimum=Decimal(-5))
    judged = rules(that("nok", "<=", "-0.1"), inputs=[below_ground])
    assert change(judged, nok=Decimal(1)) == {"nok": Decimal("-0.1")}
    assert change(rules(that("hoogte", "<", "0")), hoogte="1") is None


def test_a_choice_and_a_yes_change_to_what_is_allowed() -> None:
    assert change(rules(that("vlak", "=", "achter")), vlak="voor") == {"vlak": "achter"}
    assert change(rules(that("vlak", "!=", "voor")), vlak="voor") == {"vlak": "zij"}
    among = Comparison("vlak", Operator.AMONG, ("zij", "achter"))
    assert change(rules(among), vlak="voor") == {"vlak": "zij"}
    assert change(rules(that("plat", "=", True)), plat=False) == {"plat": True}


def test_a_word_of_a_list_is_left_out_or_added() -> None:
    fire = that("signalen", "has", "brand")
    assert change(rules(Not(fire)), signalen=("water", "brand")) == {"signalen": ("water",)}
    assert change(rules(fire), signalen=("water",)) == {"signalen": ("water", "brand")}


def test_what_no_plan_can_change_is_not_changed() -> None:
    assert change(rules(that("monument", "=", False)), monument=True) is None
    assert change(rules(that("dak", "<=", "3")), dak="4") is None


def test_a_measure_changes_rather_than_the_side_of_the_roof() -> None:
    judged = rules(AnyOf((that("vlak", "=", "achter"), that("hoogte", "<=", "1.5"))))
    assert change(judged, vlak="voor", hoogte="5") == {"hoogte": Decimal("1.5")}


def test_all_that_is_in_the_way_changes_together() -> None:
    judged = rules(that("hoogte", "<=", "1"), that("plat", "=", True))
    assert change(judged, hoogte="2", plat=False) == {"hoogte": Decimal(1), "plat": True}
    assert change(rules(that("hoogte", "<=", "1"), that("monument", "=", False)),
                  hoogte="2", monument=True) is None  # fmt: skip


def test_two_demands_on_one_measure_are_both_met() -> None:
    half_of_roof, three = that("breedte", "<=", "@helft"), that("breedte", "<=", "3")
    for judged in (rules(half_of_roof, three), rules(three, half_of_roof)):
        assert change(judged, breedte="3.4", dak="5.4") == {"breedte": Decimal("2.7")}
        assert change(judged, breedte="3.4", dak="8") == {"breedte": Decimal("3")}


def test_a_derived_boundary_is_rounded_to_a_measure_that_makes_sense() -> None:
    judged = rules(that("breedte", "<=", "@helft"))
    assert change(judged, breedte="3", dak="5.41") == {"breedte": Decimal("2.70")}


RIDGE = number("nok", "-5", "15")
LEFT = Derived("nok", "Nok", "remainder", ("dak", "hoogte", "voet"), Kind.LENGTH)


def test_a_measure_that_follows_from_others_changes_through_them() -> None:
    """The room under the ridge cannot be wished larger: the dormer must be lower."""
    rows = table("C", row("nok", requires=that("nok", ">", "0.5")), otherwise="b")
    inputs = [HEIGHT, ROOF, RIDGE, number("voet", "0", "10")]
    judged = procedure(inputs, rows, no="a", derived=(LEFT,))
    assert change(judged, dak="3", hoogte="2", voet="0.8") == {"hoogte": Decimal("1.69")}
    assert change(judged, nok="0.2") == {"nok": Decimal("0.51")}


def test_what_is_asked_for_stays_open_when_facts_are_missing() -> None:
    judged = rules(that("hoogte", "<=", "1"), that("plat", "=", True))
    found = nearest_change(evaluate(judged, {"hoogte": Decimal(2)}, DAY))
    assert found == Change({"hoogte": Decimal(1)}, "onbekend")


def test_a_fact_that_is_not_known_is_not_changed() -> None:
    judged = rules(AllOf((that("hoogte", "<=", "1"), that("breedte", "<=", "3"))))
    assert change(judged, hoogte="2") == {"hoogte": Decimal(1)}


def test_where_nothing_is_in_the_way_or_settled_there_is_no_change() -> None:
    judged = rules(that("hoogte", "<=", "1"))
    assert change(judged, hoogte="1") is None
    assert change(judged) is None


def test_a_row_without_a_demand_is_left_by_no_longer_being_what_it_looks_at() -> None:
    rows = table("F", row("voor", AllOf((that("vlak", "=", "voor"), that("hoogte", ">", "1")))),
                 otherwise="b")  # fmt: skip
    judged = procedure(INPUTS, rows, no="a")
    assert change(judged, vlak="voor", hoogte="1.2") == {"hoogte": Decimal(1)}


def test_a_change_of_one_demand_does_not_break_another() -> None:
    """Lower it, and it may not be raised by it: what does not help as a whole is not told."""
    judged = rules(that("hoogte", "<=", "1"), that("hoogte", ">=", "2"))
    assert change(judged, hoogte="1.5") is None


def test_what_need_not_change_any_more_is_not_asked_for() -> None:
    """Above a metre there is a demand on the width: who comes down to a metre is free of it."""
    low = row("r0", requires=that("hoogte", "<=", "1"))
    wide = row("r1", that("hoogte", ">", "1"), requires=that("breedte", ">=", "1"))
    judged = procedure(INPUTS, table("C", low, wide, otherwise="b"), no="a")
    assert change(judged, hoogte="1.99", breedte="0.4") == {"hoogte": Decimal(1)}
