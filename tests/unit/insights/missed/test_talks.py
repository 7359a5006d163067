# SPDX-License-Identifier: EUPL-1.2
"""What of a talk is a missed question, and what never becomes one."""

import pytest
from tests.unit.insights.missed.conftest import Talk

from gemeengoed.conversations.queries_talks import entries_of
from gemeengoed.dialogue.flow_events import FlowLeft, FlowStarted
from gemeengoed.dialogue.talk_events import (
    CrisisShown,
    LoggedIn,
    NotUnderstood,
    TopicAnswered,
    TopicsPassed,
)
from gemeengoed.insights.missed.models import Kind
from gemeengoed.insights.missed.talks import Missed, missed_in

LAMP = "melding-straatverlichting"


def missed(talk: Talk) -> list[tuple[str, Kind, tuple[str, ...]]]:
    return [(each.text, each.kind, each.told) for each in _all(talk)]


def _all(talk: Talk) -> list[Missed]:
    return missed_in(entries_of(talk.row.pk))


def test_what_was_not_understood_is_missed_with_what_the_reader_thought(talk: Talk) -> None:
    talk.is_not_understood("waar kan ik sneeuwkettingen huren")
    (found,) = _all(talk)
    assert (found.text, found.kind) == ("waar kan ik sneeuwkettingen huren", Kind.UNKNOWN)
    assert found.topics[:2] == ("paspoort", "identiteitskaart")


def test_what_was_answered_is_not_missed(talk: Talk) -> None:
    talk.is_answered("wat kost een paspoort")
    assert missed(talk) == []


def test_an_answer_that_was_no_help_is_missed_with_its_topic(talk: Talk) -> None:
    talk.judges(talk.is_answered("wat kost zo'n ding", "rijbewijs"))
    assert missed(talk) == [("wat kost zo'n ding", Kind.UNHELPFUL, ("rijbewijs",))]


def test_who_finds_it_helpful_after_all_takes_the_judgement_back(talk: Talk) -> None:
    answer = talk.is_answered("wat kost zo'n ding")
    talk.judges(answer)
    talk.judges(answer, "up")
    assert missed(talk) == []


@pytest.mark.parametrize("about", [0, 1, 999, 10**60])
def test_a_judgement_on_what_is_no_answer_says_nothing(talk: Talk, about: int) -> None:
    talk.is_answered("wat kost zo'n ding")
    talk.judges(about)
    assert missed(talk) == []


def test_which_was_meant_and_nobody_said(talk: Talk) -> None:
    talk.is_asked_which("hulp bij geld")
    assert missed(talk) == [("hulp bij geld", Kind.OFFERED, ("paspoort", "rijbewijs"))]


def test_none_of_the_offered_topics_was_meant(talk: Talk) -> None:
    talk.is_asked_which("hulp bij geld")
    talk.presses("onderwerp:geen", NotUnderstood())
    assert missed(talk) == [("hulp bij geld", Kind.PASSED, ("paspoort", "rijbewijs"))]


def test_something_else_is_said_instead_of_choosing(talk: Talk) -> None:
    talk.is_asked_which("hulp bij geld")
    talk.says("wanneer is de balie open", TopicsPassed(), TopicAnswered("contact-openingstijden"))
    assert [kind for _, kind, _ in missed(talk)] == [Kind.PASSED]


@pytest.mark.parametrize("way", ["button", "words"])
def test_who_chooses_was_understood_by_asking(talk: Talk, way: str) -> None:
    talk.is_asked_which("hulp bij geld")
    chosen = (TopicsPassed(), TopicAnswered("paspoort"))
    if way == "button":
        talk.presses("onderwerp:paspoort", *chosen)
    else:
        talk.says("de eerste", *chosen)
    assert missed(talk) == []


def test_the_answer_to_a_choice_that_was_no_help_is_about_what_was_asked_first(talk: Talk) -> None:
    talk.is_asked_which("hulp bij geld")
    talk.judges(talk.says("de eerste", TopicsPassed(), TopicAnswered("paspoort")))
    assert missed(talk) == [("hulp bij geld", Kind.UNHELPFUL, ("paspoort",))]


def test_a_judgement_in_between_does_not_pass_the_choice(talk: Talk) -> None:
    first = talk.is_answered("wat kost een paspoort")
    talk.is_asked_which("hulp bij geld")
    talk.judges(first, "up")
    talk.presses("onderwerp:paspoort", TopicAnswered("paspoort"))
    assert missed(talk) == []


def test_nothing_that_is_said_in_a_flow_is_missed_and_after_it_again(talk: Talk) -> None:
    talk.says("lamp kapot", FlowStarted(LAMP, 1))
    talk.is_not_understood("bij mij voor de deur, ik heet Jan")
    talk.judges(talk.is_answered("en wat kost een paspoort"))
    talk.does({"action": "cancel"}, FlowLeft("cancelled"))
    talk.is_not_understood("sneeuwkettingen")
    assert [text for text, _, _ in missed(talk)] == ["sneeuwkettingen"]


def test_nothing_after_logging_in_is_missed(talk: Talk) -> None:
    talk.is_not_understood("eerst")
    talk.does({"login": {"person": "p", "level": "midden"}}, LoggedIn("p", "midden"))
    talk.is_not_understood("daarna")
    talk.judges(talk.is_answered("en dit"))
    assert [text for text, _, _ in missed(talk)] == ["eerst"]


def test_of_a_talk_in_which_somebody_was_in_danger_nothing_is_taken(talk: Talk) -> None:
    talk.is_not_understood("ik weet het niet meer")
    talk.says("…", CrisisShown("nood-113"))
    talk.is_not_understood("niemand helpt mij")
    assert missed(talk) == []


def test_danger_counts_even_when_thinking_failed(talk: Talk) -> None:
    talk.is_not_understood("ik weet het niet meer")
    talk.says("…", distress="nood-113", failure="KeyError")
    assert missed(talk) == []


def test_buttons_and_files_are_no_questions(talk: Talk) -> None:
    talk.presses("weg", NotUnderstood())
    talk.does({"file": {"id": "x", "name": "jan-jansen.pdf"}}, NotUnderstood())
    assert missed(talk) == []


def test_an_erased_talk_has_nothing(talk: Talk) -> None:
    talk.is_not_understood("sneeuwkettingen")
    talk.is_erased()
    assert missed(talk) == []
