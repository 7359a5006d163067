# SPDX-License-Identifier: EUPL-1.2
"""Drawings with a question: what is meant by *dakvoet* or *nok*, in the municipality's own colours.

One SVG template each in templates/resident/drawings. What a drawing shows is told in words by the
text ``tekening_<name>`` of the packs, which is also the alternative text of the message.
"""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from gemeengoed.content.asking import text_in_words
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.queries import edition_of
from gemeengoed.municipalities.theme import resolved
from gemeengoed.web.frame.permissions import open_to
from gemeengoed.web.frame.problems import problem

SVG = "image/svg+xml; charset=utf-8"
TITLES: Mapping[str, str] = {
    "dakvlak": "De kanten van een dak",
    "dakkapel-hoogte": "De hoogte van een dakkapel",
    "dakkapel-onderkant": "De onderkant van een dakkapel boven de dakvoet",
    "dakkapel-nok": "De bovenkant van een dakkapel onder de nok",
    "dakkapel-zijkant": "De ruimte naast een dakkapel",
    "dakkapel-breedte": "De breedte van een dakkapel en van het dakvlak",
}


@open_to("everybody: a drawing tells nothing of anybody")
@cache_control(max_age=3600, public=True)
@require_safe
def drawing(request: HttpRequest, gemeente: str, name: str) -> HttpResponse:
    """The drawing as SVG; a problem document when there is no such drawing or municipality."""
    try:
        edition = edition_of(gemeente)
    except UnknownMunicipalityError:
        return problem(404, "Onbekende gemeente", "Deze gemeente doet niet mee of bestaat niet.")
    if name not in TITLES:
        return problem(404, "Onbekende tekening", "Deze tekening bestaat niet.")
    key = f"tekening_{name.replace('-', '_')}"
    sheet = {
        "look": resolved(edition.municipality.theme),
        "title": TITLES[name],
        "words": text_in_words(edition, key, settings.CLOCK.now()),
    }
    svg = render_to_string(f"resident/drawings/{name}.svg", sheet)
    return HttpResponse(svg.lstrip(), content_type=SVG)
