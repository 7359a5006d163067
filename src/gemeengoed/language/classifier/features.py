# SPDX-License-Identifier: EUPL-1.2
"""From words to features: stems alone and in pairs, and pieces of two to four letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from snowballstemmer import stemmer

_PIECE_LENGTHS = range(2, 5)  # longer ones cost time and tell nothing more
_BEGIN, _END = "<", ">"  # no words
Floats = npt.NDArray[np.float32]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The Dutch stem; numbers and other scripts come back as they are."""
    # A stemmer of its own: it works in fields of its own, which two threads would mix up.
    return str(stemmer("dutch").stemWord(word[:40]))


@lru_cache(maxsize=5_000)
def pieces_of(word: str) -> tuple[str, ...]:
    """All pieces of two to four characters of a word with a space on either side."""
    padded = f" {word} "
    return tuple(
        padded[start : start + length]
        for length in _PIECE_LENGTHS
        for start in range(max(1, len(padded) - length + 1))
    )


def word_features(words: Sequence[str]) -> list[str]:
    """Stems, and pairs of stems that follow each other; the first and the last have a pair more.

    How a question begins and ends tells much, and "paspoort" alone is not "paspoort" in a sentence.
    """
    if not words:
        return []
    stems = [stem(word) for word in words]
    return stems + pairs_of(stems)


def pairs_of(stems: Sequence[str]) -> list[str]:
    """The pairs of a message: of its stems, its begin and its end."""
    return [f"{a} {b}" for a, b in pairwise([_BEGIN, *stems, _END])]


def is_pair(feature: str) -> bool:
    """Whether a word feature is a pair of stems."""
    return " " in feature


def piece_features(words: Sequence[str]) -> list[str]:
    """Pieces of the words as they are: a stem has lost what tells "aanvrager" from "aanvraag"."""
    return [piece for word in words for piece in pieces_of(word)]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One kind of features, and the rarity of each; unseen: of a feature that was never seen."""

    features: list[str]
    rarity: Floats
    unseen: float
