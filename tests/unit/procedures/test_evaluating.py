# SPDX-License-Identifier: EUPL-1.2
"""Facts to an outcome, as soon as it is settled: per hit policy, along a chain, all together."""

from dataclasses import replace
from datetime import date, timedelta
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

from gemeengoed.procedures.conditions import AllOf, Not
from gemeengoed.procedures.errors import CannotCompareError, NoVersionError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.values import Value

HEIGHT, FLAT, SIDE = number("hoogte"), yes_no("plat"), words("vlak", "voor", "achter")
P, Q = that("p", "=", True), that("q", "=", True)
PQ = [yes_no("p"), yes_no("q")]


def judged(rules: Procedure, day: date = DAY, **facts: Value) -> Judgement:
    return evaluate(rules, facts, day)


def said(rules: Procedure, **facts: Value) -> str:
    """The outcome, or between brackets what it may still become."""
    found = judged(rules, **facts)
    return found.outcome or f"[{' '.join(found.candidates)}]"


# --- one table ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("policy", "facts", "outcome"),
    [
        # one row at most: the first that surely hits says it
        ("U", {}, "[a b c]"),
        ("U", {"p": True}, "a"),
        ("U", {"q": True}, "b"),
        ("U", {"p": False}, "[b c]"),
        ("U", {"p": False, "q": False}, "c"),
        # the first that hits: one before it that may hit still counts
        ("F", {"q": True}, "[a b]"),
        ("F", {"p": True}, "a"),
        ("F", {"p": False, "q": True}, "b"),
        ("F", {"p": False}, "[b c]"),
        # all that hit: the highest rank leads
        ("C", {}, "[a b c]"),
        ("C", {"q": True}, "[a b]"),
        ("C", {"p": True}, "a"),
        ("C", {"p": True, "q": True}, "a"),
        ("C", {"p": False, "q": True}, "b"),
        ("C", {"q": False}, "[a c]"),
        ("C", {"p": False, "q": False}, "c"),
    ],
)
def test_a_table_by_its_hit_policy(policy: str, facts: dict[str, Value], outcome: str) -> None:
    rules = procedure(PQ, table(policy, row("p", P), row("q", Q, "b"), otherwise="c"))
    assert said(rules, **facts) == outcome


def test_rows_that_agree_settle_it_before_it_is_known_which_hits() -> None:
    for policy in "UAFC":
        rules = procedure(PQ, table(policy, row("p", P), row("q", Q), otherwise="a"))
        assert said(rules) == "a"


def test_of_rows_that_collect_the_order_does_not_matter() -> None:
    rows = [row("p", P), row("q", Q, "b")]
    for order in (rows, rows[::-1]):
        rules = procedure(PQ, table("C", *order, otherwise="c"))
        assert judged(rules, p=True, q=True).outcome == "a"
        assert judged(rules, p=True, q=True).also == ("b",)


def test_a_row_hits_where_its_demand_is_not_met() -> None:
    high = row("h", that("plat", "=", True), requires=that("hoogte", "<=", "1"))
    rules = procedure([HEIGHT, FLAT], table("C", high, otherwise="b"))
    assert said(rules, plat=True, hoogte=Decimal(1)) == "b"
    assert said(rules, plat=True, hoogte=Decimal("1.01")) == "a"
    assert said(rules, plat=False, hoogte=Decimal("1.01")) == "b"
    assert said(rules, plat=False) == "b"
    assert said(rules, hoogte=Decimal(1)) == "b"
    assert said(rules, plat=True) == "[a b]"


def test_a_fact_that_was_not_read_is_refused() -> None:
    rules = procedure([FLAT], table("U", row("p", that("plat", "=", True)), otherwise="b"))
    with pytest.raises(CannotCompareError):
        judged(rules, plat="ja")


# --- a chain --------------------------------------------------------------------------------------

FIRST = table("F", row("p", P, "b"), otherwise="c", id="een", ends={"c": "klaar"})
SECOND = table("F", row("q", Q), otherwise="klaar", id="twee")
CHAIN = procedure(PQ, FIRST, SECOND, outcomes="a b c klaar", no="a")


@pytest.mark.parametrize(
    ("facts", "outcome", "tables"),
    [
        ({"p": False}, "klaar", 1),
        ({"p": True, "q": True}, "a", 2),
        ({"p": True, "q": False}, "klaar", 2),
        ({"p": True}, "[a klaar]", 2),
        ({"q": True}, "[a klaar]", 2),
        ({"q": False}, "klaar", 2),  # whichever table ends it
        ({}, "[a klaar]", 2),
    ],
)
def test_the_next_table_counts_only_where_this_one_does_not_end_it(
    facts: dict[str, Value], outcome: str, tables: int
) -> None:
    assert said(CHAIN, **facts) == outcome
    assert len(judged(CHAIN, **facts).tables) == tables


