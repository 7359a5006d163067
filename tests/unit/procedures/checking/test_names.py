# SPDX-License-Identifier: EUPL-1.2
"""What a procedure names must be there and be of the right kind."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.unit.procedures.making import (
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

from gemeengoed.procedures.checking.check import check
from gemeengoed.procedures.conditions import AllOf, Comparison, Condition, FactNamed, Operator
from gemeengoed.procedures.procedure import Derived, Input, Kind, Procedure

HEIGHT, FLAT = number("hoogte", "0", "10"), yes_no("plat")
SIDE = words("vlak", "voor", "achter")
ALWAYS = row("r")


def faults(judged: Procedure) -> list[str]:
    return [f"{each.message} | {each.hint}" for each in check(judged) if each.is_fault]


def only(judged: Procedure) -> str:
    (fault,) = faults(judged)
    return fault


def test_an_outcome_that_is_not_declared_is_told_wherever_it_stands() -> None:
    of_row = procedure([], table("U", row("r", outcome="weg")))
    assert "row 'r' of table 'tabel': no outcome 'weg' | known: a, b, c" in faults(of_row)
    otherwise = table("U", row("r", that("plat", "=", True)), otherwise="weg")
    assert "table 'tabel': there is no outcome 'weg'" in only(procedure([FLAT], otherwise))
    assert "'weg'" in only(procedure([], table("U", ALWAYS, ends={"a": "weg"})))


def test_ends_name_only_what_the_table_can_say() -> None:
    message = only(procedure([], table("U", ALWAYS, ends={"b": "a"})))
    assert "ends names 'b', which the table never says | it says: a" in message


def test_a_table_in_a_chain_is_heard_and_lets_others_be_heard() -> None:
    def chain(**ends: str) -> Procedure:
        first = table("U", row("p", that("plat", "=", True)), otherwise="b", id="een", ends=ends)
        return procedure([FLAT], first, table("U", ALWAYS, id="twee"))

    assert faults(chain(a="a")) == []
    assert "what it says is never heard" in only(chain())
    assert "the tables after it never count" in only(chain(a="a", b="c"))


def test_a_list_is_judged_only_where_all_tables_count() -> None:
    people = fact("mensen", "items", fields=(number("leeftijd"),))
    each = table("U", ALWAYS, for_each="mensen")
    assert "for_each in a chain" in only(procedure([people], each))
    last = table("U", row("klaar", outcome="b"), id="slot")
    assert faults(procedure([people], each, last, combination="collect")) == []


@pytest.mark.parametrize("inputs", [[], [FLAT], [fact("mensen", "list")]])
def test_for_each_names_an_input_of_items(inputs: list[Input]) -> None:
    each = table("U", ALWAYS, for_each="mensen")
    last = table("U", row("klaar", outcome="b"), id="slot")
    judged = procedure(inputs, each, last, combination="collect")
    assert "there is no input 'mensen' of items" in only(judged)


def test_a_field_of_items_is_known_only_where_they_are_judged() -> None:
    people = fact("mensen", "items", fields=(number("leeftijd"),))
    young = row("jong", that("leeftijd", "<", "16"))
    here = table("U", young, otherwise="a", for_each="mensen")
    last = table("U", row("klaar", outcome="b"), id="slot")
    assert faults(procedure([people], here, last, combination="collect")) == []
    elsewhere = table("U", young, otherwise="a")
    assert "looks at an unknown fact 'leeftijd'" in only(procedure([people], elsewhere))


def test_a_field_is_not_called_like_another_fact() -> None:
    people = fact("mensen", "items", fields=(FLAT,))
    each = table("U", ALWAYS, for_each="mensen")
    last = table("U", row("klaar", outcome="b"), id="slot")
    judged = procedure([people, FLAT], each, last, combination="collect")
    assert "'plat' is a fact and a field of 'mensen'" in only(judged)


@pytest.mark.parametrize(
    ("derived", "message"),
    [
        (half("helft", "weg"), "derived from an unknown fact 'weg'"),
        (half("helft", "helft"), "derived from an unknown fact 'helft'"),
        (half("plat", "hoogte"), "'plat' is derived as another kind than its input"),
        (Derived("d", "D", "raden", ("hoogte",), Kind.LENGTH), "there is no step 'raden'"),
        (Derived("d", "D", "half", ("hoogte", "plat"), Kind.LENGTH), "takes 1 facts, not 2"),
    ],
)
def test_a_derived_fact_follows_from_facts_by_a_step(derived: Derived, message: str) -> None:
    assert message in only(procedure([HEIGHT, FLAT], table("U", ALWAYS), derived=(derived,)))


def test_a_derived_fact_may_follow_from_an_earlier_one() -> None:
    steps = (half("helft", "hoogte"), half("kwart", "helft"))
    assert faults(procedure([HEIGHT], table("U", ALWAYS), derived=steps)) == []
    assert faults(procedure([HEIGHT], table("U", ALWAYS), derived=steps[::-1])) != []
    twice = procedure([HEIGHT], table("U", ALWAYS), derived=(steps[0], steps[0]))
    assert "the derived fact 'helft' is there twice" in only(twice)


def test_an_input_may_follow_from_others_where_it_is_not_given() -> None:
    depth, width = number("diepte", "0", "10"), number("breedte", "0", "20")
    narrow = row("smal", AllOf((that("diepte", ">", "6"), that("breedte", "<", "1"))))
    rows = table("U", narrow, row("diep", that("diepte", ">", "6"), "b"), otherwise="c")
    judged = procedure([depth, width], rows, derived=(half("diepte", "breedte"),))
    assert "both hit for diepte = 6.01, breedte = 0.99" in only(judged)


def test_two_rows_of_one_name_are_not_in_force_together_in_any_table() -> None:
    first = table("C", row("r", that("plat", "=", True)), id="een", otherwise="b", ends={"a": "a"})

    def after(since: date) -> Procedure:
        return procedure([FLAT], first, table("U", row("r", since=since), id="twee"))

    message = only(after(date(2024, 1, 1)))
    assert "two rows are called 'r' and in force together from 2024-01-01" in message
    until = replace(first, rows=(row("r", that("plat", "=", True), until=date(2023, 12, 31)),))
    later = table("U", row("r", since=date(2024, 1, 1)), id="twee")
    assert faults(procedure([FLAT], until, later)) == []


def test_two_tables_or_outcomes_of_one_name_are_told() -> None:
    ends = {"a": "a"}
    one = table("U", row("r", that("plat", "=", True)), otherwise="b", ends=ends)
    twice = procedure([FLAT], one, table("U", row("s")))
    assert "the table 'tabel' is there twice" in only(twice)
    assert "the outcome 'a' is there twice" in only(
        procedure([], table("U", ALWAYS), outcomes="a a b")
    )


def test_what_is_to_be_known_beside_an_outcome_stands_below_it() -> None:
    rules = procedure([], table("U", row("r"), otherwise="b"), outcomes="a b")
    for lead, beside in (("b", "a"), ("a", "c")):
        named = (replace(o, besides=(beside,)) if o.id == lead else o for o in rules.outcomes)
        found = check(replace(rules, outcomes=tuple(named)))
        assert f"{lead!r} names {beside!r} in besides" in "".join(each.message for each in found)


def test_an_outcome_that_nothing_leads_to_is_a_notice() -> None:
    found = check(procedure([], table("U", ALWAYS), outcomes="a b"))
    assert [(each.message, each.is_fault) for each in found] == [
        ("nothing leads to the outcome 'b'", False)
    ]


@pytest.mark.parametrize("threshold", ["-0.01", "10.01"])
def test_a_threshold_that_no_plausible_fact_reaches_is_told(threshold: str) -> None:
    rows = table("U", row("r", that("hoogte", "<", threshold)), otherwise="b")
    message = only(procedure([HEIGHT], rows))
    assert f"'hoogte' is compared with {threshold} | plausible is 0 to 10" in message


def test_measures_have_a_step_and_a_range() -> None:
    def of(**more: Decimal) -> Procedure:
        return procedure([replace(HEIGHT, **more)], table("U", ALWAYS))

    assert "'hoogte' has a step of 0" in only(of(step=Decimal(0)))
    assert "'hoogte' has a minimum above its maximum" in only(of(minimum=Decimal(11)))


def test_a_threshold_on_the_edge_of_what_is_plausible_is_fine() -> None:
    rows = table("U", row("r", that("hoogte", "<", "10")), otherwise="b")
    assert faults(procedure([HEIGHT], rows)) == []


def test_a_word_that_a_choice_does_not_have_is_told() -> None:
    rows = table("U", row("r", that("vlak", "=", "boven")), otherwise="b")
    assert "'boven' is no word of 'vlak' | choose: voor, achter" in only(procedure([SIDE], rows))


PEOPLE = fact("mensen", "items")
SIGNS = fact("signalen", "list", "brand")


@pytest.mark.parametrize(
    "condition",
    [
        that("plat", "<", True),
        that("plat", "=", "vlak"),
        that("vlak", ">=", "voor"),
        that("vlak", "=", True),
        that("vlak", "in", "voor"),
        that("vlak", "has", "voor"),
        that("hoogte", "=", "hoog"),
        that("hoogte", "has", "1"),
        that("dag", "<", "1"),
        that("signalen", "=", "brand"),
        that("signalen", "has", "1"),
        that("mensen", "=", "x"),
        that("hoogte", "<", "@plat"),
        that("signalen", "has", "@signalen"),
        Comparison("hoogte", Operator.AMONG, ("1", "2")),
        Comparison("hoogte", Operator.AMONG, FactNamed("hoogte")),
    ],
    ids=str,
)
def test_what_cannot_be_compared_is_told_before_anybody_is_judged(condition: Condition) -> None:
    rows = table("C", row("r", condition), otherwise="b")
    inputs = [HEIGHT, FLAT, SIDE, SIGNS, PEOPLE, fact("dag", "date")]
    assert "cannot be compared so" in only(procedure(inputs, rows))


@pytest.mark.parametrize(
    "condition",
    [
        that("plat", "!=", True),
        Comparison("vlak", Operator.AMONG, ("voor", "achter")),
        that("hoogte", "=", "1"),
        that("hoogte", "<", "@diepte"),
        that("signalen", "has", "brand"),
        that("signalen", "has", "brand:7"),
        that("dag", ">", date(2026, 1, 1)),
    ],
    ids=str,
)
def test_what_can_be_compared_is_fine(condition: Condition) -> None:
    rows = table("C", row("r", condition), otherwise="b")
    depth = fact("diepte", "number", minimum=Decimal(0))
    inputs = [HEIGHT, FLAT, SIDE, SIGNS, depth, fact("dag", "date")]
    never = [each for each in faults(procedure(inputs, rows)) if "never counts" not in each]
    assert never == []
