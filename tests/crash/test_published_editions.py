# SPDX-License-Identifier: EUPL-1.2
"""Real web processes swap to what is published while people talk; a broken pack changes nothing."""

import asyncio
import os
import shutil
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import Any

import pytest

from gemeengoed.content.folders import packs_folder
from gemeengoed.project.bench.http_client import Connection
from gemeengoed.project.bench.server import running_server

TALKS = "/api/v1/heidewoud/conversations"
TOPIC = "basis/paspoort/onderwerp.yaml"
FLOW = "basis/melding-straatverlichting/flow.yaml"
SWAPPED = 400.0  # seconds: a swap is a load of all packs, in two processes at once
MARK = "Nieuwe zin van deze proef."


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Those of the project. Of the test questions one topic's stay: publishing asks each of them
    twice, which takes longer than all the rest and says nothing of swapping."""
    root = tmp_path / "packs"
    shutil.copytree(packs_folder(), root)
    for questions in root.rglob("*.toets.yaml"):
        if questions.name != "waarden.toets.yaml" and questions.parent.name != "paspoort":
            questions.unlink()
    return root


def command(url: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gemeengoed.project.command_line", *words],
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )


async def post(port: int, path: str, body: dict[str, Any], token: str | None = None) -> Any:
    connection = Connection("127.0.0.1", port)
    try:
        return await connection.post(path, body, token)
    finally:
        connection.close()


async def say(port: int, talk: Any, **what: str) -> str:
    connection = Connection("127.0.0.1", port)
    try:
        return await say_over(connection, talk, **what)
    finally:
        connection.close()


async def say_over(connection: Connection, talk: Any, **what: str) -> str:
    body = {"client_id": uuid.uuid4().hex, **what}
    answer = await connection.post(f"{TALKS}/{talk['id']}/messages", body, talk["token"])
    return "\n".join(each["text"] for each in answer["messages"])


async def answers(port: int, server: int) -> list[str]:
    """What a passport needs, as each process of the server says it.

    A busy process takes few visitors, so we come until each took one.
    """
    found: dict[int, str] = {}
    wanted = set(children(server))
    until = time.monotonic() + SWAPPED
    while wanted - set(found):
        assert time.monotonic() < until, "a process takes no visitors"
        connection = Connection("127.0.0.1", port)
        try:
            talk = await connection.post(TALKS, {})
            who = listener(port, connection.own_port)
            found[who] = await say_over(connection, talk, text="hoe vraag ik een paspoort aan")
        finally:
            connection.close()
    return list(found.values())


def children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def listener(port: int, client: int) -> int:
    """The process at the other end of our connection, by the number of its socket."""
    ends = (f":{port:04X}", f":{client:04X}")
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()]
    (inode,) = (row[9] for row in rows if row[1].endswith(ends[0]) and row[2].endswith(ends[1]))
    found = {int(each.parts[2]) for each in Path("/proc").glob("[0-9]*/fd/*") if is_at(each, inode)}
    (pid,) = found
    return pid


def is_at(descriptor: Path, inode: str) -> bool:
    try:
        return str(descriptor.readlink()) == f"socket:[{inode}]"
    except OSError:
        return False  # it was closed while we looked


async def until_all(port: int, server: int, *, said: bool) -> None:
    until = time.monotonic() + SWAPPED
    while not all((MARK in text) is said for text in await answers(port, server)):
        assert time.monotonic() < until, "the processes did not swap"
        await asyncio.sleep(0.5)


@pytest.mark.slow
@pytest.mark.timeout(2400)
def test_running_servers_swap_without_dropping_a_talk_and_refuse_a_broken_pack(
    prepared_database: str, packs: Path
) -> None:
    environment = {"DATABASE_URL": prepared_database, "WEB_PROCESSES": "2"}
    with running_server(environment) as (port, server):
        asyncio.run(play(port, server, prepared_database, packs))


async def play(port: int, server: int, url: str, packs: Path) -> None:
    talk = await post(port, TALKS, {})
    first = await say(port, talk, choice="flow:melding-straatverlichting")
    await until_all(port, server, said=False)

    topic, flow = packs / TOPIC, packs / FLOW
    good = topic.read_text()
    topic.write_text(good.replace("aspect: hoe", "aspect: waarom"))
    refused = command(url, "edition", "publish", "--packs", str(packs))
    assert refused.returncode == 1
    assert "Er is niets gepubliceerd" in refused.stderr
    await until_all(port, server, said=False)

    topic.write_text(
        good.replace(
            "id: hoe\n", "id: proef\n    aspect: hoe\n    text: " + MARK + "\n  - id: hoe\n"
        )
    )
    question = next(line for line in flow.read_text().splitlines() if " question: " in line)
    flow.write_text(flow.read_text().replace(question, question + " Anders gevraagd."))
    done = command(url, "edition", "publish", "--packs", str(packs))
    assert done.returncode == 0, done.stderr
    await until_all(port, server, said=True)
    again = await say(port, talk, text="hoe bedoel je?")
    assert "Anders gevraagd." not in first + again, "the flow stays as it began"
    other = await post(port, TALKS, {})
    assert "Anders gevraagd." in await say(port, other, choice="flow:melding-straatverlichting")

    back = command(url, "edition", "rollback", "--gemeente", "heidewoud", "--reason", "proef")
    assert back.returncode == 0, back.stderr
    await until_all(port, server, said=False)
    out = packs.parent / "out"
    assert command(url, "packs", "export", str(out)).returncode == 0
    assert (out / TOPIC).read_bytes() == topic.read_bytes()
