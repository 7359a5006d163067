# SPDX-License-Identifier: EUPL-1.2
"""The stream of a conversation: server-sent events, resumed from a sequence number."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from functools import partial
from uuid import UUID

from gemeengoed.conversations.errors import ConversationError, TalkMovedError
from gemeengoed.conversations.queries import messages_after
from gemeengoed.conversations.shown import Shown
from gemeengoed.web.frame.announcements import announcements
from gemeengoed.web.frame.turn_threads import in_turn_thread

COMMENT_SECONDS = 15.0  # a sign of life, so that proxies keep the line open
READ_SECONDS = 120.0  # the log is read at least this often, should a notice be lost


async def message_stream(
    municipality: str,
    conversation: UUID,
    token: str,
    after: int,
    written: Callable[[Shown], str],
) -> AsyncGenerator[bytes]:
    """Messages above ``after`` as they come. Each event's id is the sequence of its message.

    written: the message on one line, as the door shows it. Ends when the token opens the
    conversation no longer, because it was erased; or with the event ``moved``, because somebody
    logged in and it goes on on our own pages.
    """
    read = partial(
        messages_after, municipality=municipality, conversation=conversation, token=token
    )
    woken = announcements.subscribe(conversation)
    silent = 0.0
    try:
        yield b"retry: 2000\n\n"
        woken.set()
        while True:
            if woken.is_set() or silent >= READ_SECONDS:
                woken.clear()
                silent = 0.0
                for message in await in_turn_thread(read, after=after):
                    after = message["seq"]
                    yield f"id: {after}\nevent: message\ndata: {written(message)}\n\n".encode()
            try:
                await asyncio.wait_for(woken.wait(), COMMENT_SECONDS)
            except TimeoutError:
                silent += COMMENT_SECONDS
                yield b": nog verbonden\n\n"
    except TalkMovedError:
        yield b"event: moved\ndata: {}\n\n"
    except ConversationError:
        return
    finally:
        announcements.unsubscribe(conversation, woken)


def seen_before(last_event_id: str) -> int:
    """The sequence after which a stream goes on; 0, from the beginning, for what is no sequence."""
    is_number = last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 10
    return int(last_event_id) if is_number else 0
