# SPDX-License-Identifier: EUPL-1.2
"""All reads on conversations that others may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from gemeengoed.conversations.models import Conversation, Event, EventKind
from gemeengoed.conversations.operations import opened_by
from gemeengoed.conversations.shown import Shown, shown

VISIBLE = (EventKind.RESIDENT, EventKind.MESSAGE, EventKind.NOTICE)


@dataclass(frozen=True, slots=True)
class Overview:
    """Who has the talk and how far it is."""

    conversation: UUID
    municipality: str
    owner: str  # "assistant"; a colleague once live chat exists
    login_level: str  # "geen", or the level at which somebody logged in for it
    login_person: str | None  # who that is, by id of access: only they may read it
    last_seq: int
    waiting: bool  # a message waits for its answer


def overview(*, municipality: str, conversation: UUID, token: str) -> Overview:
    """Raises UnknownConversationError, TokenRefusedError, ConversationErasedError."""
    row = opened_by(Conversation.objects.filter(pk=conversation).first(), municipality, token)
    login = row.state.get("login") or {}
    return Overview(
        conversation=row.pk,
        municipality=row.municipality_id,
        owner="assistant",
        login_level=login.get("level", "geen"),
        login_person=login.get("person"),
        last_seq=row.last_seq,
        waiting=row.waiting_since is not None,
    )


def messages_after(
    *, municipality: str, conversation: UUID, token: str, after: int = 0
) -> list[Shown]:
    """The visible messages with a sequence above ``after``, in order. Raises as overview."""
    overview(municipality=municipality, conversation=conversation, token=token)
    events = Event.objects.filter(conversation_id=conversation, seq__gt=after, kind__in=VISIBLE)
    return [shown(event) for event in events.order_by("seq")]


def notices_about(municipality: str, conversation: UUID, numbers: Sequence[str]) -> list[Shown]:
    """What colleagues let know about what has one of these numbers, in order.

    Empty when there is no such conversation in this municipality or its contents were erased. The
    caller sees to it that it is shown to whom the numbers belong.
    """
    events = Event.objects.filter(
        municipality_id=municipality, conversation_id=conversation, kind=EventKind.NOTICE
    )
    found = (shown(event) for event in events.order_by("seq"))
    return [each for each in found if any(number in each["text"] for number in numbers)]


def transcript_for_staff(*, municipality: str, conversation: UUID) -> list[Shown]:
    """The visible messages, for a colleague who works on what came out of them, in order.

    Empty when there is no such conversation in this municipality or its contents were erased. The
    caller sees to it that it is a colleague of this municipality.
    """
    events = Event.objects.filter(
        municipality_id=municipality,
        conversation_id=conversation,
        conversation__erased_at=None,
        kind__in=VISIBLE,
    )
    return [shown(event) for event in events.order_by("seq")]
