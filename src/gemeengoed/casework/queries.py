# SPDX-License-Identifier: EUPL-1.2
"""All reads on interne taken that others may use. Always of one municipality."""

from datetime import date
from uuid import UUID

from gemeengoed.casework.errors import UnknownTaakError
from gemeengoed.casework.models import InterneTaak, Status


def open_taken(municipality: str) -> list[InterneTaak]:
    """All open ones, the most urgent first."""
    found = InterneTaak.objects.filter(municipality_id=municipality, status=Status.OPEN)
    return list(found.order_by("due_on", "opened_at"))


def finished_taken(municipality: str, *, on: date) -> list[InterneTaak]:
    """Those finished on this day, the last one first."""
    found = InterneTaak.objects.filter(
        municipality_id=municipality, status=Status.DONE, handled_at__date=on
    )
    return list(found.select_related("handled_by").order_by("-handled_at"))


def taak_of(municipality: str, id: UUID) -> InterneTaak:
    """The one with this id; raises UnknownTaakError, also when it is of another municipality."""
    found = InterneTaak.objects.select_related("handled_by").filter(
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
