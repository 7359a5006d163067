# SPDX-License-Identifier: EUPL-1.2
"""For who asked somebody to follow: a new link to pass on, or the link by e-mail."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from gemeengoed.access.errors import TooManyError
from gemeengoed.access.operations import Limit, take
from gemeengoed.casework.joining.errors import JoiningError
from gemeengoed.casework.joining.mailing import mail_link
from gemeengoed.casework.joining.queries import declarer_of, joiner_asked_by
from gemeengoed.gateways.berichten.errors import BerichtenError
from gemeengoed.terms.dutch_dates import day_in_words
from gemeengoed.web.frame.limits import when_again
from gemeengoed.web.frame.residents import ResidentRequest, require_resident
from gemeengoed.web.resident.join_links import join_link
from gemeengoed.web.resident.joining import EmailForm
from gemeengoed.web.resident.onward import USUAL_LEVEL
from gemeengoed.web.resident.pages import edition_or_404

LINKS = Limit("join_link", capacity=5, refill=1 / 600)  # per person who is asked
NOT_SENT = "De e-mail kon niet worden verstuurd. Geef de link zelf door."


@require_http_methods(["GET", "HEAD", "POST"])
@require_resident(USUAL_LEVEL)
def again(request: ResidentRequest, gemeente: str, id: object) -> HttpResponse:
    """A new link is made by the button only; with an address it goes there too."""
    edition = edition_or_404(gemeente)
    joiner = joiner_asked_by(gemeente, request.resident.person, id)  # type: ignore[arg-type]
    if joiner is None:
        raise Http404
    page = {"municipality": edition.municipality, "joiner": joiner, "form": EmailForm()}
    if request.method != "POST":
        return render(request, "resident/joining_again.html", page)
    form = EmailForm(request.POST)
    if not form.is_valid():
        return render(request, "resident/joining_again.html", {**page, "form": form}, status=422)
    now, to = settings.CLOCK.now(), form.cleaned_data["email"]
    try:
        take(municipality=gemeente, limit=LINKS, subject=str(joiner.pk))
        link = join_link(joiner, now)
    except TooManyError as error:
        page |= {"problem": when_again(error)}
        return render(request, "resident/joining_again.html", page, status=429)
    except JoiningError:
        return redirect("resident:mine", gemeente)
    page |= {"link": link, "to": to}
    until = day_in_words(date.fromisoformat(link.until))
    values = {"wie": declarer_of(joiner.submission), "link": link.address, "tot": until}
    try:
        if to:
            mail_link(joiner, to, values, now)
    except (BerichtenError, TooManyError):
        page |= {"problem": NOT_SENT, "to": ""}
    return render(request, "resident/joining_again.html", page)
