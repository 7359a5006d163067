# SPDX-License-Identifier: EUPL-1.2
"""One listening connection per process; each open stream waits for its own conversation.

A notice is a hint: after each wait, however it ended, the stream reads the log.
"""

import asyncio
import logging
from collections import defaultdict
from uuid import UUID

import psycopg
from django.db import connection

from gemeengoed.conversations.announcements import CHANNEL, parse_announcement

log = logging.getLogger(__name__)

RETRY_SECONDS = 2.0


class Announcements:
    """Wakes the streams of a conversation when it went on."""

    def __init__(self) -> None:
        self._waiting: dict[UUID, set[asyncio.Event]] = defaultdict(set)
        self._listening: asyncio.Task[None] | None = None

    def subscribe(self, conversation: UUID) -> asyncio.Event:
        """An event that is set whenever the conversation may have gone on."""
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._listen())
        event = asyncio.Event()
        self._waiting[conversation].add(event)
        return event

    def unsubscribe(self, conversation: UUID, event: asyncio.Event) -> None:
        """Stop waking this event."""
        self._waiting[conversation].discard(event)
        if not self._waiting[conversation]:
            del self._waiting[conversation]

    async def _listen(self) -> None:
        while self._waiting:
            try:
                await self._listen_once()
            except (psycopg.Error, OSError) as error:
                log.warning("listening broke off: %s", type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)

    async def _listen_once(self) -> None:
        parameters = connection.get_connection_params()
        for django_only in ("cursor_factory", "context", "prepare_threshold"):
            parameters.pop(django_only, None)
        listener = await psycopg.AsyncConnection.connect(**parameters, autocommit=True)
        async with listener:
            await listener.execute(f"LISTEN {CHANNEL}")
            self._wake_all()  # whatever was announced while nobody listened
            async for notice in listener.notifies():
                conversation, _ = parse_announcement(notice.payload)
                for event in self._waiting.get(conversation, ()):
                    event.set()

    def _wake_all(self) -> None:
        for events in self._waiting.values():
            for event in events:
                event.set()


announcements = Announcements()
