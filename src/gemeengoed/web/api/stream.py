# SPDX-License-Identifier: EUPL-1.2
"""The stream of a conversation: server-sent events, resumed from a sequence number."""

import asyncio
import json
from collections.abc import AsyncGenerator
from functools import partial
from uuid import UUID

from ninja.responses import NinjaJSONEncoder

from gemeengoed.conversations.errors import ConversationError
from gemeengoed.conversations.queries import messages_after
from gemeengoed.conversations.shown import Shown
from gemeengoed.web.api.announcements import announcements
from gemeengoed.web.api.shapes import Message
from gemeengoed.web.api.turn_threads import in_turn_thread

COMMENT_SECONDS = 15.0  # a sign of life, so that proxies keep the line open
READ_SECONDS = 120.0  # the log is read at least this often, should a notice be lost


async def message_stream(
    municipality: str, conversation: UUID, token: str, after: int
) -> AsyncGenerator[bytes]:
    """Messages above ``after`` as they come. Each event's id is the sequence of its message.

    Ends when the token opens the conversation no longer, because it was erased.
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
                    yield _event(message)
            try:
                await asyncio.wait_for(woken.wait(), COMMENT_SECONDS)
            except TimeoutError:
                silent += COMMENT_SECONDS
                yield b": nog verbonden\n\n"
    except ConversationError:
        return
    finally:
        announcements.unsubscribe(conversation, woken)


def _event(message: Shown) -> bytes:
    """Exactly as the other routes give the message, so that a client may mix them."""
    fields = Message.model_validate(message).model_dump()
    data = json.dumps(fields, cls=NinjaJSONEncoder, ensure_ascii=False)
    return f"id: {message['seq']}\nevent: message\ndata: {data}\n\n".encode()
