# SPDX-License-Identifier: EUPL-1.2
"""An editor says where a question belongs, and takes it back.

Each raises NotAllowedError and UnknownQuestionError besides what it tells.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.content.queries import edition_of
from gemeengoed.insights.missed.errors import (
    AlreadyLabelledError,
    NotYoursError,
    UnknownQuestionError,
    UnknownTopicError,
)
from gemeengoed.insights.missed.models import Label, MissedQuestion
from gemeengoed.insights.missed.roles import demand_editor


@transaction.atomic
def label_question(
    *, municipality: str, question: UUID, label: Label, topic: str, by: User, now: datetime
) -> MissedQuestion:
    """Give it a label; topic: with the label TOPIC, one of this municipality, else empty.

    The same label again by the same editor changes nothing. Raises UnknownTopicError, and
    AlreadyLabelledError for the second of two editors.
    """
    demand_editor(by, municipality)
    topic = _topic(municipality, topic) if label == Label.TOPIC else ""
    locked = _locked(municipality, question)
    if locked.label != Label.WAITS:
        is_repeat = (locked.label, locked.topic, locked.labelled_by_id) == (label, topic, by.pk)
        if not is_repeat:
            raise AlreadyLabelledError(_name(locked))
        return locked
    locked.label, locked.topic, locked.labelled_by, locked.labelled_at = label, topic, by, now
    _save(locked, by, "labelled", {"label": label, "topic": topic})
    return locked


@transaction.atomic
def take_label_back(*, municipality: str, question: UUID, by: User) -> MissedQuestion:
    """It waits again; nothing happens when it does already.

    Raises NotYoursError for a label that another editor gave.
    """
    demand_editor(by, municipality)
    locked = _locked(municipality, question)
    if locked.label == Label.WAITS:
        return locked
    if locked.labelled_by_id != by.pk:
        raise NotYoursError(_name(locked))
    locked.label, locked.topic, locked.labelled_by, locked.labelled_at = Label.WAITS, "", None, None
    _save(locked, by, "label_taken_back", {})
    return locked


def _locked(municipality: str, question: UUID) -> MissedQuestion:
    found = MissedQuestion.objects.select_for_update().filter(
        pk=question, municipality_id=municipality
    )
    locked = found.first()
    if locked is None or not locked.text:
        raise UnknownQuestionError
    return locked


def _topic(municipality: str, topic: str) -> str:
    if topic not in edition_of(municipality).catalogue.topics:
        raise UnknownTopicError
    return topic


def _name(question: MissedQuestion) -> str:
    return str(question.labelled_by) if question.labelled_by is not None else ""


def _save(question: MissedQuestion, by: User, what: str, details: dict[str, str]) -> None:
    question.save(update_fields=["label", "topic", "labelled_by", "labelled_at"])
    record(
        municipality=question.municipality_id,
        actor=f"user:{by.pk}",
        action=f"missed_question.{what}",
        subject=f"missed_question:{question.pk}",
        details=details,
    )
