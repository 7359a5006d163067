# SPDX-License-Identifier: EUPL-1.2
"""Who looked at what, and why: what a resident told is read for work only, and that can be seen."""

from uuid import UUID

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.roles import worker_in


@transaction.atomic
def look_at_taak(*, taak: InterneTaak, by: User) -> None:
    """Before the page of an interne_taak is shown; the conversation stands on it.

    Raises NotAllowedError.
    """
    worker_in(by, taak.municipality_id)
    record(
        municipality=taak.municipality_id,
        actor=f"user:{by.pk}",
        action="interne_taak.looked_at",
        subject=f"interne_taak:{taak.pk}",
    )
    if taak.emptied_at is None:
        read_conversation(
            municipality=taak.municipality_id,
            conversation=taak.conversation_id,
            by=by,
            reason=f"interne_taak {taak.reference}",
        )


@transaction.atomic
def read_conversation(*, municipality: str, conversation: UUID, by: User, reason: str) -> None:
    """Before a conversation is shown to a colleague. reason: the work that it is read for, by its
    number. Raises NotAllowedError.
    """
    worker_in(by, municipality)
    record(
        municipality=municipality,
        actor=f"user:{by.pk}",
        action="conversation.read",
        subject=f"conversation:{conversation}",
        reason=reason,
    )
