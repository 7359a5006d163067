# SPDX-License-Identifier: EUPL-1.2
"""All writes on conversations. The log itself is the audit of this room.

The two transactions of a turn are store_message and store_answer; answer_waiting goes between.
docs/architecture.md, "A turn", numbers the cases (repeat, two at once, killed half-way).
"""

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from gemeengoed.access.errors import LinkNotValidError, TooManyError
from gemeengoed.access.operations import Limit, take, use_link
from gemeengoed.access.tokens import fingerprint, new_token
from gemeengoed.content.message import Message
from gemeengoed.content.queries import edition_of
from gemeengoed.content.render import render
from gemeengoed.conversations.announcements import announce, announce_stored
from gemeengoed.conversations.entry import Entry
from gemeengoed.conversations.errors import (
    ConversationErasedError,
    TalkMovedError,
    TokenRefusedError,
    UnknownConversationError,
)
from gemeengoed.conversations.labels import with_label
from gemeengoed.conversations.models import Conversation, Event, EventKind
from gemeengoed.conversations.posted import Posted
from gemeengoed.conversations.receiving import receive
from gemeengoed.conversations.shown import Shown, shown
from gemeengoed.conversations.talk import Talk
from gemeengoed.conversations.thinking.thought import Thought
from gemeengoed.conversations.turn import think
from gemeengoed.conversations.writing import Pace, append_answer, append_message
from gemeengoed.dialogue.engine import opening
from gemeengoed.dialogue.state import State
from gemeengoed.files.operations import drop_of_conversation

log = logging.getLogger(__name__)

RESUME = "conversation"  # purpose of the one-time link that opens a conversation elsewhere
LOGGED_IN = "Ingelogd met DigiD"  # how the log shows it
MOVED_AT_MOST = 20  # tokens that are told that the conversation moved
TRIES = 50  # each lost try means that another message of the same conversation was stored


@dataclass(frozen=True, slots=True)
class Opened:
    conversation: UUID
    token: str  # shown once; only its hash is kept
    messages: list[Shown]


def open_conversation(*, municipality: str, origin: str, channel: str) -> Opened:
    """Start a talk with the first words of the assistant.

    origin is what the limit on new conversations counts (an address). Raises TooManyError and
    content's UnknownMunicipalityError.
    """
    edition = edition_of(municipality)
    limit = Limit(
        "conversation", settings.NEW_CONVERSATIONS_AT_ONCE, settings.NEW_CONVERSATIONS_PER_SECOND
    )
    take(municipality=municipality, limit=limit, subject=origin)
    now = settings.CLOCK.now()
    messages = render(edition, opening(edition.catalogue), at=now)
    token = new_token()
    with transaction.atomic():
        conversation = Conversation.objects.create(
            municipality_id=municipality,
            token_hashes=[fingerprint(token)],
            channel=channel,
            opened_at=now,
            last_seq=len(messages),
            state=State().to_json(),
            edition=edition.fingerprint,
        )
        entries = _message_entries(messages, 1, now)
        Event.objects.bulk_create(entry.as_event(conversation) for entry in entries)
    return Opened(conversation.pk, token, [shown(entry) for entry in entries])


def post_message(
    *, municipality: str, conversation: UUID, token: str, posted: Posted
) -> list[Shown]:
    """One turn: store the message, answer it, give back the message and its answer.

    A repeat with the same client id stores nothing and gives the same back. Raises
    MessageRefusedError, UnknownConversationError, TokenRefusedError, ConversationErasedError, and
    TooManyError when they come faster than anybody types.
    """
    received = receive(posted)
    stored = store_message(
        municipality=municipality, conversation=conversation, token=token, posted=received
    )
    answer = answer_waiting(
        conversation=stored.conversation,
        up_to=stored.entry.seq,
        oldest=stored.entry if stored.is_oldest_waiting else None,
    )
    return [shown(stored.entry), *(shown(entry) for entry in answer)]


def tell_log_in(
    *, municipality: str, conversation: UUID, token: str, person: UUID, level: str
) -> str:
    """The resident logged in, for this conversation: it goes on where it was.

    What is said from now on may be personal, so every token so far stops working, also that of a
    widget elsewhere (TalkMovedError from then on); the new one is returned. person: an id of
    access. Raises as post_message.
    """
    new = new_token()
    with transaction.atomic():
        row = _locked(municipality, conversation, token)
        row.moved_hashes = [*row.moved_hashes, *row.token_hashes][-MOVED_AT_MOST:]
        row.token_hashes = [fingerprint(new)]
        row.save(update_fields=["token_hashes", "moved_hashes"])
    announce(row.pk, row.last_seq)  # who listens with an older token hears that it moved
    posted = Posted(
        client_id=f"login-{uuid4().hex}",
        login={"person": str(person), "level": level},
        label=LOGGED_IN,
    )
    stored = store_message(
        municipality=municipality, conversation=conversation, token=new, posted=posted
    )
    answer_waiting(conversation=stored.conversation, up_to=stored.entry.seq)
    return new


