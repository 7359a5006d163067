# SPDX-License-Identifier: EUPL-1.2
"""Are the values in sentences found exactly: each that is there, and no other?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Found = Mapping[str, str | int | float]
_ROLES = ("_van", "_naar", "_begin", "_eind")  # "straat_naar" only says more of a "straat"


@dataclass(frozen=True, slots=True)
class Sentence:
    """values: keys as ``gemeengoed understand`` writes them."""

    text: str
    today: date
    values: Found


@dataclass(frozen=True, slots=True)
class ValueFigures:
    """exact: share of sentences in which all values are right and none is found too many.

    by_kind: per key how many were there, and how many of them were found as they are.
    """

    sentences: int
    exact: float
    by_kind: dict[str, tuple[int, int]]
    different: tuple[tuple[str, Found, Found], ...]


def value_figures(
    sentences: Sequence[Sentence], read: Callable[[str, date], Found]
) -> ValueFigures:
    """read gives the values of a text on a day."""
    by_kind: dict[str, tuple[int, int]] = {}
    different: list[tuple[str, Found, Found]] = []
    for sentence in sentences:
        found = dict(read(sentence.text, sentence.today))
        wanted = dict(sentence.values)
        for key, value in wanted.items():
            there, right = by_kind.get(key, (0, 0))
            by_kind[key] = (there + 1, right + (found.get(key) == value))
        too_many = {key for key in found.keys() - wanted.keys() if not key.endswith(_ROLES)}
        if too_many or any(found.get(key) != value for key, value in wanted.items()):
            different.append((sentence.text, wanted, found))
    exact = 1 - len(different) / max(1, len(sentences))
    return ValueFigures(len(sentences), exact, dict(sorted(by_kind.items())), tuple(different))
