# SPDX-License-Identifier: EUPL-1.2
"""What residents do in the bench: a question answered, and a step of a flow."""

import itertools
import uuid
from collections.abc import Iterator

from gemeengoed.project.bench.http_client import Connection

QUESTIONS = (
    "wat kost een paspoort",
    "moet ik een afspraak maken voor mijn rijbewijs",
    "wanneer zijn jullie open",
    "wat moet ik meenemen voor een identiteitskaart",
    "hoe lang duurt een uittreksel",
)

# A street lamp, over and over: begin, three answers, a correction, back, and really stop. The
# address is one that all three invented municipalities have.
FLOW_STEPS: tuple[dict[str, str], ...] = (
    {"choice": "flow:melding-straatverlichting"},
    {"text": "brandt niet"},
    {"text": "Beatrixplein 8"},
    {"text": "toch niet, nummer 10"},
    {"choice": "een"},
    {"action": "back"},
    {"action": "cancel"},
    {"choice": "ja"},
)


class Talk:
    """One resident on one connection; each call is one full turn."""

    def __init__(self, connection: Connection, municipality: str, steps: Iterator[dict[str, str]]):
        self._connection = connection
        self._base = f"/api/v1/{municipality}/conversations"
        self._steps = steps
        self._id = self._token = ""

    async def open(self) -> None:
        opened = await self._connection.post(self._base, {})
        self._id, self._token = opened["id"], opened["token"]

    async def turn(self) -> None:
        body = {"client_id": uuid.uuid4().hex, **next(self._steps)}
        answer = await self._connection.post(f"{self._base}/{self._id}/messages", body, self._token)
        if len(answer["messages"]) < 2:
            raise RuntimeError("a turn without an answer")


def questions() -> Iterator[dict[str, str]]:
    """The questions, without end."""
    return itertools.cycle({"text": question} for question in QUESTIONS)


def flow_steps() -> Iterator[dict[str, str]]:
    """The steps of a flow, without end."""
    return itertools.cycle(FLOW_STEPS)