@dataclass(frozen=True, slots=True)
class Stored:
    """A message that is in the log, and the talk in which it is."""

    conversation: Talk
    entry: Entry
    is_oldest_waiting: bool  # nothing else waited when it came in


def store_message(*, municipality: str, conversation: UUID, token: str, posted: Posted) -> Stored:
    """First transaction: the resident's message is in the log, once per client id.

    The lock on the conversation's row puts two at the same moment in an order.
    """
    now, technical_now, pace = settings.CLOCK.now(), timezone.now(), _pace()
    body = with_label(posted, conversation=conversation).to_body()
    try:
        appended = append_message(
            municipality=municipality,
            conversation=conversation,
            token_hash=fingerprint(token),
            client_id=posted.client_id,
            body=body,
            at=now,
            technical_now=technical_now,
            pace=pace,
        )
    except IntegrityError:
        appended = None
    if appended is None:
        row = opened_by(Conversation.objects.filter(pk=conversation).first(), municipality, token)
        return _stored_before(row, posted)
    talk = Talk(
        conversation,
        municipality,
        last_seq=appended.seq,
        answered_seq=appended.answered_seq,
        state=appended.state,
        edition=appended.edition,
    )
    entry = Entry(appended.seq, now, EventKind.RESIDENT, body, client_id=posted.client_id)
    return Stored(talk, entry, appended.is_oldest_waiting)


def _pace() -> Pace:
    return Pace.of(at_once=settings.MESSAGES_AT_ONCE, per_second=settings.MESSAGES_PER_SECOND)


def _stored_before(row: Conversation, posted: Posted) -> Stored:
    """The message as it is in the log already. It is not: then it came too fast (TooManyError)."""
    event = Event.objects.filter(conversation_id=row.pk, client_id=posted.client_id).first()
    if event is None:
        now = timezone.now()
        wait = (row.paced_until or now) - _pace().slack - now
        raise TooManyError("message", max(1, math.ceil(wait.total_seconds())))
    return Stored(Talk.of(row), Entry.of(event), is_oldest_waiting=False)


def _locked(municipality: str, conversation: UUID, token: str) -> Conversation:
    row = Conversation.objects.select_for_update().filter(pk=conversation).first()
    return opened_by(row, municipality, token)


def opened_by(row: Conversation | None, municipality: str, token: str) -> Conversation:
    """The row, when it is of this municipality and the token opens it.

    Raises UnknownConversationError, TokenRefusedError, TalkMovedError, ConversationErasedError.
    """
    if row is None or row.municipality_id != municipality:
        raise UnknownConversationError
    if row.erased_at is not None:  # its tokens are gone as well, so this comes first
        raise ConversationErasedError
    known = fingerprint(token)
    if known in row.token_hashes:
        return row
    if known in row.moved_hashes:
        raise TalkMovedError
    raise TokenRefusedError


def answer_waiting(*, conversation: Talk, up_to: int, oldest: Entry | None = None) -> list[Entry]:
    """Answer the messages that wait, the oldest first, until ``up_to`` is answered.

    Several may do this at once (two requests, a request and the worker): each message is
    answered by whoever stores first; the others decide again on the log as it then is.
    oldest: the message that waits longest, when the caller knows it. Returns the messages that
    answer ``up_to``; empty when the talk was erased meanwhile.
    """
    talk = conversation
    for _ in range(TRIES):
        if talk.answered_seq >= up_to or talk.is_erased:
            break
        waiting = oldest or _oldest_waiting(talk)
        oldest = None
        if waiting is None:
            break
        stored = store_answer(talk=talk, thought=think(_thought(talk, waiting)))
        if stored is not None and waiting.seq >= up_to:
            return stored
        talk = Talk.of(Conversation.objects.get(pk=talk.id))
    replies = Event.objects.filter(conversation_id=talk.id, reply_to=up_to, kind=EventKind.MESSAGE)
    return [Entry.of(event) for event in replies.order_by("seq")]


