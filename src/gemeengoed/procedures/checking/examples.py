# SPDX-License-Identifier: EUPL-1.2
"""Facts on which what was found really happens: only with these is it told as a fault."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice, product

from gemeengoed.procedures.checking.boxes import Box
from gemeengoed.procedures.derivations import derive
from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.reading import doubted
from gemeengoed.procedures.space import NUMBERS, Axis, Space
from gemeengoed.procedures.values import Facts, Value, as_written

MOST_TRIED = 2000  # where facts are compared with facts, values for them are tried out


def example(
    procedure: Procedure, space: Space, box: Box, happens: Callable[[Facts], bool]
) -> Facts | None:
    """The fewest facts of the box with which it happens; None when none were found.

    happens is asked with all facts, the derived ones among them. Where no fact is compared with a
    fact and none is derived, every case of a box is as good as another, and one is found.
    """
    for facts in islice(_tried(procedure, space, box), MOST_TRIED):
        if happens(derive(procedure, facts)):
            return _fewest(procedure, facts, happens)
    return None


def in_words(facts: Facts) -> str:
    """``vlak = zij, hoogte_m = 1.76``."""
    written = (f"{name} = {as_written(value) or 'leeg'}" for name, value in facts.items())
    return ", ".join(written) or "whatever the facts are"


def _fewest(procedure: Procedure, facts: Facts, happens: Callable[[Facts], bool]) -> Facts:
    left = dict(facts)
    for name in facts:
        without = {each: value for each, value in left.items() if each != name}
        if happens(derive(procedure, without)):
            left = without
    return left


def _tried(procedure: Procedure, space: Space, box: Box) -> Iterator[Facts]:
    derived = {e.name: e.takes for e in procedure.derived if e.name not in procedure.inputs}
    own: dict[str, Value] = {}
    behind: dict[str, None] = {}  # facts whose value is not simply that of a cell
    for place, axis in enumerate(space.axes):
        name = axis.fact.name
        if axis.other is not None or name in derived:
            behind |= dict.fromkeys(_given(derived, name, axis.other))
        else:
            own[name] = _joined(own.get(name), _first_cell(axis, box.get(place, axis.full)))
    if not behind:
        yield own
        return
    tried = [_values(space, space.facts[name], own.get(name)) for name in behind]
    for values in product(*tried):
        yield {**own, **dict(zip(behind, values, strict=True))}


def _given(derived: dict[str, tuple[str, ...]], *names: str | None) -> Iterator[str]:
    """The facts that somebody gives, behind these."""
    for name in names:
        if name in derived:
            yield from _given(derived, *derived[name])
        elif name is not None:
            yield name


def _first_cell(axis: Axis, bits: int) -> Value:
    return axis.cells[(bits & -bits).bit_length() - 1]


def _joined(before: Value | None, value: Value) -> Value:
    """The words of a list come from an axis each."""
    if isinstance(before, tuple) and isinstance(value, tuple):
        return (*before, *value)
    return value


def _values(space: Space, fact: Input, own: Value | None) -> Sequence[Value]:
    """Values to try for a fact that is compared with others: around everything that is compared."""
    first = [] if own is None else [own]
    match fact.kind:
        case Kind.YES_NO:
            return (True, False)
        case Kind.CHOICE:
            return fact.options or first
        case Kind.LENGTH | Kind.NUMBER:
            return [*first, *(each for each in _numbers(space, fact) if not doubted(fact, each))]
        case Kind.DATE:
            return [*first, *_cells(space, date), date(2026, 1, 1)]
    return first or [()]


def _numbers(space: Space, fact: Input) -> Iterator[Decimal]:
    yield from (each for each in (fact.minimum, fact.maximum) if each is not None)
    for axis in space.axes:
        if axis.fact.kind in NUMBERS and axis.other is None:
            for cell in axis.cells:
                if isinstance(cell, Decimal):
                    yield from (cell, cell * 2, cell / 2)
    yield from (Decimal(1), Decimal(2))


def _cells[V](space: Space, kind: type[V]) -> list[V]:
    return [
        cell
        for axis in space.axes
        if axis.other is None
        for cell in axis.cells
        if isinstance(cell, kind)
    ]
