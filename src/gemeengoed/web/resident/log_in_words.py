# SPDX-License-Identifier: EUPL-1.2
"""What is said around logging in, in the voice of the municipality."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404

from gemeengoed.content.edition import Edition
from gemeengoed.content.people import Reach, reachability
from gemeengoed.content.values import Values, fixed
from gemeengoed.web.resident.offering import Hours, hours_of

LEVEL_NAMES = {"basis": "Basis", "midden": "Midden", "substantieel": "Substantieel", "hoog": "Hoog"}


@dataclass(frozen=True, slots=True)
class Words:
    """desk: opening hours of the counter; None when nobody has confirmed them."""

    what: str
    why: str
    keeping: str
    level_name: str
    level: str
    without: str
    logged_out: str
    reach: Reach
    desk: Hours | None


def words_of(edition: Edition, level: str) -> Words:
    """For the pages around logging in at this level."""
    now = settings.CLOCK.now()
    values = Values(edition, now)
    desks = [hours for hours in hours_of(edition, now) if hours.label == "Balie"]
    return Words(
        what=fixed(values, "inloggen_wat"),
        why=fixed(values, "inloggen_waarom"),
        keeping=fixed(values, "inloggen_bewaren"),
        level_name=LEVEL_NAMES[level],
        level=fixed(values, f"inloggen_niveau_{level}"),
        without=fixed(values, "inloggen_zonder"),
        logged_out=fixed(values, "uitgelogd"),
        reach=reachability(edition, now),
        desk=desks[0] if desks else None,
    )


@dataclass(frozen=True, slots=True)
class Stop:
    """heading, text: why logging in stopped. can_go_again: whether trying again makes sense."""

    heading: str
    text: str
    icon: str
    can_go_again: bool = True
    tells_level: bool = False


_STOPS = {
    "geannuleerd": ("Het inloggen is gestopt", "inloggen_geannuleerd", "info"),
    "verlopen": ("Het inloggen is verlopen", "inloggen_verlopen", "clock"),
    "te-laag": ("Deze manier van inloggen is niet genoeg", "inloggen_te_laag", "warn"),
    "storing": ("DigiD doet het nu niet", "inloggen_storing", "warn"),
    "druk": ("Het is nu erg druk", "inloggen_druk", "clock"),
    "mislukt": ("Inloggen is niet gelukt", "inloggen_mislukt", "warn"),
    "kan-niet": ("Inloggen kan hier nu niet", "inloggen_kan_niet", "info"),
}


def words_of_stop(edition: Edition, why: str) -> Stop:
    """Raises Http404 for a reason that there is not."""
    if why not in _STOPS:
        raise Http404
    heading, key, icon = _STOPS[why]
    text = fixed(Values(edition, settings.CLOCK.now()), key)
    return Stop(heading, text, icon, why != "kan-niet", why == "te-laag")
