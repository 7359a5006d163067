# SPDX-License-Identifier: EUPL-1.2
"""Where one can go for a product, and whether only with an appointment: by location."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gemeengoed.terms.opening_hours import OpeningHours


class Visit(StrEnum):
    """How one may come; the values are those of the packs."""

    BY_APPOINTMENT = "afspraak"
    WALK_IN = "inloop"
    BOTH = "beide"


_IN_WORDS = {
    Visit.BY_APPOINTMENT: "alleen op afspraak",
    Visit.WALK_IN: "zonder afspraak",
    Visit.BOTH: "met of zonder afspraak",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """hours: when one is helped there with this product; None: the usual hours of that place."""

    location: str
    visit: Visit
    hours: OpeningHours | None = None


def desks_in_words(desks: Sequence[Desk], day: date | None = None) -> str:
    """``het stadhuis (alleen op afspraak) en het wijkcentrum (zonder afspraak, dinsdag van …)``."""
    told = [_in_words(desk, day) for desk in desks]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} en {told[-1]}"


def _in_words(desk: Desk, day: date | None) -> str:
    parts = [_IN_WORDS[desk.visit]]
    if desk.hours is not None:
        parts.append(desk.hours.in_words(day).replace(" (", ", ").replace(")", ""))
    return f"{desk.location} ({', '.join(parts)})"
