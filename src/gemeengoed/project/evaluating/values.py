# SPDX-License-Identifier: EUPL-1.2
"""Are the values in sentences found exactly: each that is there, and no other?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gemeengoed.content.value_sentence import ValueSentence

Found = Mapping[str, str | int | float]


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
    sentences: Sequence[ValueSentence], read: Callable[[ValueSentence], Found]
) -> ValueFigures:
    """read gives the values of a sentence, by name."""
    by_kind: dict[str, tuple[int, int]] = {}
    different: list[tuple[str, Found, Found]] = []
    for sentence in sentences:
        found = read(sentence)
        for key, value in sentence.values.items():
            there, right = by_kind.get(key, (0, 0))
            by_kind[key] = (there + 1, right + (found.get(key) == value))
        if not sentence.is_told(found):
            different.append((sentence.text, sentence.values, found))
    exact = 1 - len(different) / max(1, len(sentences))
    return ValueFigures(len(sentences), exact, dict(sorted(by_kind.items())), tuple(different))
