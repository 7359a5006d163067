# SPDX-License-Identifier: EUPL-1.2
"""Pages without a talk: which municipalities there are, and the home page of one."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.people import reachability
from gemeengoed.content.queries import edition_of, editions, fact
from gemeengoed.terms.opening_hours import OpeningHours
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.resident.theme_css import as_css

# What people come for most; each begins a talk with this question.
TASKS = (
    ("Verhuizen", "Hoe geef ik mijn verhuizing door?", "huis"),
    ("Paspoort of identiteitskaart", "Hoe vraag ik een paspoort aan?", "paspoort"),
    ("Rijbewijs", "Hoe verleng ik mijn rijbewijs?", "rijbewijs"),
    ("Afspraak", "Moet ik een afspraak maken?", "agenda"),
    ("Grofvuil", "Hoe laat ik grofvuil ophalen?", "bank"),
    ("Kapotte straatlamp melden", "Er is een straatlamp kapot", "lamp"),
)


def edition_or_404(slug: str) -> Edition:
    """The edition of a municipality; raises Http404."""
    try:
        return edition_of(slug)
    except UnknownMunicipalityError as error:
        raise Http404 from error


@open_to("everybody: the list of municipalities is public")
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Which municipalities take part."""
    return render(request, "resident/start.html", {"editions": editions()})


@open_to("everybody: a municipality's home page is public")
@require_safe
def home(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The home page of an invented municipality, with the assistant on it."""
    edition = edition_or_404(gemeente)
    context = {
        "edition": edition,
        "form": edition.municipality.form,
        "tasks": TASKS,
        "reach": reachability(edition, settings.CLOCK.now()),
        "desk": _hours(edition, "openingstijden_balie"),
        "phone": _hours(edition, "openingstijden_telefoon"),
        "public_url": settings.PUBLIC_URL,
    }
    return render(request, "resident/home.html", context)


@open_to("everybody: only adds the slash")
@require_safe
def to_home(request: HttpRequest, gemeente: str) -> HttpResponseBase:
    """The same page, with the slash at the end."""
    edition_or_404(gemeente)
    return redirect("resident:home", gemeente)


@open_to("everybody: colours and fonts are public")
@require_safe
def theme(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The design tokens of the municipality as a style sheet."""
    css = as_css(edition_or_404(gemeente).municipality.theme)
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=300"
    return response


def _hours(edition: Edition, name: str) -> str | None:
    found = fact(edition, name, settings.CLOCK.now())
    if found is None or not isinstance(found.value, OpeningHours):
        return None
    return found.value.in_words()
