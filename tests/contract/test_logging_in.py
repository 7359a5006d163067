# SPDX-License-Identifier: EUPL-1.2
"""Logging in from beginning to end, with a real OpenID provider as a process of its own."""

import subprocess
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.http import HttpResponse
from django.test import Client
from tests.contract.conftest import PATIENCE
from tests.contract.identity import PROJECT, SECRET, SECRET_VARIABLE, Identity, client_id

from gemeengoed.access.models import KnownPerson, PendingLogIn, ResidentSession
from gemeengoed.audit.models import AuditRecord
from gemeengoed.gateways.digid.operations import save_broker
from gemeengoed.municipalities.models import Municipality

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
PRODUCT = "http://testserver"
PIETER = "Pieter Jan Brouwer"
BSN = "999900328"  # his, in the invented register


@pytest.fixture(scope="module")
def identity() -> Iterator[Identity]:
    subprocess.run([PROJECT / "bin" / "install-identity"], check=True)
    running = Identity(PRODUCT)
    yield running
    running.kill()


def connect(identity: Identity, slug: str = "waterdam", client: str = "") -> None:
    save_broker(
        municipality=Municipality.objects.get(pk=slug),
        issuer=identity.issuer,
        client_id=client or client_id(slug),
        secret_variable=SECRET_VARIABLE,
        actor="test",
    )


@pytest.fixture
def browser(demo_municipalities: None, identity: Identity, settings, monkeypatch) -> Client:
    settings.PUBLIC_URL = PRODUCT
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    connect(identity)
    return Client()


def sent(browser: Client, path: str = "/waterdam/inloggen/digid") -> str:
    """The address at DigiD to which one is sent."""
    response = browser.get(path)
    assert response.status_code == 302, response.content
    return response["Location"]


def stopped(response: HttpResponse) -> str:
    """Why logging in stopped, as its address tells; the cookie of a log-in is not there."""
    assert response.status_code == 302
    parts = urlsplit(response["Location"])
    assert parts.path.startswith("/waterdam/inloggen/gestopt/"), response["Location"]
    assert not ResidentSession.objects.exists()
    return parts.path.rpartition("/")[2]


def test_a_person_logs_in_and_sees_their_own_name(browser: Client, identity: Identity) -> None:
    back = identity.choose(sent(browser), person=PIETER, level="substantieel")
    response = browser.get(back, follow=True)
    assert response.redirect_chain == [("/waterdam/mijn", 303)]
    page = response.content.decode()
    assert PIETER in page
    assert "DigiD Substantieel" in page
    assert response["Cache-Control"] == "no-store, private"


