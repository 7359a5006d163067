# SPDX-License-Identifier: EUPL-1.2
"""Interne taken as the lists show them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime

from gemeengoed.casework.kinds import KINDS
from gemeengoed.casework.models import InterneTaak
from gemeengoed.web.workbench.due import Urgency, in_words, urgency


@dataclass(frozen=True, slots=True)
class Line:
    """One interne_taak in a list. who: whose it is, in words. fit: why it suits who looks."""

    taak: InterneTaak
    label: str
    about: str
    due: str
    urgency: Urgency
    who: str
    planned: str
    fit: str = ""
    result: str = ""


def line(taak: InterneTaak, today: date, fit: str = "") -> Line:
    return Line(
        taak=taak,
        label=label_of(taak),
        about=about(taak),
        due=in_words(taak.due_on, today),
        urgency=urgency(taak.due_on, today),
        who=_who(taak),
        planned=_planned(taak.planned_at, today),
        fit=fit,
        result=result_of(taak),
    )


def label_of(taak: InterneTaak) -> str:
    return KINDS[taak.kind].label if taak.kind in KINDS else taak.kind


def result_of(taak: InterneTaak) -> str:
    """How it ended, in words; empty while it is open."""
    result = KINDS[taak.kind].result(taak.result) if taak.kind in KINDS else None
    return result.label if result else ""


def about(taak: InterneTaak) -> str:
    """What it is about, by the line that tells it in a few words; empty when there is none."""
    wanted = KINDS[taak.kind].about if taak.kind in KINDS else ""
    return next((" ".join(value.split()) for label, value in taak.display if label == wanted), "")


def _who(taak: InterneTaak) -> str:
    if taak.offered_to is not None:
        asked = f"gevraagd aan {taak.offered_to}"
        return f"{taak.assignee}, {asked}" if taak.assignee is not None else asked
    return str(taak.assignee or "")


def _planned(at: datetime | None, today: date) -> str:
    if at is None:
        return ""
    local = localtime(at)
    day = "vandaag" if local.date() == today else date_format(local, "l j F")
    return f"belafspraak {day} om {local.hour}.{local.minute:02d} uur"


def by_urgency(
    taken: Iterable[InterneTaak], today: date, fits: Mapping[UUID, str] | None = None
) -> list[tuple[Urgency, list[Line]]]:
    """The list in its groups; a group without work is left out."""
    lines = [line(taak, today, (fits or {}).get(taak.pk, "")) for taak in taken]
    groups = [(group, [one for one in lines if one.urgency is group]) for group in Urgency]
    return [(group, found) for group, found in groups if found]
