# SPDX-License-Identifier: EUPL-1.2
"""The end of a log-in: told, put off, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client
from tests.unit.web.resident.conftest import Page
from tests.unit.web.resident.test_log_in import (
    ZOE,
    AnyDigid,
    at_digid,
    from_chat,
    in_conversation,
    log_in,
)

from gemeengoed.access.log_ins.shapes import AT_MOST, WITHOUT_USE
from gemeengoed.access.models import ResidentSession
from gemeengoed.conversations.models import Event

__all__ = ["at_digid"]
KEY = "0" * 32
STORY = "Ik woon straks weer bij mijn moeder, maar alleen door de week. "


def time_goes_by(by: timedelta) -> None:
    for row in ResidentSession.objects.all():
        ResidentSession.objects.filter(pk=row.pk).update(
            used_at=F("used_at") - by, begun_at=F("begun_at") - by, ends_at=F("ends_at") - by
        )


def in_a_personal_talk(at_digid: AnyDigid) -> Client:
    client = Client()
    in_conversation(client)
    client.get(from_chat(client)["Location"])
    assert client.get("/waterdam/chat").status_code == 200
    return client


def say(client: Client, text: str, **more: str):
    return client.post("/waterdam/chat", {"key": KEY, "text": text, **more})


def test_the_page_tells_until_when_also_without_a_script(at_digid: AnyDigid) -> None:
    client = in_a_personal_talk(at_digid)
    for address in ("/waterdam/chat", "/waterdam/mijn"):
        text = Page(client.get(address)).text
        assert "Doet u hier niets meer, dan wordt u om 10.4" in text
        assert "Dat is over 15 minuten." in text


def test_a_conversation_in_which_nobody_logged_in_tells_of_no_end(at_digid: AnyDigid) -> None:
    client = Client()
    log_in(client)
    assert "uitgelogd" not in Page(client.get("/waterdam/chat")).text


def test_who_stays_has_fifteen_minutes_again(at_digid: AnyDigid) -> None:
    client = Client()
    log_in(client)
    time_goes_by(timedelta(minutes=12))
    told = client.post("/waterdam/inloggen/blijven").json()
    assert told["can_stay"]
    assert 870 <= told["seconds"] <= 900
    assert "over 15 minuten" in told["sentence"]


def test_nobody_stays_longer_than_two_hours(at_digid: AnyDigid) -> None:
    client = Client()
    log_in(client)
    for _ in range(10):
        time_goes_by(timedelta(minutes=11))
        told = client.post("/waterdam/inloggen/blijven").json()
    assert not told["can_stay"]
    assert told["seconds"] <= (AT_MOST - timedelta(minutes=110)).total_seconds()
    assert "Daarna logt u opnieuw in" in told["sentence"]
    time_goes_by(timedelta(minutes=11))
    assert client.post("/waterdam/inloggen/blijven").status_code == 302


@pytest.mark.parametrize(
    "text", ["nummer 14", STORY * 60, "".join(chr(0x4E00 + each) for each in range(4000))]
)
def test_what_was_sent_too_late_is_no_message_and_stands_there_after_logging_in(
    at_digid: AnyDigid, text: str
) -> None:
    text = text.strip()
    client = in_a_personal_talk(at_digid)
    time_goes_by(WITHOUT_USE)
    before = Event.objects.count()
    shut = say(client, text)
    assert shut.status_code == 403
    assert "Wat u had getypt, staat er nog" in shut.content.decode()
    assert text[:20] not in shut.content.decode()
    assert Event.objects.count() == before
    client.get(from_chat(client)["Location"])
    assert client.get("/waterdam/chat").context["typed"] == text
    say(client, text)
    assert client.get("/waterdam/chat").context["typed"] == ""


def test_what_stood_in_the_field_when_the_page_saw_the_end_is_kept_too(at_digid: AnyDigid) -> None:
    client = in_a_personal_talk(at_digid)
    time_goes_by(WITHOUT_USE)
    shut = client.post("/waterdam/chat/verlopen", {"day": "2026-12-01"}, follow=True)
    assert shut.status_code == 403
    client.get(from_chat(client)["Location"])
    assert client.get("/waterdam/chat").context["typed"] == "1 december 2026"


def test_somebody_else_who_logs_in_does_not_see_it(at_digid: AnyDigid) -> None:
    client = in_a_personal_talk(at_digid)
    time_goes_by(WITHOUT_USE)
    say(client, "mijn geheim")
    at_digid.bsn = ZOE
    client.get(from_chat(client)["Location"])
    assert "mijn geheim" not in client.get("/waterdam/chat").content.decode()


def test_who_begins_anew_leaves_nothing_behind(at_digid: AnyDigid) -> None:
    client = in_a_personal_talk(at_digid)
    time_goes_by(WITHOUT_USE)
    say(client, "mijn geheim")
    client.post("/waterdam/chat/nieuw")
    kept = [name for name, each in client.cookies.items() if "getypt" in name and each.value]
    assert kept == []
