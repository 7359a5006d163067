# SPDX-License-Identifier: EUPL-1.2
"""What a colleague lets a resident know stands in the log, in order, in the right form."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from gemeengoed.content.fixed_texts import NOTICES
from gemeengoed.conversations.models import Conversation, Event
from gemeengoed.conversations.operations import (
    Opened,
    erase_conversation,
    open_conversation,
)
from gemeengoed.conversations.operations_notices import tell_resident
from gemeengoed.conversations.queries import messages_after, transcript_for_staff

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 11, 23, 10, 15, tzinfo=ZoneInfo("Europe/Amsterdam"))
VALUES = {
    "collega": "Bilal",
    "eerder": "Anja",
    "nummer": "WT-4827-1963",
    "moment": "dinsdag 24 november 2026 om 9.30 uur",
    "wat": "verhuizing",
    "dag": "dinsdag 1 december 2026",
    "uiterlijk": "donderdag 26 november 2026",
    "vraag": "Welk huisnummer is het?",
    "naam": "Bram Postma",
    "bestand": "contract.pdf",
}

FORMS = {"waterdam": {"u", "uw"}, "heidewoud": {"je", "jou"}}


def tell(talk: Opened, key: str = "collega_pakt_op", municipality: str = "waterdam") -> bool:
    values = {name: VALUES[name] for name in NOTICES[key]}
    return tell_resident(
        municipality=municipality,
        conversation=talk.conversation,
        key=key,
        values=values,
        now=NOW,
    )


def read(talk: Opened, municipality: str = "waterdam") -> list[dict[str, Any]]:
    return messages_after(
        municipality=municipality, conversation=talk.conversation, token=talk.token
    )


def test_it_is_the_newest_message_by_name_and_from_staff(talk: Opened, say: Any) -> None:
    say("wat kost een paspoort")
    before = read(talk)
    assert tell(talk)
    told = read(talk)

    assert told[:-1] == before
    assert (told[-1]["sender"], told[-1]["kind"]) == ("staff", "notice")
    assert told[-1]["text"] == "Bilal heeft uw verzoek **WT-4827-1963** opgepakt."
    assert told[-1]["seq"] > before[-1]["seq"]


@pytest.mark.parametrize("key", NOTICES)
@pytest.mark.parametrize("gemeente", ["waterdam", "heidewoud"])
def test_each_notice_is_said_in_the_form_of_the_municipality(
    demo_municipalities: None, key: str, gemeente: str
) -> None:
    talk = open_conversation(municipality=gemeente, origin=f"{key}{gemeente}", channel="test")
    tell(talk, key, gemeente)
    text = read(talk, gemeente)[-1]["text"]
    words = set(text.lower().replace(",", " ").replace(".", " ").split())

    assert ("Bilal" in text) is ("collega" in NOTICES[key])
    said = {name for name, form in FORMS.items() if words & form}
    assert said == {gemeente} or (not said and "naam" in NOTICES[key])
    assert "{" not in text
    assert "\\" not in text


def test_the_talk_goes_on_afterwards(talk: Opened, say: Any) -> None:
    say(choice="flow:terugbelverzoek")
    tell(talk)
    answers = say("06 12 34 56 78")

    assert answers[-1]["kind"] == "question"
    assert answers[-1]["input"]["name"] == "onderwerp"


def test_a_name_is_text_never_markup(talk: Opened) -> None:
    values = {"collega": "**Bil**[al](https://kwaad.example)", "nummer": "1"}
    tell_resident(
        municipality="waterdam",
        conversation=talk.conversation,
        key="collega_pakt_op",
        values=values,
        now=NOW,
    )

    assert "[al](" not in read(talk)[-1]["text"]


def test_in_an_erased_talk_nothing_is_told(talk: Opened) -> None:
    tell(talk)
    erase_conversation(municipality="waterdam", conversation=talk.conversation, token=talk.token)
    before = Event.objects.count()

    assert not tell(talk)
    assert Event.objects.count() == before
    assert "Bilal" not in str(list(Event.objects.values()))
    assert transcript_for_staff(municipality="waterdam", conversation=talk.conversation) == []


def test_nothing_is_told_in_a_talk_of_another_municipality(talk: Opened) -> None:
    assert not tell(talk, municipality="oostermark")
    assert len(read(talk)) == 2


def test_colleagues_read_the_talk_of_their_own_municipality_only(talk: Opened, say: Any) -> None:
    say("wat kost een paspoort")
    tell(talk)
    here = transcript_for_staff(municipality="waterdam", conversation=talk.conversation)

    assert here == read(talk)
    assert transcript_for_staff(municipality="oostermark", conversation=talk.conversation) == []


def test_notices_and_messages_at_the_same_moment_all_have_a_place(talk: Opened, say: Any) -> None:
    together = Barrier(4)

    def one(number: int) -> None:
        together.wait()
        try:
            if number % 2:
                tell(talk)
            else:
                say(f"wat kost een rijbewijs? {number}")
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(one, range(4)))

    told = read(talk)
    assert [m["sender"] for m in told].count("staff") == 2
    assert [m["sender"] for m in told].count("resident") == 2
    row = Conversation.objects.get(pk=talk.conversation)
    assert row.waiting_since is None
    assert list(row.events.order_by("seq").values_list("seq", flat=True)) == list(
        range(1, row.last_seq + 1)
    )