def test_what_else_holds_comes_from_a_table_that_is_surely_come_to() -> None:
    both = table("C", row("q", Q), row("ook", Q, "b"), otherwise="klaar", id="twee")
    first = table("F", row("p", P, "b"), otherwise="c", id="een", ends={"c": "a"})
    rules = procedure(PQ, first, both, outcomes="a b c klaar")
    assert judged(rules, p=True, q=True).also == ("b",)
    assert judged(rules, q=True).outcome == "a"
    assert judged(rules, q=True).also == ()


def test_an_outcome_that_holds_alone_is_never_told_beside_another() -> None:
    """That the plan fits as far as the monument goes is no news where the height does not fit."""
    rows = [row("hoog", P), row("monument", Q, "past"), row("melden", Q, "b")]
    rules = procedure(PQ, table("C", *rows, otherwise="vrij"), outcomes="a b past vrij")
    assert judged(rules, p=True, q=True).also == ("b", "past")
    alone = tuple(replace(each, holds_alone=each.id == "past") for each in rules.outcomes)
    rules = replace(rules, outcomes=alone)
    assert judged(rules, p=True, q=True).also == ("b",)
    assert judged(rules, p=False, q=True).outcome == "b"


def test_rows_stand_in_the_way_only_in_a_table_that_is_surely_come_to() -> None:
    assert [each.row.id for each in judged(CHAIN, p=True, q=True).failed] == ["q"]
    assert judged(CHAIN, q=True).failed == ()


# --- all together ---------------------------------------------------------------------------------

TOGETHER = procedure(
    PQ,
    table("C", row("p", P, "b"), id="een"),
    table("C", row("q", Q), otherwise="c", id="twee"),
    combination="collect",
)


@pytest.mark.parametrize(
    ("facts", "outcome", "also"),
    [
        ({}, "[a b c]", ()),
        ({"p": True}, "[a b]", ()),
        ({"p": True, "q": True}, "a", ("b",)),
        ({"p": False, "q": True}, "a", ()),
        ({"q": True}, "a", ()),
        ({"p": True, "q": False}, "b", ()),
        ({"p": False, "q": False}, "c", ()),
    ],
)
def test_of_all_tables_together_the_highest_rank_leads_and_the_rest_is_told_too(
    facts: dict[str, Value], outcome: str, also: tuple[str, ...]
) -> None:
    assert said(TOGETHER, **facts) == outcome
    if not outcome.startswith("["):
        assert judged(TOGETHER, **facts).also == also


def test_outcomes_may_be_called_the_same_and_differ_in_rank() -> None:
    first, *rest = TOGETHER.outcomes
    named = [type(first)(each.id, each.label, "bel", each.is_no) for each in (first, *rest)]
    rules = procedure(PQ, *TOGETHER.tables, combination="collect")
    object.__setattr__(rules, "outcomes", tuple(named))
    found = judged(rules, p=True, q=True)
    assert (found.outcome, found.shown, found.also) == ("a", "bel", ())


# --- for each item --------------------------------------------------------------------------------

AGE = number("leeftijd", "0", "130")
PEOPLE = fact("mensen", "items", fields=(words("wie", "kind", "ouder"), AGE))
YOUNG = AllOf((that("wie", "=", "kind"), that("leeftijd", "<", "16")))
HOUSEHOLD = procedure(
    [PEOPLE, FLAT],
    table("F", row("jong", YOUNG, "c"), row("oud", outcome="a"), id="mensen", for_each="mensen"),
    table("C", row("plat", that("plat", "=", True), "b"), otherwise="c", id="rest"),
    combination="collect",
)


def test_each_item_is_judged_by_its_own_facts() -> None:
    found = judged(HOUSEHOLD, mensen=("kind:15", "kind:16", "ouder:40"), plat=False)
    assert found.per_item == {"kind:15": "c", "kind:16": "a", "ouder:40": "a"}
    assert found.outcome == "a"


def test_what_is_in_order_is_told_beside_what_is_not() -> None:
    assert judged(HOUSEHOLD, mensen=("kind:15", "ouder:40"), plat=True).also == ("b",)


def test_an_empty_list_says_nothing_and_an_unknown_one_may_say_everything() -> None:
    assert said(HOUSEHOLD, mensen=(), plat=False) == "c"
    assert said(HOUSEHOLD, plat=False) == "[a c]"


