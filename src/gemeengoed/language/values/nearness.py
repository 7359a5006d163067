# SPDX-License-Identifier: EUPL-1.2
"""The name in a short list that was probably meant: at most one or two slips away."""

from collections.abc import Collection
from functools import lru_cache

_ONE_SLIP_FROM = 5  # letters
_TWO_SLIPS_FROM = 9
_MOST_LETTERS = 60
_SHORT_FORMS = (("str.", "straat"), ("str", "straat"), ("ln.", "laan"), ("ln", "laan"))


@lru_cache(maxsize=4096)
def nearest(told: str, names: frozenset[str]) -> str | None:
    """The one name that is nearest; None when none is near, or two are equally near."""
    if told in names:
        return told
    for short, long in _SHORT_FORMS:
        if told.endswith(short) and told[: -len(short)] + long in names:
            return told[: -len(short)] + long
    if not _ONE_SLIP_FROM <= len(told) <= _MOST_LETTERS:
        return None
    most = 2 if len(told) >= _TWO_SLIPS_FROM else 1
    near = [
        (slips, name) for name in _alike(told, names) if (slips := distance(told, name)) <= most
    ]
    near.sort()
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


def _alike(told: str, names: Collection[str]) -> list[str]:
    """Names of about the same length that share an end: the others need not be measured."""
    return [
        name
        for name in names
        if abs(len(name) - len(told)) <= 2 and (name[:2] == told[:2] or name[-3:] == told[-3:])
    ]


def distance(first: str, second: str) -> int:
    """Letters to add, drop, change or swap with their neighbour to make one into the other."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        previous, before = row, row if i == 1 else before
        row = [i]
        for j, other in enumerate(second, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = previous
    return row[-1]
