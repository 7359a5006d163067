# SPDX-License-Identifier: EUPL-1.2
""" "No longer needed": an interne_taak that its resident takes back on Mijn zaken."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.unit.web.resident.conftest import TUESDAY, Page
from tests.unit.web.resident.test_log_in import ZOE, AnyDigid, at_digid, from_chat, in_conversation
from tests.unit.web.resident.test_mine import look

from gemeengoed.accounts.models import User
from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.operations import finish, open_interne_taak
from gemeengoed.casework.operations_assigning import take_up
from gemeengoed.casework.operations_contacts import plan_call
from gemeengoed.casework.queries import finished_taken, history_of
from gemeengoed.municipalities.models import Municipality
from gemeengoed.municipalities.operations import save_membership

__all__ = ["at_digid"]


def asked(client: Client, kind: str = "terugbelverzoek") -> InterneTaak:
    """One that was asked for in the talk in which this browser then logged in."""
    taak = open_interne_taak(
        municipality=Municipality.objects.get(pk="waterdam"),
        kind=kind,
        topic="gesprek-medewerker",
        term_days=2,
        answers={"telefoon": "+31612345678"},
        display={"Telefoonnummer": "06 12345678"},
        origin_key=f"wens-{kind}",
        conversation_id=in_conversation(client),
        now=TUESDAY,
    )
    from_chat(client)
    return taak


def anja() -> User:
    user = User.objects.create_user("anja@waterdam.example", display_name="Anja")
    here = Municipality.objects.get(pk="waterdam")
    save_membership(municipality=here, user=user, roles=["medewerker"], mandates=[], actor="test")
    return user


def address(taak: InterneTaak, *more: str) -> str:
    return "/".join(["/waterdam/mijn", taak.reference, *more])


def take_back(client: Client, taak: InterneTaak, why: str = "") -> Page:
    return Page(client.post(address(taak, "intrekken"), {"waarom": why}, follow=True))


@pytest.fixture
def client(at_digid: AnyDigid) -> Client:
    return Client()


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("terugbelverzoek", "terugbelverzoek"),
        ("verzoek_uitzondering", "verzoek om een uitzondering"),
        ("melding_straatverlichting", "melding straatverlichting"),
    ],
)
def test_what_is_not_needed_any_more_ends_with_the_reason(
    client: Client, kind: str, called: str
) -> None:
    taak = asked(client, kind)
    assert "Intrekken" in look(client, address(taak)).text
    page = look(client, address(taak, "intrekken"))
    assert f"Is dit niet meer nodig: {called}?" in page.text
    assert "waarom" in page.fields
    taak.refresh_from_db()
    assert taak.status == "open"  # looking changes nothing
    after = take_back(client, taak, "de buurman hielp al, mijn bsn is 999900328")
    assert "Het is ingetrokken. Wij doen er niets meer mee." in after.text
    taak.refresh_from_db()
    assert (taak.status, taak.result) == ("afgehandeld", "ingetrokken")
    assert taak.note.startswith("de buurman hielp al")
    assert "999900328" not in taak.note


def test_the_colleague_who_would_call_sees_that_and_why_and_it_is_written_down(
    client: Client,
) -> None:
    taak, colleague = asked(client), anja()
    take_up(taak=taak, by=colleague, now=TUESDAY)
    plan_call(taak=taak, by=colleague, at=TUESDAY + timedelta(hours=2), now=TUESDAY)
    take_back(client, taak, "al geregeld")
    (done,) = finished_taken("waterdam", on=TUESDAY.date())
    assert (done.pk, done.note, done.planned_at) == (taak.pk, "al geregeld", None)
    last = history_of(done)[-1]
    assert (last.kind, last.by) == ("finished", None)
    written = AuditRecord.objects.get(
        action="interne_taak.finished", subject=f"interne_taak:{taak.pk}"
    )
    assert written.actor == "resident"
    assert "al geregeld" not in str(written.details)


def test_what_a_colleague_finished_first_stays_as_it_is(client: Client) -> None:
    taak = asked(client, "verzoek_uitzondering")
    finish(taak=taak, by=anja(), result="gemaild_vervolg_nodig", note="gemaild", now=TUESDAY)
    refused = take_back(client, taak, "te laat")
    assert refused.status == 409
    assert "afgehandeld. Intrekken kan daarom niet meer." in refused.text
    taak.refresh_from_db()
    assert (taak.result, taak.note) == ("gemaild_vervolg_nodig", "gemaild")
    assert "Intrekken</a>" not in look(client, address(taak)).html


def test_twice_is_told_and_the_first_reason_stays(client: Client) -> None:
    taak = asked(client)
    take_back(client, taak, "eerst")
    assert take_back(client, taak, "daarna").status == 409
    taak.refresh_from_db()
    assert taak.note == "eerst"


def test_a_reason_that_is_too_long_is_cut_and_nothing_is_refused(client: Client) -> None:
    taak = asked(client)
    take_back(client, taak, "x" * 5000)
    taak.refresh_from_db()
    assert taak.note == "x" * 300


def test_nobody_takes_back_what_another_asked(client: Client, at_digid: AnyDigid) -> None:
    taak = asked(client)
    at_digid.bsn = ZOE
    stranger = Client()
    in_conversation(stranger)
    from_chat(stranger)
    assert stranger.post(address(taak, "intrekken")).status_code == 404
    taak.refresh_from_db()
    assert taak.status == "open"
