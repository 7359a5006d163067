# SPDX-License-Identifier: EUPL-1.2
"""Saying something gives the same over the short way as over the long one."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import AsyncClient, RequestFactory

from gemeengoed.access.errors import TooManyError
from gemeengoed.conversations.errors import (
    ConversationErasedError,
    MessageRefusedError,
    TalkMovedError,
    TokenRefusedError,
    UnknownConversationError,
)
from gemeengoed.web.api import routes
from gemeengoed.web.api.short_way import ShortWay

SHORT = "gemeengoed.web.api.short_way.ShortWay"
TALK = "0f8fad5b-d9cb-469f-a165-70867728950e"
PATH = f"/api/v1/waterdam/conversations/{TALK}/messages"
GOOD = b'{"client_id": "een", "text": "wat kost een paspoort"}'
BEARER = "Bearer sleutel"
ANSWER = {
    "seq": 1,
    "at": "2026-11-23T03:05:00+01:00",
    "sender": "resident",
    "kind": "text",
    "text": "wat kost een paspoort",
    "choices": [],
    "sources": [],
}


@dataclass
class Turns:
    """In the place of the operation: remembers what it was called with, and answers or fails."""

    fails: Exception | None = None
    called: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, **arguments: Any) -> list[dict[str, Any]]:
        self.called.append(arguments)
        if self.fails is not None:
            raise self.fails
        return [ANSWER]


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch, published: None) -> Turns:
    found = Turns()
    monkeypatch.setattr(routes, "post_message", found)
    return found


def went_on(path: str, body: bytes, header: str, method: str = "POST") -> bool:
    """Whether the middleware left the request to what stands behind it."""
    left: list[HttpRequest] = []

    async def behind(request: HttpRequest) -> HttpResponse:
        left.append(request)
        return HttpResponse("de lange weg")

    async def asked() -> None:
        headers = {"Authorization": header} if header else {}
        await ShortWay(behind)(RequestFactory().generic(method, path, body, headers=headers))

    asyncio.run(asked())
    return bool(left)


def test_a_message_that_is_plainly_in_order_takes_the_short_way(turns: Turns) -> None:
    assert not went_on(PATH, GOOD, BEARER)
    (called,) = turns.called
    assert (called["municipality"], called["conversation"]) == ("waterdam", UUID(TALK))
    assert called["token"] == "sleutel"
    assert (called["posted"].client_id, called["posted"].text) == ("een", "wat kost een paspoort")


@pytest.mark.parametrize(
    ("path", "body", "header", "method"),
    [
        (PATH, GOOD, BEARER, "GET"),
        (f"{PATH}/", GOOD, BEARER, "POST"),
        (PATH.replace(TALK, "een"), GOOD, BEARER, "POST"),
        (PATH.replace("messages", "files"), GOOD, BEARER, "POST"),
        (PATH, GOOD, "", "POST"),
        (PATH, GOOD, "Bearer", "POST"),
        (PATH, GOOD, "Basic eA==", "POST"),
        (PATH, b"{", BEARER, "POST"),
        (PATH, b'{"client_id": 7}', BEARER, "POST"),
        (PATH, b'"' + 300_000 * b"x" + b'"', BEARER, "POST"),
    ],
)
def test_everything_else_goes_on(
    turns: Turns, path: str, body: bytes, header: str, method: str
) -> None:
    assert went_on(path, body, header, method)
    assert not turns.called


def both_ways(settings: Any, body: bytes, headers: dict[str, str]) -> list[Any]:
    """Status, headers and contents, by the short way and by the long one."""
    found = []
    with_it = list(settings.MIDDLEWARE)
    for middleware in (with_it, [each for each in with_it if each != SHORT]):
        settings.MIDDLEWARE = middleware

        async def asked() -> Any:
            client = AsyncClient(raise_request_exception=False)
            return await client.generic(
                "POST", PATH, body, content_type="application/json", headers=headers
            )

        answer = asyncio.run(asked())
        found.append((answer.status_code, dict(answer.headers), answer.content))
    return found


@pytest.mark.parametrize(
    "body",
    [
        GOOD,
        b'{"client_id": "een", "action": "back", "name": null, "more": {"than": "we know"}}',
        b'{"client_id": "een", "text": "een", "text": "twee"}',
        '{"client_id": "een", "text": "cafe\u0301 \U0001f642 \\ud83d\\ude42"}'.encode(),
        rb'{"client_id": "een", "text": "half \ud83d teken"}',
        '{"client_id": "een", "text": "ruim"}'.encode("utf-16"),
        b'\xef\xbb\xbf{"client_id": "een", "text": "met een merk"}',
        b'{"client_id": "\xe9\xe9n", "text": "latin"}',
        b'{"client_id": "een", "text": 5}',
        b'{"text": "zonder kenmerk"}',
        b"[]",
        b"",
        b"geen json",
    ],
)
def test_both_ways_hear_and_say_the_same(settings: Any, turns: Turns, body: bytes) -> None:
    headers = {"Authorization": BEARER, "Origin": "https://www.waterdam.example"}
    short, long = both_ways(settings, body, headers)
    assert short == long
    assert turns.called[:1] == turns.called[1:]
    if body == GOOD:
        assert (short[0], len(turns.called)) == (200, 2)
        assert json.loads(short[2])["messages"][0]["text"] == ANSWER["text"]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UnknownConversationError(), 404),
        (ConversationErasedError(), 404),
        (TokenRefusedError(), 403),
        (TalkMovedError(), 403),
        (TooManyError("message", 3), 429),
        (MessageRefusedError([("text", "Het bericht is leeg.")]), 400),
        (RuntimeError("whatever else"), 503),
    ],
)
def test_both_ways_refuse_in_the_same_words(
    settings: Any, turns: Turns, error: Exception, status: int
) -> None:
    turns.fails = error
    short, long = both_ways(settings, GOOD, {"Authorization": BEARER})
    assert short == long
    assert short[0] == status
