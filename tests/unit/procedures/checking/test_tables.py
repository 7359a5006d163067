# SPDX-License-Identifier: EUPL-1.2
"""Gaps, contradictions and rows that never count: each planted, each told with facts."""

from datetime import date, timedelta

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
from gemeengoed.procedures.conditions import AllOf, AnyOf, Not
from gemeengoed.procedures.procedure import Procedure

SIDE = words("vlak", "voor", "zij", "achter")
HEIGHT = number("hoogte", "0", "10")
FLAT = yes_no("plat")
FLAT_IS = that("plat", "=", True)


def faults(judged: Procedure, **more: bool) -> list[str]:
    return [each.message for each in check(judged, **more) if each.is_fault]


def notices(judged: Procedure) -> list[str]:
    found = (each for each in check(judged) if not each.is_fault)
    return [each.message for each in found if "outcome" not in each.message]


def only(messages: list[str]) -> str:
    (message,) = messages
    return message


# --- gaps -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("policy", list("UAFC"))
def test_a_case_for_which_no_row_hits_is_told_with_its_facts(policy: str) -> None:
    rows = table(
        policy,
        row("laag", that("hoogte", "<", "1.75")),
        row("hoog", that("hoogte", ">", "1.75")),
    )
    assert "no row hits for hoogte = 1.75" in only(faults(procedure([HEIGHT], rows)))


def test_a_case_that_only_two_facts_together_make_is_found() -> None:
    rows = table(
        "F",
        row("achter", that("vlak", "=", "achter")),
        row("voor", that("vlak", "=", "voor")),
        row("zij", AllOf((that("vlak", "=", "zij"), that("plat", "=", True)))),
    )
    message = only(faults(procedure([SIDE, FLAT], rows)))
    assert "no row hits for vlak = zij, plat = nee" in message


def test_otherwise_leaves_no_gap() -> None:
    rows = table("U", row("laag", that("hoogte", "<", "1")), otherwise="b")
    assert faults(procedure([HEIGHT], rows)) == []


def test_all_options_together_leave_no_gap() -> None:
    rows = [row(each, that("vlak", "=", each)) for each in SIDE.options]
    assert faults(procedure([SIDE], table("U", *rows))) == []
    assert "vlak = achter" in only(faults(procedure([SIDE], table("U", *rows[:2]))))


def test_outside_what_is_plausible_there_is_no_gap() -> None:
    rows = table("U", row("alles", AllOf((that("hoogte", ">=", "0"), that("hoogte", "<=", "10")))))
    assert faults(procedure([HEIGHT], rows)) == []
    assert faults(procedure([number("hoogte", None, None)], rows)) != []


def test_between_two_days_there_is_none_and_between_two_numbers_there_is() -> None:
    day = date(2026, 1, 1)
    days = table(
        "U",
        row("voor", that("dag", "<=", day)),
        row("na", that("dag", ">=", day + timedelta(1))),
    )
    assert faults(procedure([fact("dag", "date")], days)) == []
    numbers = table("U", row("kind", that("n", "<=", "15")), row("groot", that("n", ">=", "16")))
    assert "n = 15.01" in only(faults(procedure([number("n")], numbers)))


def test_a_gap_smaller_than_any_step_is_found() -> None:
    rows = table("U", row("l", that("hoogte", "<=", "1")), row("h", that("hoogte", ">=", "1.001")))
    assert "no row hits for hoogte = 1.0005" in only(faults(procedure([HEIGHT], rows)))


def test_only_the_facts_that_make_the_case_are_told() -> None:
    rows = table(
        "U",
        row(
            "laag",
            AllOf((that("hoogte", "<", "1"), AnyOf((that("plat", "=", True), Not(FLAT_IS))))),
        ),
        row("midden", AllOf((that("hoogte", ">=", "1"), that("hoogte", "<", "2")))),
    )
    assert only(faults(procedure([HEIGHT, FLAT], rows))).endswith("no row hits for hoogte = 2")


