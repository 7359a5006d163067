# SPDX-License-Identifier: EUPL-1.2
"""One editor, one press; of two at the same moment the second is told."""

import threading
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from tests.unit.insights.missed.conftest import NOW, Talk, gathered

from gemeengoed.accounts.models import User
from gemeengoed.audit.models import AuditRecord
from gemeengoed.insights.missed.errors import (
    AlreadyLabelledError,
    NotAllowedError,
    NotYoursError,
    UnknownQuestionError,
    UnknownTopicError,
)
from gemeengoed.insights.missed.models import Label, MissedQuestion
from gemeengoed.insights.missed.operations_labelling import label_question, take_label_back
from gemeengoed.insights.missed.queries import count_waiting, last_labelled
from gemeengoed.municipalities.models import Membership, Municipality

Editor = Callable[..., User]


@pytest.fixture
def question(talk: Talk) -> MissedQuestion:
    talk.is_not_understood("sneeuwkettingen")
    gathered()
    return MissedQuestion.objects.get()


@pytest.fixture
def gonda(editor: Editor, waterdam: Municipality) -> User:
    return editor("Gonda", waterdam)


def label(question: MissedQuestion, by: User, label: Label = Label.TOPIC, **changed: Any) -> None:
    wanted = {"municipality": "waterdam", "topic": "paspoort", "now": NOW}
    label_question(question=question.pk, by=by, label=label, **{**wanted, **changed})
    question.refresh_from_db()


def test_a_label_is_kept_with_who_gave_it_and_recorded_without_the_words(
    question: MissedQuestion, gonda: User
) -> None:
    label(question, gonda)
    assert (question.label, question.topic, question.labelled_by) == (
        Label.TOPIC,
        "paspoort",
        gonda,
    )
    assert count_waiting("waterdam", now=NOW) == 0
    assert last_labelled("waterdam", gonda) == question
    record = AuditRecord.objects.get(action="missed_question.labelled")
    assert (record.actor, record.subject) == (
        f"user:{gonda.pk}",
        f"missed_question:{question.pk}",
    )
    assert record.details == {"label": "topic", "topic": "paspoort"}


@pytest.mark.parametrize("no_topic", [Label.NO_TOPIC, Label.LEFT_OUT])
def test_without_a_topic_none_is_kept(
    question: MissedQuestion, gonda: User, no_topic: Label
) -> None:
    label(question, gonda, no_topic)
    assert (question.label, question.topic) == (no_topic, "")


def test_pressing_twice_is_as_good_as_once(question: MissedQuestion, gonda: User) -> None:
    label(question, gonda)
    label(question, gonda)
    assert AuditRecord.objects.filter(action="missed_question.labelled").count() == 1


def test_it_can_be_taken_back_and_that_twice_too(question: MissedQuestion, gonda: User) -> None:
    label(question, gonda)
    for _ in range(2):
        take_label_back(municipality="waterdam", question=question.pk, by=gonda)
    question.refresh_from_db()
    assert (question.label, question.topic, question.labelled_at) == (Label.WAITS, "", None)
    assert count_waiting("waterdam", now=NOW) == 1
    assert last_labelled("waterdam", gonda) is None
    assert AuditRecord.objects.filter(action="missed_question.label_taken_back").count() == 1


def test_the_second_editor_is_told_who_was_first(
    question: MissedQuestion, gonda: User, editor: Editor, waterdam: Municipality
) -> None:
    label(question, gonda)
    pieter = editor("Pieter", waterdam)
    with pytest.raises(AlreadyLabelledError, match="Gonda was je voor"):
        label(question, pieter, topic="rijbewijs")
    with pytest.raises(NotYoursError, match="Gonda"):
        take_label_back(municipality="waterdam", question=question.pk, by=pieter)
    question.refresh_from_db()
    assert question.topic == "paspoort"


@pytest.mark.parametrize("topic", ["", "nergens", "gesprek"])
def test_a_topic_that_there_is_not_is_refused(
    question: MissedQuestion, gonda: User, topic: str
) -> None:
    with pytest.raises(UnknownTopicError):
        label(question, gonda, topic=topic)


def test_only_an_editor_of_the_municipality_may_label(
    question: MissedQuestion, editor: Editor, waterdam: Municipality, heidewoud: Municipality
) -> None:
    strangers = [
        editor("Anja", waterdam, "medewerker"),
        editor("Farid", waterdam, "coordinator"),
        editor("Ilse", heidewoud),
    ]
    for stranger in strangers:
        with pytest.raises(NotAllowedError):
            label(question, stranger)
        with pytest.raises(NotAllowedError):
            take_label_back(municipality="waterdam", question=question.pk, by=stranger)


def test_elsewhere_the_question_does_not_exist(
    question: MissedQuestion, editor: Editor, heidewoud: Municipality
) -> None:
    ilse = editor("Ilse", heidewoud)
    with pytest.raises(UnknownQuestionError):
        label(question, ilse, municipality="heidewoud")
    with pytest.raises(UnknownQuestionError):
        take_label_back(municipality="heidewoud", question=question.pk, by=ilse)
    with pytest.raises(UnknownQuestionError):
        take_label_back(municipality="heidewoud", question=uuid4(), by=ilse)


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_at_the_same_moment_one_labels_and_the_other_is_told(
    published: None,
) -> None:
    town = Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")
    editors = []
    for name in ("Gonda", "Pieter"):
        editors.append(User.objects.create_user(name, display_name=name))
        Membership.objects.create(municipality=town, user=editors[-1], roles=["redacteur"])
    for round_ in range(10):
        question = MissedQuestion.objects.create(
            municipality=town, key=f"{round_}", text="sneeuw", last_at=NOW
        )
        start, told = threading.Barrier(2), []

        def work(
            by: User, topic: str, question: Any = question, start: Any = start, told: Any = told
        ) -> None:
            start.wait()
            try:
                label_question(
                    municipality="waterdam",
                    question=question.pk,
                    label=Label.TOPIC,
                    topic=topic,
                    by=by,
                    now=NOW,
                )
            except AlreadyLabelledError as error:
                told.append((by.display_name, error.sentence))
            connection.close()

        threads = [
            threading.Thread(target=work, args=each)
            for each in zip(editors, ("paspoort", "rijbewijs"), strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        question.refresh_from_db()
        ((loser, sentence),) = told
        winner = {"Gonda": "Pieter", "Pieter": "Gonda"}[loser]
        assert sentence == f"{winner} was je voor: deze vraag is al ingedeeld."
        assert str(question.labelled_by) == winner
        assert question.topic == {"Gonda": "paspoort", "Pieter": "rijbewijs"}[winner]
