# SPDX-License-Identifier: EUPL-1.2
"""A request that is too big is refused at the edge, before anything of it is kept.

Django under ASGI puts the whole body in a temporary file before a view is called, however big. Here
its length is looked at first, and where none is told what comes is counted. The rest of it is read
by the server and thrown away, so that a browser sees the answer.
"""

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from gemeengoed.files.operations import MOST_OF_ONE
from gemeengoed.web.api.openapi import API_VERSION

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

AROUND = 64 * 1024  # what a form is more than its file
OTHERWISE = 1024 * 1024  # far above what any other request holds
_FILES = re.compile(r"/api/v1/[^/]+/conversations/[^/]+/files")
_PAGE = re.compile(r"/([a-z0-9-]+)/chat/bestand")
TOO_BIG = "Dit is te groot. Een bestand mag hooguit 10 MB zijn."


class TooBigError(Exception):
    """More came than may come."""


class BodyLimit:
    """Around the application."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = most_of(scope["path"])
        if _told_length(scope) > most:
            await _refuse(scope, send)
            return
        try:
            await self.app(scope, _counted(receive, most), send)
        except TooBigError:
            await _refuse(scope, send)


def most_of(path: str) -> int:
    """How many bytes the body of a request to this path may have."""
    takes_a_file = _FILES.fullmatch(path) or _PAGE.fullmatch(path)
    return MOST_OF_ONE + AROUND if takes_a_file else OTHERWISE


def _told_length(scope: Scope) -> int:
    told = dict(scope["headers"]).get(b"content-length", b"")
    return int(told) if told.isdigit() else 0


def _counted(receive: Receive, most: int) -> Receive:
    seen = 0

    async def counted() -> dict[str, Any]:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise TooBigError
        return message

    return counted


async def _refuse(scope: Scope, send: Send) -> None:
    """A problem document; to the form of the chat page the page that says so."""
    page = _PAGE.fullmatch(scope["path"])
    if page is not None:
        to = f"/{page[1]}/chat?bestand=te-groot"
        await _answer(send, 303, {"location": to}, b"")
        return
    document = {"status": 413, "title": "Verzoek te groot", "detail": TOO_BIG}
    headers = {"content-type": "application/problem+json", "api-version": API_VERSION}
    await _answer(send, 413, headers, json.dumps(document).encode())


async def _answer(send: Send, status: int, headers: dict[str, str], body: bytes) -> None:
    pairs = {**headers, "cache-control": "no-store", "content-length": str(len(body))}
    encoded = [(name.encode(), value.encode()) for name, value in pairs.items()]
    await send({"type": "http.response.start", "status": status, "headers": encoded})
    await send({"type": "http.response.body", "body": body})
