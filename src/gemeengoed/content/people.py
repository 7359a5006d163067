# SPDX-License-Identifier: EUPL-1.2
"""Can a resident reach a person at a moment, and how is that said?"""

from dataclasses import dataclass
from datetime import datetime

from gemeengoed.content.edition import Edition
from gemeengoed.content.municipality import fact_on
from gemeengoed.content.values import Values, fixed, local_day
from gemeengoed.terms.dutch_dates import day_in_words
from gemeengoed.terms.opening_hours import OpeningHours

PHONE_HOURS = "openingstijden_telefoon"


@dataclass(frozen=True, slots=True)
class Reach:
    """opens_at: when it opens again; None when it is open or never opens."""

    is_open: bool
    opens_at: datetime | None
    sentence: str


def is_open(edition: Edition, at: datetime, field: str = PHONE_HOURS) -> bool:
    """Whether the hours in this field are open at a moment; unknown hours are closed."""
    hours = _hours(edition, at, field)
    return hours is not None and hours.is_open(at)


def reachability(edition: Edition, at: datetime) -> Reach:
    """Whether the phone is answered at a moment, in the municipality's voice."""
    hours = _hours(edition, at, PHONE_HOURS)
    if hours is not None and hours.is_open(at):
        return Reach(True, None, fixed(Values(edition, at), "bereikbaar_nu"))
    opens_at = hours.next_opening(at) if hours is not None else None
    if opens_at is None:
        return Reach(False, None, fixed(Values(edition, at), "bereikbaar_nooit"))
    moment = f"{day_in_words(opens_at.date())} om {opens_at.hour}.{opens_at.minute:02d} uur"
    values = Values(edition, at, {"moment": moment})
    return Reach(False, opens_at, fixed(values, "bereikbaar_later"))


def _hours(edition: Edition, at: datetime, field: str) -> OpeningHours | None:
    fact = fact_on(edition.facts, field, local_day(at))
    return fact.value if fact is not None and isinstance(fact.value, OpeningHours) else None
