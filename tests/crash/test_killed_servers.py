# SPDX-License-Identifier: EUPL-1.2
"""``kill -9`` of the server in the middle of turns: no message is lost, none is doubled.

KILLS says how often (default 4; ``make crash`` does 100). Every resident repeats a message with
the same client id until it is answered, as the widget does.
"""

import asyncio
import os
import random
import time
import uuid
from collections import Counter
from contextlib import closing
from typing import Any

import psycopg
import pytest
from tests.crash.starting import Starter

from gemeengoed.project.bench.http_client import Connection, UnexpectedAnswerError
from gemeengoed.project.bench.server import START_SECONDS, free_port

KILLS = int(os.environ.get("KILLS", "4"))
RESIDENTS = 6
PER_KILL = 11  # messages at least between two kills, to be in the middle of some

TEXTS = ["wat kost een paspoort", "kerkstraat 12", "brandt niet", "toch niet, nummer 14", "terug"]


async def post_until_answered(port: int, path: str, body: dict[str, Any], token: str | None) -> Any:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        connection = Connection("127.0.0.1", port)
        try:
            return await connection.post(path, body, token)
        except (OSError, EOFError, asyncio.IncompleteReadError, UnexpectedAnswerError):
            await asyncio.sleep(0.05)
        finally:
            connection.close()
    raise AssertionError("never answered")


async def reside(port: int, stop: asyncio.Event, posted: dict[str, list[str]]) -> None:
    """One resident: a flow with corrections, message after message, until told to stop."""
    base = "/api/v1/waterdam/conversations"
    opened = await post_until_answered(port, base, {}, None)
    mine = posted[opened["id"]] = []
    number = 0
    while not stop.is_set():
        client_id = uuid.uuid4().hex
        body: dict[str, Any] = {"client_id": client_id}
        if number % 6 == 0:
            body["choice"] = "flow:melding-straatverlichting"
        else:
            body["text"] = TEXTS[number % len(TEXTS)]
        number += 1
        mine.append(client_id)
        answer = await post_until_answered(
            port, f"{base}/{opened['id']}/messages", body, opened["token"]
        )
        assert len(answer["messages"]) >= 2, answer


async def under_load(server: Starter, port: int, kills: int) -> dict[str, list[str]]:
    posted: dict[str, list[str]] = {}
    stop = asyncio.Event()
    residents = [asyncio.create_task(reside(port, stop, posted)) for _ in range(RESIDENTS)]
    chance = random.Random(112)  # noqa: S311 (repeatable, no secret)
    for _ in range(kills):
        await answering(port)
        enough = total(posted) + PER_KILL
        while total(posted) < enough:  # however long that takes on a busy machine
            assert not any(resident.done() for resident in residents), "a resident gave up"
            await asyncio.sleep(0.01)
        await asyncio.sleep(chance.uniform(0.0, 0.5))
        server.kill()
        server.start()
    await answering(port)
    stop.set()
    await asyncio.gather(*residents)
    return posted


def total(posted: dict[str, list[str]]) -> int:
    return sum(len(mine) for mine in posted.values())


async def answering(port: int) -> None:
    """Wait until the server answers again."""
    await post_until_answered(port, "/api/v1/waterdam/conversations", {}, None)


@pytest.mark.slow
@pytest.mark.timeout(10 * 60 + 30 * KILLS)
def test_a_server_killed_at_random_moments_loses_no_message_and_doubles_none(
    prepared_database: str,
) -> None:
    port = free_port()
    environment = {
        "DATABASE_URL": prepared_database,
        "GEMEENGOED_NEW_CONVERSATIONS_AT_ONCE": "100000",
        "GEMEENGOED_NEW_CONVERSATIONS_PER_SECOND": "100000",
        "GEMEENGOED_MESSAGES_AT_ONCE": "100000",
        "GEMEENGOED_MESSAGES_PER_SECOND": "100000",
    }
    with closing(Starter(environment, "serve", "--port", str(port))) as server:
        server.start()
        posted = asyncio.run(under_load(server, port, KILLS))
    assert total(posted) > 10 * KILLS, "the load was too small to prove anything"
    with psycopg.connect(prepared_database) as database:
        for conversation, mine in posted.items():
            rows = database.execute(
                "SELECT seq, kind, client_id, reply_to FROM conversations_event "
                "WHERE conversation_id = %s ORDER BY seq",
                [conversation],
            ).fetchall()
            stored = Counter(client_id for _, kind, client_id, _ in rows if kind == "resident")
            assert stored == Counter(mine), "lost or doubled"
            answered = Counter(reply_to for _, kind, _, reply_to in rows if kind == "decided")
            assert set(answered.values()) == {1}, "answered twice"
            assert len(answered) == len(mine), "not answered"
            assert [seq for seq, *_ in rows] == list(range(1, len(rows) + 1))
