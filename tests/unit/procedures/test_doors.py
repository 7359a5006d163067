# SPDX-License-Identifier: EUPL-1.2
"""The kind of rule that says no decides the lawful way on."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.unit.procedures.making import DAY, number, procedure, row, table, that, yes_no

from gemeengoed.procedures.dmn.annotations import COLUMNS, annotations_of, row_of
from gemeengoed.procedures.doors import door_of
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import explain
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.table import DOORS, Door, RuleKind, Source
from gemeengoed.procedures.values import Value
from gemeengoed.procedures.wording import door_in_words

P, Q = that("p", "=", True), that("q", "=", True)
PQ = [yes_no("p"), yes_no("q")]


def door(rules: Procedure, **facts: Value) -> Door | None:
    return door_of(evaluate(rules, facts, DAY))


def two(first: RuleKind, second: RuleKind) -> Procedure:
    """Ordinances among them have a hardheidsclausule."""
    clause = replace(row("p", P).source, hardship_clause="15")
    rows = [
        replace(row(name, when, kind=kind), source=clause)
        for name, when, kind in (("p", P, first), ("q", Q, second))
    ]
    return procedure(PQ, table("C", *rows, otherwise="b"), no="a")


@pytest.mark.parametrize("kind", list(RuleKind))
def test_each_kind_of_rule_has_its_door(kind: RuleKind) -> None:
    assert door(two(kind, kind), p=True) is DOORS[kind]


def test_the_four_doors_are_those_of_the_law() -> None:
    assert {kind.value: door.value for kind, door in DOORS.items()} == {
        "policy_rule": "A",
        "plan_rule": "B",
        "ordinance_rule": "C",
        "statute_rule": "D",
    }


STRICTEST = [RuleKind.STATUTE, RuleKind.ORDINANCE, RuleKind.PLAN, RuleKind.POLICY]


@pytest.mark.parametrize(
    ("strict", "lenient"),
    [(a, b) for place, a in enumerate(STRICTEST) for b in STRICTEST[place:]],
)
def test_where_two_rules_say_no_the_strictest_decides(strict: RuleKind, lenient: RuleKind) -> None:
    for rules in (two(strict, lenient), two(lenient, strict)):
        assert door(rules, p=True, q=True) is DOORS[strict]


def test_there_is_no_door_where_nothing_stands_in_the_way_or_a_fact_is_missing() -> None:
    rules = two(RuleKind.POLICY, RuleKind.PLAN)
    assert door(rules, p=False, q=False) is None
    assert door(rules, p=False) is None


def test_the_last_table_that_said_no_gives_the_door() -> None:
    first = table("F", row("p", P, kind=RuleKind.STATUTE), otherwise="c", id="een", ends={"c": "c"})
    second = table("C", row("q", Q, "b", kind=RuleKind.POLICY), otherwise="c", id="twee")
    rules = procedure(PQ, first, second, no="a b")
    assert door(rules, p=True, q=True) is Door.DEVIATE
    assert door(rules, p=False) is None


def test_a_table_that_may_not_be_come_to_gives_no_door() -> None:
    first = table("F", row("p", P, kind=RuleKind.STATUTE), otherwise="c", id="een", ends={"c": "b"})
    second = table("C", row("q", Q, "b", kind=RuleKind.POLICY), otherwise="c", id="twee")
    rules = procedure(PQ, first, second, no="a b")
    assert evaluate(rules, {"q": True}, DAY).outcome == "b"
    assert door(rules, q=True) is None


def test_a_statute_that_is_in_the_way_of_no_outcome_still_asks_for_another_route() -> None:
    """A monument: the plan fits, and yet a permit is looked at in its own way."""
    listed = row("m", outcome="b", requires=that("p", "=", False), kind=RuleKind.STATUTE)
    rules = procedure(PQ, table("C", listed, otherwise="c"), no="a")
    assert door(rules, p=True) is Door.OTHER_ROUTE
    assert door(rules, p=False) is None


def test_a_margin_does_not_change_the_door() -> None:
    high = row("h", requires=that("hoogte", "<=", "1"), kind=RuleKind.PLAN)
    rules = procedure([number("hoogte")], table("C", high, otherwise="b"), no="a")
    assert door(rules, hoogte=Decimal("1.01")) is Door.PLAN
    assert door(rules, hoogte=Decimal(9)) is Door.PLAN


ARTICLE_15 = replace(row("p", P).source, law="Verordening", article="6", hardship_clause="15")


def ordinance(*sources: Source) -> Procedure:
    rows = [
        replace(row(name, when, kind=RuleKind.ORDINANCE), source=source)
        for (name, when), source in zip((("p", P), ("q", Q)), sources, strict=False)
    ]
    return procedure(PQ, table("C", *rows, otherwise="b"), no="a")


def way_on(rules: Procedure) -> str:
    return door_in_words(explain(evaluate(rules, {"p": True, "q": True}, DAY)))


def test_an_ordinance_is_deviated_from_by_its_own_clause_which_is_named() -> None:
    rules = ordinance(ARTICLE_15)
    assert door(rules, p=True) is Door.HARDSHIP
    assert way_on(rules).startswith("C: ")
    assert "artikel 15 (Verordening)" in way_on(rules)


def test_an_ordinance_without_a_clause_leaves_no_deviation_and_that_is_said() -> None:
    rules = ordinance(replace(ARTICLE_15, hardship_clause=""))
    assert door(rules, p=True) is Door.OTHER_ROUTE
    assert "Verordening heeft geen hardheidsclausule" in way_on(rules)
    assert "wet" not in way_on(rules)


def test_where_one_of_two_ordinances_has_no_clause_the_other_ones_does_not_help() -> None:
    bare = replace(ARTICLE_15, law="Andere verordening", hardship_clause="")
    rules = ordinance(ARTICLE_15, bare)
    assert door(rules, p=True, q=True) is Door.OTHER_ROUTE
    assert "D: afwijken kan niet, Andere verordening heeft geen" in way_on(rules)


def test_nothing_is_said_of_a_way_on_where_none_is_needed() -> None:
    rules = ordinance(ARTICLE_15)
    assert door_in_words(explain(evaluate(rules, {"p": False}, DAY))) == ""


def test_the_clause_goes_along_in_an_exchange() -> None:
    written = replace(row("p", P, kind=RuleKind.ORDINANCE), source=ARTICLE_15)
    told = dict(zip(COLUMNS, annotations_of(written), strict=True))
    assert row_of("p", "p", "a", P, told).source == ARTICLE_15
