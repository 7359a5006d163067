# SPDX-License-Identifier: EUPL-1.2
"""Following a matter with the number of its receipt and a code by mail."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from tests.unit.casework.following.test_codes import asked_id, code_in
from tests.unit.web.resident.conftest import Page
from tests.unit.web.resident.test_log_in import ZOE, AnyDigid, at_digid, log_in
from tests.unit.web.resident.test_mine import handed_in

from gemeengoed.casework.following.sending import send_code
from gemeengoed.casework.references import new_reference
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.web.resident import follow

__all__ = ["at_digid"]
DOOR = "/waterdam/mijn-zaken"
NOBODYS = "WT-1234-5671"


@pytest.fixture
def submission(demo_municipalities: None, settings, tmp_path: Path) -> Submission:
    settings.MAILBOX = tmp_path
    return handed_in(by=ZOE)


def ask(client: Client, number: str, **extra: str) -> Page:
    return Page(client.post(DOOR, {"nummer": number}, follow=True, **extra))


def type_code(client: Client, digits: str) -> Page:
    return Page(client.post(f"{DOOR}/code", {"code": digits}, follow=True))


def opened(client: Client, submission: Submission, settings) -> Page:
    ask(client, submission.ontvangstnummer)
    send_code(asked_id())
    return type_code(client, code_in(settings))


def test_with_number_and_code_one_sees_where_it_is_and_nothing_of_anybody(
    submission: Submission, settings
) -> None:
    client = Client()
    door = Page(client.get(DOOR))
    assert "Inloggen met DigiD" in door.text
    page = opened(client, submission, settings)
    for words in (
        f"Nummer {submission.ontvangstnummer}",
        "Het team burgerzaken verwerkt het",
        "Nog niet: Verwerkt",
        "088 000 01 00",
        "Inloggen met DigiD",
    ):
        assert words in page.text, words
    for private in ("Kerkstraat", "jo@example.nl", "1 december", "Zoë", "Iemand anders"):
        assert private not in page.html, private


def test_the_answer_is_the_same_whether_the_number_exists_or_not(submission: Submission) -> None:
    shown = []
    for number in (submission.ontvangstnummer, NOBODYS):
        client = Client()
        first = client.post(DOOR, {"nummer": number})
        page = Page(client.get(first["Location"]))
        wrong = Page(client.post(f"{DOOR}/code", {"code": "000000"}))
        shown.append((first["Location"], first.status_code, page.text, wrong.status, wrong.text))
    assert shown[0] == shown[1]
    assert NOBODYS not in str(shown)


def test_no_address_opens_anything(submission: Submission, settings) -> None:
    client = Client()
    opened(client, submission, settings)
    stranger = Client()
    for page in (f"{DOOR}/stand", f"{DOOR}/code"):
        assert stranger.get(page)["Location"] == DOOR
    cookie = client.cookies["gg_volgen_waterdam"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (DOOR, True, "Lax")


def test_the_code_works_only_where_it_was_asked_for(submission: Submission, settings) -> None:
    client, stranger = Client(), Client()
    ask(client, submission.ontvangstnummer)
    send_code(asked_id())
    ask(stranger, NOBODYS)
    assert "Deze code klopt niet" in type_code(stranger, code_in(settings)).text
    assert submission.ontvangstnummer in type_code(client, code_in(settings)).text


def test_after_five_wrong_codes_another_must_be_asked(submission: Submission, settings) -> None:
    client = Client()
    ask(client, submission.ontvangstnummer)
    send_code(asked_id())
    wrong = "000000" if code_in(settings) != "000000" else "000001"
    told = [type_code(client, wrong).text for _ in range(5)]
    assert "nog 4 keer" in told[0]
    assert "Vraag een nieuwe code aan" in told[4]
    assert submission.ontvangstnummer not in type_code(client, code_in(settings)).text


def test_a_number_that_cannot_be_is_told_so_and_costs_nothing(submission: Submission) -> None:
    for number in ("", "WT-1234-5678", "hallo", "\x00", "9" * 5000):
        page = ask(Client(), number)
        assert page.status == 422
        assert "Dat nummer kan niet kloppen" in page.text


def test_a_fourth_code_for_one_number_must_wait_also_from_elsewhere(
    submission: Submission,
) -> None:
    for number in (submission.ontvangstnummer, NOBODYS):
        pages = [ask(Client(), number, REMOTE_ADDR=f"192.0.2.{each}") for each in range(4)]
        assert [page.status for page in pages] == [200, 200, 200, 429]
        assert "Probeer het over 60 minuten opnieuw" in pages[3].text


def test_one_address_cannot_ask_on_and_on(
    submission: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = replace(follow.CODES_FROM_AN_ORIGIN, refill=1e-6)  # however long asking takes here
    monkeypatch.setattr(follow, "CODES_FROM_AN_ORIGIN", slow)
    numbers = [new_reference("Waterdam") for _ in range(12)]
    statuses = [ask(Client(), number).status for number in numbers]
    assert statuses == [200] * 10 + [429] * 2


def test_who_is_done_shuts_it_and_who_is_logged_in_goes_on(
    submission: Submission, settings, at_digid: AnyDigid
) -> None:
    client = Client()
    opened(client, submission, settings)
    client.post(f"{DOOR}/klaar")
    assert client.get(f"{DOOR}/stand")["Location"] == DOOR
    log_in(client)
    assert client.get(DOOR)["Location"] == "/waterdam/mijn"
