# SPDX-License-Identifier: EUPL-1.2
"""A condition as DMN can have it: rules beside each other, in each a list of cells that all hold.

Taken apart with De Morgan and distribution only, which hold for what is unknown as well: together
the alternatives are true, false or unknown exactly where the condition is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from gemeengoed.procedures.conditions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    FactNamed,
    Not,
    Operator,
)
from gemeengoed.procedures.dmn.document import refused
from gemeengoed.procedures.dmn.literals import write_literal
from gemeengoed.procedures.values import Value

MOST_RULES = 2_000  # of one row

_OPPOSITES: Mapping[Operator, Operator] = {
    Operator.IS: Operator.IS_NOT,
    Operator.IS_NOT: Operator.IS,
    Operator.BELOW: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.BELOW,
    Operator.ABOVE: Operator.AT_MOST,
    Operator.AT_MOST: Operator.ABOVE,
}
_ABOVE = {Operator.ABOVE: "(", Operator.AT_LEAST: "["}
_BELOW = {Operator.BELOW: ")", Operator.AT_MOST: "]"}


@dataclass(frozen=True, slots=True)
class Test:
    """A comparison, or what it is when it does not hold."""

    comparison: Comparison
    holds: bool = True


Alternative = tuple[Test, ...]


def alternatives(condition: Condition, *, holds: bool = True) -> tuple[Alternative, ...]:
    """The alternatives that are the condition together; none when it never holds.

    Raises DmnRefusedError when there are too many.
    """
    match condition:
        case Comparison(fact, operator, threshold):
            opposite = _OPPOSITES.get(operator)
            if holds or opposite is None:
                return ((Test(condition, holds),),)
            return ((Test(Comparison(fact, opposite, threshold)),),)
        case Not(part):
            return alternatives(part, holds=not holds)
        case AllOf(parts) | AnyOf(parts):
            each = [alternatives(part, holds=holds) for part in parts]
    if isinstance(condition, AllOf) is holds:
        return _crossed(each)
    return tuple(dict.fromkeys(alternative for found in each for alternative in found))


def _crossed(parts: list[tuple[Alternative, ...]]) -> tuple[Alternative, ...]:
    """One alternative of each part, in every combination."""
    found: tuple[Alternative, ...] = ((),)
    for part in parts:
        found = tuple(_joined(*pair) for pair in product(found, part))
        if len(found) > MOST_RULES:
            raise refused("een voorwaarde valt uiteen in te veel regels")
    return tuple(dict.fromkeys(found))


def _joined(first: Alternative, second: Alternative) -> Alternative:
    return tuple(dict.fromkeys((*first, *second)))


def cells_of(alternative: Alternative) -> dict[str, list[str]]:
    """Per fact its cells: usually one; several where one cell cannot say it all."""
    by_fact: dict[str, list[Test]] = {}
    for test in alternative:
        by_fact.setdefault(test.comparison.fact, []).append(test)
    return {fact: _cells(tests) for fact, tests in by_fact.items()}


def _cells(tests: list[Test]) -> list[str]:
    if len(tests) == 2 and (interval := _interval(tests[0].comparison, tests[1].comparison)):
        return [interval]
    if all(_excludes(test.comparison) for test in tests):
        return [f"not({','.join(_end(test.comparison.threshold) for test in tests)})"]
    return [_cell(test) for test in tests]


def _excludes(comparison: Comparison) -> bool:
    """Whether it says which word, number or day it may not be."""
    is_yes_or_no = isinstance(comparison.threshold, bool)
    return comparison.operator is Operator.IS_NOT and not is_yes_or_no


def _interval(one: Comparison, other: Comparison) -> str | None:
    """``(0.5..1.0)``, when the two are a lower and a higher end."""
    low, high = (one, other) if one.operator in _ABOVE else (other, one)
    if low.operator not in _ABOVE or high.operator not in _BELOW:
        return None
    ends = low.threshold, high.threshold
    if not (isinstance(ends[0], Decimal) and isinstance(ends[1], Decimal) and ends[0] < ends[1]):
        return None
    return f"{_ABOVE[low.operator]}{ends[0]:f}..{ends[1]:f}{_BELOW[high.operator]}"


def _cell(test: Test) -> str:
    comparison = test.comparison
    operator, threshold = comparison.operator, comparison.threshold
    if operator is Operator.HAS:
        raise refused(f"{comparison.fact}: een lijst van woorden heeft geen plek in een cel")
    if operator is Operator.AMONG and isinstance(threshold, tuple):
        words = ",".join(write_literal(word) for word in threshold)
        return words if test.holds else f"not({words})"
    if operator is Operator.IS_NOT and isinstance(threshold, bool):
        return write_literal(not threshold)
    end = _end(threshold)
    return end if operator is Operator.IS else f"{operator} {end}"


def _end(threshold: Value | FactNamed) -> str:
    return threshold.name if isinstance(threshold, FactNamed) else write_literal(threshold)
