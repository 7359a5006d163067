# SPDX-License-Identifier: EUPL-1.2
"""How urgent an interne_taak is, in words. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.formats import date_format

from gemeengoed.casework.kinds import KINDS
from gemeengoed.casework.models import InterneTaak


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


@dataclass(frozen=True, slots=True)
class Line:
    """One interne_taak as the list shows it."""

    taak: InterneTaak
    label: str
    due: str
    urgency: Urgency


def line(taak: InterneTaak, today: date) -> Line:
    label = KINDS[taak.kind].label if taak.kind in KINDS else taak.kind
    return Line(taak, label, in_words(taak.due_on, today), urgency(taak.due_on, today))


def by_urgency(taken: Iterable[InterneTaak], today: date) -> list[tuple[Urgency, list[Line]]]:
    """The list in its groups; a group without work is left out."""
    lines = [line(taak, today) for taak in taken]
    groups = [(group, [one for one in lines if one.urgency is group]) for group in Urgency]
    return [(group, found) for group, found in groups if found]
