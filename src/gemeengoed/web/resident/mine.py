# SPDX-License-Identifier: EUPL-1.2
""" "Mijn zaken": who is logged in, for how long, and what they handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from gemeengoed.access.errors import UnknownPersonError
from gemeengoed.access.log_ins.shapes import Session
from gemeengoed.access.queries import bsn_of
from gemeengoed.casework.joining.models import Joiner
from gemeengoed.casework.joining.queries import is_declarer, joiners_of
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.queries import taken_of_conversation
from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.queries import submissions_of
from gemeengoed.content.values import Values, fixed
from gemeengoed.gateways.brp.errors import BrpError
from gemeengoed.gateways.brp.registry import register_of
from gemeengoed.web.frame.residents import ResidentRequest, require_resident
from gemeengoed.web.resident.log_in_words import LEVEL_NAMES
from gemeengoed.web.resident.onward import USUAL_LEVEL
from gemeengoed.web.resident.pages import edition_or_404


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that was handed in, as its list shows it. reference: its number."""

    label: str
    reference: str
    state: str
    joiners: Sequence[Joiner] = ()  # who declares it themselves


@require_safe
@require_resident(USUAL_LEVEL)
def mine(request: ResidentRequest, gemeente: str) -> HttpResponse:
    """Shown to the person themselves only: never cached, and gone after logging out."""
    edition = edition_or_404(gemeente)
    session = request.resident
    values = Values(edition, settings.CLOCK.now(), {"tijd": _time_left(session)})
    name, problem = _name(session)
    page = {
        "municipality": edition.municipality,
        "name": name,
        "problem": fixed(values, problem) if problem else "",
        "level": LEVEL_NAMES[session.level],
        "until": fixed(values, "mijn_zaken_duur"),
        "matters": _matters(session),
        "nothing": fixed(values, "mijn_zaken_leeg"),
    }
    return render(request, "resident/mine.html", page)


def _name(session: Session) -> tuple[str, str]:
    """The name by the BRP, or else the key of the text that says why it is not there."""
    try:
        bsn = bsn_of(session.municipality, session.person)
        person = register_of(session.municipality).by_bsn(session.municipality, bsn)
    except (BrpError, UnknownPersonError):
        return "", "mijn_zaken_geen_naam"
    return (person.full_name, "") if person else ("", "mijn_zaken_onbekend")


def _matters(session: Session) -> list[Matter]:
    """What this person handed in, and what came of the conversation in which they logged in."""
    matters = [
        _matter_of(each, session.person)
        for each in submissions_of(session.municipality, session.person)
    ]
    if session.conversation is None or session.follows_another:
        return matters
    return matters + [
        Matter(
            label=kind_of(taak.kind).label,
            reference=taak.reference,
            state="Afgehandeld"
            if taak.handled_at
            else f"Wij doen iets uiterlijk {date_format(taak.due_on, 'l j F')}",
        )
        for taak in taken_of_conversation(session.municipality, session.conversation)
    ]


def _matter_of(submission: Submission, person: UUID) -> Matter:
    """Who was asked to follow is told to who asked only."""
    own = (each for each in submission.participants if each["person"] == str(person))
    is_asker = any(is_declarer(each) for each in own)
    is_over = submission.closed_at is not None
    return Matter(
        label=submission_kind(submission.kind).label.capitalize(),
        reference=submission.ontvangstnummer,
        state=submission.get_state_display() if is_over else _promise(submission),
        joiners=joiners_of(submission) if is_asker else (),
    )


def _promise(submission: Submission) -> str:
    day = date_format(submission.due_on, "l j F")
    is_looked_at = submission.taak_id is not None
    return (
        f"Een medewerker kijkt ernaar, uiterlijk {day}"
        if is_looked_at
        else f"Uiterlijk {day} verwerkt"
    )


def _time_left(session: Session) -> str:
    """In minutes: a time of day would be that of the wall, and the demo's clock may be another."""
    minutes = max(1, round((session.ends_at - timezone.now()).total_seconds() / 60))
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"
