# SPDX-License-Identifier: EUPL-1.2
"""What holds for every procedure of the packs, in every municipality, whatever the case."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.real_packs import real_packs as packs

from gemeengoed.content.procedures import procedure_on
from gemeengoed.procedures.asking import unknown_facts
from gemeengoed.procedures.changing import nearest_change
from gemeengoed.procedures.conditions import Operator, compares
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.explaining import Compared, Explanation, explain
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Kind, Procedure
from gemeengoed.procedures.reading import doubted, read_facts
from gemeengoed.procedures.values import Facts, Value

Case = tuple[Procedure, Facts, date]


@cache
def cases() -> tuple[Case, ...]:
    """Every written case in every municipality where it holds."""
    found = []
    for scenario in packs().packs.scenarios:
        for slug, edition in packs().editions.items():
            if scenario.municipality in (None, slug):
                own = procedure_on(
                    edition.procedures, edition.facts, scenario.procedure, scenario.day
                )
                assert own is not None
                found.append((own, read_facts(own, scenario.facts), scenario.day))
    return tuple(found)


written = st.deferred(lambda: st.sampled_from(cases()))


@st.composite
def drawn(draw: st.DrawFn) -> Case:
    """A written case with some facts of another case of the same procedure."""
    own, facts, day = draw(written)
    others = [f for p, f, d in cases() if p.id == own.id and d == day]
    other = draw(st.sampled_from(others))
    names = draw(st.sets(st.sampled_from(sorted(other)), max_size=4))
    return own, {**facts, **{name: other[name] for name in names}}, day


# --- in whatever order ----------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(drawn(), st.randoms(use_true_random=False))
def test_in_whatever_order_the_questions_are_answered_the_same_comes_of_it(
    case: Case, order: Any
) -> None:
    """Only what is asked is told; who does not know an answer says so once."""
    own, facts, day = case
    told: dict[str, Value] = {n: v for n, v in facts.items() if own.inputs[n].optional}
    not_known: set[str] = set()
    while open := [n for n in unknown_facts(evaluate(own, told, day)) if n not in not_known]:
        name = order.choice(open)
        assert name not in told
        if name in facts:
            told[name] = facts[name]
        else:
            not_known.add(name)
    assert evaluate(own, told, day).outcome == evaluate(own, facts, day).outcome


# --- the nearest change ---------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(drawn())
def test_the_nearest_change_turns_the_outcome_and_can_be_done(case: Case) -> None:
    own, facts, day = case
    judgement = evaluate(own, facts, day)
    change = nearest_change(judgement)
    if change is None:
        return
    after = evaluate(own, {**facts, **change.values}, day)
    assert change.outcome == after.shown
    assert after.outcome is None or not own.outcome(after.outcome).is_no
    for name, value in change.values.items():
        assert own.inputs[name].changeable
        assert not doubted(own.inputs[name], value)
        assert facts.get(name) not in (None, value)
    assert _more_than_needed(judgement, change.values) == []


def _more_than_needed(judgement: Judgement, changes: Mapping[str, Value]) -> list[str]:
    """What need not change at all, and numbers of which a step less would do as well."""
    found = []
    for name, value in changes.items():
        without = {each: other for each, other in changes.items() if each != name}
        if without and _turns(judgement, without):
            found.append(name)
        before, step = judgement.given.get(name), judgement.procedure.inputs[name].step
        if isinstance(value, Decimal) and isinstance(before, Decimal):
            less = value - step if value > before else value + step
            is_between = min(value, before) < less < max(value, before)
            if is_between and _turns(judgement, {**changes, name: less}):
                found.append(name)
    return found


def _turns(judgement: Judgement, changes: Mapping[str, Value]) -> bool:
    own = judgement.procedure
    after = evaluate(own, {**judgement.given, **changes}, judgement.day)
    return after.outcome is None or not own.outcome(after.outcome).is_no


# --- margins --------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(drawn(), st.integers(1, 30), st.data())
def test_a_margin_moves_exactly_with_what_is_measured(
    case: Case, steps: int, data: st.DataObject
) -> None:
    own, facts, day = case
    measured = _measured(explain(evaluate(own, facts, day)))
    if not measured:
        return
    row, before = data.draw(st.sampled_from(measured))
    declared = own.inputs[before.fact]
    further = steps * declared.step * _away(before)
    moved = facts[before.fact] + further  # type: ignore[operator]
    if declared.kind is Kind.DATE or doubted(declared, moved):
        return
    after = _measured(explain(evaluate(own, {**facts, before.fact: moved}, day)))
    margins = [
        each.margin
        for id, each in after
        if id == row
        and (each.fact, each.operator, each.threshold)
        == (before.fact, before.operator, before.threshold)
    ]
    assert before.margin is not None
    assert set(margins) == {before.margin + abs(further)}


def _away(each: Compared) -> int:
    """In which direction it gets further from its threshold and stays on the same side."""
    assert each.given is not None
    assert each.threshold is not None
    holds = compares(each.given, each.operator, each.threshold)
    is_above = each.operator in (Operator.ABOVE, Operator.AT_LEAST)
    return 1 if holds is is_above else -1


def _measured(explanation: Explanation) -> list[tuple[str, Compared]]:
    """The comparisons with a margin of rows that are in the way; thresholds that move left out."""
    own, given = explanation.judgement.procedure, explanation.judgement.given
    moving = {taken for derived in own.derived for taken in derived.takes}
    return [
        (row.row.id, each)
        for row in explanation.failed
        for each in row.compared
        if each.margin is not None
        and isinstance(given.get(each.fact), Decimal)
        and each.fact not in moving
        and each.operator not in (Operator.IS, Operator.IS_NOT)  # no direction is further from it
    ]
