# SPDX-License-Identifier: EUPL-1.2
"""A place of a stream is free again however the stream ends."""

import asyncio
import gc
from collections.abc import AsyncGenerator
from uuid import uuid4

import pytest

from gemeengoed.access.errors import TooManyError
from gemeengoed.web.frame import open_streams as module
from gemeengoed.web.frame.errors import StreamsFullError
from gemeengoed.web.frame.open_streams import OpenStreams, streaming


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch) -> OpenStreams:
    streams = OpenStreams()
    monkeypatch.setattr(module, "open_streams", streams)
    monkeypatch.setattr(module, "PER_CONVERSATION", 2)
    monkeypatch.setattr(module, "PER_ORIGIN", 3)
    return streams


def test_a_conversation_has_so_many_places(streams: OpenStreams) -> None:
    talk = uuid4()
    places = [streams.enter(conversation=talk, origin=str(number)) for number in range(2)]
    with pytest.raises(TooManyError) as refused:
        streams.enter(conversation=talk, origin="another")
    assert refused.value.kind == "stream"
    streams.leave(places[0])
    streams.enter(conversation=talk, origin="another")


def test_an_origin_has_so_many_places(streams: OpenStreams) -> None:
    for _ in range(3):
        streams.enter(conversation=uuid4(), origin="one")
    with pytest.raises(TooManyError) as refused:
        streams.enter(conversation=uuid4(), origin="one")
    assert refused.value.kind == "origin"
    streams.enter(conversation=uuid4(), origin="another")


def test_a_process_has_so_many_places(streams: OpenStreams, settings) -> None:
    settings.OPEN_STREAMS = 1
    streams.enter(conversation=uuid4(), origin="one")
    with pytest.raises(StreamsFullError):
        streams.enter(conversation=uuid4(), origin="another")
    assert streams.count == 1


def test_leaving_twice_frees_one_place(streams: OpenStreams) -> None:
    talk = uuid4()
    first, _ = (streams.enter(conversation=talk, origin="one") for _ in range(2))
    streams.leave(first)
    streams.leave(first)
    assert streams.count == 1
    streams.enter(conversation=talk, origin="one")
    with pytest.raises(TooManyError):
        streams.enter(conversation=talk, origin="one")


async def events(closed: list[str]) -> AsyncGenerator[bytes]:
    try:
        yield b"one"
        yield b"two"
    finally:
        closed.append("closed")


def test_a_stream_that_is_cut_off_leaves_and_closes_what_it_reads(streams: OpenStreams) -> None:
    closed: list[str] = []

    async def read_one() -> bytes:
        place = streams.enter(conversation=uuid4(), origin="one")
        parts = aiter(streaming(events(closed), place))
        first = await anext(parts)
        await parts.aclose()  # type: ignore[attr-defined]
        return first

    assert asyncio.run(read_one()) == b"one"
    assert (closed, streams.count) == (["closed"], 0)


def test_a_stream_whose_client_went_before_it_began_leaves_too(streams: OpenStreams) -> None:
    response = streaming(events([]), streams.enter(conversation=uuid4(), origin="one"))
    assert streams.count == 1
    del response
    gc.collect()
    assert streams.count == 0
