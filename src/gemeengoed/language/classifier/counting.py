# SPDX-License-Identifier: EUPL-1.2
"""All example messages as counts of features: made once, weighed for each choice of messages.

Weighs as features.Vocabulary does for one message, for all of them at once.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from gemeengoed.language.classifier.features import Floats, Vocabulary

Rows = npt.NDArray[np.int64]
_UNSEEN_SHARE = 0.7  # of the rarity of what occurs nowhere: many such are slips and names


@dataclass(frozen=True, slots=True)
class Counted:
    """One kind of features. counts: a row per message, a column per feature."""

    features: list[str]
    counts: csr_matrix


@dataclass(frozen=True, slots=True)
class Weighing:
    """kept: columns of the features that are learned; rarity: of each; unseen: of all others."""

    kept: Rows
    rarity: Floats
    unseen: float


def counted(messages: Iterable[Sequence[str]]) -> Counted:
    """Count the features of each message."""
    columns = defaultdict[str, int](count().__next__)  # a new feature gets the next column
    indices = array("i")
    ends = [0]
    for features in messages:
        indices.extend(map(columns.__getitem__, features))
        ends.append(len(indices))
    ones = np.ones(len(indices), np.float32)
    counts = csr_matrix((ones, np.array(indices), ends), (len(ends) - 1, len(columns)))
    counts.sum_duplicates()
    return Counted(list(columns), counts)


def weighing(counts: csr_matrix, at_least: int | Rows) -> Weighing:
    """What these messages teach: features in at_least of them, the rarer the heavier.

    at_least: for all features, or for each of them.
    """
    number, width = counts.shape
    seen = np.bincount(counts.indices, minlength=width)
    kept = np.flatnonzero(seen >= at_least)
    rarity = (np.log((1 + number) / (1 + seen[kept])) + 1).astype(np.float32)
    return Weighing(kept, rarity, _UNSEEN_SHARE * (math.log(1 + number) + 1))


def weighed(counts: csr_matrix, by: Weighing) -> csr_matrix:
    """The kept features of messages with their weights; with the others its length is 1.

    Each occurrence of a feature counts by itself, so that what the words of a message say can be
    added up word by word.
    """
    rarity = np.full(counts.shape[1], by.unseen, np.float32)
    rarity[by.kept] = by.rarity
    weights = counts.copy()
    weights.data = counts.data * rarity[counts.indices]
    lengths = np.sqrt(np.asarray(weights @ rarity).ravel())
    weights.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(weights.indptr))
    return weights[:, by.kept]


def vocabulary(told: Counted, by: Weighing) -> Vocabulary:
    """The same, to weigh one message with."""
    return Vocabulary([told.features[column] for column in by.kept], by.rarity, by.unseen)
