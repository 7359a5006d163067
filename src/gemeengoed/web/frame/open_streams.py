# SPDX-License-Identifier: EUPL-1.2
"""How many streams this process may hold open: in all, for one origin and for one conversation.

A stream costs a connection for as long as it lives, so each has a place, and leaves it again.
"""

import weakref
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from django.conf import settings
from django.http import StreamingHttpResponse

from gemeengoed.access.errors import TooManyError
from gemeengoed.web.frame.errors import StreamsFullError

PER_CONVERSATION = 10  # in one process: tabs and devices that are open at the same time
PER_ORIGIN = 200  # a library or town hall with one address must be able to work
RETRY_SECONDS = 30


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One open stream."""

    conversation: UUID
    origin: str


class OpenStreams:
    """The places of this process. Safe for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._places: set[Place] = set()
        self._counts: Counter[UUID | str] = Counter()  # per conversation and per origin

    def enter(self, *, conversation: UUID, origin: str) -> Place:
        """A place; raises TooManyError for the conversation or the origin, StreamsFullError."""
        limits = (("stream", conversation, PER_CONVERSATION), ("origin", origin, PER_ORIGIN))
        with self._lock:
            for kind, key, limit in limits:
                if self._counts[key] >= limit:
                    raise TooManyError(kind, RETRY_SECONDS)
            if len(self._places) >= settings.OPEN_STREAMS:
                raise StreamsFullError(RETRY_SECONDS)
            place = Place(conversation, origin)
            self._places.add(place)
            self._counts.update((conversation, origin))
        return place

    def leave(self, place: Place) -> None:
        """The stream has ended; a second time does nothing."""
        with self._lock:
            if place not in self._places:
                return
            self._places.remove(place)
            for key in (place.conversation, place.origin):
                self._counts[key] -= 1
                if not self._counts[key]:
                    del self._counts[key]

    @property
    def count(self) -> int:
        """Streams that are open now."""
        return len(self._places)


open_streams = OpenStreams()


def streaming(events: AsyncGenerator[bytes], place: Place) -> StreamingHttpResponse:
    """The response that sends these events, and leaves the place however it ends.

    A client may go before the first event: then nothing but the end of the response tells.
    """
    response = StreamingHttpResponse(
        _until_the_end(events, place),
        content_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )
    weakref.finalize(response, open_streams.leave, place)
    return response


async def _until_the_end(events: AsyncGenerator[bytes], place: Place) -> AsyncGenerator[bytes]:
    try:
        async with aclosing(events):
            async for event in events:
                yield event
    finally:
        open_streams.leave(place)
