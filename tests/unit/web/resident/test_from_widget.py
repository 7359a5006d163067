# SPDX-License-Identifier: EUPL-1.2
"""From the widget to our own pages to log in; what is left behind hears that the talk moved."""

import pytest
from django.test import Client
from tests.unit.web.resident.test_log_in import AnyDigid, at_digid, log_in

from gemeengoed.conversations.errors import TalkMovedError
from gemeengoed.conversations.operations import Opened, open_conversation, post_message
from gemeengoed.conversations.posted import Posted
from gemeengoed.conversations.queries import messages_after

__all__ = ["at_digid"]
ALLOWED = "https://www.waterdam.example"
ADDRESS = "/waterdam/chat/verder"
MOVE = "ik ga verhuizen naar lindelaan 33 per 1 december, alleen ik"


@pytest.fixture
def talk(demo_municipalities: None) -> Opened:
    talk = open_conversation(municipality="waterdam", origin="192.0.2.1", channel="api")
    post_message(
        municipality="waterdam",
        conversation=talk.conversation,
        token=talk.token,
        posted=Posted(client_id="a", text=MOVE),
    )
    return talk


def bring(client: Client, talk: Opened, origin: str = ALLOWED, **changed: str):
    form = {"gesprek": str(talk.conversation), "token": talk.token, "niveau": "midden"}
    return client.post(ADDRESS, {**form, **changed}, headers={"origin": origin})


def read_by_the_widget(talk: Opened) -> None:
    """As the API does it; over the line, and in a real widget: tests/browser/test_mine.py."""
    messages_after(municipality="waterdam", conversation=talk.conversation, token=talk.token)


def test_the_talk_goes_on_here_after_logging_in_and_the_widget_reads_nothing_more(
    talk: Opened, at_digid: AnyDigid
) -> None:
    client = Client(enforce_csrf_checks=True)
    brought = bring(client, talk)
    assert brought.status_code == 303
    assert talk.token not in brought["Location"]
    page = client.get(brought["Location"], follow=True)
    client.get(log_in(client, page.context["start"])["Location"])
    here = client.get("/waterdam/chat").content.decode()
    assert "ingelogd. We gaan verder waar we waren" in here
    assert MOVE in here
    with pytest.raises(TalkMovedError):
        read_by_the_widget(talk)


@pytest.mark.parametrize(
    "origin", ["https://elders.example", "null", "", "http://waterdam.example"]
)
def test_from_a_site_that_is_not_allowed_nobody_is_brought_into_a_talk(
    talk: Opened, origin: str
) -> None:
    client = Client()
    assert bring(client, talk, origin).status_code == 404
    assert "gg_gesprek_waterdam" not in client.cookies


def test_our_own_home_page_may_send_its_widget_on(talk: Opened) -> None:
    assert bring(Client(), talk, "http://testserver").status_code == 303


@pytest.mark.parametrize(
    "wrong", [{"token": "x"}, {"gesprek": "x"}, {"gesprek": "6f0f2f0e-0f2b-4c7b-9d59-0a3d4a3c1f11"}]
)
def test_without_the_token_of_the_talk_nothing_opens(talk: Opened, wrong: dict[str, str]) -> None:
    client = Client()
    assert bring(client, talk, **wrong).status_code == 404
    assert "gg_gesprek_waterdam" not in client.cookies


def test_a_level_that_there_is_not_does_no_harm(talk: Opened) -> None:
    client = Client()
    brought = bring(client, talk, niveau="x\r\nSet-Cookie: a=b")
    assert brought.status_code == 303
    assert client.get(brought["Location"], follow=True).status_code == 200


def test_another_browser_that_had_the_talk_is_told_where_it_is(
    talk: Opened, at_digid: AnyDigid
) -> None:
    client, tablet = Client(), Client()
    bring(client, talk)
    bring(tablet, talk)
    page = client.get("/waterdam/chat/inloggen", follow=True)
    client.get(log_in(client, page.context["start"])["Location"])
    moved = tablet.get("/waterdam/chat")
    assert moved.status_code == 403
    assert "Het gesprek gaat ergens anders verder" in moved.content.decode()
    assert "lindelaan" not in moved.content.decode().lower()
    assert tablet.get("/waterdam/chat/ingelogd", follow=True).status_code == 403
    tablet.post("/waterdam/chat/nieuw")
    assert tablet.get("/waterdam/chat").status_code == 200
