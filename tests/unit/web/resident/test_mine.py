# SPDX-License-Identifier: EUPL-1.2
""" "Mijn zaken" of who is logged in: their own matters, whole; and taking one back."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from tests.unit.casework.submissions.conftest import hand_in_a_move
from tests.unit.web.resident.conftest import TUESDAY, Page
from tests.unit.web.resident.test_log_in import PIETER, ZOE, AnyDigid, at_digid, log_in

from gemeengoed.access.operations import remember_person
from gemeengoed.accounts.models import User
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.casework.submissions.operations import close
from gemeengoed.casework.submissions.participants import Participant
from gemeengoed.gateways.zaken.shapes import Roltype
from gemeengoed.municipalities.models import Municipality
from gemeengoed.municipalities.operations import save_membership

__all__ = ["at_digid"]


def participant(bsn: str, roltype: Roltype) -> Participant:
    here = Municipality.objects.get(pk="waterdam")
    person = remember_person(municipality=here, bsn=bsn, actor="test")
    return Participant(person, roltype, "aangever", "Iemand", "Iemand")


def handed_in(*, by: str = PIETER, named: str = "", **changed) -> Submission:
    people = [participant(by, Roltype.INITIATOR)]
    people += [participant(named, Roltype.BELANGHEBBENDE)] if named else []
    here = Municipality.objects.get(pk="waterdam")
    return hand_in_a_move(here, participants=people, now=TUESDAY - timedelta(days=1), **changed)


@pytest.fixture
def client(at_digid: AnyDigid, settings, tmp_path: Path) -> Client:
    """Pieter, logged in."""
    settings.MAILBOX = tmp_path
    client = Client()
    log_in(client)
    return client


def look(client: Client, address: str) -> Page:
    return Page(client.get(address))


def address(submission: Submission, *more: str) -> str:
    return "/".join(["/waterdam/mijn", submission.ontvangstnummer, *more])


def test_a_matter_is_told_whole(client: Client) -> None:
    submission = handed_in()
    in_list = look(client, "/waterdam/mijn")
    assert submission.ontvangstnummer in in_list.text
    page = look(client, address(submission))
    for words in (
        f"Nummer {submission.ontvangstnummer}",
        "Het team burgerzaken verwerkt het, uiterlijk op donderdag 26 november 2026.",
        "Het team burgerzaken",
        "Ontvangen maandag 23 november 2026 om 10.30 uur",
        "Gedaan: Ontvangen door de gemeente",
        "Nog niet: Verwerkt, uiterlijk op donderdag 26 november 2026",
        "Er zijn nog geen berichten.",
        "Nieuw adres Kerkstraat 22, Waterdam",
        "Klopt er iets niet, of is er iets veranderd? Bel 088 000 01 00",
        "U kunt nu bellen met een collega: 088 000 01 00",
        "uitgelogd",
    ):
        assert words in page.text, words


def test_a_promise_that_was_not_kept_is_not_made_again(client: Client) -> None:
    submission = handed_in(term_days=0)
    page = look(client, address(submission))
    assert "Dit zou op maandag 23 november 2026 klaar zijn, en dat is niet gelukt." in page.text


def test_it_is_taken_back_after_a_question_and_told_what_was_done(client: Client) -> None:
    submission = handed_in()
    page = look(client, address(submission, "intrekken"))
    assert "Wilt u de verhuizing intrekken?" in page.text
    submission.refresh_from_db()
    assert submission.state == State.ACCEPTED  # looking changes nothing
    after = Page(client.post(address(submission, "intrekken"), follow=True))
    assert "Het is ingetrokken. Wij doen er niets meer mee." in after.text
    assert "e-mail op jo@example.nl" in after.text
    submission.refresh_from_db()
    assert submission.state == State.WITHDRAWN
    assert "Intrekken" not in look(client, address(submission)).text


def test_taken_back_twice_is_told_and_changes_nothing(client: Client) -> None:
    submission = handed_in()
    client.post(address(submission, "intrekken"))
    again = Page(client.post(address(submission, "intrekken")))
    assert again.status == 409
    assert "Dit is al ingetrokken, op dinsdag 24 november 2026." in again.text
    assert submission.deliveries.filter(step="withdrawal_mail").count() == 1


def test_what_was_dealt_with_cannot_be_taken_back_any_more(client: Client) -> None:
    submission = handed_in()
    anja = User.objects.create_user("anja@waterdam.example", display_name="Anja")
    here = Municipality.objects.get(pk="waterdam")
    save_membership(municipality=here, user=anja, roles=["medewerker"], mandates=[], actor="test")
    close(submission=submission, resultaat="Verwerkt", by=anja, now=TUESDAY)
    refused = Page(client.post(address(submission, "intrekken")))
    assert refused.status == 409
    assert "op dinsdag 24 november 2026 afgehandeld. Intrekken kan daarom niet" in refused.text
    assert "Het resultaat is: verwerkt." in look(client, address(submission)).text
    submission.refresh_from_db()
    assert submission.state == State.CLOSED


def test_the_matter_of_somebody_else_is_not_there(client: Client) -> None:
    submission = handed_in(by=ZOE)
    assert submission.ontvangstnummer not in look(client, "/waterdam/mijn").text
    for where in (address(submission), address(submission, "intrekken")):
        assert client.get(where).status_code == 404
    assert client.post(address(submission, "intrekken")).status_code == 404
    submission.refresh_from_db()
    assert submission.state == State.ACCEPTED


def test_who_is_named_in_it_sees_where_it_is_and_cannot_take_it_back(client: Client) -> None:
    submission = handed_in(by=ZOE, named=PIETER)
    page = look(client, address(submission))
    assert "Iemand anders heeft dit doorgegeven" in page.text
    assert "Kerkstraat" not in page.text
    assert "Intrekken" not in page.text
    assert client.post(address(submission, "intrekken")).status_code == 404


def test_without_logging_in_one_is_led_there_and_back_to_the_matter(
    client: Client, at_digid: AnyDigid
) -> None:
    submission = handed_in()
    stranger = Client()
    page = stranger.get(address(submission), follow=True)
    assert log_in(stranger, page.context["start"])["Location"] == address(submission)
