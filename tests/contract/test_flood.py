# SPDX-License-Identifier: EUPL-1.2
"""One origin that asks far too much harms nobody else."""

import asyncio
from collections import Counter

import httpx
from tests.contract.talking import begin, problem_of

PATH = "/api/v1/oostermark/conversations"


async def _flood(server: str, origin: str, count: int) -> list[httpx.Response]:
    limits = httpx.Limits(max_connections=50)
    headers = {"X-Forwarded-For": origin}
    async with httpx.AsyncClient(
        base_url=server, headers=headers, limits=limits, timeout=30
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
