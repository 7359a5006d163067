# SPDX-License-Identifier: EUPL-1.2
"""A municipality's own words are heard there, and bend nothing else."""

from datetime import date

import pytest

from gemeengoed.language.additions import Additions, LocalReader, additions
from gemeengoed.language.reading import Context, Reader, Reading
from gemeengoed.language.wording import words_of

TODAY = date(2026, 11, 23)
LEARNED = {"open", "brengen", "tuin", "plein", "lantaarn", "stuk", "auto", "zetten", "paspoort"}


@pytest.fixture
def added() -> Additions:
    questions = {
        "milieustraat": ["de afvalhaven", "wanneer is de afvalhaven open"],
        "parkeervergunning": ["mag ik mijn auto op het plein zetten"],
    }
    return additions(questions, LEARNED)


def hear(reader: Reader, added: Additions, text: str, **context: str) -> Reading:
    return LocalReader(reader, added).read(text, today=TODAY, context=Context(**context))


@pytest.mark.parametrize(
    "text",
    [
        "is de afvalhaven vandaag open",
        "Afvalhaven??",
        "ik heb een oude bank kan die naar de afvalhaven",
    ],
)
def test_a_word_of_their_own_is_enough_whatever_else_is_said(
    reader: Reader, added: Additions, text: str
) -> None:
    best = hear(reader, added, text).best
    assert best is not None
    assert best.topic == "milieustraat"
    assert best.probability > 0.8


def test_elsewhere_the_same_word_means_nothing(reader: Reader, added: Additions) -> None:
    text = "is de afvalhaven vandaag open"
    elsewhere = hear(reader, Additions(), text)
    assert elsewhere == reader.read(text, today=TODAY, context=Context())


def test_a_question_of_known_words_counts_only_when_it_is_that_question(added: Additions) -> None:
    assert added.nearest(["mag", "mijn", "auto", "op", "het", "plein", "zetten"]) == (
        "parkeervergunning",
        1.0,
    )
    assert added.nearest(["de", "lantaarn", "op", "het", "plein", "is", "stuk"]) is None


def test_what_has_nothing_of_their_own_is_heard_as_by_all(reader: Reader, added: Additions) -> None:
    text = "wat kost een paspoort"
    assert hear(reader, added, text) == reader.read(text, today=TODAY, context=Context())


def test_probabilities_still_add_up_to_what_they_did(reader: Reader, added: Additions) -> None:
    text = "wat kost een paspoort bij de afvalhaven"
    before = reader.read(text, today=TODAY, context=Context())
    after = hear(reader, added, text)
    assert sum(score.probability for score in after.topics) + after.none <= 1 + 1e-9
    assert after.none < before.none


def test_both_questions_of_one_message_are_heard(reader: Reader, added: Additions) -> None:
    text = "wat kost een paspoort en wanneer halen jullie grofvuil op bij de afvalhaven"
    topics = [part.best.topic for part in hear(reader, added, text).parts if part.best]
    assert topics == ["paspoort", "milieustraat"]


def test_a_question_of_known_words_is_heard_in_its_own_part_of_a_message(
    reader: Reader, added: Additions
) -> None:
    """All of it said, though the message says more beside it."""
    text = "wat kost een paspoort en wanneer halen jullie grofvuil op"
    told = additions(
        {"milieustraat": ["wanneer halen jullie grofvuil op"]}, {"halen", "grofvuil", "op"}
    )
    assert told.nearest(words_of(text)) is None
    topics = [part.best.topic for part in hear(reader, told, text).parts if part.best]
    assert topics == ["paspoort", "milieustraat"]


def test_no_words_at_all_are_like_nothing(added: Additions) -> None:
    assert added.nearest([]) is None
    assert Additions().nearest(["afvalhaven"]) is None
