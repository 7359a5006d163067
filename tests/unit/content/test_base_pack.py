# SPDX-License-Identifier: EUPL-1.2
"""The base as a whole: all topics, enough questions by two hands, an answer to what people ask."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.real_packs import real_packs
from tests.unit.content.small_pack import write_pack

from gemeengoed.content.answering import blocks_in_words
from gemeengoed.content.checking_questions import too_few_questions
from gemeengoed.content.values import Values
from gemeengoed.dialogue.catalogue import TopicKind
from gemeengoed.project.command_line import main
from gemeengoed.terms.clock import AMSTERDAM

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)
# "Wat kost het", "wat moet ik meenemen", "hoe lang duurt het", "kan dat online", "afspraak nodig?"
ASKED = ("kosten", "meenemen", "duur", "hoe", "afspraak")


def test_every_topic_of_the_list_is_there() -> None:
    packs = real_packs().packs
    assert set(packs.topics) == set(packs.known_topics)
    kinds = [topic.kind for topic in packs.topics.values()]
    assert {kind: kinds.count(kind) for kind in TopicKind} == {
        TopicKind.MUNICIPAL: 87,
        TopicKind.ELSEWHERE: 15,
        TopicKind.EMERGENCY: 3,
        TopicKind.TALK: 5,
    }


@pytest.mark.parametrize("aspect", ASKED)
@pytest.mark.parametrize("slug", ["heidewoud", "oostermark", "waterdam"])
def test_what_people_ask_of_a_municipal_topic_has_an_answer(slug: str, aspect: str) -> None:
    values = Values(real_packs().editions[slug], NOW)
    without = [
        topic.id
        for topic in real_packs().editions[slug].topics.values()
        if topic.kind is TopicKind.MUNICIPAL and not blocks_in_words(topic, (aspect,), values)
    ]
    assert without == []


def test_every_topic_has_enough_questions() -> None:
    assert [str(each) for each in too_few_questions(real_packs().packs)] == []


def test_no_test_question_was_learned() -> None:
    """A question that is in both only shows that the reader remembers."""
    packs = real_packs().packs
    learned = {each.text.strip().lower() for asked in packs.questions.values() for each in asked}
    tested = [each.text for asked in packs.test_questions.values() for each in asked]
    assert [text for text in tested if text.strip().lower() in learned] == []


def test_too_few_questions_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--packs", str(write_pack(tmp_path))]) == 0
    told = capsys.readouterr().out
    assert "questions to learn from (write 30 or more in vragen.train.yaml)" in told
    assert "questions to be tested on (have somebody else write 10 or more" in told
