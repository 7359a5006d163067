# SPDX-License-Identifier: EUPL-1.2
import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any
from uuid import UUID, uuid4

import pytest

from gemeengoed.conversations.errors import ConversationErasedError, TalkMovedError
from gemeengoed.web.frame import stream
from gemeengoed.web.frame.announcements import Announcements

MESSAGE = {
    "at": "2026-11-23T03:05:00+01:00",
    "sender": "assistant",
    "kind": "text",
    "text": "één\nregel",
    "choices": [],
    "sources": [],
}


class Log:
    """A conversation's log that grows while the stream is open."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.is_erased = False
        self.has_moved = False

    def say(self) -> None:
        self.messages.append({**MESSAGE, "seq": len(self.messages) + 1})

    def after(
        self, *, municipality: str, conversation: UUID, token: str, after: int
    ) -> list[dict[str, Any]]:
        if self.is_erased:
            raise ConversationErasedError
        if self.has_moved:
            raise TalkMovedError
        return [message for message in self.messages if message["seq"] > after]


class Quiet(Announcements):
    """Announcements without a database that announces."""

    async def _listen(self) -> None:
        await asyncio.Event().wait()

    def wake(self) -> None:
        self._wake_all()

    @property
    def count(self) -> int:
        return len(self._waiting)


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Log:
    log = Log()
    monkeypatch.setattr(stream, "messages_after", log.after)
    return log


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch) -> Quiet:
    quiet = Quiet()
    monkeypatch.setattr(stream, "announcements", quiet)
    return quiet


def opened() -> AsyncGenerator[bytes]:
    return stream.message_stream("waterdam", uuid4(), "token", 0, json.dumps)


def test_an_event_is_one_message_on_one_line_with_its_sequence(log: Log, quiet: Quiet) -> None:
    log.say()

    async def first() -> bytes:
        events = opened()
        assert await anext(events) == b"retry: 2000\n\n"
        event = await anext(events)
        await events.aclose()
        return event

    lines = asyncio.run(first()).decode().split("\n")
    assert lines[:2] == ["id: 1", "event: message"]
    assert lines[3:] == ["", ""]
    assert json.loads(lines[2].removeprefix("data: "))["text"] == "één\nregel"


def test_a_notice_brings_what_came_since_and_a_closed_stream_waits_no_more(
    log: Log, quiet: Quiet
) -> None:
    async def talk() -> list[bytes]:
        events = opened()
        await anext(events)
        coming = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0.05)
        assert not coming.done()
        log.say()
        log.say()
        quiet.wake()
        seen = [await coming, await anext(events)]
        await events.aclose()
        return seen

    assert [event.split(b"\n")[0] for event in asyncio.run(talk())] == [b"id: 1", b"id: 2"]
    assert quiet.count == 0


def test_in_silence_a_sign_of_life_is_sent_and_a_lost_notice_is_made_good(
    log: Log, quiet: Quiet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "COMMENT_SECONDS", 0.02)
    monkeypatch.setattr(stream, "READ_SECONDS", 0.06)

    async def wait() -> list[bytes]:
        events = opened()
        seen = [await anext(events), await anext(events)]
        log.say()  # nobody tells the stream
        while not seen[-1].startswith(b"id:"):
            seen.append(await asyncio.wait_for(anext(events), 100))
        await events.aclose()
        return seen

    seen = asyncio.run(wait())
    assert seen[1].startswith(b":")
    assert seen[-1].startswith(b"id: 1")


def test_the_stream_of_an_erased_conversation_ends(log: Log, quiet: Quiet) -> None:
    log.say()

    async def read_all() -> list[bytes]:
        seen = []
        async for event in opened():
            seen.append(event)
            log.is_erased = True
            quiet.wake()
        return seen

    assert len(asyncio.run(asyncio.wait_for(read_all(), 100))) == 1
    assert quiet.count == 0


def test_who_listens_with_an_older_token_hears_that_the_conversation_moved(
    log: Log, quiet: Quiet
) -> None:
    log.say()

    async def read_all() -> list[bytes]:
        seen = []
        async for event in opened():
            seen.append(event)
            log.has_moved = True
            quiet.wake()
        return seen

    seen = asyncio.run(asyncio.wait_for(read_all(), 100))
    assert seen[-1].startswith(b"event: moved")
    assert not any(b'data: {"' in event for event in seen)
    assert quiet.count == 0