def _oldest_waiting(talk: Talk) -> Entry | None:
    waiting = Event.objects.filter(
        conversation_id=talk.id, kind=EventKind.RESIDENT, seq__gt=talk.answered_seq
    )
    event = waiting.order_by("seq").first()
    return Entry.of(event) if event is not None else None


def _thought(talk: Talk, entry: Entry) -> Thought:
    return Thought(
        conversation=talk.id,
        municipality=talk.municipality,
        seq=entry.seq,
        posted=Posted.from_body(entry.client_id or "", entry.body),
        state=State.from_json(talk.state),
        edition_began=talk.edition,
        now=settings.CLOCK.now(),
        show_traceback=settings.DEMO,
    )


def store_answer(*, talk: Talk, thought: Thought) -> list[Entry] | None:
    """Second transaction: all of the answer, or nothing when the log went on meanwhile.

    Returns the messages as stored, or None when nothing was.
    """
    first_seq = talk.last_seq + 1
    at = thought.now
    messages = _message_entries(thought.messages, first_seq + 1, at, thought.seq)
    decided = Entry(first_seq, at, EventKind.DECIDED, thought.decided, thought.seq)
    last_seq = first_seq + len(messages)
    stored = append_answer(
        conversation=talk.id,
        answers=thought.seq,
        expected_seq=talk.last_seq,
        state=thought.new_state.to_json(),
        edition=thought.edition.fingerprint if thought.edition else talk.edition,
        entries=[decided, *messages],
        at=at,
        technical_now=timezone.now(),
    )
    if not stored:
        return None
    transaction.on_commit(partial(announce_stored, talk.id, last_seq))
    return messages


def _message_entries(
    messages: Sequence[Message], first_seq: int, at: datetime, reply_to: int | None = None
) -> list[Entry]:
    return [
        Entry(seq, at, EventKind.MESSAGE, message.to_json(), reply_to)
        for seq, message in enumerate(messages, start=first_seq)
    ]


def finish_waiting(*, older_than: timedelta) -> int:
    """Answer messages whose turn was cut off (a killed server); returns how many talks."""
    stuck = Conversation.objects.filter(waiting_since__lt=timezone.now() - older_than)
    count = 0
    for row in stuck.order_by("waiting_since")[:200]:
        try:
            answer_waiting(conversation=Talk.of(row), up_to=row.last_seq)
        except Exception as error:  # noqa: BLE001 (outer edge: it must not hold up the others)
            log.error("cannot finish conversation %s: %s", row.pk, type(error).__name__)
        else:
            count += 1
    return count


@transaction.atomic
def erase_conversation(*, municipality: str, conversation: UUID, token: str) -> None:
    """Empty the contents at the resident's wish; the skeleton (sequence, kind, time) stays."""
    _erase(_locked(municipality, conversation, token))


@transaction.atomic
def erase_old(*, keep: timedelta) -> int:
    """Retention: empty conversations that began longer ago than this; at most 500, how many."""
    before = settings.CLOCK.now() - keep
    old = Conversation.objects.select_for_update().filter(opened_at__lt=before, erased_at=None)
    rows = list(old[:500])
    for row in rows:
        _erase(row)
    return len(rows)


def _erase(row: Conversation) -> None:
    now = settings.CLOCK.now()
    # A client id is the sender's own choice, so it may say something too.
    Event.objects.filter(conversation_id=row.pk).update(body={}, client_id=None)
    seq = row.last_seq + 1
    Entry(seq, now, EventKind.ERASED, {}).as_event(row).save()
    Conversation.objects.filter(pk=row.pk).update(
        last_seq=seq,
        answered_seq=seq,
        state=State().to_json(),
        waiting_since=None,
        erased_at=now,
        token_hashes=[],
        moved_hashes=[],
    )
    drop_of_conversation(conversation=row.pk)
    announce(row.pk, seq)


@transaction.atomic
def resume_conversation(*, municipality: str, code: str) -> tuple[UUID, str]:
    """Use a one-time link: another device may speak here too. Returns id and its new token.

    Raises access' LinkNotValidError, also when the conversation was erased since.
    """
    conversation = use_link(municipality=municipality, purpose=RESUME, code=code)
    token = new_token()
    row = Conversation.objects.select_for_update().filter(pk=conversation, erased_at=None).first()
    if row is None:
        raise LinkNotValidError
    row.token_hashes = [*row.token_hashes[-4:], fingerprint(token)]
    row.save(update_fields=["token_hashes"])
    return conversation, token
