# SPDX-License-Identifier: EUPL-1.2
"""What the words of one message weigh for and against each class.

Weighs as counting.py does for all example messages at once. Here one message must cost little:
what a word consists of is looked up once, and all features of a message go through numpy together.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gemeengoed.language.classifier.features import (
    Floats,
    Vocabulary,
    pieces_of,
    word_features,
)

_KEPT_WORDS = 10_000  # of which the rows are remembered: about 3 MB
_MANY = (1 << 60) - 1
Rows = npt.NDArray[np.intp]


class Evidence:
    """weights: a row per feature (words first, then pieces), a column per class.

    Features that were never seen count in the length of a message, for half a rare one, so that a
    message full of unknown words scores low on everything. Each has a number of its own outside
    the rows (a word below 0, a piece above the last), and no weights.
    """

    def __init__(self, words: Vocabulary, pieces: Vocabulary, weights: Floats) -> None:
        self.words = words
        self.pieces = pieces
        self._first_piece = len(words.features)
        self._after_last = len(weights)
        self._row_of_word = {feature: row for row, feature in enumerate(words.features)}
        self._row_of_piece = {
            feature: row for row, feature in enumerate(pieces.features, self._first_piece)
        }
        # Two rows more for what was never seen: pieces, and last (the row -1) words.
        self._weights = np.concatenate((weights, np.zeros((2, weights.shape[1]), np.float32)))
        self._rarity = np.concatenate(
            (words.rarity, pieces.rarity, [pieces.unseen, words.unseen]), dtype=np.float32
        )
        self._rows_of = lru_cache(maxsize=_KEPT_WORDS)(self._rows_of_pieces)

    @property
    def weights(self) -> Floats:
        """As they were learned."""
        return self._weights[:-2]

    def of(self, words: Sequence[str]) -> Floats:
        """A figure for each class; all are zero when nothing of the words was ever seen."""
        if not words:
            return np.zeros(self._weights.shape[1], np.float32)
        rows, times = _counted(
            np.concatenate([self._rows_of_words(words), *map(self._rows_of, words)])
        )
        pieces_from = rows.searchsorted(self._first_piece)
        np.minimum(rows, self._after_last, out=rows)
        np.maximum(rows, -1, out=rows)
        heavy: Floats = (1 + np.log(times)) * self._rarity[rows]
        for kind in (heavy[:pieces_from], heavy[pieces_from:]):  # the length of each is 1
            kind /= np.sqrt(kind @ kind) or 1
        evidence: Floats = heavy @ self._weights[rows]
        return evidence

    def _rows_of_words(self, words: Sequence[str]) -> Rows:
        get = self._row_of_word.get
        return np.array([get(f, -1 - (hash(f) & _MANY)) for f in word_features(words)], np.intp)

    def _rows_of_pieces(self, word: str) -> Rows:
        get = self._row_of_piece.get
        return np.array(
            [get(f, self._after_last + (hash(f) & _MANY)) for f in pieces_of(word)], np.intp
        )


def _counted(rows: Rows) -> tuple[Rows, Floats]:
    """Each row once, in their order, and how often; np.unique takes twice the time for so few."""
    rows = np.sort(rows)
    begins = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1], [True])))
    return rows[begins[:-1]], (begins[1:] - begins[:-1]).astype(np.float32)
