# SPDX-License-Identifier: EUPL-1.2
"""Who lives on which side of a building, from points and facing alone. Pure.

Points in metres (RD), directions in degrees clockwise from north. Left and right are those of
somebody in the street who looks at the front.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gemeengoed.gateways.adressen.shapes import Side

REACH = 95.0  # no neighbour is farther away than this (the other side of a square)
REACH_BESIDE = 45.0
REACH_BEHIND = 70.0
SAME_ROW = 6.0  # how far a neighbour's front may lie before or behind ours
TURNED = 45  # degrees by which fronts of one row, or facing fronts, may be off


@dataclass(frozen=True, slots=True)
class Building:
    id: str
    x: float
    y: float
    facing: int


def sides(own: Building, others: Iterable[Building]) -> Iterator[tuple[Side, Building, float]]:
    """The nearest building on each side that has one, with its distance in metres."""
    nearest: dict[Side, tuple[float, str, Building]] = {}
    for other in others:
        side = _side(own, other)
        if other.id == own.id or side is None:
            continue
        distance = math.hypot(other.x - own.x, other.y - own.y)
        nearest[side] = min(nearest.get(side, (math.inf, "", other)), (distance, other.id, other))
    for side in Side:
        if side in nearest:
            distance, _, building = nearest[side]
            yield side, building, round(distance, 1)


def _side(own: Building, other: Building) -> Side | None:
    """On which side of own the other lies; None when on none of them."""
    angle = math.radians(own.facing)
    dx, dy = other.x - own.x, other.y - own.y
    ahead = dx * math.sin(angle) + dy * math.cos(angle)
    right = dy * math.sin(angle) - dx * math.cos(angle)
    if abs(ahead) <= SAME_ROW and _is_same_row(own, other):
        if abs(right) > REACH_BESIDE:
            return None
        return Side.RIGHT if right > 0 else Side.LEFT
    if abs(right) > abs(ahead) * 0.6:
        return None
    if ahead > 0:
        return Side.OPPOSITE if ahead <= REACH and _turn(own, other) >= 180 - TURNED else None
    return Side.BEHIND if -ahead <= REACH_BEHIND else None


def _is_same_row(own: Building, other: Building) -> bool:
    return _turn(own, other) <= TURNED


def _turn(own: Building, other: Building) -> int:
    """The angle between the two fronts: 0 look the same way, 180 look at each other."""
    turn = abs(own.facing - other.facing) % 360
    return min(turn, 360 - turn)
