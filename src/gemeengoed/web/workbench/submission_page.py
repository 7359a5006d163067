# SPDX-License-Identifier: EUPL-1.2
"""The screen of one submission: what must be booked or checked, and what can be done now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.casework.submissions.locking import OPEN, open_taak_of
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.participants import Participant, participant_of
from gemeengoed.casework.submissions.queries import files_of
from gemeengoed.casework.submissions.queries_waiting import place_of
from gemeengoed.casework.submissions.taking_effect import MOVED_ON, takes_effect_on
from gemeengoed.content.explaining import explanation_of
from gemeengoed.content.queries import edition_of
from gemeengoed.content.values import local_day
from gemeengoed.conversations.queries import transcript_for_staff
from gemeengoed.gateways.zaken.shapes import AddressObject, Roltype
from gemeengoed.terms.dutch_dates import day_in_words
from gemeengoed.web.frame.permissions import StaffRequest
from gemeengoed.web.workbench.due import Urgency, in_words, urgency
from gemeengoed.web.workbench.forms_processing import (
    AnswerForm,
    LiftForm,
    ProcessingForm,
    QuestionForm,
)
from gemeengoed.web.workbench.framing import framed

FORMS = (QuestionForm, LiftForm, AnswerForm)


@dataclass(frozen=True, slots=True)
class Line:
    """One submission in the list, without what says who it is. marks: what is special."""

    submission: Submission
    label: str
    persons: str
    counts_from: str
    due: str
    urgency: Urgency
    marks: tuple[str, ...]
    held_by: str  # the colleague who has it on the screen; empty when nobody


def line(submission: Submission, now: datetime) -> Line:
    today = now.date()
    count = len(submission.participants)
    day = _counts_from(submission)
    return Line(
        submission=submission,
        label=submission_kind(submission.kind).label.capitalize(),
        persons="1 persoon" if count == 1 else f"{count} personen" if count else "",
        counts_from=day_in_words(day) if day else "",
        due=in_words(submission.due_on, today),
        urgency=urgency(submission.due_on, today),
        marks=tuple(_marks(submission)),
        held_by=_held_by(submission, now),
    )


def _marks(submission: Submission) -> list[str]:
    told = {
        "Antwoord binnen": submission.questions and submission.question_since is None,
        "Terug van een collega": submission.lifted_out,
        "Zaakregister weigert": getattr(submission, "stuck_steps", 0),
    }
    return [words for words, holds in told.items() if holds]


def _counts_from(submission: Submission) -> date | None:
    return takes_effect_on(submission.eigenschappen, local_day(submission.handed_in_at))


def submission_page(
    request: StaffRequest,
    submission: Submission,
    filled: ProcessingForm | None = None,
    *,
    shows_talk: bool = False,
    status: int = 200,
) -> HttpResponse:
    """filled: the form that was sent and could not be carried out, with its errors."""
    now = settings.CLOCK.now()
    taak = open_taak_of(submission)
    forms: dict[str, ProcessingForm] = {form.name: form() for form in FORMS}
    if filled is not None:
        forms[filled.name] = filled
    page = framed(
        request,
        "processing",
        submission=submission,
        line=line(submission, now),
        place=place_of(submission),
        state=_state(submission, taak),
        taak=taak,
        is_held_elsewhere=submission.held_by_id != request.user.pk,
        booking=booking_of(submission),
        files=files_of(submission),
        explanation=explained(submission, now),
        questions=[_question(each) for each in submission.questions],
        talk=_talk(submission) if shows_talk else None,
        shows_talk=shows_talk,
        forms=forms,
        form=filled,
    )
    return render(request, "workbench/indiening.html", page, status=status)


def _state(submission: Submission, taak: InterneTaak | None) -> str:
    """waiting: it can be processed now; or over, lifted, asked."""
    if submission.state not in OPEN:
        return "over"
    if taak is not None:
        return "lifted"
    return "asked" if submission.question_since is not None else "waiting"


def _held_by(submission: Submission, now: datetime) -> str:
    is_held = submission.held_until is not None and submission.held_until > now
    return str(submission.held_by) if is_held and submission.held_by else ""


def explained(submission: Submission, now: datetime) -> Mapping[str, Any] | None:
    """What the rules said when it was handed in; None when they could not judge it."""
    return explanation_of(edition_of(submission.municipality_id), submission.receipt, now)


def booking_of(submission: Submission) -> dict[str, Any]:
    """A move as it must be booked: who, from where, to where, from which day, and why that day."""
    people = [participant_of(each) for each in submission.participants]
    declared_on = local_day(submission.handed_in_at)
    moved_on = submission.eigenschappen.get(MOVED_ON)
    day = _counts_from(submission)
    registered = [(label, value) for label, value in submission.registered]
    return {
        "people": people,
        "declarer": _declarer(people),
        "to": _address(submission),
        "day": day_in_words(day) if day else "",
        "moved_on": day_in_words(date.fromisoformat(moved_on)) if moved_on else "",
        "is_late": bool(moved_on) and day == declared_on and moved_on != declared_on.isoformat(),
        "days_ahead": (day - settings.CLOCK.today()).days if day else 0,
        "registered": registered,
    }


def _declarer(people: list[Participant]) -> str:
    found = (each.name for each in people if each.roltype is Roltype.INITIATOR)
    return next(found, "")


def _address(submission: Submission) -> str:
    """As people write it; empty for one that the register has not: it stands among the lines."""
    if not submission.address:
        return ""
    told = AddressObject(**submission.address)
    code = f"{told.postcode[:4]} {told.postcode[4:]}"
    return f"{told.street} {told.number}{told.addition}, {code} {told.place}"


def _question(asked: Mapping[str, Any]) -> dict[str, Any]:
    answered_at = asked.get("answered_at")
    return {
        "text": asked["text"],
        "at": datetime.fromisoformat(asked["at"]),
        "answer": asked.get("answer", ""),
        "answered_at": datetime.fromisoformat(answered_at) if answered_at else None,
    }


def _talk(submission: Submission) -> list[dict[str, Any]]:
    return transcript_for_staff(
        municipality=submission.municipality_id, conversation=submission.conversation_id
    )
