# SPDX-License-Identifier: EUPL-1.2
"""The geometry of a street plan: where plots lie and in which direction their fronts look.

Lengths in metres, points in RD coordinates (x east, y north), directions in whole degrees
clockwise from north. A street is drawn along its direction; the odd numbers lie to the left of
it, the even ones to the right, and both look at the street.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

FRONT = 7.0  # from the middle of the street to the front wall
HOUSE = 9.0  # from front wall to back wall
PATH = 3.0  # width of a public path between back gardens
CROSSING = 10.0  # a public opening between two blocks
BLOCK = 12  # plots in a row before an opening


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot: the middle of its building, and what of it borders on public ground."""

    number: int
    x: float
    y: float
    facing: int
    path_behind: bool
    open_left: bool  # seen from the street
    open_right: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line to measure along: a starting point and a direction."""

    x: float
    y: float
    direction: int

    def at(self, along: float, right: float) -> tuple[float, float]:
        """The point so many metres along the line and to the right of it, to the decimetre."""
        angle = math.radians(self.direction)
        x = self.x + along * math.sin(angle) + right * math.cos(angle)
        y = self.y + along * math.cos(angle) - right * math.sin(angle)
        return round(x, 1), round(y, 1)


def row(
    line: Line, numbers: range, *, width: float, on_right: bool, path_behind: bool
) -> Iterator[Plot]:
    """The plots on one side of a street, in blocks with a public opening in between.

    width: of one plot. The last plot of the row is a corner too.
    """
    right = (FRONT + HOUSE / 2) * (1 if on_right else -1)
    facing = (line.direction + (270 if on_right else 90)) % 360
    for index, number in enumerate(numbers):
        along = (index + 0.5) * width + (index // BLOCK) * CROSSING
        x, y = line.at(along, right)
        starts = index % BLOCK == 0
        ends = index % BLOCK == BLOCK - 1 or index == len(numbers) - 1
        # To somebody in the street who looks at an even house the numbers run up to the left.
        open_left, open_right = (ends, starts) if on_right else (starts, ends)
        yield Plot(number, x, y, facing, path_behind, open_left, open_right)


def street(
    line: Line, plots_per_side: int, *, width: float, path_left: bool, path_right: bool
) -> Iterator[list[Plot]]:
    """Both sides of a straight street: first the odd numbers, then the even ones."""
    odd = range(1, 2 * plots_per_side, 2)
    even = range(2, 2 * plots_per_side + 1, 2)
    yield list(row(line, odd, width=width, on_right=False, path_behind=path_left))
    yield list(row(line, even, width=width, on_right=True, path_behind=path_right))


def square(corner: Line, plots_per_side: int, *, width: float) -> Iterator[list[Plot]]:
    """A square: four rows that look at its middle, numbered around it."""
    side = plots_per_side * width
    for turn in range(4):
        first = turn * plots_per_side + 1
        numbers = range(first, first + plots_per_side)
        x, y = _corner(corner, side, turn)
        line = Line(x, y, (corner.direction + 90 * turn) % 360)
        yield list(row(line, numbers, width=width, on_right=False, path_behind=False))


def _corner(corner: Line, side: float, turn: int) -> tuple[float, float]:
    """Where the row after so many right turns starts."""
    along, right = ((0.0, 0.0), (side, 0.0), (side, side), (0.0, side))[turn]
    return corner.at(along, right)
