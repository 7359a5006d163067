# SPDX-License-Identifier: EUPL-1.2
"""The pages around the chat: which municipalities there are, a demo home page, the look as CSS."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.people import reachability
from gemeengoed.content.queries import edition_of, editions
from gemeengoed.municipalities.theme import resolved
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.resident.forms import new_key
from gemeengoed.web.resident.offering import cards_of, day_name, hours_of

NOT_CSS = ("mark",)


def edition_or_404(slug: str) -> Edition:
    """The published edition; an unknown municipality is a page that does not exist."""
    try:
        return edition_of(slug)
    except UnknownMunicipalityError as error:
        raise Http404 from error


@open_to("everybody: which municipalities take part is public")
@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """All municipalities, each in its own colours."""
    shown = [edition.municipality for edition in editions()]
    return render(request, "resident/landing.html", {"municipalities": shown})


@open_to("everybody: the home page of a municipality is public")
@require_safe
def home(request: HttpRequest, gemeente: str) -> HttpResponse:
    """A simple municipal home page with the assistant on it."""
    edition = edition_or_404(gemeente)
    now = settings.CLOCK.now()
    page = {
        "municipality": edition.municipality,
        "cards": cards_of(edition),
        "hours": hours_of(edition, now),
        "today": day_name(now),
        "reach": reachability(edition, now),
        "key": new_key(),
    }
    return render(request, "resident/home.html", page)


@open_to("everybody: only leads on to the page with the slash")
@require_safe
def to_home(request: HttpRequest, gemeente: str) -> HttpResponse:
    edition_or_404(gemeente)
    return redirect("resident:home", gemeente)


@open_to("everybody: the look of a municipality is public")
@cache_control(max_age=300, public=True)
@require_safe
def theme(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The design tokens as CSS custom properties; a file of its own, so that no style is inline."""
    return _css([tokens_of(":root", edition_or_404(gemeente))])


@open_to("everybody: the look of the municipalities is public")
@cache_control(max_age=300, public=True)
@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    """The tokens of each municipality under a class of its own, for a page that shows all."""
    return _css([tokens_of(f".in-{edition.municipality.slug}", edition) for edition in editions()])


def tokens_of(selector: str, edition: Edition) -> str:
    """One rule of CSS with the design tokens of the municipality as custom properties."""
    tokens = resolved(edition.municipality.theme)
    lines = [f"  --gg-{name}: {value};" for name, value in tokens.items() if name not in NOT_CSS]
    return "\n".join([f"{selector} {{", *lines, "}", ""])


def _css(rules: list[str]) -> HttpResponse:
    return HttpResponse("".join(rules), content_type="text/css; charset=utf-8")
