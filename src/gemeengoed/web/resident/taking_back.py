# SPDX-License-Identifier: EUPL-1.2
"""Taking back what one handed in: of an interne_taak with the reason, for the colleague."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from gemeengoed.casework.following.shapes import Matter, Standing
from gemeengoed.casework.operations import drop
from gemeengoed.casework.submissions.errors import AlreadyOverError
from gemeengoed.casework.submissions.operations_ending import withdraw
from gemeengoed.content.edition import Edition
from gemeengoed.content.values import Values, fixed, local_day
from gemeengoed.language.masking import mask
from gemeengoed.language.visible import visible
from gemeengoed.terms.dutch_dates import day_in_words
from gemeengoed.web.frame.residents import ResidentRequest, require_resident
from gemeengoed.web.resident.mine import one_of, page_of
from gemeengoed.web.resident.onward import USUAL_LEVEL
from gemeengoed.web.resident.pages import edition_or_404

WHY_AT_MOST = 300  # characters


@require_http_methods(["GET", "HEAD", "POST"])
@require_resident(USUAL_LEVEL)
def take_back(request: ResidentRequest, gemeente: str, number: str) -> HttpResponse:
    """Asks whether it may be withdrawn, does it, and leads to what was done.

    One that is over already is told so, and nothing changes.
    """
    edition = edition_or_404(gemeente)
    found = one_of(request.resident, number)
    if not found.is_own:
        raise Http404
    if request.method == "POST" and found.is_open:
        if _withdraw(found, request.POST.get("waarom", "")):
            response = redirect("resident:matter", gemeente, number)
            response.status_code = 303
            return response
        found = one_of(request.resident, number)
    page = page_of(edition, request.resident, found)
    if not found.is_open:
        return render(
            request, "resident/take_back.html", page | _already(edition, found), status=409
        )
    return render(request, "resident/take_back.html", page | _question(edition, found))


def _withdraw(matter: Matter, why: str) -> bool:
    """False when a colleague was first. why: as typed, for the colleague who has the work."""
    now = settings.CLOCK.now()
    if matter.submission is not None:
        try:
            withdraw(submission=matter.submission, now=now)
        except AlreadyOverError:
            return False
        return True
    note = mask(visible(why).strip())[0][:WHY_AT_MOST]
    return matter.taak is not None and drop(taak=matter.taak, now=now, note=note)


def _question(edition: Edition, matter: Matter) -> dict[str, Any]:
    """Of an interne_taak it is asked why: a colleague may be about to call."""
    values = Values(edition, settings.CLOCK.now(), {"wat": matter.label})
    if matter.taak is None:
        return {
            "question": fixed(values, "zaak_intrekken_vraag"),
            "consequence": fixed(values, "zaak_intrekken_gevolg"),
        }
    return {
        "question": fixed(values, "zaak_niet_nodig_vraag"),
        "consequence": fixed(values, "zaak_niet_nodig_gevolg"),
        "why": fixed(values, "zaak_niet_nodig_waarom"),
        "why_at_most": WHY_AT_MOST,
    }


def _already(edition: Edition, matter: Matter) -> dict[str, str]:
    day = day_in_words(local_day(matter.over_at or matter.handed_in_at))
    is_withdrawn = matter.standing is Standing.WITHDRAWN
    key = "zaak_al_ingetrokken" if is_withdrawn else "zaak_al_afgehandeld"
    return {"already": fixed(Values(edition, settings.CLOCK.now(), {"dag": day}), key)}
