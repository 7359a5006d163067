# SPDX-License-Identifier: EUPL-1.2
"""Tell open streams that a conversation went on. Only ids travel; the log is the truth."""

from uuid import UUID

from django.db import connection

CHANNEL = "conversation"


def announce(conversation: UUID, last_seq: int) -> None:
    """Sent when the surrounding transaction commits; at most a hint, never the content."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{conversation}:{last_seq}"])


def parse_announcement(payload: str) -> tuple[UUID, int]:
    """The conversation and its last sequence."""
    conversation, last_seq = payload.rsplit(":", 1)
    return UUID(conversation), int(last_seq)
