# SPDX-License-Identifier: EUPL-1.2
"""The nearest change of the plan that would turn a no: found per row, then tried as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, product

from gemeengoed.procedures.conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Operator,
    threshold_of,
    truth_of,
)
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.table import Row
from gemeengoed.procedures.values import Facts, Value

MOST_TRIED = 500  # combinations; real tables need a handful
ANOTHER_CHOICE = Decimal(10)  # another roof plane weighs more than any number of centimetres
_DAY = timedelta(days=1)

Changes = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """New values of facts. outcome: what then comes of it, as shown; ``onbekend`` while facts miss.

    Only facts that a plan can have otherwise are in it.
    """

    values: Changes
    outcome: str


def nearest_change(judgement: Judgement) -> Change | None:
    """The smallest change that turns a settled no; None when there is none, or no no."""
    procedure = judgement.procedure
    if judgement.outcome is None or not procedure.outcome(judgement.outcome).is_no:
        return None
    rows = [row for row in judgement.failed if procedure.outcome(row.row.outcome).is_no]
    per_row = [list(_ways_out(procedure, row.row, row.facts)) for row in rows]
    combined = (_merged(parts) for parts in islice(product(*per_row), MOST_TRIED))
    tried = [
        (_cost(procedure, judgement.facts, changes), number, changes)
        for number, changes in enumerate(combined)
        if changes
    ]
    for _, _, changes in sorted(tried, key=lambda each: each[:2]):
        after = evaluate(procedure, {**judgement.given, **changes}, judgement.day)
        if after.outcome is None or not procedure.outcome(after.outcome).is_no:
            return Change(changes, after.shown)
    return None


def _ways_out(procedure: Procedure, row: Row, facts: Facts) -> Iterator[Changes]:
    """Changes after which the row no longer hits."""
    if row.requires is not None:
        yield from _make(procedure, row.requires, facts, wanted=True)
    else:
        yield from _make(procedure, row.when, facts, wanted=False)


def _make(
    procedure: Procedure, condition: Condition, facts: Facts, *, wanted: bool
) -> Iterator[Changes]:
    """Changes that give the condition this truth; one that has it already needs none."""
    if truth_of(condition, facts) is wanted:
        yield {}
        return
    match condition:
        case Comparison():
            yield from _other_values(procedure, condition, facts, wanted=wanted)
        case Not(part):
            yield from _make(procedure, part, facts, wanted=not wanted)
        case AllOf(parts) | AnyOf(parts) if isinstance(condition, AllOf) is wanted:
            ways = [list(_make(procedure, part, facts, wanted=wanted)) for part in parts]
            yield from (_merged(each) for each in islice(product(*ways), MOST_TRIED))
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _make(procedure, part, facts, wanted=wanted)


def _merged(changes: tuple[Changes, ...]) -> Changes:
    """All of them together; where two want another value of one fact the last counts.

    Whether that still helps is seen when the whole is tried.
    """
    return {name: value for each in changes for name, value in each.items()}


def _other_values(
    procedure: Procedure, comparison: Comparison, facts: Facts, *, wanted: bool
) -> Iterator[Changes]:
    declared = procedure.inputs.get(comparison.fact)
    threshold = threshold_of(comparison, facts)
    if declared is None or not declared.changeable or threshold is None:
        return
    if isinstance(threshold, Decimal | date):
        for value in _near(threshold, comparison.operator, declared, wanted=wanted):
            yield {comparison.fact: value}
        return
    if declared.kind not in (Kind.YES_NO, Kind.CHOICE):
        return
    for option in _options(declared):
        holds = truth_of(comparison, {**facts, comparison.fact: option})
        if holds is wanted:
            yield {comparison.fact: option}


def _near(
    threshold: Decimal | date, operator: Operator, declared: Input, *, wanted: bool
) -> Iterator[Decimal | date]:
    """The number or day nearest to the threshold with which the comparison is as wanted."""
    on, below, above = _beside(threshold, declared)
    nearest = {
        (Operator.AT_MOST, True): on,
        (Operator.AT_MOST, False): above,
        (Operator.BELOW, True): below,
        (Operator.BELOW, False): on,
        (Operator.AT_LEAST, True): on,
        (Operator.AT_LEAST, False): below,
        (Operator.ABOVE, True): above,
        (Operator.ABOVE, False): on,
    }.get((operator, wanted))
    if isinstance(nearest, date) or (nearest is not None and nearest >= 0):
        yield nearest


def _beside(
    threshold: Decimal | date, declared: Input
) -> tuple[Decimal | date, Decimal | date, Decimal | date]:
    """The threshold itself, the smallest step below it and the smallest above it."""
    if isinstance(threshold, date):
        return threshold, threshold - _DAY, threshold + _DAY
    return threshold, threshold - declared.step, threshold + declared.step


def _options(declared: Input) -> tuple[Value, ...]:
    return (True, False) if declared.kind is Kind.YES_NO else declared.options


def _cost(procedure: Procedure, facts: Facts, changes: Changes) -> Decimal:
    """How far the plan is from this one: lengths in metres, days; another choice weighs as ten."""
    cost = Decimal(0)
    for name, value in changes.items():
        before = facts.get(name)
        if isinstance(value, Decimal) and isinstance(before, Decimal):
            cost += abs(value - before)
        elif isinstance(value, date) and isinstance(before, date):
            cost += abs((value - before).days)
        else:
            cost += ANOTHER_CHOICE
    return cost
