# SPDX-License-Identifier: EUPL-1.2
"""All cases that rules can tell apart: per fact cells, inside which no comparison changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from gemeengoed.procedures.conditions import Comparison, FactNamed, Operator, compares
from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.values import Value

SOMETHING_ELSE = "iets_anders"  # stands for all words that no condition names
NUMBERS = (Kind.LENGTH, Kind.NUMBER)
_ORDERED = (*NUMBERS, Kind.DATE)
_EQUAL, _BELOW, _ABOVE = Decimal(0), Decimal(-1), Decimal(1)
_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Axis:
    """One thing that comparisons look at. cells: a value out of each.

    other: the fact that it is compared with; the cells are then below (-1), equal (0), above (1).
    Of a list there is an axis per word, with cells without and with it.
    """

    fact: Input
    cells: tuple[Value, ...]
    other: str | None = None

    @property
    def full(self) -> int:
        """All cells, as bits."""
        return (1 << len(self.cells)) - 1


class Space:
    """The axes of some comparisons. facts: every fact that is known here, by name."""

    def __init__(self, facts: Mapping[str, Input], comparisons: Iterable[Comparison]) -> None:
        self.facts = facts
        together: dict[tuple[str, str], list[Comparison]] = {}
        for comparison in comparisons:
            together.setdefault(_key(comparison), []).append(comparison)
        self.axes = tuple(_axis(facts, each) for each in together.values())
        self._places = {key: place for place, key in enumerate(together)}

    def cells_of(self, comparison: Comparison) -> tuple[int, int]:
        """(place of the axis, the cells on which it holds as bits)."""
        place = self._places[_key(comparison)]
        threshold = comparison.threshold
        value = _EQUAL if isinstance(threshold, FactNamed) else threshold
        bits = 0
        for number, cell in enumerate(self.axes[place].cells):
            if compares(cell, comparison.operator, value):
                bits |= 1 << number
        return place, bits


def known_in(procedure: Procedure, for_each: str | None) -> dict[str, Input]:
    """The facts that rows can look at: inputs, what is derived, values that words of lists carry,
    fields of the items judged here.

    A derived fact that is an input too can be given, so it is taken as an input.
    """
    facts = {
        each.name: Input(each.name, each.kind, each.label, options=each.options)
        for each in procedure.derived
    }
    lists = [each for each in procedure.inputs.values() if each.kind is Kind.LIST]
    facts |= {field.name: field for each in lists for field in each.fields}
    facts |= procedure.inputs
    items = procedure.inputs.get(for_each or "")
    return facts | {field.name: field for field in (items.fields if items else ())}


def _key(comparison: Comparison) -> tuple[str, str]:
    """What shares an axis: the same fact, the same two facts, or the same word of a list."""
    if isinstance(comparison.threshold, FactNamed):
        return comparison.fact, f"@{comparison.threshold.name}"
    if comparison.operator is Operator.HAS:
        return comparison.fact, f"has {comparison.threshold}"
    return comparison.fact, ""


def _axis(facts: Mapping[str, Input], comparisons: Sequence[Comparison]) -> Axis:
    fact, threshold = facts[comparisons[0].fact], comparisons[0].threshold
    if isinstance(threshold, FactNamed):
        cells = (_BELOW, _EQUAL, _ABOVE) if fact.kind in _ORDERED else (_EQUAL, _ABOVE)
        return Axis(fact, cells, threshold.name)
    if comparisons[0].operator is Operator.HAS:
        return Axis(fact, ((), (str(threshold),)))
    return Axis(fact, _values(fact, [each.threshold for each in comparisons]))


def _values(fact: Input, thresholds: Sequence[object]) -> tuple[Value, ...]:
    match fact.kind:
        case Kind.YES_NO:
            return (True, False)
        case Kind.LENGTH | Kind.NUMBER:
            return _numbers(fact, {each for each in thresholds if isinstance(each, Decimal)})
        case Kind.DATE:
            return _days({each for each in thresholds if isinstance(each, date)})
    if fact.options:
        return fact.options
    named = [each if isinstance(each, tuple) else (each,) for each in thresholds]
    return (*dict.fromkeys(str(word) for words in named for word in words), SOMETHING_ELSE)


def _numbers(fact: Input, thresholds: set[Decimal]) -> tuple[Decimal, ...]:
    """Each threshold, and a number in each stretch between them, inside what is plausible."""
    low, high, step = fact.minimum, fact.maximum, fact.step
    on = sorted(
        each
        for each in thresholds
        if (low is None or each >= low) and (high is None or each <= high)
    )
    if not on:
        return (next(each for each in (low, high, Decimal(0)) if each is not None),)
    cells = [] if low == on[0] else [on[0] - step if low is None else max(low, on[0] - step)]
    for here, after in pairwise(on):
        cells += [here, here + step if here + step < after else (here + after) / 2]
    cells.append(on[-1])
    if high != on[-1]:
        cells.append(on[-1] + step if high is None else min(high, on[-1] + step))
    return tuple(cells)


def _days(thresholds: set[date]) -> tuple[date, ...]:
    """Each threshold and the day after it: between two days there is none."""
    on = sorted(thresholds)
    cells = [] if on[0] == date.min else [on[0] - _DAY]
    for day in on[:-1]:
        cells += [day, day + _DAY]
    cells.append(on[-1])
    if on[-1] != date.max:
        cells.append(on[-1] + _DAY)
    return tuple(cells)