def test_a_gap_in_an_earlier_law_is_told_with_its_first_day() -> None:
    change = date(2024, 1, 1)
    rows = table(
        "U",
        row("ja", that("plat", "=", True), until=change - timedelta(1)),
        row("alles", since=change),
    )
    message = only(faults(procedure([FLAT], rows)))
    assert "plat = nee" in message
    assert "(law of 2000-01-01)" in message


def test_where_all_tables_count_one_that_collects_may_be_silent_if_another_speaks() -> None:
    silent = table("C", row("hoog", that("hoogte", ">", "1")), id="maat")
    speaks = table("C", row("plat", that("plat", "=", True)), id="dak", otherwise="b")
    both = procedure([HEIGHT, FLAT], silent, speaks, combination="collect")
    assert faults(both) == []
    alone = procedure([HEIGHT], silent, combination="collect")
    assert "'all tables together': no row hits for hoogte" in only(faults(alone))


def test_where_all_tables_count_two_silent_ones_may_cover_everything_together() -> None:
    low = table("C", row("laag", that("hoogte", "<=", "1")), id="een")
    high = table("C", row("hoog", that("hoogte", ">", "1")), id="twee")
    assert faults(procedure([HEIGHT], low, high, combination="collect")) == []


def test_something_has_to_be_said_when_a_list_is_empty() -> None:
    people = fact("mensen", "items", fields=(number("leeftijd"),))
    each = table("C", row("jong", that("leeftijd", "<", "16")), for_each="mensen")
    message = only(faults(procedure([people], each, combination="collect")))
    assert "nothing is said when a list is empty" in message


def test_rows_that_a_municipality_still_writes_are_not_missing() -> None:
    rows = table("U", row("laag", that("hoogte", "<", "1")), is_open=True)
    assert faults(procedure([HEIGHT], rows), awaits_local=True) == []
    assert faults(procedure([HEIGHT], rows)) != []


# --- contradictions -------------------------------------------------------------------------------


def test_two_rows_that_both_hit_are_told_with_the_facts() -> None:
    rows = table(
        "U",
        row("laag", that("hoogte", "<=", "1.75")),
        row("midden", AllOf((that("hoogte", ">=", "1.75"), that("plat", "=", True))), "b"),
        otherwise="c",
    )
    message = only(faults(procedure([HEIGHT, FLAT], rows)))
    assert "rows 'laag' and 'midden' of table 'tabel' both hit" in message
    assert "for hoogte = 1.75, plat = ja" in message
    assert "'a' and 'b'" in message


def test_rows_that_may_hit_together_must_agree() -> None:
    def rows(outcome: str) -> Procedure:
        low = row("laag", that("hoogte", "<=", "2"), outcome)
        return procedure(
            [HEIGHT], table("A", row("plat", that("hoogte", "<", "1")), low, otherwise="c")
        )

    assert faults(rows("a")) == []
    assert "both hit for hoogte = 0.99" in only(faults(rows("b")))


@pytest.mark.parametrize("policy", ["F", "C"])
def test_where_more_rows_may_hit_no_contradiction_is_told(policy: str) -> None:
    rows = table(policy, row("een", that("hoogte", "<", "2")), row("twee", outcome="b"))
    assert faults(procedure([HEIGHT], rows)) == []


def test_rows_of_different_times_do_not_contradict_each_other() -> None:
    change = date(2024, 1, 1)
    old, new = row("oud", until=change - timedelta(1)), row("nieuw", outcome="b", since=change)
    assert faults(procedure([HEIGHT], table("U", old, new))) == []
    longer = row("oud", until=change)
    message = only(faults(procedure([HEIGHT], table("U", longer, new))))
    assert "whatever the facts are" in message
    assert "(law of 2024-01-01)" in message


def test_words_of_a_list_are_there_or_not_apart_from_each_other() -> None:
    signs = fact("signalen", "list", "brand", "water")
    rows = table(
        "U",
        row("brand", that("signalen", "has", "brand")),
        row("water", that("signalen", "has", "water"), "b"),
        otherwise="c",
    )
    assert "both hit for signalen = brand;water" in only(faults(procedure([signs], rows)))
    apart = table(
        "U",
        row("brand", that("signalen", "has", "brand")),
        row(
            "water",
            AllOf((that("signalen", "has", "water"), Not(that("signalen", "has", "brand")))),
            "b",
        ),
    )
    assert "no row hits for signalen = leeg" in only(faults(procedure([signs], apart)))


