# SPDX-License-Identifier: EUPL-1.2
"""The server and its database: it asks for few connections, and outlives losing them."""

import asyncio
import time
from collections.abc import Callable

import httpx
import psycopg
from tests.contract.conftest import PATIENCE
from tests.contract.talking import LAMP, Talk

MINE = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
PAGES = 300
FEW = 3  # of a thread that looks for something now and then


def count(database: psycopg.Connection) -> int:
    row = database.execute(f"SELECT count(*) {MINE}").fetchone()
    assert row is not None
    return int(row[0])


async def rush(server: str) -> set[int]:
    """Many visitors at once look at a page that reads the database; the statuses they get."""
    limits = httpx.Limits(max_connections=100)
    async with httpx.AsyncClient(base_url=server, limits=limits, timeout=PATIENCE) as client:
        answers = await asyncio.gather(*(client.get("/gezond") for _ in range(PAGES)))
    return {answer.status_code for answer in answers}


def test_a_rush_of_visitors_leaves_no_connections_behind(
    server: str, prepared_database: str
) -> None:
    with psycopg.connect(prepared_database, autocommit=True) as database:
        # Threads of turns and effects keep theirs: as many as tests before this one kept busy.
        most = count(database) + FEW
        assert asyncio.run(rush(server)) == {200}
        until = time.monotonic() + PATIENCE
        while count(database) > most and time.monotonic() < until:
            time.sleep(0.1)  # a page is sent an instant before its connection is given back
        assert count(database) <= most


def look_up(report: Talk) -> list[str]:
    """What is said on the address of a street lamp, which the register was asked for."""
    return [message["text"] for step in LAMP[:3] for message in report.send(**step)]


def test_a_restart_of_the_database_is_not_noticed_by_a_resident(
    talk: Talk, begin_in: Callable[[str], Talk], prepared_database: str
) -> None:
    reports = [begin_in("waterdam"), begin_in("waterdam")]
    before = look_up(reports[0])  # so that effects have a connection to lose too
    for _ in range(20):  # so that several threads have a connection to lose
        talk.say("hallo")
    with psycopg.connect(prepared_database) as database:
        database.execute(f"SELECT pg_terminate_backend(pid) {MINE}")
    assert look_up(reports[1]) == before
    for _ in range(20):
        assert talk.post(text="hallo").status_code == 200
    assert talk.client.get("/gezond").status_code == 200