def test_the_request_asks_for_pkce_a_fresh_log_in_and_the_level_or_more(
    browser: Client, identity: Identity
) -> None:
    asked = parse_qs(urlsplit(sent(browser)).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["prompt"] == ["login"]
    assert asked["scope"] == ["openid bsn"]
    assert asked["redirect_uri"] == [f"{PRODUCT}/waterdam/inloggen/terug"]
    classes = [value.rpartition(":")[2] for value in asked["acr_values"][0].split()]
    assert classes == ["MobileTwoFactorContract", "Smartcard", "SmartcardPKI"]
    assert {"state", "nonce", "code_challenge"} <= set(asked)


def test_the_citizen_service_number_is_kept_encrypted_and_told_nowhere(
    browser: Client, identity: Identity, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    address = sent(browser)
    back = identity.choose(address, person=PIETER)
    response = browser.get(back, follow=True)
    rows = [*KnownPerson.objects.values(), *ResidentSession.objects.values()]
    rows += [*PendingLogIn.objects.values(), *AuditRecord.objects.values()]
    assert len(rows) > 4
    for told in (address, back, response.content.decode(), str(rows)):
        assert BSN not in told
    ours = [record for record in caplog.records if record.name.startswith("gemeengoed")]
    assert BSN not in str([record.getMessage() for record in ours])
    assert BSN not in str(browser.cookies)


@pytest.mark.parametrize(
    ("do", "level", "why"),
    [
        ("cancel", "midden", "geannuleerd"),
        ("expire", "midden", "verlopen"),
        ("login", "basis", "te-laag"),
    ],
)
def test_who_is_refused_is_told_why_and_can_go_again(
    browser: Client, identity: Identity, do: str, level: str, why: str
) -> None:
    response = browser.get(identity.choose(sent(browser), do=do, level=level))
    assert stopped(response) == why
    page = browser.get(response["Location"]).content.decode()
    assert "/waterdam/inloggen/digid" in page
    assert "088 000 01 00" in page
    again = identity.choose(sent(browser), person=PIETER)
    assert browser.get(again).status_code == 303


def test_the_same_way_back_works_once(browser: Client, identity: Identity) -> None:
    back = identity.choose(sent(browser))
    assert browser.get(back).status_code == 303
    assert browser.get(back)["Location"] == "/waterdam/mijn"  # a reload harms nobody
    browser.cookies.pop("gg_inwoner_waterdam")
    response = browser.get(back)
    assert response["Location"] == "/waterdam/inloggen/gestopt/mislukt"
    assert ResidentSession.objects.count() == 1


def test_a_state_that_was_changed_is_refused(browser: Client, identity: Identity) -> None:
    back = identity.choose(sent(browser))
    assert stopped(browser.get(back.replace("state=", "state=x"))) == "mislukt"


def test_another_browser_cannot_use_the_way_back(browser: Client, identity: Identity) -> None:
    back = identity.choose(sent(browser))
    stranger = Client()
    sent(stranger)  # on the way to log in too, so with a cookie
    assert stopped(stranger.get(back)) == "mislukt"
    assert browser.get(back).status_code == 303


def test_a_way_back_of_one_municipality_opens_no_other(browser: Client, identity: Identity) -> None:
    connect(identity, "heidewoud")
    back = identity.choose(sent(browser))
    sent(browser, "/heidewoud/inloggen/digid")
    response = browser.get(back.replace("/waterdam/", "/heidewoud/"))
    assert response["Location"] == "/heidewoud/inloggen/gestopt/mislukt"
    assert not ResidentSession.objects.exists()


def test_a_code_of_another_attempt_is_refused(browser: Client, identity: Identity) -> None:
    """Whoever slips their own code into our log-in would have us act as them: PKCE and nonce."""
    theirs = parse_qs(urlsplit(identity.choose(sent(browser))).query)["code"][0]
    ours = identity.choose(sent(browser))
    code = parse_qs(urlsplit(ours).query)["code"][0]
    assert stopped(browser.get(ours.replace(code, theirs))) == "mislukt"


def test_a_token_for_another_client_is_refused(browser: Client, identity: Identity) -> None:
    """Wrong audience: the provider gives the code of Heidewoud's client to nobody else."""
    connect(identity, client=client_id("heidewoud"))
    gone = sent(browser)
    connect(identity)
    # Heidewoud's way back is another address, so the provider does not even show its page.
    with httpx.Client(timeout=PATIENCE) as at_provider:
        refused = at_provider.get(gone, follow_redirects=True)
    assert refused.status_code == 400
    assert "Inloggen lukt niet" in refused.text
    ours = identity.choose(sent(browser))
    connect(identity, client=client_id("heidewoud"))
    assert stopped(browser.get(ours)) == "mislukt"


def test_a_provider_that_dies_in_the_middle_is_a_fault_that_is_told(
    demo_municipalities: None, settings, monkeypatch
) -> None:
    settings.PUBLIC_URL = PRODUCT
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    dying = Identity(PRODUCT)
    try:
        connect(dying)
        browser = Client()
        back = dying.choose(sent(browser))
    finally:
        dying.kill()
    assert stopped(browser.get(back)) == "storing"
    assert stopped(browser.get("/waterdam/inloggen/digid")) == "storing"


def test_two_tabs_can_be_on_their_way_at_once(browser: Client, identity: Identity) -> None:
    first, second = sent(browser), sent(browser)
    assert browser.get(identity.choose(second)).status_code == 303
    assert browser.get(identity.choose(first, person=PIETER)).status_code == 303
    assert PIETER in browser.get("/waterdam/mijn").content.decode()


def test_the_page_of_the_provider_asks_each_time_anew(browser: Client, identity: Identity) -> None:
    """Nobody stays logged in at a shared computer, also without prompt=login."""
    address = sent(browser).replace("prompt=login", "prompt=")
    with httpx.Client(timeout=PATIENCE) as other:
        page = other.get(address, follow_redirects=True)
        form = {"person": BSN, "level": "midden", "do": "login"}
        other.post(page.url, data=form, follow_redirects=False)
        again = other.get(address, follow_redirects=True)
    assert "Wie logt in?" in again.text
    assert "nagemaakte DigiD" in again.text
