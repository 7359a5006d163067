# SPDX-License-Identifier: EUPL-1.2
"""What people ask of every municipal topic, by its plain name, as they type it."""

from datetime import datetime
from functools import cache

import pytest
from tests.real_packs import real_packs

from gemeengoed.content.answering import answer, blocks_in_words
from gemeengoed.content.reader import trained_reader
from gemeengoed.content.topic import Topic
from gemeengoed.content.values import Values
from gemeengoed.dialogue.catalogue import TopicKind
from gemeengoed.dialogue.deciding import Decision, Verdict, decide_topic
from gemeengoed.dialogue.replies import Answer
from gemeengoed.language.reader import TrainedReader
from gemeengoed.language.reading import Context
from gemeengoed.terms.clock import AMSTERDAM

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)
ASKED = [
    ("kosten", "wat kost {}"),
    ("meenemen", "wat moet ik meenemen voor {}"),
    ("duur", "hoe lang duurt {}"),
    ("hoe", "kan {} ook online"),
    ("afspraak", "moet ik een afspraak maken voor {}"),
    # in other words than the reader was taught with each name
    ("kosten", "hoeveel betaal ik voor {}"),
    ("meenemen", "wat neem ik mee voor {}"),
    ("duur", "hoe lang duurt het met {}"),
    ("hoe", "kan ik {} via internet regelen"),
    ("afspraak", "heb ik een afspraak nodig voor {}"),
]
MAY_ASK_BACK = 0.03  # a share
ASPECTS_TOO = ("afspraak", "bezwaar", "zaak-status")  # "wat kost een afspraak dan" may be of both


@cache
def reader() -> TrainedReader:
    return trained_reader(real_packs().packs)


def municipal() -> list[Topic]:
    topics = real_packs().packs.topics.values()
    return [topic for topic in topics if topic.kind is TopicKind.MUNICIPAL]


def name_of(topic: Topic) -> str:
    """The first question of the list is the bare name."""
    return real_packs().packs.questions[topic.id][0].text


@cache
def decided(slug: str, text: str, last_topic: str | None = None) -> Decision:
    catalogue = real_packs().editions[slug].catalogue
    context = Context(last_topic=last_topic)
    return decide_topic(
        catalogue, reader().read(text, today=NOW.date(), context=context), last_topic
    )


@pytest.mark.parametrize("slug", ["heidewoud", "oostermark", "waterdam"])
@pytest.mark.parametrize(("aspect", "question"), ASKED)
def test_it_is_answered_at_once_and_to_the_point(slug: str, aspect: str, question: str) -> None:
    edition = real_packs().editions[slug]
    values = Values(edition, NOW)
    not_at_once = []
    for topic in municipal():
        text = question.format(name_of(topic))
        decision = decided(slug, text)
        if decision.verdict is not Verdict.ANSWER:
            not_at_once.append(text)
            continue
        assert (decision.topic, aspect in decision.aspects) == (topic.id, True), text
        told = answer(edition, Answer(topic.id, (aspect,)), NOW).text
        said_here = blocks_in_words(edition.topics[topic.id], (aspect,), values)
        assert told.startswith(said_here[0]), text
    assert len(not_at_once) <= MAY_ASK_BACK * len(municipal()), not_at_once


@pytest.mark.parametrize(
    "question",
    ["hoe lang is {} geldig", "wanneer krijg ik {}", "wanneer is mijn {} klaar", "wat kost {} dan"],
)
def test_what_a_question_names_itself_goes_before_what_was_talked_of(question: str) -> None:
    topics = [topic for topic in municipal() if topic.id not in ASPECTS_TOO]
    clear = 0
    for topic, other in zip(topics, [*topics[1:], topics[0]], strict=True):
        text = question.format(name_of(topic))
        if decided("waterdam", text).topic == topic.id:
            clear += 1
            assert decided("waterdam", text, other.id).topic == topic.id, (text, other.id)
    assert clear > 0.9 * len(topics)
