# SPDX-License-Identifier: EUPL-1.2
"""Declaring a move oneself that somebody else has asked for: by link, logged in, a yes or a no.

Who opens the link and is not who is meant learns nothing, and the link can still be used.
"""

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from gemeengoed.access.errors import LinkNotValidError, UnknownPersonError
from gemeengoed.casework.errors import CaseworkError
from gemeengoed.casework.joining.errors import (
    AlreadyAnsweredError,
    JoiningError,
    MoveGoneError,
    NotMeantError,
)
from gemeengoed.casework.joining.operations import confirm, decline
from gemeengoed.casework.joining.queries import Asked, asked_by_link
from gemeengoed.content.edition import Edition
from gemeengoed.gateways.adressen.errors import AdressenError
from gemeengoed.gateways.brp.errors import BrpError
from gemeengoed.web.frame.residents import ResidentRequest, require_resident
from gemeengoed.web.resident.onward import USUAL_LEVEL
from gemeengoed.web.resident.pages import edition_or_404

STATUS: dict[type[Exception], tuple[str, int]] = {
    LinkNotValidError: ("gone", 404),
    MoveGoneError: ("gone", 404),
    NotMeantError: ("not-meant", 403),
    AlreadyAnsweredError: ("answered", 200),
}


class EmailForm(forms.Form):
    """Where the proof may go; it need not."""

    email = forms.EmailField(required=False, max_length=254)


@require_http_methods(["GET", "HEAD", "POST"])
@require_resident(USUAL_LEVEL)
def joining(request: ResidentRequest, gemeente: str, code: str) -> HttpResponse:
    """Who asks, the new address and the day, and nothing else; then the answer."""
    edition = edition_or_404(gemeente)
    try:
        asked = asked_by_link(gemeente, code, request.resident.person)
        if request.method == "POST":
            return _answer(request, edition, asked)
        return _page(request, edition, "asked", asked=asked, form=EmailForm())
    except (LinkNotValidError, JoiningError) as error:
        name, status = STATUS.get(type(error), ("help", 409))
        return _page(request, edition, name, status=status)


def _answer(request: ResidentRequest, edition: Edition, asked: Asked) -> HttpResponse:
    """Raises JoiningError, LinkNotValidError."""
    person, now = request.resident.person, settings.CLOCK.now()
    form = EmailForm(request.POST)
    answer = request.POST.get("antwoord")
    if answer == "nee":
        decline(joiner=asked.joiner, person=person, now=now)
        return _page(request, edition, "declined")
    if answer != "ja" or not form.is_valid():
        return _page(request, edition, "asked", status=422, asked=asked, form=form)
    email = form.cleaned_data["email"]
    try:
        own = confirm(joiner=asked.joiner, person=person, email=email, now=now)
    except JoiningError:
        raise
    except (BrpError, AdressenError, UnknownPersonError, CaseworkError):
        return _page(request, edition, "later", status=503, asked=asked, form=form)
    return _page(request, edition, "confirmed", own=own, asked=asked)


def _page(
    request: ResidentRequest, edition: Edition, what: str, status: int = 200, **more: object
) -> HttpResponse:
    page = {"municipality": edition.municipality, "what": what, **more}
    return render(request, "resident/joining.html", page, status=status)
