# SPDX-License-Identifier: EUPL-1.2
"""A POST of the API goes through the parts of Django's handler that it needs, and no others."""

import asyncio
import subprocess
import sys
from typing import Any

from gemeengoed.project.asgi import Application

SCOPE = {
    "type": "http",
    "method": "POST",
    "path": "/api/v1/nergens/hier/ook/niet",
    "headers": [(b"host", b"localhost"), (b"content-type", b"application/json")],
    "query_string": b"",
}


def answered(*received: dict[str, Any]) -> list[dict[str, Any]]:
    """What is sent back; to wait for more than was received is a fault (IndexError)."""
    waiting, sent = list(received), []

    async def receive() -> dict[str, Any]:
        return waiting.pop(0)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(Application()(SCOPE, receive, send))
    return sent


def test_it_is_answered_without_watching_whether_the_client_goes_away():
    start, body = answered({"type": "http.request", "body": b"{}"})
    assert start["status"] == 404
    assert (b"API-Version", b"1.0.0") in start["headers"]
    assert b"Onbekend adres" in body["body"]
    assert not body["more_body"]


def test_a_client_that_is_gone_before_its_message_was_whole_gets_nothing():
    part = {"type": "http.request", "body": b'{"client', "more_body": True}
    assert answered(part, {"type": "http.disconnect"}) == []


def test_another_server_may_import_it_by_its_name() -> None:
    subprocess.run([sys.executable, "-c", f"import {Application.__module__}"], check=True)