def test_an_item_of_which_something_is_missing_leaves_it_open() -> None:
    assert said(HOUSEHOLD, mensen=("kind",), plat=False) == "[a c]"
    assert said(HOUSEHOLD, mensen=("ouder",), plat=False) == "a"


def test_what_is_said_when_no_row_hits_is_possible_while_the_list_is_unknown() -> None:
    each = table("C", row("jong", YOUNG, "b"), otherwise="a", id="mensen", for_each="mensen")
    rest = table("C", row("plat", that("plat", "=", True), "b"), otherwise="c", id="rest")
    rules = procedure([PEOPLE, FLAT], each, rest, combination="collect")
    assert said(rules, plat=True) == "[a b]"
    assert said(rules, plat=True, mensen=("ouder:40",)) == "a"


def test_fields_of_an_item_are_read_by_their_kind() -> None:
    fields = (yes_no("komt_mee"), fact("dag", "date"), number("lengte"))
    party = fact("gasten", "items", fields=fields)
    late = AllOf(
        (that("komt_mee", "=", True), that("dag", ">", date(2026, 1, 1)), that("lengte", ">", "1"))
    )
    guests = table("F", row("laat", late), row("rest", outcome="b"), for_each="gasten", id="g")
    rules = procedure(
        [party], guests, table("U", row("x", outcome="c"), id="x"), combination="collect"
    )
    assert said(rules, gasten=("ja:2026-01-02:1.01",)) == "a"
    assert said(rules, gasten=("ja:2026-01-02:1.00",)) == "b"
    assert said(rules, gasten=("nee:2026-01-02:1.01",)) == "b"


# --- derived and filled facts, and the law of the day ---------------------------------------------


def test_a_derived_fact_follows_as_soon_as_it_can() -> None:
    narrow = row("smal", that("breedte", "<=", "@helft"))
    rules = procedure(
        [number("breedte"), number("dak")], table("U", narrow, otherwise="b"),
        derived=(half("helft", "dak"),),
    )  # fmt: skip
    assert said(rules, breedte=Decimal("2.7"), dak=Decimal("5.4")) == "a"
    assert said(rules, breedte=Decimal("2.71"), dak=Decimal("5.4")) == "b"
    assert said(rules, breedte=Decimal("2.7")) == "[a b]"


def test_a_given_fact_wins_over_what_a_municipality_filled() -> None:
    high = row("hoog", that("hoogte", ">", "@grens"))
    rules = procedure(
        [HEIGHT, number("grens")], table("U", high, otherwise="b"), fills={"grens": Decimal(3)}
    )
    assert said(rules, hoogte=Decimal(4)) == "a"
    assert said(rules, hoogte=Decimal(4), grens=Decimal(5)) == "b"


CHANGE = date(2024, 1, 1)
LAW = procedure(
    [FLAT, SIDE],
    table(
        "C",
        row("oud", that("plat", "=", True), since=date(2010, 10, 1), until=CHANGE - timedelta(1)),
        row("nieuw", Not(that("plat", "=", True)), since=CHANGE),
        otherwise="b",
    ),
)


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2010, 10, 1), "a"),
        (CHANGE - timedelta(1), "a"),
        (CHANGE, "b"),
        (date(9999, 12, 31), "b"),
    ],
)
def test_the_day_picks_the_law(day: date, outcome: str) -> None:
    assert judged(LAW, day, plat=True).outcome == outcome


def test_before_the_first_law_nothing_is_judged() -> None:
    with pytest.raises(NoVersionError, match="golden op 2010-09-30"):
        judged(LAW, date(2010, 9, 30), plat=True)


def test_a_chain_is_not_judged_while_one_of_its_tables_has_no_law() -> None:
    """Otherwise what is said when no row hits would be taken for a rule."""
    later = table("F", row("q", Q, since=CHANGE), otherwise="klaar", id="twee")
    rules = procedure(PQ, FIRST, later, outcomes="a b c klaar")
    assert judged(rules, CHANGE, p=True, q=True).outcome == "a"
    with pytest.raises(NoVersionError):
        judged(rules, CHANGE - timedelta(1), p=True, q=True)


def test_where_all_tables_count_one_without_law_says_nothing() -> None:
    later = table("C", row("q", Q, since=CHANGE), otherwise="a", id="twee")
    rules = procedure(
        PQ, table("C", row("p", P, "b"), otherwise="c", id="een"), later, combination="collect"
    )
    assert judged(rules, CHANGE - timedelta(1), p=True, q=True).outcome == "b"
