# SPDX-License-Identifier: EUPL-1.2
"""Residents who move, through real turns with the demo's registers, and their households."""

import itertools
import uuid
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from stdnum.nl import bsn as numbers

from gemeengoed.access.operations import remember_person
from gemeengoed.content.values import local_day
from gemeengoed.conversations.models import Event, EventKind
from gemeengoed.conversations.operations import (
    Opened,
    open_conversation,
    post_message,
    tell_log_in,
)
from gemeengoed.conversations.posted import Posted
from gemeengoed.gateways.adressen.models import DemoAddress
from gemeengoed.gateways.brp.models import DemoPerson
from gemeengoed.municipalities.models import Municipality

MOST_QUESTIONS = 14


class Resident:
    """One conversation in Waterdam, with what a browser keeps of it."""

    def __init__(self) -> None:
        self.opened: Opened = open_conversation(
            municipality="waterdam", origin=uuid.uuid4().hex, channel="test"
        )
        self.token = self.opened.token

    def says(self, text: str | None = None, **fields: Any) -> list[Any]:
        posted = Posted(client_id=uuid.uuid4().hex, text=text, **fields)
        return post_message(
            municipality="waterdam",
            conversation=self.opened.conversation,
            token=self.token,
            posted=posted,
        )

    def logs_in(self, bsn: str) -> UUID:
        waterdam = Municipality.objects.get(pk="waterdam")
        person = remember_person(municipality=waterdam, bsn=bsn, actor="resident")
        self.token = tell_log_in(
            municipality="waterdam",
            conversation=self.opened.conversation,
            token=self.token,
            person=person,
            level="midden",
        )
        return person

    @property
    def heard(self) -> list[Any]:
        """All messages of the talk, the last one last."""
        found = Event.objects.filter(
            conversation_id=self.opened.conversation, kind=EventKind.MESSAGE
        )
        return [event.body for event in found.order_by("seq")]

    def answers(self, bsn: str, by: Mapping[str, str]) -> list[Any]:
        """Answer what is asked, by the name of the step; what is not named is left out or alone.

        Ends at the summary, at an outcome or with the words of somebody who goes another way.
        """
        messages = self.heard
        for _ in range(MOST_QUESTIONS):
            asked = messages[-1].get("input")
            if messages[-1]["kind"] == "summary" or not asked:
                return messages
            step = asked["name"]
            if step == "inloggen":
                self.logs_in(bsn)
                messages = self.heard
                continue
            told = by.get(step, {"wie": "alleen", "toestemming": "akkoord"}.get(step, "overslaan"))
            buttons = {each["id"] for each in messages[-1].get("choices", ())} | {"overslaan"}
            messages = self.says(choice=told) if told in buttons else self.says(told)
        raise AssertionError(f"still asked: {messages[-1]}")


def empty_homes(purpose: str = "woning") -> Iterator[DemoAddress]:
    """Addresses of Waterdam where nobody is registered, that can be typed in one way only."""
    lived_in = DemoPerson.objects.values("address_id")
    found = DemoAddress.objects.filter(municipality_id="waterdam", purpose=purpose, addition="")
    yield from found.exclude(identification__in=lived_in).order_by("-identification")


def as_typed(home: DemoAddress) -> str:
    return f"{home.street} {home.number} in {home.place}"


_serial = itertools.count(80000)


def somebody_at(home: DemoAddress, age: int = 35, **of: Any) -> DemoPerson:
    """A person of this age, in whole years, who is registered at this address."""
    number = next(n for n in (f"9999{s:05}" for s in _serial) if numbers.is_valid(n))
    today = local_day(settings.CLOCK.now())
    defaults = {
        "bsn": number,
        "given_names": f"Persoon{number[-4:]}",
        "family_name": "Jansen",
        "gender": "X",
        "born_on": date(today.year - age, 1, 1),
        "birth_place": "Waterdam",
        "address_id": home.identification,
        "registered_since": date(2020, 1, 1),
    }
    return DemoPerson.objects.create(municipality_id="waterdam", **{**defaults, **of})
