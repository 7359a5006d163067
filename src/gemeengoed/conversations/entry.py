# SPDX-License-Identifier: EUPL-1.2
"""One entry of the log, as a turn carries it: the fields of an Event without the ORM's object.

A turn makes three or more, and each object of the ORM costs as much as finding the words.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from gemeengoed.conversations.models import Conversation, Event, EventKind


@dataclass(frozen=True, slots=True)
class Entry:
    """at: business time. reply_to: the sequence of the message that this answers."""

    seq: int
    at: datetime
    kind: EventKind
    body: dict[str, Any]
    reply_to: int | None = None
    client_id: str | None = None

    @classmethod
    def of(cls, event: Event) -> Self:
        """What stands in the log already."""
        kind = EventKind(event.kind)
        return cls(event.seq, event.at, kind, event.body, event.reply_to, event.client_id)

    def as_event(self, conversation: Conversation) -> Event:
        """For the few entries that are stored outside a turn; not saved yet."""
        return Event(
            municipality_id=conversation.municipality_id,
            conversation=conversation,
            seq=self.seq,
            at=self.at,
            kind=self.kind,
            reply_to=self.reply_to,
            client_id=self.client_id,
            body=self.body,
        )
