# SPDX-License-Identifier: EUPL-1.2
"""How urgent an interne_taak is, in words. Pure."""

from datetime import date
from enum import StrEnum

from django.utils.formats import date_format


class Urgency(StrEnum):
    """The headings of the list, in order."""

    LATE = "Te laat"
    TODAY = "Vandaag"
    LATER = "Later"


def urgency(due: date, today: date) -> Urgency:
    if due < today:
        return Urgency.LATE
    return Urgency.TODAY if due == today else Urgency.LATER


def in_words(due: date, today: date) -> str:
    """When it must be done, as one says it: vandaag, morgen, 2 dagen te laat, a day and date."""
    days = (due - today).days
    if days < 0:
        return f"{-days} {'dag' if days == -1 else 'dagen'} te laat"
    if days <= 1:
        return "vandaag" if days == 0 else "morgen"
    return date_format(due, "l j F")
