# SPDX-License-Identifier: EUPL-1.2
"""Whether some rule hits whatever the facts are. DMN allows gaps: there it gives null."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from gemeengoed.procedures.conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    FactNamed,
    Not,
    Operator,
    comparisons_in,
    facts_in,
    truth_of,
)
from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.values import Facts, Value

MOST_TRIED = 3_000  # cases; a table that needs more is taken to have a gap

_OPPOSITES = {
    Operator.ABOVE: Operator.AT_MOST,
    Operator.AT_LEAST: Operator.BELOW,
    Operator.IS_NOT: Operator.IS,
}


def has_gap(procedure: Procedure) -> bool:
    """False only when some row of its one table surely hits, whatever the facts are."""
    conditions = [_freed(row.hits) for row in procedure.tables[0].rows]
    waiting: list[Facts] = [{}]
    for _ in range(MOST_TRIED):
        if not waiting:
            return False
        facts = waiting.pop()
        truths = [truth_of(condition, facts) for condition in conditions]
        if True in truths:
            continue
        may_hit = [each for each, truth in zip(conditions, truths, strict=True) if truth is None]
        fact = _next_to_try(may_hit, facts)
        if fact is None:
            return True
        values = _values(_declared(procedure, fact), conditions)
        waiting += [{**facts, fact: value} for value in values]
    return True


def _freed(condition: Condition) -> Condition:
    """The condition with each comparison of two facts as a fact of its own, that is so or not.

    That allows more cases than there can be: what has no gap then has none.
    """
    match condition:
        case Comparison(fact, operator, FactNamed(name) as named):
            if operator in _OPPOSITES:
                return Not(_freed(Comparison(fact, _OPPOSITES[operator], named)))
            return Comparison(f"{fact} {operator} {name}", Operator.IS, True)
        case Comparison():
            return condition
        case Not(part):
            return Not(_freed(part))
        case AllOf(parts):
            return AllOf(tuple(_freed(part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_freed(part) for part in parts))


def _next_to_try(conditions: Iterable[Condition], facts: Facts) -> str | None:
    """A fact that is not known yet and a condition looks at; None when there is none."""
    named = (fact for each in conditions for fact in facts_in(each) if fact not in facts)
    return next(named, None)


def _declared(procedure: Procedure, fact: str) -> Input:
    """What a fact can be; one that follows from others is taken to be free."""
    if fact in procedure.inputs:
        return procedure.inputs[fact]
    kinds = {each.name: each.kind for each in procedure.derived}
    return Input(fact, kinds.get(fact, Kind.YES_NO), fact)


def _values(declared: Input, conditions: Iterable[Condition]) -> Sequence[Value]:
    """One value of each kind that the conditions can tell apart."""
    if declared.kind is Kind.YES_NO:
        return (True, False)
    if declared.kind is Kind.CHOICE:
        return declared.options
    compared = (each for condition in conditions for each in comparisons_in(condition))
    ends = {each.threshold for each in compared if each.fact == declared.name}
    if declared.kind is Kind.DATE:
        days = [day for day in ends if isinstance(day, date)]
        return sorted({day + timedelta(move) for day in days for move in (-1, 0, 1)})
    numbers = _points(sorted(number for number in ends if isinstance(number, Decimal)))
    low, high = declared.minimum, declared.maximum
    return [n for n in numbers if (low is None or n >= low) and (high is None or n <= high)]


def _points(ends: Sequence[Decimal]) -> list[Decimal]:
    """Every end, a number between each two, and one on either side."""
    between = [(low + high) / 2 for low, high in pairwise(ends)]
    return [ends[0] - 1, *ends, *between, ends[-1] + 1]
