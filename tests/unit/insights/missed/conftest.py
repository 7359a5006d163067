# SPDX-License-Identifier: EUPL-1.2
"""Talks as the log has them, whatever the reader would make of the words."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from gemeengoed.accounts.models import User
from gemeengoed.conversations.models import Conversation, Event, EventKind
from gemeengoed.dialogue.event import Event as Decided
from gemeengoed.dialogue.talk_events import (
    FeedbackGiven,
    NotUnderstood,
    TopicAnswered,
    TopicsOffered,
)
from gemeengoed.insights.missed.models import LogRead
from gemeengoed.insights.missed.operations import gather
from gemeengoed.municipalities.models import Membership, Municipality
from gemeengoed.terms.clock import AMSTERDAM, Clock

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=AMSTERDAM)
TOPICS = (("paspoort", 0.3), ("identiteitskaart", 0.2), ("rijbewijs", 0.1), ("wmo", 0.05))


class Talk:
    """One talk; each thing that the resident does is a message with what was decided on it."""

    def __init__(self, municipality: Municipality, at: datetime = NOW) -> None:
        self.at = at
        self.row = Conversation.objects.create(
            municipality=municipality, token_hashes=[], opened_at=at
        )

    def _add(self, kind: EventKind, body: dict[str, Any], reply_to: int | None = None) -> int:
        self.row.last_seq += 1
        self.row.save()
        Event.objects.create(
            municipality_id=self.row.municipality_id,
            conversation=self.row,
            seq=self.row.last_seq,
            at=self.at,
            kind=kind,
            reply_to=reply_to,
            body=body,
        )
        return self.row.last_seq

    def does(self, body: dict[str, Any], *decided: Decided, **more: Any) -> int:
        """Gives the sequence of the answer."""
        message = self._add(EventKind.RESIDENT, body)
        events = [event.to_json() for event in decided]
        self._add(EventKind.DECIDED, {"events": events, "topics": TOPICS, **more}, message)
        return self._add(EventKind.MESSAGE, {"text": "…"}, message)

    def says(self, text: str, *decided: Decided, **more: Any) -> int:
        return self.does({"text": text}, *decided, **more)

    def is_not_understood(self, text: str) -> int:
        return self.says(text, NotUnderstood())

    def is_answered(self, text: str, topic: str = "paspoort") -> int:
        return self.says(text, TopicAnswered(topic))

    def is_asked_which(self, text: str, *topics: str) -> int:
        return self.says(text, TopicsOffered(topics or ("paspoort", "rijbewijs")))

    def presses(self, choice: str, *decided: Decided) -> int:
        return self.does({"choice": choice}, *decided)

    def judges(self, answer: int, value: str = "down") -> int:
        body = {"action": "feedback", "name": str(answer), "value": value}
        return self.does(body, FeedbackGiven(str(answer), value))

    def is_erased(self) -> None:
        Event.objects.filter(conversation=self.row).update(body={})
        self._add(EventKind.ERASED, {})


@pytest.fixture(autouse=True)
def morning(published: None, settings: Any) -> None:
    settings.CLOCK = Clock(lambda: NOW)


@pytest.fixture
def waterdam(db: None) -> Municipality:
    return Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")


@pytest.fixture
def heidewoud(db: None) -> Municipality:
    return Municipality.objects.create(slug="heidewoud", name="Heidewoud", form="je")


@pytest.fixture
def talk(waterdam: Municipality) -> Talk:
    return Talk(waterdam)


@pytest.fixture
def editor(db: None) -> Callable[..., User]:
    def made(name: str, where: Municipality, role: str = "redacteur") -> User:
        user = User.objects.create_user(f"{name.lower()}@{where.pk}.example", display_name=name)
        Membership.objects.create(municipality=where, user=user, roles=[role])
        return user

    return made


def minutes_pass() -> None:
    """So long that whoever reads the log is sure of what was read before."""
    for read in LogRead.objects.exclude(read_at=None):
        read.read_at -= timedelta(minutes=5)
        read.save()


def gathered() -> int:
    """As the worker does it, again and again."""
    return sum([gather(), gather()])
