# SPDX-License-Identifier: EUPL-1.2
"""One origin that asks far too much harms nobody else."""

import asyncio
from collections import Counter

import httpx
from tests.contract.conftest import PATIENCE
from tests.contract.talking import Talk, begin, problem_of

PATH = "/api/v1/oostermark/conversations"


async def _flood(server: str, origin: str, count: int) -> list[httpx.Response]:
    limits = httpx.Limits(max_connections=50)
    headers = {"X-Forwarded-For": origin}
    async with httpx.AsyncClient(
        base_url=server, headers=headers, limits=limits, timeout=PATIENCE
    ) as client:
        return await asyncio.gather(*(client.post(PATH) for _ in range(count)))


def test_two_hundred_new_conversations_at_once_meet_a_limit_and_no_fault(
    server: str, client: httpx.Client
) -> None:
    answers = asyncio.run(_flood(server, "198.51.100.7", 200))
    counts = Counter(answer.status_code for answer in answers)
    assert set(counts) == {201, 429}
    assert counts[201] >= 60, "a library with one address must be able to work"
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert int(refused.headers["retry-after"]) >= 1
    problem_of(refused)
    assert begin(client, "oostermark").say("hoi"), "another origin notices nothing"


def test_a_script_in_one_conversation_meets_a_limit_and_a_hurried_human_does_not(
    talk: Talk,
) -> None:
    hurried = [talk.post(text=f"vraag {number}") for number in range(20)]
    assert {answer.status_code for answer in hurried} == {200}
    answers = asyncio.run(_messages(talk, 80))
    counts = Counter(answer.status_code for answer in answers)
    assert set(counts) == {200, 429}
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert int(refused.headers["retry-after"]) >= 1
    assert "te veel berichten vlak na elkaar" in problem_of(refused)["detail"]
    said = [m["text"] for m in talk.read() if m["sender"] == "resident"]
    assert len(said) == 20 + counts[200], "what was refused is not stored"
    assert begin(talk.client).say("hoi"), "another conversation notices nothing"


async def _messages(talk: Talk, count: int) -> list[httpx.Response]:
    path = f"{talk.path}/messages"
    async with httpx.AsyncClient(
        base_url=talk.client.base_url, headers=talk.bearer, timeout=PATIENCE
    ) as client:
        bodies = [{"client_id": f"script-{number}", "text": "?"} for number in range(count)]
        return await asyncio.gather(*(client.post(path, json=body) for body in bodies))
