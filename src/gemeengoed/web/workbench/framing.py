# SPDX-License-Identifier: EUPL-1.2
"""What every page of the workbench shows around its own matter."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404

from gemeengoed.casework.errors import UnknownTaakError
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.queries import counts_for, taak_of
from gemeengoed.casework.roles import is_lead, is_worker
from gemeengoed.casework.submissions.queries_waiting import count_waiting
from gemeengoed.insights.missed.queries import count_waiting as count_questions
from gemeengoed.insights.missed.roles import is_editor
from gemeengoed.municipalities.models import Membership
from gemeengoed.municipalities.queries import memberships_of
from gemeengoed.web.frame.permissions import StaffRequest


def framed(request: StaffRequest, tab: str, **page: Any) -> dict[str, Any]:
    """The page with the tabs, their counts, and where else this colleague works.

    tab: mine, team, processing, done, counts, questions or profile; empty for a page below none of
    them.
    """
    here = request.membership.municipality
    elsewhere = [each.municipality for each in memberships_of(request.user)]
    return {
        "municipality": here,
        "tab": tab,
        "elsewhere": [each for each in elsewhere if each.pk != here.pk],
        **_of_work(request),
        **_of_questions(request.membership),
        **page,
    }


def _of_work(request: StaffRequest) -> dict[str, Any]:
    """For who does the work; an editor alone has nothing to do with it."""
    if not is_worker(request.membership):
        return {"is_worker": False}
    gemeente = request.membership.municipality_id
    counts = counts_for(gemeente, request.user)
    return {
        "is_worker": True,
        "mine_count": counts.mine,
        "free_count": counts.free,
        "sees_counts": is_lead(request.membership),
        "waiting_count": count_waiting(gemeente),
    }


def _of_questions(membership: Membership) -> dict[str, Any]:
    if not is_editor(membership):
        return {"is_editor": False}
    count = count_questions(membership.municipality_id, now=settings.CLOCK.now())
    return {"is_editor": True, "question_count": count}


def taak_or_404(gemeente: str, id: UUID) -> InterneTaak:
    """The interne_taak of this municipality; elsewhere it does not exist."""
    try:
        return taak_of(gemeente, id)
    except UnknownTaakError as error:
        raise Http404 from error
