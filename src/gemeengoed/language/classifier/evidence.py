# SPDX-License-Identifier: EUPL-1.2
"""What the words of one message weigh for and against each class.

Weighs as counting.py does for all example messages at once. Here one message must cost little:
what the pieces of a word say is added up once, and remembered.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from gemeengoed.language.classifier.features import (
    Floats,
    Vocabulary,
    pieces_of,
    word_features,
)

_KEPT_WORDS = 10_000  # of which the evidence is remembered: about 6 MB


class Evidence:
    """weights: a row per feature (words first, then pieces), a column per class.

    Features that were never seen count in the length of a message, for half a rare one, so that a
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
        self._rarity = np.concatenate((words.rarity, pieces.rarity), dtype=np.float32)
        self._of_pieces = lru_cache(maxsize=_KEPT_WORDS)(self._add_pieces)

    def of(self, words: Sequence[str]) -> Floats:
        """A figure for each class; all are zero when nothing of the words was ever seen."""
        if not words:
            return np.zeros(self.weights.shape[1], np.float32)
        of_words, length = self._added(word_features(words), self._row_of_word, self.words.unseen)
        told = [self._of_pieces(word) for word in words]
        of_pieces = np.add.reduce([each for each, _ in told])
        length_of_pieces = sum(each for _, each in told)
        evidence: Floats = of_words / _root(length) + of_pieces / _root(length_of_pieces)
        return evidence

    def _add_pieces(self, word: str) -> tuple[Floats, float]:
        return self._added(pieces_of(word), self._row_of_piece, self.pieces.unseen)

    def _added(
        self, features: Sequence[str], row_of: dict[str, int], unseen: float
    ) -> tuple[Floats, float]:
        """What the features say together, and the square of their length."""
        rows = [row for row in map(row_of.get, features) if row is not None]
        rarity = self._rarity[rows]
        length = float(rarity @ rarity) + (len(features) - len(rows)) * unseen**2
        evidence: Floats = rarity @ self.weights[rows]
        return evidence, length


def _root(length: float) -> np.float32:
    return np.float32(length**0.5 or 1)
