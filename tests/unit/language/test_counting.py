# SPDX-License-Identifier: EUPL-1.2
"""All messages at once are weighed as one message is."""

import numpy as np
import pytest

from gemeengoed.language.classifier.counting import counted, vocabulary, weighed, weighing
from gemeengoed.language.classifier.features import piece_features, word_features

MESSAGES = [
    ["paspoort", "aanvragen"],
    ["paspoort", "paspoort", "kwijt"],
    ["waar", "is", "mijn", "paspoort"],
    ["mijn", "kat", "is", "kwijt"],
]


@pytest.mark.parametrize("features", [word_features, piece_features])
@pytest.mark.parametrize("at_least", [1, 2])
def test_a_row_is_what_the_vocabulary_weighs(features, at_least):
    told = counted(features(message) for message in MESSAGES)
    by = weighing(told.counts[:3], at_least)
    words = vocabulary(told, by)
    rows = weighed(told.counts, by).toarray()
    for row, message in zip(rows, MESSAGES, strict=True):
        columns, weights = words.weigh(features(message))
        expected = np.zeros(len(words.features))
        expected[columns] = weights
        assert row == pytest.approx(expected, abs=1e-6)


def test_what_occurs_in_one_message_only_is_not_learned_but_counts_as_unseen():
    told = counted(word_features(message) for message in MESSAGES)
    words = vocabulary(told, weighing(told.counts, 2))
    assert "kat" not in words.features
    assert "paspoort" in words.features
    columns, weights = words.weigh(["kat", "kwijt"])
    assert len(columns) == 1
    assert weights[0] < 0.8
