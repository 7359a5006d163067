# SPDX-License-Identifier: EUPL-1.2
"""Asked is exactly what can still change the outcome, and what decides most comes first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from math import prod

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.unit.procedures.drawing import INPUTS, cases, points, tables
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

from gemeengoed.procedures import prospect
from gemeengoed.procedures.asking import open_questions, representatives, unknown_facts
from gemeengoed.procedures.checking.check import check
from gemeengoed.procedures.conditions import AllOf, AnyOf, Comparison, Not, comparisons_in
from gemeengoed.procedures.doors import door_of
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.procedure import Kind, Procedure
from gemeengoed.procedures.table import HitPolicy, Row, RuleKind
from gemeengoed.procedures.values import Facts, Value

P, Q, R = (that(name, "=", True) for name in "pqr")
PQR = [yes_no(name) for name in "pqr"]
MOST_CASES = 200


def asked(rules: Procedure, **facts: Value) -> list[str]:
    """In the order of the alphabet."""
    return sorted(unknown_facts(evaluate(rules, facts, DAY)))


# --- what can still change the outcome ------------------------------------------------------------


def test_nothing_is_asked_once_it_is_settled() -> None:
    rules = procedure(PQR, table("C", row("p", P), row("q", Q), otherwise="b"))
    assert asked(rules) == ["p", "q"]
    assert asked(rules, p=True) == []
    assert asked(rules, p=False) == ["q"]


def test_a_part_of_any_or_all_that_is_settled_is_not_asked_about() -> None:
    """Whether the side faces a street matters for the side only."""
    hidden = AllOf((that("vlak", "=", "zij"), that("openbaar", "=", False)))
    place = row("plek", requires=AnyOf((that("vlak", "=", "achter"), hidden)), outcome="a")
    rules = procedure(
        [words("vlak", "voor", "zij", "achter"), yes_no("openbaar"), *PQR],
        table("C", place, row("p", P, "b"), otherwise="c"),
    )
    assert asked(rules) == ["openbaar", "p", "vlak"]
    assert asked(rules, vlak="zij") == ["openbaar", "p"]
    assert asked(rules, vlak="achter") == ["p"]
    assert asked(rules, vlak="voor") == []


def test_a_row_below_what_surely_leads_is_not_asked_about() -> None:
    rows = [row("p", P), row("q", Q, "b"), row("r", R, "c")]
    rules = procedure(PQR, table("C", *rows, otherwise="d"), outcomes="a b c d")
    assert asked(rules, q=True) == ["p"]


def test_a_row_that_says_what_is_said_anyhow_is_not_asked_about() -> None:
    for policy in "FC":
        rules = procedure(PQR, table(policy, row("p", P), row("q", Q, "b"), otherwise="b"))
        assert asked(rules) == ["p"]


def test_a_row_that_holds_back_a_lower_one_is_asked_about() -> None:
    """A monument says what is said anyhow, but where nothing else applies it is never free."""
    rows = [row("monument", P, "b"), row("vrij", Q, "c"), row("nee", R, "a")]
    rules = procedure(PQR, table("C", *rows, otherwise="b"))
    assert asked(rules, q=True) == ["p", "r"]
    assert asked(rules, q=False) == ["r"]


def test_a_row_that_holds_back_what_is_said_when_none_hits_is_asked_about() -> None:
    """The lowest outcome, but where it is said the higher one of ``otherwise`` is not."""
    first = table("C", row("p", P, "c"), otherwise="a", id="een")
    second = table("C", row("q", Q, "b"), otherwise="b", id="twee")
    rules = procedure(PQR, first, second, combination="collect")
    assert asked(rules) == ["p"]


def test_where_the_first_counts_rows_after_a_sure_hit_are_not_asked_about() -> None:
    rules = procedure(
        PQR, table("F", row("p", P), row("q", Q, "b"), row("r", R, "c"), otherwise="a")
    )
    assert asked(rules, q=True) == ["p"]


def test_in_a_chain_a_table_counts_only_by_what_ends_it() -> None:
    first = table("F", row("p", P, "b"), row("q", Q, "c"), otherwise="a", id="een", ends={"a": "a"})
    second = table("F", row("r", R, "b"), otherwise="c", id="twee")
    rules = procedure(PQR, first, second)
    assert asked(rules) == ["p", "q", "r"]
    assert asked(rules, p=True) == ["r"]
    assert asked(rules, q=True) == ["r"]  # the first table goes on whether p is so or not
    assert asked(rules, p=False, q=False) == []


def test_what_only_adds_an_outcome_beside_the_leading_one_is_not_asked() -> None:
    rules = procedure(
        PQR,
        table("C", row("p", P, "b"), id="een"),
        table("C", row("q", Q, "b"), row("r", R), otherwise="c", id="twee"),
        combination="collect",
    )
    assert asked(rules, p=True) == ["r"]
    assert asked(rules, p=False) == ["q", "r"]
    assert asked(rules, r=True) == []


def test_what_must_be_known_beside_the_outcome_is_asked_and_nothing_else() -> None:
    """Who must come in person needs to know that it is too early, not that it is late as well."""
    rules = procedure(
        PQR,
        table("C", row("komen", P), id="een"),
        table("C", row("vroeg", AllOf((Q, R)), "b"), row("laat", Not(R), "c"), id="twee"),
        table("C", otherwise="d", id="drie"),
        combination="collect",
        outcomes="a b c d",
    )
    assert asked(rules, p=True) == []
    outcomes = (replace(rules.outcomes[0], besides=("b",)), *rules.outcomes[1:])
    rules = replace(rules, outcomes=outcomes)
    assert asked(rules, p=True) == ["q", "r"]
    assert asked(rules, p=True, q=False) == []
    assert asked(rules, p=True, q=True, r=False) == []
    assert asked(rules, p=False, q=True) == ["r"]


def test_two_rows_that_say_the_same_in_either_case_are_asked_apart_only_for_the_reason() -> None:
    """No answer about p turns the outcome, but without it nobody can say which row gave it."""
    rows = [row("wel", AllOf((P, Q))), row("niet", AllOf((Not(P), Q))), row("r", AllOf((P, R)))]
    rules = procedure(PQR, table("C", *rows, otherwise="b"))
    found = evaluate(rules, {"q": True}, DAY)
    assert (found.outcome, found.is_reason_open, found.failed) == ("a", True, ())
    assert asked(rules, q=True) == ["p"]
    assert asked(rules, q=True, p=True) == []


# --- facts behind facts ---------------------------------------------------------------------------


def test_what_a_derived_fact_follows_from_is_asked() -> None:
    narrow = row("smal", that("breedte", "<=", "@helft"))
    rules = procedure(
        [number("breedte"), number("dak")],
        table("U", narrow, otherwise="b"),
        derived=(half("helft", "dak"),),
    )
    assert asked(rules) == ["breedte", "dak"]
    assert asked(rules, dak=Decimal(3)) == ["breedte"]


PEOPLE = fact("mensen", "items", fields=(words("wie", "kind", "ouder"), number("leeftijd")))
YOUNG = AllOf((that("wie", "=", "kind"), that("leeftijd", "<", "16")))


def household(outcome_of_the_young: str) -> Procedure:
    young = row("jong", YOUNG, outcome_of_the_young)
    return procedure(
        [PEOPLE, *PQR],
        table("F", young, otherwise="c", id="m", for_each="mensen"),
        table("C", row("p", P, "b"), otherwise="c", id="rest"),
        combination="collect",
    )


def test_a_list_is_asked_while_it_is_unknown_or_an_item_of_it_is_not_complete() -> None:
    rules = household("a")
    assert asked(rules, p=True) == ["mensen"]
    assert asked(rules, p=True, mensen=("kind",)) == ["mensen"]
    assert asked(rules, p=True, mensen=("kind", "kind")) == ["mensen"]
    assert asked(rules, p=True, mensen=("ouder",)) == []
    assert asked(rules, p=True, mensen=("kind:3",)) == []


def test_a_list_that_can_only_say_less_is_not_asked() -> None:
    rules = household("b")
    assert asked(rules, p=True) == []
    assert asked(rules, p=False) == ["mensen"]


def test_what_is_asked_of_each_item_is_asked_while_there_may_be_one() -> None:
    with_q = table(
        "C", row("samen", AllOf((YOUNG, Q)), "a"), otherwise="c", id="m", for_each="mensen"
    )
    rules = procedure([PEOPLE, *PQR], with_q, combination="collect")
    assert asked(rules) == ["mensen", "q"]
    assert asked(rules, mensen=("ouder:40",)) == []
    assert asked(rules, mensen=("kind:3",)) == ["q"]
    assert asked(rules, q=False) == ["mensen"]


def test_a_word_and_the_value_it_carries_are_asked_by_the_name_of_the_list() -> None:
    signs = fact("signalen", "list", "brand", "aantal", fields=(number("aantal"),))
    many = AllOf((that("signalen", "has", "aantal"), that("aantal", ">", "3")))
    rules = procedure([signs], table("C", row("veel", many), otherwise="b"))
    assert asked(rules) == ["signalen"]
    assert asked(rules, signalen=("brand",)) == []
    assert asked(rules, signalen=("aantal:4",)) == []


# --- for all procedures ---------------------------------------------------------------------------


def compared_in(rules: Procedure) -> list[Comparison]:
    rows = (row for table in rules.tables for row in table.rows)
    return [each for row in rows for each in comparisons_in(row.hits)]


OUTCOMES = st.sampled_from("abc")


@st.composite
def procedures(draw: st.DrawFn, kinds: Sequence[RuleKind] = (RuleKind.POLICY,)) -> Procedure:
    """One or two tables over a few facts that contradict nothing and always say something."""
    collect = draw(st.booleans())
    last = draw(tables(draw(st.sampled_from(["FC", "FC", "UA"])), id="laatste"))
    if last.hit_policy in (HitPolicy.FIRST, HitPolicy.COLLECT):
        last = replace(last, otherwise=draw(OUTCOMES))
    drawn = [last]
    if draw(st.booleans()):
        first = draw(tables("C" if collect else "FC", id="eerste"))
        may_be_silent = collect and draw(st.booleans())
        first = replace(first, otherwise=None if may_be_silent else draw(OUTCOMES))
        ends = st.dictionaries(OUTCOMES, OUTCOMES, max_size=2)
        drawn = [replace(first, ends=draw(ends)), last]
    drawn = [
        replace(each, rows=tuple(_of_a_kind(draw, kinds, r) for r in each.rows)) for each in drawn
    ]
    rules = procedure([*INPUTS], *drawn, combination="collect" if collect else "chain", no="a b")
    compared = compared_in(rules)
    names = {each.fact for each in compared}
    assume(prod(len(points(each, compared)) for each in INPUTS if each.name in names) <= MOST_CASES)
    if last.hit_policy not in (HitPolicy.FIRST, HitPolicy.COLLECT):
        assume(not any(each.is_fault for each in check(rules)))
    return rules


def _of_a_kind(draw: st.DrawFn, kinds: Sequence[RuleKind], each: Row) -> Row:
    return replace(each, rule_kind=draw(st.sampled_from(kinds)))


def outcomes_by_case(rules: Procedure, known: Facts) -> list[tuple[Facts, str | None]]:
    """Brute force: every way to complete the facts, with its outcome."""
    compared = compared_in(rules)
    missing = [name for name in dict.fromkeys(each.fact for each in compared) if name not in known]
    return [
        (case, evaluate(rules, {**known, **case}, DAY).outcome) for case in cases(compared, missing)
    ]


def that_matter(completed: list[tuple[Facts, str | None]]) -> set[str]:
    """The facts of which two answers give different outcomes while all others stay the same."""
    found = set()
    for name in completed[0][0]:
        others: dict[tuple[Value, ...], set[str | None]] = {}
        for case, outcome in completed:
            rest = tuple(value for each, value in case.items() if each != name)
            others.setdefault(rest, set()).add(outcome)
        if any(len(outcomes) > 1 for outcomes in others.values()):
            found.add(name)
    return found


DRAWN = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@DRAWN
@given(procedures(), st.data())
def test_exactly_what_can_change_the_outcome_is_asked(
    rules: Procedure, data: st.DataObject
) -> None:
    compared = compared_in(rules)
    whole = {each.name: data.draw(st.sampled_from(points(each, compared))) for each in INPUTS}
    names = list(dict.fromkeys(each.fact for each in compared))
    known = {name: whole[name] for name in names if data.draw(st.booleans())}
    found = evaluate(rules, known, DAY)
    completed = outcomes_by_case(rules, known)
    outcomes = {outcome for _, outcome in completed}
    assert (found.outcome is None) is (len(outcomes) > 1)
    if found.outcome is None:
        assert set(unknown_facts(found)) == that_matter(completed)
        return
    assert outcomes == {found.outcome}
    if found.is_reason_open:  # sure, but not because of which row: that is asked
        assert unknown_facts(found)
        assert set(unknown_facts(found)) <= set(names) - set(known)
    else:
        assert unknown_facts(found) == ()


@DRAWN
@given(procedures(kinds=tuple(RuleKind)), st.data())
def test_a_door_is_told_exactly_when_all_that_is_missing_leads_to_the_same(
    rules: Procedure, data: st.DataObject
) -> None:
    compared = compared_in(rules)
    whole = {each.name: data.draw(st.sampled_from(points(each, compared))) for each in INPUTS}
    names = list(dict.fromkeys(each.fact for each in compared))
    known = {name: whole[name] for name in names if data.draw(st.booleans())}
    missing = [name for name in names if name not in known]
    judgements = [evaluate(rules, {**known, **case}, DAY) for case in cases(compared, missing)]
    doors = {door_of(each) for each in judgements}
    is_settled = len({each.outcome for each in judgements}) == 1
    wanted = doors.pop() if is_settled and len(doors) == 1 else None
    assert door_of(evaluate(rules, known, DAY)) is wanted


@DRAWN
@given(procedures(), st.data())
def test_answering_what_is_asked_settles_it_in_the_end(
    rules: Procedure, data: st.DataObject
) -> None:
    compared = compared_in(rules)
    facts = {each.name: data.draw(st.sampled_from(points(each, compared))) for each in INPUTS}
    known: dict[str, Value] = {}
    while questions := unknown_facts(evaluate(rules, known, DAY)):
        name = data.draw(st.sampled_from(questions))
        assert name not in known
        known[name] = facts[name]
    assert evaluate(rules, known, DAY).outcome == evaluate(rules, facts, DAY).outcome


@DRAWN
@given(procedures())
def test_an_answer_is_decisive_when_nothing_can_change_the_outcome_after_it(
    rules: Procedure,
) -> None:
    completed = outcomes_by_case(rules, {})
    for question in open_questions(evaluate(rules, {}, DAY)):
        declared = rules.inputs[question.fact]
        if declared.kind in (Kind.YES_NO, Kind.CHOICE):
            answers = representatives(declared, ())
            after = [{end for case, end in completed if case[declared.name] == a} for a in answers]
            settled = [len(outcomes) == 1 for outcomes in after]
            assert question.decisive == round(settled.count(True) / len(answers), 6)


def test_in_rows_too_tangled_to_follow_all_that_is_open_is_asked(monkeypatch) -> None:
    rows = [row("p", P), row("q", Q, "b"), row("r", R, "b")]
    rules = procedure(PQR, table("C", *rows, otherwise="b"))
    assert asked(rules) == ["p"]
    monkeypatch.setattr(prospect, "MOST_COMBINED", 0)
    assert asked(rules) == ["p", "q", "r"]
    assert asked(rules, r=False) == ["p", "q"]


# --- the order of the questions -------------------------------------------------------------------


def order(rules: Procedure, **facts: Value) -> list[tuple[str, float]]:
    found = open_questions(evaluate(rules, facts, DAY))
    return [(each.fact, round(each.decisive, 3)) for each in found]


def test_the_question_that_settles_it_most_often_comes_first() -> None:
    rows = [row("p", AllOf((P, Q))), row("r", R)]
    rules = procedure(PQR, table("C", *rows, otherwise="b"))
    assert order(rules) == [("r", 0.5), ("p", 0.0), ("q", 0.0)]


def test_how_often_an_answer_occurs_counts() -> None:
    rare = replace(PQR[0], likely={"ja": 1, "nee": 9})
    often = replace(PQR[1], likely={"ja": 3, "nee": 1})
    rules = procedure([rare, often], table("C", row("p", P), row("q", Q), otherwise="b"))
    assert order(rules) == [("q", 0.75), ("p", 0.1)]


def test_numbers_that_are_typical_count_for_nine_in_ten() -> None:
    height = replace(number("hoogte", "0", "10"), typical=(Decimal(1), Decimal("1.75")))
    rows = [row("h", that("hoogte", ">", "1.75")), row("q", Q)]
    rules = procedure([height, *PQR], table("C", *rows, otherwise="b"))
    assert order(rules) == [("q", 0.5), ("hoogte", 0.1)]


def test_where_no_answer_settles_it_that_comes_first_which_leaves_the_least_to_ask() -> None:
    """Whether the house stands in the centre says which of two sets of questions counts."""
    inside = [row(f"in{n}", AllOf((that("centrum", "=", True), that(n, "=", True)))) for n in "pq"]
    outside = [
        row(f"uit{n}", AllOf((that("centrum", "=", False), that(n, "=", True)))) for n in "rs"
    ]
    rules = procedure(
        [*PQR, yes_no("s"), yes_no("centrum")], table("C", *inside, *outside, otherwise="b")
    )
    assert order(rules)[0] == ("centrum", 0.0)
    assert asked(rules, centrum=True) == ["p", "q"]


def test_numbers_are_tried_around_what_they_are_compared_with_if_they_are_plausible() -> None:
    height, ridge = number("hoogte", "0", "10"), number("nok", "-5", "15")
    tried = [Decimal("1.74"), Decimal("1.75"), Decimal("1.76")]
    assert list(representatives(height, [Decimal("1.75")])) == tried
    assert list(representatives(height, [Decimal(0)])) == [Decimal(0), Decimal("0.01")]
    assert representatives(ridge, [Decimal(-1)])[0] == Decimal("-1.01")


def test_days_are_tried_around_what_they_are_compared_with() -> None:
    first = date(2026, 1, 1)
    days = [first + timedelta(move) for move in (-1, 0, 1)]
    assert list(representatives(fact("dag", "date"), [first])) == days
