# SPDX-License-Identifier: EUPL-1.2
"""The server and its database: it asks for few connections, and outlives losing them."""

import asyncio

import httpx
import psycopg
from tests.contract.talking import Talk

MINE = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
PAGES = 300


async def rush(server: str) -> set[int]:
    """Many visitors at once look at a page that reads the database; the statuses they get."""
    limits = httpx.Limits(max_connections=100)
    async with httpx.AsyncClient(base_url=server, limits=limits, timeout=60) as client:
        answers = await asyncio.gather(*(client.get("/gezond") for _ in range(PAGES)))
    return {answer.status_code for answer in answers}


def test_a_rush_of_visitors_leaves_no_connections_behind(
    server: str, prepared_database: str
) -> None:
    assert asyncio.run(rush(server)) == {200}
    with psycopg.connect(prepared_database) as database:
        count = database.execute(f"SELECT count(*) {MINE}").fetchone()
    assert count is not None
    assert count[0] < 20, "threads of turns and one that listens; nothing per page"


def test_a_restart_of_the_database_is_not_noticed_by_a_resident(
    talk: Talk, prepared_database: str
) -> None:
    for _ in range(20):  # so that several threads have a connection to lose
        talk.say("hallo")
    with psycopg.connect(prepared_database) as database:
        database.execute(f"SELECT pg_terminate_backend(pid) {MINE}")
    for _ in range(20):
        assert talk.post(text="hallo").status_code == 200
    assert talk.client.get("/gezond").status_code == 200
