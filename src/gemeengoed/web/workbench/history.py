# SPDX-License-Identifier: EUPL-1.2
"""The history of an interne_taak in sentences. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gemeengoed.casework.models import TaakEvent, TaakEventKind

GONE = "een collega"  # whose name was emptied


@dataclass(frozen=True, slots=True)
class Told:
    """note: what was added in words; is_long: rather folded up."""

    at: datetime
    sentence: str
    note: str = ""
    is_long: bool = False


def told(events: Iterable[TaakEvent]) -> list[Told]:
    """In the order of the events."""
    return [_told(event) for event in events]


def _told(event: TaakEvent) -> Told:
    kind = TaakEventKind(event.kind)
    by, to = str(event.by or GONE), str(event.to or GONE)
    sentences = {
        TaakEventKind.OPENED: "binnengekomen via de digitale assistent",
        TaakEventKind.ASSIGNED: f"{by} pakte het op",
        TaakEventKind.HANDED_OVER: f"{by} vroeg {to} om het over te nemen",
        TaakEventKind.ACCEPTED: f"{by} nam het over",
        TaakEventKind.DECLINED: f"{by} nam het niet over",
        TaakEventKind.TAKEN_BACK: f"{by} trok de vraag aan {to} in",
        TaakEventKind.RETURNED: f"{by} legde het terug op de stapel",
        TaakEventKind.CALL_PLANNED: f"{by} sprak een belmoment af",
        TaakEventKind.CALL_LOGGED: f"{by} belde",
        TaakEventKind.FINISHED: f"{by} handelde het af",
    }
    sentence = sentences[kind]
    if kind is TaakEventKind.FINISHED and event.by is None and event.note:
        return Told(event.at, "De inwoner trok het in")  # emptied events have no note
    is_long = kind is TaakEventKind.HANDED_OVER
    return Told(event.at, sentence[0].upper() + sentence[1:], event.note, is_long)
