# SPDX-License-Identifier: EUPL-1.2
"""The end of a log-in: told beforehand, put off with one button, and nothing typed is lost (WCAG
2.2.1). How long it may last is decided in access (log_ins/shapes.py)."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gemeengoed.access.log_ins.shapes import Session
from gemeengoed.content.edition import Edition
from gemeengoed.content.values import Values, fixed
from gemeengoed.gateways.digid.shapes import Level
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.frame.residents import ResidentRequest, require_resident
from gemeengoed.web.resident.forms import typed_text
from gemeengoed.web.resident.pages import edition_or_404
from gemeengoed.web.resident.typed import keep_typed


@dataclass(frozen=True, slots=True)
class End:
    """seconds: until the end. can_stay: whether it can be put off. sentence: until when."""

    seconds: int
    can_stay: bool
    sentence: str


def end_of(edition: Edition, session: Session) -> End:
    """When this log-in ends.

    The moment that is told is business time, as everything that residents read.
    """
    left = session.ends_at - timezone.now()
    seconds = max(0, int(left.total_seconds()))
    now = settings.CLOCK.now()
    at = now + left
    told = {"moment": f"{at.hour}.{at.minute:02d} uur", "tijd": _in_words(seconds)}
    key = "mijn_zaken_duur" if session.can_last_longer else "mijn_zaken_duur_laatst"
    return End(seconds, session.can_last_longer, fixed(Values(edition, now, told), key))


def _in_words(seconds: int) -> str:
    minutes = max(1, round(seconds / 60))
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"


@require_resident(Level.BASIS)
@require_POST
def stay(request: ResidentRequest, gemeente: str) -> HttpResponse:
    """The button "Blijf ingelogd": being asked for is use. As JSON, for the script of the page."""
    end = end_of(edition_or_404(gemeente), request.resident)
    return JsonResponse(
        {"seconds": end.seconds, "can_stay": end.can_stay, "sentence": end.sentence}
    )


@open_to("everybody: keeps what this browser typed for who logs in again in its conversation")
@never_cache
@require_POST
def ended(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The page saw the log-in end: what stood in its field is kept, and sent to nobody."""
    edition_or_404(gemeente)
    response = redirect("resident:chat", gemeente)
    response.status_code = 303
    keep_typed(request, response, gemeente, typed_text(request.POST))
    return response
