# SPDX-License-Identifier: EUPL-1.2
"""What staff let a resident know in the conversation. The log itself is the audit of this room."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from gemeengoed.content.queries import edition_of
from gemeengoed.content.render import render
from gemeengoed.conversations.announcements import announce
from gemeengoed.conversations.models import Conversation, Event, EventKind
from gemeengoed.dialogue.replies import Say


@transaction.atomic
def tell_resident(
    *, municipality: str, conversation: UUID, key: str, values: Mapping[str, str], now: datetime
) -> bool:
    """Add a notice to the log: the fixed text of this key, in the voice of the municipality.

    A turn that is being thought of meanwhile decides again on the longer log. Returns False, and
    tells nothing, when there is no such conversation here or its contents were erased.
    """
    row = (
        Conversation.objects.select_for_update()
        .filter(pk=conversation, municipality_id=municipality, erased_at=None)
        .first()
    )
    if row is None:
        return False
    (message,) = render(
        edition_of(municipality), [Say(key, kind="notice", values=dict(values))], at=now
    )
    row.last_seq += 1
    row.save(update_fields=["last_seq"])
    Event.objects.create(
        municipality_id=municipality,
        conversation=row,
        seq=row.last_seq,
        at=now,
        kind=EventKind.NOTICE,
        body=message.to_json(),
    )
    announce(row.pk, row.last_seq)
    return True
