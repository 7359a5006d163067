# SPDX-License-Identifier: EUPL-1.2
"""What every page of the workbench shows around its own matter."""

from typing import Any
from uuid import UUID

from django.http import Http404

from gemeengoed.casework.errors import UnknownTaakError
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.queries import counts_for, taak_of
from gemeengoed.casework.roles import is_lead
from gemeengoed.municipalities.queries import memberships_of
from gemeengoed.web.frame.permissions import StaffRequest


def framed(request: StaffRequest, tab: str, **page: Any) -> dict[str, Any]:
    """The page with the tabs, their counts, and where else this colleague works.

    tab: mine, team, done, counts or profile; empty for a page below none of them.
    """
    here = request.membership.municipality
    counts = counts_for(here.pk, request.user)
    elsewhere = [each.municipality for each in memberships_of(request.user)]
    return {
        "municipality": here,
        "tab": tab,
        "mine_count": counts.mine,
        "free_count": counts.free,
        "sees_counts": is_lead(request.membership),
        "elsewhere": [each for each in elsewhere if each.pk != here.pk],
        **page,
    }


def taak_or_404(gemeente: str, id: UUID) -> InterneTaak:
    """The interne_taak of this municipality; elsewhere it does not exist."""
    try:
        return taak_of(gemeente, id)
    except UnknownTaakError as error:
        raise Http404 from error
