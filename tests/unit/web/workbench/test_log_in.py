# SPDX-License-Identifier: EUPL-1.2
"""The log-in of the demo."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from tests.unit.web.workbench.conftest import PASSWORD

from gemeengoed.web.workbench import log_in

LOG_IN = "/waterdam/werk/inloggen"
WRONG = "horen hier niet bij elkaar"


@pytest.fixture
def stranger(waterdam) -> Client:
    return Client(enforce_csrf_checks=True)


def attempt(client: Client, username: str, password: str = PASSWORD, address: str = LOG_IN):
    opened = client.get(address).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', opened)[1]
    return client.post(
        address,
        {"csrfmiddlewaretoken": token, "username": username, "password": password},
    )


def test_a_colleague_comes_in_and_out(stranger, anja):
    assert attempt(stranger, anja.username).url == "/waterdam/werk"
    assert stranger.get("/waterdam/werk").status_code == 200

    token = stranger.cookies["csrftoken"].value
    left = stranger.post("/waterdam/werk/uitloggen", {"csrfmiddlewaretoken": token})
    assert left.url == LOG_IN
    assert stranger.get("/waterdam/werk").status_code == 302


def test_one_lands_on_the_page_one_asked_for(stranger, anja):
    wanted = "/waterdam/werk/taken/6f0f2f0e-0f2b-4c7b-9d59-0a3d4a3c1f11"

    assert attempt(stranger, anja.username, address=f"{LOG_IN}?verder={wanted}").url == wanted


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://kwaad.example/waterdam/werk",
        "//kwaad.example",
        "/oostermark/werk",
        "/waterdam/werkelijk",
        "/waterdam/werk/uitloggen",
        "javascript:alert(1)",
    ],
)
def test_nobody_is_sent_elsewhere_after_logging_in(stranger, anja, elsewhere):
    response = attempt(stranger, anja.username, address=f"{LOG_IN}?verder={elsewhere}")

    assert response.url == "/waterdam/werk"


def test_wrong_password_unknown_account_and_other_municipality_look_the_same(
    stranger, anja, karima
):
    answers = [
        attempt(stranger, anja.username, "fout"),
        attempt(stranger, "niemand@waterdam.example"),
        attempt(stranger, karima.username),
    ]

    for answer in answers:
        assert answer.status_code == 200
        assert WRONG in answer.content.decode()
    assert stranger.get("/waterdam/werk").status_code == 302


def test_an_empty_form_tells_what_to_fill_in(stranger):
    seen = attempt(stranger, "", "").content.decode()

    assert "Vul je gebruikersnaam in." in seen
    assert "Vul je wachtwoord in." in seen


def test_guessing_is_stopped_even_with_the_right_password_in_the_end(stranger, anja, monkeypatch):
    # However long eleven guesses take here.
    monkeypatch.setattr(log_in, "LOG_INS", replace(log_in.LOG_INS, refill=1e-6))
    answers = [attempt(stranger, anja.username, f"gok {n}") for n in range(11)]

    assert {answer.status_code for answer in answers[:10]} == {200}
    assert answers[-1].status_code == 429
    assert attempt(stranger, anja.username).status_code == 429
    assert stranger.get("/waterdam/werk").status_code == 302


def test_the_password_is_never_shown_again(stranger, anja):
    assert "geheim-123" not in attempt(stranger, anja.username, "geheim-123").content.decode()


def test_outside_the_demo_a_password_opens_nothing(client, anja, settings):
    settings.DEMO = False

    response = client.post(LOG_IN, {"username": anja.username, "password": PASSWORD})
    assert response.status_code == 403
    assert "alleen in de demo" in response.content.decode()
    assert client.get("/waterdam/werk").status_code == 302


def test_without_the_token_of_the_form_nobody_comes_in(stranger, anja):
    response = stranger.post(LOG_IN, {"username": anja.username, "password": PASSWORD})

    assert response.status_code == 403


def test_an_unknown_municipality_is_a_404(client, db):
    assert client.get("/nergens/werk/inloggen").status_code == 404
    assert client.post("/nergens/werk/uitloggen").status_code == 404
