# SPDX-License-Identifier: EUPL-1.2
"""Logging in, seen from the browser. The way through a real provider is in tests/contract."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

import pytest
from django.test import Client

from gemeengoed.access.log_ins.queries import session_in
from gemeengoed.access.models import PendingLogIn, ResidentSession
from gemeengoed.access.operations import remember_person
from gemeengoed.casework.operations import open_interne_taak
from gemeengoed.conversations.operations import open_conversation
from gemeengoed.gateways.brp.models import Behaviour
from gemeengoed.gateways.brp.operations import set_behaviour
from gemeengoed.gateways.digid.errors import CancelledError, DigidError
from gemeengoed.gateways.digid.shapes import Attempt, Begun, Identity, Level
from gemeengoed.municipalities.models import Municipality
from gemeengoed.web.frame.returning import Return
from gemeengoed.web.resident import digid

PIETER, ZOE = "999900328", "999900481"
AT_DIGID = "https://digid.example/auth?state="


class AnyDigid:
    """Lets everybody in as ``bsn`` at ``level``. Implements port.IdentityProvider."""

    def __init__(self) -> None:
        self.bsn = PIETER
        self.level = Level.MIDDEN
        self.error: DigidError | None = None

    def begin(self, municipality: str, *, level: Level, return_address: str) -> Begun:
        attempt = Attempt(uuid4().hex, "nonce", "verifier", level, return_address)
        return Begun(AT_DIGID + attempt.state, attempt)

    def finish(
        self, municipality: str, *, attempt: Attempt, returned: Mapping[str, str]
    ) -> Identity:
        assert (attempt.nonce, attempt.verifier) == ("nonce", "verifier")
        if self.error:
            raise self.error
        return Identity(self.bsn, self.level)


@pytest.fixture
def at_digid(demo_municipalities: None, monkeypatch: pytest.MonkeyPatch) -> AnyDigid:
    provider = AnyDigid()
    monkeypatch.setattr(digid, "provider_of", lambda municipality: provider)
    return provider


def log_in(client: Client, start: str = "/waterdam/inloggen/digid"):
    """There and back; the answer is the redirect to where one wanted to go."""
    gone = client.get(start)
    assert gone["Location"].startswith(AT_DIGID), gone["Location"]
    state = gone["Location"].removeprefix(AT_DIGID)
    return client.get("/waterdam/inloggen/terug", {"state": state, "code": "c"})


def in_conversation(client: Client):
    talk = open_conversation(municipality="waterdam", origin="192.0.2.1", channel="page")
    client.cookies["gg_gesprek_waterdam"] = f"{talk.conversation}.{talk.token}"
    return talk.conversation


def from_chat(client: Client):
    """By the link in the conversation to the page, and on by its button."""
    page = client.get("/waterdam/chat/inloggen", follow=True)
    return log_in(client, page.context["start"])


# The page before


@pytest.mark.parametrize(
    ("slug", "words", "phone"),
    [
        ("waterdam", "Wij moeten zeker weten wie u bent.", "088 000 01 00"),
        ("heidewoud", "Wij moeten zeker weten wie je bent.", None),
    ],
)
def test_the_page_says_what_will_happen_why_and_what_else_there_is(
    demo_municipalities: None, slug: str, words: str, phone: str | None
) -> None:
    page = Client().get(f"/{slug}/inloggen").content.decode()
    assert words in page
    assert "DigiD Midden" in page
    assert f'href="/{slug}/inloggen/digid"' in page
    assert "Zonder DigiD" in page
    assert phone is None or phone in page
    assert "Openingstijden" in page


def test_a_level_that_a_page_needs_is_asked(demo_municipalities: None) -> None:
    signed = Return("/waterdam/mijn", "substantieel").signed("waterdam")
    page = Client().get("/waterdam/inloggen", {"verder": signed})
    assert "DigiD Substantieel" in page.content.decode()


@pytest.mark.parametrize(
    "onward",
    [
        "https://elders.example",
        "/waterdam/mijn",
        Return("//elders.example/waterdam/", "midden").signed("waterdam"),
        Return("https://elders.example/waterdam/", "midden").signed("waterdam"),
        Return("/heidewoud/mijn", "midden").signed("waterdam"),
        Return("/waterdam/mijn", "heel zeker").signed("waterdam"),
        Return("/waterdam/chat", "midden").signed("heidewoud"),
    ],
)
def test_nobody_can_have_us_lead_elsewhere_after_logging_in(
    at_digid: AnyDigid, onward: str
) -> None:
    client = Client()
    page = client.get("/waterdam/inloggen", {"verder": onward})
    assert page.context["start"] == "/waterdam/inloggen/digid"
    response = log_in(client, f"/waterdam/inloggen/digid?verder={onward}")
    assert response["Location"] == "/waterdam/mijn"


def test_inside_a_frame_nobody_is_sent_to_digid(at_digid: AnyDigid) -> None:
    client = Client(headers={"sec-fetch-dest": "iframe"})
    response = client.get("/waterdam/inloggen/digid")
    assert response["Location"] == "/waterdam/inloggen/gestopt/mislukt"
    assert not PendingLogIn.objects.exists()
    page = client.get("/waterdam/inloggen")
    assert page["X-Frame-Options"] == "DENY"


def test_in_the_demo_one_is_led_to_the_address_that_digid_comes_back_to(
    demo_municipalities: None, settings
) -> None:
    settings.DEMO, settings.PUBLIC_URL = True, "http://localhost:8000"
    response = Client().get("/waterdam/inloggen?verder=x")
    assert response["Location"] == "http://localhost:8000/waterdam/inloggen?verder=x"
    assert Client(headers={"host": "localhost:8000"}).get("/waterdam/inloggen").status_code == 200


@pytest.mark.parametrize("why", ["onzin", "inloggen-geannuleerd"])
def test_a_reason_that_there_is_not_is_a_page_that_there_is_not(
    demo_municipalities: None, why: str
) -> None:
    assert Client().get(f"/waterdam/inloggen/gestopt/{why}").status_code == 404


def test_where_no_broker_is_it_is_told_and_nobody_is_sent_away(demo_municipalities: None) -> None:
    response = Client().get("/waterdam/inloggen/digid", follow=True)
    page = response.content.decode()
    assert "Inloggen met DigiD kan hier nu niet" in page
    assert "/waterdam/inloggen/digid" not in page  # no button that does the same again


def test_too_many_at_once_from_one_address_must_wait(
    at_digid: AnyDigid, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_no_time = replace(digid.LOG_INS, refill=1e-6)  # also where these requests take long
    monkeypatch.setattr(digid, "LOG_INS", in_no_time)
    client = Client()
    while (gone := client.get("/waterdam/inloggen/digid"))["Location"].startswith(AT_DIGID):
        assert PendingLogIn.objects.count() <= 30
    assert gone["Location"] == "/waterdam/inloggen/gestopt/druk"
    assert "Wacht een minuut" in client.get(gone["Location"]).content.decode()


# Logged in


def test_the_cookie_is_for_this_municipality_and_no_script_can_read_it(
    at_digid: AnyDigid, settings
) -> None:
    settings.SESSION_COOKIE_SECURE = True
    client = Client()
    response = log_in(client)
    for name in ("gg_inwoner_waterdam", "gg_inloggen_waterdam"):
        cookie = client.cookies[name]
        assert cookie["path"] == "/waterdam"
        assert cookie["httponly"]
        assert cookie["secure"]
        assert cookie["samesite"] == "Lax"
    assert response["Location"] == "/waterdam/mijn"


def test_logging_in_again_in_one_browser_ends_the_first(at_digid: AnyDigid) -> None:
    client = Client()
    log_in(client)
    at_digid.bsn = ZOE
    log_in(client)
    page = client.get("/waterdam/mijn").content.decode()
    assert "Zoë Hoekstra" in page
    assert "Pieter" not in page
    assert ResidentSession.objects.count() == 2


def test_logging_out_ends_it_also_for_who_kept_the_cookie(at_digid: AnyDigid) -> None:
    client = Client()
    log_in(client)
    kept = client.cookies["gg_inwoner_waterdam"].value
    assert "Wilt u uitloggen?" in client.get("/waterdam/uitloggen").content.decode()
    page = client.post("/waterdam/uitloggen", follow=True).content.decode()
    assert "U bent uitgelogd" in page
    client.cookies["gg_inwoner_waterdam"] = kept
    assert client.get("/waterdam/mijn")["Location"].startswith("/waterdam/inloggen?verder=")


def test_who_is_not_logged_in_comes_back_to_the_page_they_wanted(at_digid: AnyDigid) -> None:
    client = Client()
    page = client.get("/waterdam/mijn", follow=True)
    response = log_in(client, page.context["start"])
    assert response["Location"] == "/waterdam/mijn"
    assert "Pieter Jan Brouwer" in client.get("/waterdam/mijn").content.decode()


def test_one_municipality_does_not_log_in_at_another(at_digid: AnyDigid) -> None:
    client = Client()
    log_in(client)
    client.cookies["gg_inwoner_heidewoud"] = client.cookies["gg_inwoner_waterdam"].value
    assert client.get("/heidewoud/mijn").status_code == 302


def test_when_the_register_does_not_answer_one_is_logged_in_without_a_name(
    at_digid: AnyDigid,
) -> None:
    client = Client()
    log_in(client)
    set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
    page = client.get("/waterdam/mijn").content.decode()
    assert "De basisregistratie geeft nu geen antwoord" in page
    assert "Uitloggen" in page


def test_who_lives_elsewhere_is_told_so(at_digid: AnyDigid) -> None:
    at_digid.bsn = "999993653"
    client = Client()
    log_in(client)
    assert "niet ingeschreven in Waterdam" in client.get("/waterdam/mijn").content.decode()


def test_a_log_in_that_is_not_sure_enough_for_a_page_is_asked_anew(at_digid: AnyDigid) -> None:
    at_digid.level = Level.BASIS
    client = Client()
    signed = Return("/waterdam/chat", "basis").signed("waterdam")
    assert (
        log_in(client, f"/waterdam/inloggen/digid?verder={signed}")["Location"] == "/waterdam/chat"
    )
    page = client.get("/waterdam/mijn", follow=True)
    assert "DigiD Midden" in page.content.decode()


# From a conversation


def test_a_conversation_is_remembered_and_one_comes_back_to_it(at_digid: AnyDigid) -> None:
    client = Client()
    talk = in_conversation(client)
    response = from_chat(client)
    assert response["Location"] == "/waterdam/chat/ingelogd"
    session = session_in("waterdam", talk)
    pieter = remember_person(
        municipality=Municipality.objects.get(pk="waterdam"), bsn=PIETER, actor="test"
    )
    assert session.person == pieter
    assert not session.follows_another


def test_a_conversation_that_this_browser_cannot_open_is_not_remembered(
    at_digid: AnyDigid,
) -> None:
    client = Client()
    talk = in_conversation(client)
    client.cookies["gg_gesprek_waterdam"] = f"{talk}.made-up"
    assert from_chat(client)["Location"] == "/waterdam/chat/ingelogd"
    assert session_in("waterdam", talk) is None


def test_after_stopping_one_can_go_again_or_back_to_the_conversation(at_digid: AnyDigid) -> None:
    client = Client()
    talk = in_conversation(client)
    at_digid.error = CancelledError("waterdam", "cancelled")
    stopped = client.get(from_chat(client)["Location"])
    assert "Terug naar de chat" in stopped.content.decode()
    at_digid.error = None
    assert log_in(client, stopped.context["start"])["Location"] == "/waterdam/chat/ingelogd"
    assert session_in("waterdam", talk) is not None


def test_somebody_else_who_logs_in_in_the_conversation_ends_the_first_and_it_is_told(
    at_digid: AnyDigid,
) -> None:
    client, tablet = Client(), Client()
    talk = in_conversation(client)
    from_chat(client)
    first = session_in("waterdam", talk)
    tablet.cookies["gg_gesprek_waterdam"] = client.cookies["gg_gesprek_waterdam"].value
    at_digid.bsn = ZOE
    from_chat(tablet)
    second = session_in("waterdam", talk)
    assert second.person != first.person
    assert second.follows_another
    assert client.get("/waterdam/mijn").status_code == 302  # logged out
    assert "Zoë Hoekstra" in tablet.get("/waterdam/mijn").content.decode()


def test_who_is_logged_in_already_comes_back_to_the_conversation_at_once(
    at_digid: AnyDigid,
) -> None:
    client = Client()
    log_in(client)
    talk = in_conversation(client)
    response = client.get("/waterdam/chat/inloggen")
    assert response["Location"] == "/waterdam/chat/ingelogd"
    assert session_in("waterdam", talk) is not None
    higher = client.get("/waterdam/chat/inloggen", {"niveau": "substantieel"})
    assert higher["Location"].startswith("/waterdam/inloggen?verder=")


# What was handed in


def handed_in(talk, clock) -> str:
    taak = open_interne_taak(
        municipality=Municipality.objects.get(pk="waterdam"),
        kind="terugbelverzoek",
        topic="gesprek-medewerker",
        term_days=2,
        answers={},
        display={},
        origin_key=str(talk),
        conversation_id=talk,
        now=clock.now(),
    )
    return taak.reference


def test_what_was_handed_in_in_the_conversation_is_in_the_list(
    at_digid: AnyDigid, settings
) -> None:
    client = Client()
    talk = in_conversation(client)
    assert "Hier staat nog niets" in (log_in(client), client.get("/waterdam/mijn"))[1].text
    reference = handed_in(talk, settings.CLOCK)
    client.get("/waterdam/chat/inloggen")
    page = client.get("/waterdam/mijn").content.decode()
    assert reference in page
    assert "U hoort uiterlijk op donderdag 26 november" in page


def test_what_another_handed_in_in_it_is_not_shown(at_digid: AnyDigid, settings) -> None:
    client = Client()
    talk = in_conversation(client)
    from_chat(client)
    reference = handed_in(talk, settings.CLOCK)
    client.post("/waterdam/uitloggen")
    at_digid.bsn = ZOE
    from_chat(client)
    page = client.get("/waterdam/mijn").content.decode()
    assert "Zoë Hoekstra" in page
    assert reference not in page
