# SPDX-License-Identifier: EUPL-1.2
"""Sets of cases as boxes: per axis the cells that are in it. Exact, and bounded in work."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gemeengoed.procedures.conditions import AllOf, AnyOf, Comparison, Condition, Not
from gemeengoed.procedures.errors import TooTangledError
from gemeengoed.procedures.space import Space

MOST_STEPS = 20_000  # some tenths of a second; the tables of a municipality need some hundreds

# place of an axis -> its cells as bits; an axis that is not in it is not limited
Box = Mapping[int, int]


@dataclass(slots=True)
class Boxes:
    """Algebra in one space. Raises TooTangledError when it would take too long."""

    space: Space
    steps_left: int = field(default=MOST_STEPS)

    def of(self, condition: Condition, *, holds: bool = True) -> list[Box]:
        """The cases in which the condition holds, or does not; boxes may overlap."""
        match condition:
            case Comparison():
                return self._where(condition, holds=holds)
            case Not(part):
                return self.of(part, holds=not holds)
            case AllOf(parts) | AnyOf(parts) if isinstance(condition, AllOf) is holds:
                found: list[Box] = [{}]
                for part in parts:
                    found = self.common(found, self.of(part, holds=holds))
                return found
            case AllOf(parts) | AnyOf(parts):
                return [box for part in parts for box in self.of(part, holds=holds)]

    def _where(self, comparison: Comparison, *, holds: bool) -> list[Box]:
        place, bits = self.space.cells_of(comparison)
        full = self.space.axes[place].full
        bits = bits if holds else full & ~bits
        if bits == full:
            return [{}]
        return [{place: bits}] if bits else []

    def common(self, some: Iterable[Box], others: Sequence[Box]) -> list[Box]:
        """The cases that are in both."""
        found: dict[tuple[tuple[int, int], ...], Box] = {}
        for one in some:
            for other in others:
                self._count()
                both = _both(one, other)
                if both is not None:
                    found[tuple(sorted(both.items()))] = both
        return list(found.values())

    def without(self, some: Sequence[Box], taken: Iterable[Box]) -> list[Box]:
        """The cases of some that are not taken; the boxes that are left do not overlap more."""
        left = list(some)
        for box in taken:
            left = [piece for one in left for piece in self._less(one, box)]
        return left

    def _less(self, one: Box, other: Box) -> Iterable[Box]:
        self._count()
        both = _both(one, other)
        if both is None:
            yield one
            return
        inside = dict(one)
        for place, bits in other.items():
            mine = inside.get(place, self.space.axes[place].full)
            if outside := mine & ~bits:
                self._count()
                yield {**inside, place: outside}
            inside[place] = mine & bits

    def _count(self) -> None:
        self.steps_left -= 1
        if self.steps_left < 0:
            raise TooTangledError


def _both(one: Box, other: Box) -> Box | None:
    both = dict(one)
    for place, bits in other.items():
        both[place] = bits if place not in both else both[place] & bits
        if not both[place]:
            return None
    return both
