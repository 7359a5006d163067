# SPDX-License-Identifier: EUPL-1.2
"""All messages at once are weighed as one message is."""

import numpy as np
import pytest

from gemeengoed.language.classifier.counting import Counted, counted, vocabulary, weighed, weighing
from gemeengoed.language.classifier.evidence import Evidence
from gemeengoed.language.classifier.features import is_pair, piece_features, word_features

MESSAGES = [
    ["paspoort", "aanvragen"],
    ["paspoort", "paspoort", "kwijt"],
    ["waar", "is", "mijn", "paspoort"],
    ["mijn", "kat", "is", "kwijt"],
]


def told_of(messages):
    """Words and pieces of messages, each counted."""
    return [counted(map(features, messages)) for features in (word_features, piece_features)]


def evidence_of(told: list[Counted], learned_from: int, at_least: int) -> Evidence:
    """Each feature is a class of its own and weighs its rarity for it: evidence shows weights."""
    by = [weighing(each.counts[:learned_from], at_least) for each in told]
    words, pieces = (vocabulary(each, how) for each, how in zip(told, by, strict=True))
    return Evidence(words, pieces, np.diag(np.concatenate((words.rarity, pieces.rarity))))


@pytest.mark.parametrize("at_least", [1, 2])
def test_a_message_alone_is_weighed_as_one_of_many(at_least):
    told = told_of(MESSAGES)
    evidence = evidence_of(told, 3, at_least)
    many = [weighed(each.counts, weighing(each.counts[:3], at_least)).toarray() for each in told]
    for row, message in zip(np.hstack(many), MESSAGES, strict=True):
        assert evidence.of(message) == pytest.approx(row, abs=1e-6)


def test_what_occurs_in_one_message_only_is_not_learned_but_counts_as_unseen():
    told = told_of(MESSAGES)
    evidence = evidence_of(told, len(MESSAGES), 2)
    assert "kat" not in evidence.words.features
    assert "paspoort" in evidence.words.features
    words = evidence.of(["kat", "kwijt", "kat"])[: len(evidence.words.features)]
    assert np.count_nonzero(words) == 1
    assert words.max() < 0.8


def test_words_that_nobody_used_before_say_nothing():
    evidence = evidence_of(told_of(MESSAGES), len(MESSAGES), 1)
    assert not evidence.of(["xyxy", "qqq", "xyxy"]).any()


def test_a_question_begins_and_ends_with_a_pair_of_its_own():
    assert word_features(["paspoort"]) == ["paspoort", "< paspoort", "paspoort >"]
    assert word_features([]) == []


def test_a_word_of_one_question_is_learned_where_its_pairs_are_not():
    told = counted(word_features(message) for message in MESSAGES)
    at_least = np.array([2 if is_pair(feature) else 1 for feature in told.features])
    features = vocabulary(told, weighing(told.counts, at_least)).features
    assert "kat" in features
    assert "mijn kat" not in features
