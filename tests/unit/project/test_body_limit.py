# SPDX-License-Identifier: EUPL-1.2
"""What is too big is refused at the edge: by its told length, or as soon as too much came."""

import asyncio
import json
from typing import Any

import pytest

from gemeengoed.files.operations import MOST_OF_ONE
from gemeengoed.project.body_limit import OTHERWISE, BodyLimit, most_of

FILES = "/api/v1/waterdam/conversations/6f0f2f0e-0f2b-4c7b-9d59-0a3d4a3c1f11/files"
PAGE = "/waterdam/chat/bestand"


class Request:
    """A request in pieces; remembers what was asked of it and what was answered."""

    def __init__(self, path: str, pieces: list[int], told: int | None = None) -> None:
        headers = [(b"content-length", str(told).encode())] if told is not None else []
        self.scope = {"type": "http", "path": path, "headers": headers}
        self.pieces = [bytes(size) for size in pieces]
        self.asked = 0
        self.answered: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        self.asked += 1
        body = self.pieces[self.asked - 1]
        more = self.asked < len(self.pieces)
        return {"type": "http.request", "body": body, "more_body": more}

    async def send(self, message: dict[str, Any]) -> None:
        self.answered.append(message)

    def run(self) -> "Request":
        asyncio.run(BodyLimit(takes_all)(self.scope, self.receive, self.send))
        return self

    @property
    def status(self) -> int:
        return int(self.answered[0]["status"])


async def takes_all(scope: Any, receive: Any, send: Any) -> None:
    """An application that reads to the end and then says how much it was."""
    size, more = 0, True
    while more:
        message = await receive()
        size, more = size + len(message["body"]), message["more_body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(size).encode()})


def test_a_file_of_50_mb_is_refused_before_a_byte_of_it_is_read() -> None:
    request = Request(FILES, [1], told=50 * 1024 * 1024).run()
    assert (request.status, request.asked) == (413, 0)
    assert "10 MB" in json.loads(request.answered[1]["body"])["detail"]


def test_without_a_told_length_it_is_refused_as_soon_as_it_is_too_much() -> None:
    request = Request(FILES, [1024 * 1024] * 50).run()
    assert (request.status, request.asked) == (413, 11)


def test_a_length_that_is_not_true_helps_nobody() -> None:
    assert Request(FILES, [1024 * 1024] * 50, told=5).run().status == 413


def test_the_page_leads_back_to_the_talk_that_says_so() -> None:
    request = Request(PAGE, [1], told=50 * 1024 * 1024).run()
    assert request.status == 303
    headers = dict(request.answered[0]["headers"])
    assert headers[b"location"] == b"/waterdam/chat?bestand=te-groot"


def test_what_may_come_comes_whole() -> None:
    request = Request(FILES, [MOST_OF_ONE // 2] * 2, told=MOST_OF_ONE).run()
    assert request.answered[1]["body"] == str(MOST_OF_ONE).encode()


@pytest.mark.parametrize("path", ["/waterdam/chat", "/api/v1/waterdam/conversations", f"{FILES}/a"])
def test_nothing_else_takes_megabytes(path: str) -> None:
    assert most_of(path) == OTHERWISE
    assert Request(path, [1], told=2 * 1024 * 1024).run().status == 413


def test_a_stream_that_is_no_request_passes_by() -> None:
    request = Request(PAGE, [5])
    request.scope["type"] = "lifespan"
    assert request.run().status == 200
