# SPDX-License-Identifier: EUPL-1.2
"""All reads on interne taken that others may use. Always of one municipality.

On colleagues: queries_people.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from gemeengoed.accounts.models import User
from gemeengoed.casework.errors import UnknownTaakError
from gemeengoed.casework.models import (
    InterneTaak,
    Klantcontact,
    Status,
    TaakEvent,
    TaakEventKind,
)


def open_taken(municipality: str) -> list[InterneTaak]:
    """All open ones, the most urgent first."""
    return list(_open(municipality))


def own_taken(municipality: str, user: User) -> list[InterneTaak]:
    """The open ones of this colleague, the most urgent first."""
    return list(_open(municipality).filter(assignee=user))


def offered_taken(municipality: str, user: User) -> list[InterneTaak]:
    """The open ones that this colleague was asked to take over, the most urgent first."""
    return list(_open(municipality).filter(offered_to=user))


def team_taken(municipality: str, but: User) -> list[InterneTaak]:
    """The open ones of nobody and of others than this colleague, the most urgent first."""
    return list(_open(municipality).filter(Q(assignee=None) | ~Q(assignee=but)))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many open ones: of this colleague or asked of them; of nobody."""

    mine: int
    free: int


def counts_for(municipality: str, user: User) -> Counts:
    """The numbers beside the lists."""
    found = InterneTaak.objects.filter(municipality_id=municipality, status=Status.OPEN)
    counted = found.aggregate(
        mine=Count("pk", filter=Q(assignee=user) | Q(offered_to=user)),
        free=Count("pk", filter=Q(assignee=None)),
    )
    return Counts(**counted)


def _open(municipality: str) -> QuerySet[InterneTaak]:
    found = InterneTaak.objects.filter(municipality_id=municipality, status=Status.OPEN)
    return found.select_related("assignee", "offered_to").order_by("due_on", "opened_at")


def finished_taken(municipality: str, *, on: date) -> list[InterneTaak]:
    """Those finished on this day, the last one first."""
    found = InterneTaak.objects.filter(
        municipality_id=municipality, status=Status.DONE, handled_at__date=on
    )
    return list(found.select_related("handled_by").order_by("-handled_at"))


def finished_references(municipality: str, *, since: datetime) -> set[str]:
    """The references of those opened since then that are dealt with."""
    found = InterneTaak.objects.filter(
        municipality_id=municipality, opened_at__gte=since, status=Status.DONE
    )
    return set(found.values_list("reference", flat=True))


def taak_of(municipality: str, id: UUID) -> InterneTaak:
    """The one with this id; raises UnknownTaakError, also when it is of another municipality."""
    found = InterneTaak.objects.select_related("handled_by", "assignee", "offered_to").filter(
        municipality_id=municipality, pk=id
    )
    taak = found.first()
    if taak is None:
        raise UnknownTaakError(str(id))
    return taak


def taak_by_reference(municipality: str, reference: str) -> InterneTaak | None:
    """The one with this number, written as references.read_reference gives it."""
    return InterneTaak.objects.filter(municipality_id=municipality, reference=reference).first()


def is_opened(municipality: str, origin_key: str) -> bool:
    """Whether the interne_taak of this wish is there already."""
    found = InterneTaak.objects.filter(municipality_id=municipality, origin_key=origin_key)
    return found.exists()


def taken_of_conversation(municipality: str, conversation: UUID) -> list[InterneTaak]:
    """What was handed in in a conversation, the newest first."""
    found = InterneTaak.objects.filter(municipality_id=municipality, conversation_id=conversation)
    return list(found.order_by("-opened_at"))


def history_of(taak: InterneTaak) -> list[TaakEvent]:
    """What happened to it, in order."""
    return list(taak.events.select_related("by", "to").order_by("pk"))


def contacts_of(taak: InterneTaak) -> list[Klantcontact]:
    """The contacts with the resident about it, the first one first."""
    return list(taak.contacts.select_related("by").order_by("at"))


def questions_of(taken: Sequence[InterneTaak]) -> dict[UUID, TaakEvent]:
    """Of those that are offered to somebody: the question that is open, with who asked."""
    offered = [taak.pk for taak in taken if taak.offered_to_id is not None]
    asked = TaakEvent.objects.filter(taak_id__in=offered, kind=TaakEventKind.HANDED_OVER)
    return {event.taak_id: event for event in asked.select_related("by").order_by("pk")}
