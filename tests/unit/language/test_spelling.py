# SPDX-License-Identifier: EUPL-1.2
"""Slips in words, spaces too many and too few; the vocabulary is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.language.classifier.spelling import Speller

SPELLER = Speller(
    {"verhuisbericht": 3, "grofvuil": 9, "ophalen": 7, "paspoort": 12, "aanvragen": 9,
     "voorschool": 4, "kleinkind": 5, "school": 8, "kind": 9, "hondenpoep": 1, "honden": 3,
     "belasting": 4, "rijbewjis": 1, "trouwambtenaar": 1},
    ["huisarts", "trouwambtenaar", "verhuizing", "bericht", "verhuis", "school"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("verhuis bericht", ["verhuisbericht"]),
        ("grofvuilophalen", ["grofvuil", "ophalen"]),
        ("grof vuil ophalen", ["grofvuil", "ophalen"]),
        ("paspoortaanvragen", ["paspoort", "aanvragen"]),
        ("paspoort aanvragn", ["paspoort", "aanvragen"]),
        ("hondenbelasting", ["honden", "belasting"]),
    ],
)
def test_a_compound_is_known_with_a_space_too_many_or_too_few(typed, told):
    assert SPELLER.repaired_all(typed.split()) == told


@pytest.mark.parametrize(
    "words",
    [["voor", "school"], ["klein", "kind"], ["honden", "poep"], ["huisarts"], ["de", "kind"],
     ["xqzwvbnm"], ["grofvuil", "ophalen"], ["p2p4"], []],
)  # fmt: skip
def test_what_means_something_else_or_is_ordinary_stays_as_it_is(words):
    assert SPELLER.repaired_all(words) == words


@given(st.lists(st.text("abcdehiknoprtuvw", max_size=30), max_size=8))
def test_every_word_comes_back_known_or_as_it_was_typed(words):
    told = SPELLER.repaired_all(words)
    assert all(word in words or word in SPELLER.vocabulary for word in told)


def test_what_only_one_question_has_is_meant_by_a_slip_when_it_is_ordinary_dutch():
    assert SPELLER.repaired("trouwambtenar") == "trouwambtenaar"
    assert SPELLER.repaired("rijbewijs") == "rijbewijs"  # not a slip of "rijbewjis", itself a slip


def test_made_ready_or_not_the_same_is_repaired():
    ready, lazy = (Speller(SPELLER.vocabulary, SPELLER.known) for _ in range(2))
    ready.make_ready()
    for word in ("paspoor", "grofvuil", "xqzw", "rijbewijs"):
        assert ready.repaired(word) == lazy.repaired(word) == SPELLER.repaired(word)