# --- facts that are compared with facts, and derived facts ----------------------------------------

WIDTH, ROOF = number("breedte", "0", "30"), number("dak", "0", "60")


def test_two_facts_that_are_compared_are_below_equal_or_above() -> None:
    rows = [
        row("smal", that("breedte", "<", "@dak")),
        row("breed", that("breedte", ">", "@dak"), "b"),
    ]
    message = only(faults(procedure([WIDTH, ROOF], table("U", *rows))))
    assert "no row hits for breedte = 0, dak = 0" in message
    assert faults(procedure([WIDTH, ROOF], table("U", *rows, otherwise="c"))) == []


def test_an_overlap_over_a_derived_fact_is_told_with_facts_that_somebody_can_give() -> None:
    rows = table(
        "U",
        row("half", that("breedte", "<=", "@helft")),
        row("vast", that("breedte", "<=", "3"), "b"),
        otherwise="c",
    )
    judged = procedure([WIDTH, ROOF], rows, derived=(half("helft", "dak"),))
    message = only(faults(judged))
    assert "both hit for breedte = " in message
    assert "dak = " in message
    assert "helft = " not in message


def test_what_may_be_impossible_is_a_notice_and_no_fault() -> None:
    rows = table(
        "U",  # no roof is as wide as twice its own half and a bit
        row("half", AllOf((that("helft", ">", "20"), that("dak", "<", "30")))),
        row("rest", AnyOf((that("helft", ">", "20"), that("dak", "<", "30"))), "b"),
        otherwise="c",
    )
    judged = procedure([ROOF], rows, derived=(half("helft", "dak"),))
    assert faults(judged) == []
    assert "perhaps (no facts were found with which it happens)" in only(notices(judged))


# --- rows that never count ------------------------------------------------------------------------


@pytest.mark.parametrize("policy", list("UAFC"))
def test_a_row_that_contradicts_itself_never_counts(policy: str) -> None:
    contradiction = AllOf((that("hoogte", "<", "1"), that("hoogte", ">", "2")))
    rows = table(policy, row("nooit", contradiction), otherwise="b")
    assert "row 'nooit' of table 'tabel' never counts" in only(faults(procedure([HEIGHT], rows)))


def test_a_demand_that_is_always_met_never_counts() -> None:
    rows = table("C", row("altijd", requires=that("hoogte", "<=", "10")), otherwise="b")
    assert "row 'altijd' of table 'tabel' never counts" in only(faults(procedure([HEIGHT], rows)))


def test_a_row_that_the_rows_before_it_take_all_cases_from_never_counts() -> None:
    rows = [
        row("laag", that("hoogte", "<=", "1")),
        row("hoog", that("hoogte", ">=", "1"), "b"),
        row("midden", AllOf((that("hoogte", ">", "0.5"), that("hoogte", "<", "1.5"))), "c"),
    ]
    assert "row 'midden'" in only(faults(procedure([HEIGHT], table("F", *rows))))
    assert faults(procedure([HEIGHT], table("F", rows[2], *rows[:2]))) == []


def test_a_row_that_counts_in_one_law_only_is_no_fault() -> None:
    change = date(2024, 1, 1)
    rows = table(
        "F", row("alles", until=change - timedelta(1)), row("plat", that("plat", "=", True), "b"),
        otherwise="c",
    )  # fmt: skip
    assert faults(procedure([FLAT], rows)) == []


# --- bounded --------------------------------------------------------------------------------------


def test_a_table_that_is_too_tangled_is_a_fault_and_no_hang() -> None:
    facts = [yes_no(f"f{number}") for number in range(40)]
    pairs = zip(facts[:20], facts[20:], strict=True)
    tangled = AllOf(
        tuple(AnyOf((that(a.name, "=", True), that(b.name, "=", True))) for a, b in pairs)
    )
    message = only(faults(procedure(facts, table("U", row("knoop", tangled), otherwise="b"))))
    assert "too many combinations to check" in message
