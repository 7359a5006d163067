# SPDX-License-Identifier: EUPL-1.2
"""Reads on what the dialogue engine decided in many talks at once, without what anybody said."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from gemeengoed.conversations.models import Conversation, EventKind

# Only these fields leave the database: never a text, a value or a label.
_HAPPENED = """
SELECT e.conversation_id, e.at, x ->> 'type', x ->> 'flow', (x ->> 'number')::int,
  x ->> 'step', (x ->> 'tries')::int,
  array_to_string(ARRAY(SELECT o ->> 'id' FROM jsonb_array_elements(x -> 'options') AS o), ' '),
  x ->> 'reference'
FROM conversations_conversation c
JOIN conversations_event e ON e.conversation_id = c.id AND e.kind = %s
CROSS JOIN jsonb_array_elements(e.body -> 'events') WITH ORDINALITY AS t (x, place)
WHERE c.municipality_id = %s AND c.opened_at >= %s AND c.opened_at < %s AND c.erased_at IS NULL
  AND x ->> 'type' = ANY(%s)
ORDER BY c.opened_at, c.id, e.seq, place
"""


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of dialogue.events; empty or None where its type has no such field.

    options: the ids of the choices that were offered, as one text.
    """

    conversation: UUID
    at: datetime
    type: str
    flow: str | None = None
    number: int | None = None
    step: str | None = None
    tries: int | None = None
    options: str = ""
    reference: str | None = None


def happened_in_talks(
    *, municipality: str, since: datetime, until: datetime, types: Collection[str]
) -> Iterator[Happened]:
    """The events of these types in the talks that began in this time, each talk in order.

    Not those whose contents were erased: nothing is known of them any more.
    """
    values: list[Any] = [EventKind.DECIDED, municipality, since, until, sorted(types)]
    with connection.cursor() as cursor:
        cursor.execute(_HAPPENED, values)
        for row in cursor:
            yield Happened(*row)


def talks_that_began(*, municipality: str, since: datetime, until: datetime) -> tuple[int, int]:
    """How many in this time, and of how many of those the contents were erased since."""
    found = Conversation.objects.filter(
        municipality_id=municipality, opened_at__gte=since, opened_at__lt=until
    )
    return found.count(), found.exclude(erased_at=None).count()
