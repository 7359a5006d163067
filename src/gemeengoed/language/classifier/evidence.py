# SPDX-License-Identifier: EUPL-1.2
"""What the words of one message weigh for and against each class.

Weighs as counting.py does for all example messages at once. Here one message must cost little:
what the stem and the pieces of a word say is added up once, and remembered.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from gemeengoed.language.classifier.features import (
    Floats,
    Vocabulary,
    pairs_of,
    pieces_of,
    stem,
)

_KEPT_WORDS = 10_000  # of which the evidence is remembered: about 11 MB


class _Word(NamedTuple):
    """says: what its stem says for each class, and what its pieces say; lengths are squares."""

    stem: str
    says: Floats
    length_of_stem: float
    length_of_pieces: float


class Evidence:
    """weights: a row per feature (words first, then pieces), a column per class; the rarity of a
    feature is in its weights.

    Features that were never seen count in the length of a message, less than rare ones, so that a
    message full of unknown words scores low on everything.
    """

    def __init__(self, words: Vocabulary, pieces: Vocabulary, weights: Floats) -> None:
        self.words = words
        self.pieces = pieces
        self.weights = weights
        first_piece = len(words.features)
        self._row_of_word = {feature: row for row, feature in enumerate(words.features)}
        self._row_of_piece = {
            feature: row for row, feature in enumerate(pieces.features, first_piece)
        }
        rarity = np.concatenate((words.rarity, pieces.rarity), dtype=np.float32)
        self._squares = np.square(rarity).tolist()
        self._of_word = lru_cache(maxsize=_KEPT_WORDS)(self._say)

    def of(self, words: Sequence[str]) -> Floats:
        """A figure for each class; all are zero when nothing of the words was ever seen."""
        if not words:
            return np.zeros(self.weights.shape[1], np.float32)
        told = [self._of_word(word) for word in words]
        of_pairs, length = self._added(
            pairs_of([each.stem for each in told]), self._row_of_word, self.words.unseen
        )
        length += sum([each.length_of_stem for each in told])
        of_stems, of_pieces = np.add.reduce([each.says for each in told])
        evidence: Floats = (of_pairs + of_stems) / _root(length)
        evidence += of_pieces / _root(sum([each.length_of_pieces for each in told]))
        return evidence

    def _say(self, word: str) -> _Word:
        own = stem(word)
        of_stem, length_of_stem = self._added((own,), self._row_of_word, self.words.unseen)
        of_pieces, length_of_pieces = self._added(
            pieces_of(word), self._row_of_piece, self.pieces.unseen
        )
        return _Word(own, np.stack((of_stem, of_pieces)), length_of_stem, length_of_pieces)

    def _added(
        self, features: Sequence[str], row_of: dict[str, int], unseen: float
    ) -> tuple[Floats, float]:
        """What the features say together, and the square of their length."""
        rows = [row for row in map(row_of.get, features) if row is not None]
        if not rows:
            return np.zeros(self.weights.shape[1], np.float32), len(features) * unseen**2
        length = sum([self._squares[row] for row in rows]) + (len(features) - len(rows)) * unseen**2
        evidence: Floats = np.add.reduce(self.weights.take(rows, axis=0))
        return evidence, length


def _root(length: float) -> float:
    return length**0.5 or 1.0
