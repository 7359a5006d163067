# SPDX-License-Identifier: EUPL-1.2
"""From words to features: stems alone and in pairs, and pieces of two to four letters."""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from snowballstemmer import stemmer

_PIECE_LENGTHS = range(2, 5)  # longer ones cost time and tell nothing more
Floats = npt.NDArray[np.float32]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Dutch stem; numbers and other scripts come back as they are."""
    # A stemmer of its own: it works in fields of its own, which two threads would mix up.
    return str(stemmer("dutch").stemWord(word[:40]))


@lru_cache(maxsize=20_000)
def pieces(word: str) -> tuple[str, ...]:
    """All pieces of two to four characters of a word with a space on either side."""
    padded = f" {word} "
    return tuple(
        padded[start : start + length]
        for length in _PIECE_LENGTHS
        for start in range(max(1, len(padded) - length + 1))
    )


def word_features(words: Sequence[str]) -> list[str]:
    """Stems, and pairs of stems that follow each other."""
    stems = [stem(word) for word in words]
    return stems + [f"{a} {b}" for a, b in pairwise(stems)]


def piece_features(words: Sequence[str]) -> list[str]:
    """Pieces of the words as they are: a stem has lost what tells "aanvrager" from "aanvraag"."""
    return [piece for word in words for piece in pieces(word)]


class Vocabulary:
    """One kind of features with the column and the rarity of each.

    Features that were never seen count in the length of a message (as rare ones), so that a
    message full of unknown words scores low on everything.
    """

    def __init__(self, features: Sequence[str], rarity: Floats, unseen: float) -> None:
        self.features = list(features)
        self.rarity = rarity
        self.unseen = unseen
        self._columns = {feature: column for column, feature in enumerate(self.features)}

    def weigh(self, features: Sequence[str]) -> tuple[npt.NDArray[np.int64], Floats]:
        """Columns and weights of a message; with the unseen ones its length is 1."""
        counts = Counter(features)
        columns = np.array([self._columns.get(feature, -1) for feature in counts], np.int64)
        weights = 1 + np.log(np.array(list(counts.values()), np.float32))
        known = columns >= 0
        columns = columns[known]
        unseen = weights[~known] * np.float32(self.unseen)
        weights = weights[known] * self.rarity[columns]
        length = np.float32(math.sqrt(float(weights @ weights + unseen @ unseen)) or 1.0)
        return columns, (weights / length).astype(np.float32, copy=False)
