# SPDX-License-Identifier: EUPL-1.2
"""A resident of the tests who talks over the API."""

import uuid
from dataclasses import dataclass
from typing import Any

import httpx

# Answers that bring the report of a street lamp from its first question to its summary.
LAMP = (
    {"choice": "flow:melding-straatverlichting"},
    {"choice": "brandt-niet"},
    {"text": "Lindelaan 8"},
    {"choice": "een"},
    {"text": "overslaan"},
    {"text": "overslaan"},
    {"text": "overslaan"},
)

# Answers that bring the dormer check in Waterdam to its outcome: a centimetre too high.
DORMER = (
    {"choice": "flow:dakkapel-check"},
    {"text": "Touwslagersgang 3"},
    {"choice": "achter"},
    {"choice": "ja"},
    {"text": "1,76"},
)

# Answers that bring a request to be called back, about moving house, to its summary.
CALL = (
    {"text": "ik ga verhuizen binnen waterdam"},
    {"choice": "flow:terugbelverzoek"},
    {"text": "06 12 34 56 78"},
    {"text": "Mijn verhuizing"},
    {"choice": "ochtend"},
    {"text": "overslaan"},
)

Message = dict[str, Any]


@dataclass
class Talk:
    """One conversation. ``post`` gives the bare answer, ``say`` and ``send`` the new messages."""

    client: httpx.Client
    gemeente: str
    id: str
    token: str
    messages: list[Message]

    @property
    def path(self) -> str:
        return f"/api/v1/{self.gemeente}/conversations/{self.id}"

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, **body: Any) -> httpx.Response:
        body.setdefault("client_id", uuid.uuid4().hex)
        return self.client.post(f"{self.path}/messages", json=body, headers=self.bearer)

    def send(self, **body: Any) -> list[Message]:
        answer = self.post(**body)
        assert answer.status_code == 200, answer.text
        messages: list[Message] = answer.json()["messages"]
        return messages

    def say(self, text: str) -> list[Message]:
        return self.send(text=text)

    def read(self, after: int = 0) -> list[Message]:
        answer = self.client.get(
            f"{self.path}/messages", params={"after": after}, headers=self.bearer
        )
        assert answer.status_code == 200, answer.text
        messages: list[Message] = answer.json()["messages"]
        return messages


def begin(client: httpx.Client, gemeente: str = "waterdam") -> Talk:
    answer = client.post(f"/api/v1/{gemeente}/conversations")
    assert answer.status_code == 201, answer.text
    opened = answer.json()
    return Talk(client, gemeente, opened["id"], opened["token"], opened["messages"])


def problem_of(answer: httpx.Response) -> dict[str, Any]:
    """The problem document of a refusal, which must be one (RFC 9457)."""
    assert answer.headers["content-type"] == "application/problem+json", answer.headers
    assert answer.headers["api-version"] == "1.0.0"
    document: dict[str, Any] = answer.json()
    assert document["status"] == answer.status_code
    assert document["title"]
    assert document["detail"]
    return document
