# SPDX-License-Identifier: EUPL-1.2
"""The three lists: my own work, that of the team, and what was done today."""

from collections import Counter

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gemeengoed.casework.kinds import TEAMS
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.queries import (
    finished_taken,
    offered_taken,
    own_taken,
    questions_of,
    taak_by_reference,
    team_taken,
)
from gemeengoed.casework.queries_people import fits
from gemeengoed.casework.references import read_reference
from gemeengoed.casework.roles import WORKERS, is_worker
from gemeengoed.insights.missed.roles import EDITORS
from gemeengoed.web.frame.permissions import StaffRequest, require_membership
from gemeengoed.web.workbench.framing import framed
from gemeengoed.web.workbench.lines import by_urgency, line


@require_membership(*WORKERS, *EDITORS)
@never_cache
@require_safe
def mine(request: StaffRequest, gemeente: str) -> HttpResponse:
    """What colleagues ask of me and what is mine, by urgency. ``nummer`` looks one up.

    Here everybody begins; an editor who does not do this work is led on to the questions.
    """
    if not is_worker(request.membership):
        return redirect("workbench:questions", gemeente)
    typed = request.GET.get("nummer", "").strip()
    problem = ""
    if typed:
        found = _by_number(gemeente, typed)
        if isinstance(found, InterneTaak):
            return redirect("workbench:taak", gemeente, found.pk)
        problem = found
    today = settings.CLOCK.today()
    taken = own_taken(gemeente, request.user)
    asked = offered_taken(gemeente, request.user)
    questions = questions_of(asked)
    page = framed(
        request,
        "mine",
        groups=by_urgency(taken, today),
        asked=[(line(taak, today), questions[taak.pk].by) for taak in asked],
        typed=typed,
        problem=problem,
    )
    return render(request, "workbench/mine.html", page)


def _by_number(gemeente: str, typed: str) -> InterneTaak | str:
    """The one with this number, or what to tell the colleague."""
    reference = read_reference(typed)
    if reference is None:
        return "Dit nummer klopt niet. Kijk of er een typefout in zit."
    return taak_by_reference(gemeente, reference) or f"Er is geen taak met nummer {reference}."


@require_membership(*WORKERS)
@never_cache
@require_safe
def team(request: StaffRequest, gemeente: str) -> HttpResponse:
    """What is of nobody and of colleagues, by urgency. ``team`` shows that of one team only."""
    today, now = settings.CLOCK.today(), settings.CLOCK.now()
    everything = team_taken(gemeente, request.user)
    chosen = request.GET.get("team", "")
    chosen = chosen if chosen in TEAMS else ""
    taken = [taak for taak in everything if chosen in ("", taak.team)]
    free = [taak for taak in taken if taak.assignee_id is None]
    others = [taak for taak in taken if taak.assignee_id is not None]
    counts = Counter(taak.team for taak in everything)
    page = framed(
        request,
        "team",
        free=by_urgency(free, today, fits(free, request.user, now)),
        free_here=len(free),
        others=by_urgency(others, today),
        others_count=len(others),
        teams=[(id, label, counts[id]) for id, label in TEAMS.items() if counts[id]],
        all_count=len(everything),
        chosen=chosen,
    )
    return render(request, "workbench/team.html", page)


@require_membership(*WORKERS)
@never_cache
@require_safe
def done(request: StaffRequest, gemeente: str) -> HttpResponse:
    """What was finished today, the last one first."""
    today = settings.CLOCK.today()
    finished = [line(taak, today) for taak in finished_taken(gemeente, on=today)]
    return render(request, "workbench/done.html", framed(request, "done", finished=finished))
