# SPDX-License-Identifier: EUPL-1.2
"""Other values of one fact with which a comparison comes out as wanted: the nearest of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import partial

from gemeengoed.procedures.conditions import (
    Comparison,
    FactNamed,
    Operator,
    threshold_of,
    truth_of,
)
from gemeengoed.procedures.derivations import derive
from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.reading import doubted
from gemeengoed.procedures.values import Facts, Value

_FACTORS = (Decimal(1), Decimal(-1), Decimal(2), Decimal(-2))  # how derived facts move with others


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody wants, as it was judged. given: the facts that do not follow from others."""

    procedure: Procedure
    given: Facts
    facts: Facts  # with what follows from them

    def truth_with(self, comparison: Comparison, name: str, value: Value) -> bool | None:
        """Whether the comparison would hold if one given fact were otherwise."""
        anew = derive(self.procedure, {**self.given, name: value})
        return truth_of(comparison, {**self.facts, **anew})


def other_values(
    plan: Plan, comparison: Comparison, *, wanted: bool
) -> Iterator[tuple[str, Value]]:
    """(fact, value): changes of the plan after which the comparison is as wanted.

    A fact that follows from others is changed through them: the room under the ridge grows only
    when the dormer becomes lower. Numbers are multiples of their step, and plausible.
    """
    for name in _changeable_behind(plan, comparison.fact):
        declared = plan.procedure.inputs[name]
        good = [
            value
            for value in _candidates(plan, comparison, declared)
            if plan.truth_with(comparison, name, value) is wanted
        ]
        if declared.kind in (Kind.LENGTH, Kind.NUMBER, Kind.DATE):
            before = plan.facts.get(name)
            good = sorted(good, key=partial(_distance, before))[:1]
        for value in good:
            yield name, value


def _changeable_behind(plan: Plan, fact: str) -> Iterator[str]:
    derived = next((each for each in plan.procedure.derived if each.name == fact), None)
    if derived is not None and fact not in plan.given:
        for taken in derived.takes:
            yield from _changeable_behind(plan, taken)
    elif fact in plan.procedure.inputs and plan.procedure.inputs[fact].changeable:
        yield fact


def _distance(before: Value | None, value: Value) -> Decimal:
    if isinstance(before, Decimal) and isinstance(value, Decimal):
        return abs(value - before)
    if isinstance(before, date) and isinstance(value, date):
        return Decimal(abs((value - before).days))
    return Decimal(0)


def _candidates(plan: Plan, comparison: Comparison, declared: Input) -> Iterator[Value]:
    match declared.kind:
        case Kind.YES_NO:
            yield from (True, False)
        case Kind.CHOICE:
            yield from declared.options
        case Kind.LIST:
            yield from _lists(plan.facts.get(declared.name), comparison)
        case Kind.DATE:
            threshold = threshold_of(comparison, plan.facts)
            if isinstance(threshold, date):
                yield from (threshold + timedelta(days) for days in (-1, 0, 1))
        case Kind.LENGTH | Kind.NUMBER:
            numbers = _numbers(plan, comparison, declared)
            yield from (number for number in numbers if not doubted(declared, number))


def _lists(before: Value | None, comparison: Comparison) -> Iterator[Value]:
    word = comparison.threshold
    if isinstance(before, tuple) and isinstance(word, str):
        yield tuple(each for each in before if each != word)
        yield (*before, word)


def _numbers(plan: Plan, comparison: Comparison, declared: Input) -> Iterator[Decimal]:
    """Around the threshold; for what lies behind a derived fact, moved as far as that has to."""
    threshold, now = threshold_of(comparison, plan.facts), plan.facts.get(comparison.fact)
    before = plan.facts.get(declared.name)
    if not isinstance(threshold, Decimal):
        return
    is_fixed = not isinstance(comparison.threshold, FactNamed)
    if comparison.operator is Operator.IS and is_fixed and declared.name == comparison.fact:
        yield threshold
    for wanted in _on_grid(threshold, declared.step):
        if declared.name == comparison.fact:
            yield wanted
        elif isinstance(now, Decimal) and isinstance(before, Decimal):
            for factor in _FACTORS:
                yield from _on_grid(before + (wanted - now) * factor, declared.step)


def _on_grid(number: Decimal, step: Decimal) -> Iterator[Decimal]:
    """The multiples of the step at a number and on both sides of it."""
    low, high = ((number / step).to_integral_value(way) for way in (ROUND_FLOOR, ROUND_CEILING))
    for count in sorted({low - 1, low, high, high + 1}):
        yield count * step
