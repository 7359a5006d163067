# SPDX-License-Identifier: EUPL-1.2
"""What a judged table says in the terms of DMN: a value, several, a sum, or null."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gemeengoed.procedures.dmn.as_procedure import Decision
from gemeengoed.procedures.dmn.document import refused
from gemeengoed.procedures.dmn.rules import COUNTED, SEVERAL_RESULTS, Policy, Values
from gemeengoed.procedures.judged import JudgedRow, Judgement
from gemeengoed.procedures.table import Row
from gemeengoed.procedures.values import Value

One = Value | dict[str, Value | None] | None


@dataclass(frozen=True, slots=True)
class Result:
    """value: None is DMN's null; a mapping where there are several output columns.

    is_settled: False as long as a fact that is missing can change it; value then says nothing.
    """

    value: One | list[One]
    is_settled: bool = True


_OPEN = Result(None, is_settled=False)


def result_of(decision: Decision, judgement: Judgement) -> Result:
    """The result of the decision. judgement: of its procedure.

    Raises DmnRefusedError when more rules hit than the hit policy allows.
    """
    rows = judgement.tables[0].rows
    hits = [row.row for row in rows if row.hits is True]
    if decision.policy in SEVERAL_RESULTS or decision.policy in COUNTED:
        return _OPEN if _are_open(rows) else _all(decision, hits)
    _check(decision, hits)
    if judgement.outcome is not None:
        return Result(_one(decision, judgement.outcome))
    return _OPEN if judgement.candidates else Result(None)


def _are_open(rows: Sequence[JudgedRow]) -> bool:
    return any(row.hits is None for row in rows)


def _check(decision: Decision, hits: Sequence[Row]) -> None:
    """UNIQUE allows one rule, ANY several that agree."""
    outcomes = {row.outcome for row in hits}
    too_many = decision.policy is Policy.UNIQUE and len(hits) > 1
    if too_many or (decision.policy is Policy.ANY and len(outcomes) > 1):
        names = ", ".join(row.id for row in hits)
        raise refused(
            f"{names} treffen tegelijk; dat mag niet bij {decision.policy}", decision.name
        )


def _all(decision: Decision, hits: list[Row]) -> Result:
    if not hits:
        default = decision.procedure.tables[0].otherwise
        return Result(None if default is None else _one(decision, default))
    if decision.policy is Policy.OUTPUT_ORDER:
        hits.sort(key=lambda row: decision.procedure.rank(row.outcome))
    if decision.policy in COUNTED:
        return Result(_counted(decision.policy, [decision.values[row.outcome] for row in hits]))
    return Result([_one(decision, row.outcome) for row in hits])


def _counted(policy: Policy, given: Sequence[Values]) -> Decimal:
    numbers = [values[0] for values in given if isinstance(values[0], Decimal)]
    match policy:
        case Policy.COUNT:
            return Decimal(len(given))
        case Policy.SUM:
            return sum(numbers, Decimal(0))
        case Policy.MINIMUM:
            return min(numbers)
    return max(numbers)


def _one(decision: Decision, outcome: str) -> One:
    values = decision.values[outcome]
    if len(decision.columns) == 1:
        return values[0]
    if all(value is None for value in values):
        return None
    return dict(zip(decision.columns, values, strict=True))
