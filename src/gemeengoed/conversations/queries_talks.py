# SPDX-License-Identifier: EUPL-1.2
"""Reads on whole talks for who learns from them: which changed, and what was said in one.

The log is read by its key, in the order in which entries were numbered. A turn costs nothing more.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max

from gemeengoed.conversations.models import Event, EventKind

_CHANGED = """
SELECT e.municipality_id, e.conversation_id
FROM conversations_event e
WHERE e.id > %(after)s AND e.id <= %(up_to)s AND (
  e.kind = %(erased)s OR (e.kind = %(decided)s AND (
    e.conversation_id = ANY(%(also)s) OR EXISTS (
      SELECT 1 FROM jsonb_array_elements(e.body -> 'events') AS x
      WHERE x ->> 'type' = ANY(%(types)s)))))
GROUP BY e.municipality_id, e.conversation_id
ORDER BY min(e.id)
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log. body: empty once the talk was erased."""

    seq: int
    at: datetime
    kind: str  # EventKind
    reply_to: int | None
    body: dict[str, Any]


def last_entry(*, after: int, at_most: int) -> int | None:
    """The number of the last of so many entries above this number, of all logs together.

    None when there is none. One with a lower number may still come: numbers are given before a
    transaction ends.
    """
    numbers = Event.objects.filter(pk__gt=after).order_by("pk").values("pk")[:at_most]
    last: int | None = numbers.aggregate(last=Max("pk"))["last"]
    return last


def changed_talks(
    *, after: int, up_to: int, types: Collection[str], also: Collection[UUID]
) -> list[tuple[str, UUID]]:
    """Municipality and talk of those with such an entry among these numbers (``up_to`` included).

    Such: an event of one of the types was decided, or anything in one of the talks ``also``; or
    the talk was erased. In the order of the first of them.
    """
    values: dict[str, Any] = {
        "after": after,
        "up_to": up_to,
        "erased": EventKind.ERASED,
        "decided": EventKind.DECIDED,
        "types": sorted(types),
        "also": list(also),
    }
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED, values)
        return [(municipality, talk) for municipality, talk in cursor]


def entries_of(conversation: UUID) -> list[Entry]:
    """All of the log of one talk, in order."""
    found = Event.objects.filter(conversation_id=conversation).order_by("seq")
    return [Entry(*row) for row in found.values_list("seq", "at", "kind", "reply_to", "body")]
