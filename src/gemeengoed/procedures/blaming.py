# SPDX-License-Identifier: EUPL-1.2
"""Which comparisons make a condition hold, or keep it from holding."""

from collections.abc import Iterator

from gemeengoed.procedures.conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Not,
    truth_of,
)
from gemeengoed.procedures.kleene import Truth
from gemeengoed.procedures.values import Facts


def responsible(condition: Condition, facts: Facts, truth: Truth) -> Iterator[Comparison]:
    """The comparisons because of which the condition is what it is: true, false or unknown.

    truth must be that of the condition on these facts. A conjunction is false because of its
    false parts only; it is true because of all of them.
    """
    match condition:
        case Comparison():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                mine = truth_of(part, facts)
                if mine is truth:
                    yield from responsible(part, facts, mine)
        case Not(part):
            yield from responsible(part, facts, truth_of(part, facts))
