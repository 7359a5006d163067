# SPDX-License-Identifier: EUPL-1.2
""" "Mijn zaken": who is logged in and until when, and what they handed in."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gemeengoed.access.errors import UnknownPersonError
from gemeengoed.access.log_ins.shapes import Session
from gemeengoed.access.queries import bsn_of
from gemeengoed.casework.following.queries import matters_of
from gemeengoed.casework.following.shapes import Matter, Standing
from gemeengoed.casework.joining.queries import joiners_asked_by
from gemeengoed.content.edition import Edition
from gemeengoed.content.values import Values, fixed
from gemeengoed.gateways.brp.errors import BrpError
from gemeengoed.gateways.brp.registry import register_of
from gemeengoed.web.frame.residents import ResidentRequest, require_resident
from gemeengoed.web.resident.log_in_ends import end_of
from gemeengoed.web.resident.log_in_words import LEVEL_NAMES
from gemeengoed.web.resident.matter_words import words_for
from gemeengoed.web.resident.onward import USUAL_LEVEL
from gemeengoed.web.resident.pages import edition_or_404


@require_safe
@require_resident(USUAL_LEVEL)
def mine(request: ResidentRequest, gemeente: str) -> HttpResponse:
    """Shown to the person themselves only: never cached, and gone after logging out."""
    edition = edition_or_404(gemeente)
    session, now = request.resident, settings.CLOCK.now()
    name, problem = _name(session)
    page = {
        "municipality": edition.municipality,
        "name": name,
        "problem": fixed(Values(edition, now), problem) if problem else "",
        "level": LEVEL_NAMES[session.level],
        "end": end_of(edition, session),
        "matters": [words_for(edition, each, now) for each in _matters(session)],
        "nothing": fixed(Values(edition, now), "mijn_zaken_leeg"),
        "joiners": joiners_asked_by(gemeente, session.person),
    }
    return render(request, "resident/mine.html", page)


@require_safe
@require_resident(USUAL_LEVEL)
def matter(request: ResidentRequest, gemeente: str, number: str) -> HttpResponse:
    """One matter of who is logged in; 404 for any other, whether it exists or not."""
    edition = edition_or_404(gemeente)
    found = one_of(request.resident, number)
    return render(request, "resident/matter.html", page_of(edition, request.resident, found))


def page_of(edition: Edition, session: Session, matter: Matter) -> dict[str, Any]:
    """What every page about one matter needs."""
    now = settings.CLOCK.now()
    page = {
        "municipality": edition.municipality,
        "end": end_of(edition, session),
        "shown": words_for(edition, matter, now),
    }
    if matter.standing is Standing.WITHDRAWN:
        values = Values(edition, now, {"email": matter.email})
        page["mailed"] = fixed(values, "zaak_ingetrokken_gemaild") if matter.email else ""
    return page


def one_of(session: Session, number: str) -> Matter:
    """The matter of who is logged in with this number; raises Http404."""
    found = next((each for each in _matters(session) if each.reference == number), None)
    if found is None:
        raise Http404
    return found


def _matters(session: Session) -> list[Matter]:
    """What this person handed in, and what came of the conversation in which they logged in."""
    conversation = None if session.follows_another else session.conversation
    return matters_of(session.municipality, session.person, conversation)


def _name(session: Session) -> tuple[str, str]:
    """The name by the BRP, or else the key of the text that says why it is not there."""
    try:
        bsn = bsn_of(session.municipality, session.person)
        person = register_of(session.municipality).by_bsn(session.municipality, bsn)
    except (BrpError, UnknownPersonError):
        return "", "mijn_zaken_geen_naam"
    return (person.full_name, "") if person else ("", "mijn_zaken_onbekend")
