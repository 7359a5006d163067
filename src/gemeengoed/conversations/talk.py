# SPDX-License-Identifier: EUPL-1.2
"""The row of a conversation, as a turn carries it: what it needs, without the ORM's object."""

from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from gemeengoed.conversations.models import Conversation


@dataclass(frozen=True, slots=True)
class Talk:
    """As the row was when its lock was let go. state: the JSON of dialogue's State."""

    id: UUID
    municipality: str
    last_seq: int
    answered_seq: int
    state: dict[str, Any]
    edition: str
    is_erased: bool = False

    @classmethod
    def of(cls, row: Conversation) -> Self:
        """What stands in the database."""
        return cls(
            row.pk,
            row.municipality_id,
            row.last_seq,
            row.answered_seq,
            row.state,
            row.edition,
            row.erased_at is not None,
        )
