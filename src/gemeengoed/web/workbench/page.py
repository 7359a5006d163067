# SPDX-License-Identifier: EUPL-1.2
"""The page of one interne_taak: all that is known of it, and what this colleague can do now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format

from gemeengoed.casework.activities import WORDS, Activity
from gemeengoed.casework.kinds import TEAMS, kind_of
from gemeengoed.casework.models import CallOutcome, InterneTaak, Klantcontact, Status
from gemeengoed.casework.queries import contacts_of, history_of, questions_of
from gemeengoed.casework.queries_people import ranking_for
from gemeengoed.casework.roles import is_lead
from gemeengoed.casework.submissions.queries import files_of, submission_of_taak
from gemeengoed.casework.summarising import Spoken, summary
from gemeengoed.conversations.queries import transcript_for_staff
from gemeengoed.conversations.shown import Shown
from gemeengoed.web.frame.permissions import StaffRequest
from gemeengoed.web.workbench.forms import (
    CallForm,
    DeclineForm,
    FinishForm,
    HandOverForm,
    PlanForm,
    ReturnForm,
    StaffForm,
)
from gemeengoed.web.workbench.framing import framed
from gemeengoed.web.workbench.history import told
from gemeengoed.web.workbench.lines import label_of, line, result_of
from gemeengoed.web.workbench.submission_page import booking_of, explained

FORMS = (CallForm, FinishForm, PlanForm, HandOverForm, DeclineForm, ReturnForm)
RECEIPT = "bewijs"  # the answer that holds the receipt of an outcome, where one is attached
_PHONE = re.compile(r"\+?\d[\d -]{7,18}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True, slots=True)
class Can:
    """What this colleague can do with it now."""

    take: bool
    work: bool  # it is theirs
    answer: bool  # they are asked to take it over
    arrange: bool  # hand over, give back: theirs, or they lead
    finish: bool


def can(taak: InterneTaak, request: StaffRequest) -> Can:
    is_open = taak.status == Status.OPEN
    is_mine = taak.assignee_id == request.user.pk
    is_free = taak.assignee_id is None
    leads = is_lead(request.membership)
    return Can(
        take=is_open and is_free,
        work=is_open and is_mine,
        answer=is_open and taak.offered_to_id == request.user.pk,
        arrange=is_open and (is_mine or leads),
        finish=is_open and (is_mine or is_free or leads),
    )


def taak_page(
    request: StaffRequest,
    taak: InterneTaak,
    filled: StaffForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """filled: the form that was sent and could not be carried out, with its errors."""
    now = settings.CLOCK.now()
    contacts = contacts_of(taak)
    messages = transcript_for_staff(
        municipality=taak.municipality_id, conversation=taak.conversation_id
    )
    may = can(taak, request)
    about = submission_of_taak(taak.municipality_id, taak.pk)
    page = framed(
        request,
        "",
        taak=taak,
        line=line(taak, now.date()),
        activity=WORDS[Activity(taak.activity)].label,
        is_talk=Activity(taak.activity).is_talk,
        area=taak.area.replace("_", " "),
        team=TEAMS.get(taak.team, ""),
        result=result_of(taak),
        is_open=taak.status == Status.OPEN,
        phone=_told(taak, _PHONE),
        email=_told(taak, _EMAIL),
        contacts=[_contact(each) for each in contacts],
        history=told(history_of(taak)),
        talk=messages,
        files=files_of(about) if about else [],
        explanation=explained(about, now) if about else _explanation(taak, messages),
        submission=about,
        booking=booking_of(about) if about else None,
        question=questions_of([taak]).get(taak.pk),
        can=may,
        forms=_forms(taak, contacts, filled),
        form=filled,
    )
    if may.arrange:
        page |= _colleagues(taak, now, request)
    return render(request, "workbench/taak.html", page, status=status)


def _forms(
    taak: InterneTaak, contacts: list[Klantcontact], filled: StaffForm | None
) -> dict[str, StaffForm]:
    """One of each by its name, without dashes; the one that was sent as it was."""
    kind = kind_of(taak.kind)
    forms: dict[str, StaffForm] = {}
    for form in FORMS:
        initial = {"summary": drafted(taak, contacts)} if form is HandOverForm else None
        forms[form.name.replace("-", "_")] = form(kind=kind, initial=initial)
    if filled is not None:
        forms[filled.name.replace("-", "_")] = filled
    return forms


def drafted(taak: InterneTaak, contacts: list[Klantcontact]) -> str:
    """The summary for who takes over: to be sent as it is, or changed."""
    spoken = [
        Spoken(each.at, str(each.by), CallOutcome(each.outcome).label, each.note)
        for each in contacts
    ]
    return summary(
        label=label_of(taak),
        goal=taak.goal,
        lines=taak.display,
        contacts=spoken,
        due=date_format(taak.due_on, "l j F"),
    )


def _colleagues(taak: InterneTaak, now: datetime, request: StaffRequest) -> dict[str, Any]:
    """Whom to ask: the proposed one apart, then the others, then who cannot and why."""
    ranking = ranking_for(taak, now, but=[request.user.pk])
    return {
        "best": ranking.best,
        "others": ranking.proposals[1:],
        "excluded": ranking.excluded,
    }


def _contact(contact: Klantcontact) -> dict[str, Any]:
    return {"contact": contact, "outcome": CallOutcome(contact.outcome).label}


def _told(taak: InterneTaak, pattern: re.Pattern[str]) -> str:
    """The first thing of this form that the resident gave, as they read it themselves."""
    values = (value.strip() for _, value in taak.display if pattern.fullmatch(value.strip()))
    return next(values, "")


def _explanation(taak: InterneTaak, messages: list[Shown]) -> Mapping[str, Any] | None:
    """Of the outcome that is attached: the one in the conversation with the same receipt."""
    receipt = taak.answers.get(RECEIPT)
    found = (
        message["explanation"]
        for message in reversed(messages)
        if message["explanation"] and message["explanation"]["receipt"] == receipt
    )
    return next(found, None) if receipt else None
