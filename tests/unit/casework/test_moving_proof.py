# SPDX-License-Identifier: EUPL-1.2
"""A contract that is sent along with a move: from the question to the colleague, until it goes."""

import io
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.unit.casework.test_moving_effects import Resident, last_messages, somebody
from tests.unit.files.making import EXE, JPEG, PDF, Scanner

from gemeengoed.access.errors import TooManyError
from gemeengoed.access.log_ins.operations import begin_session
from gemeengoed.accounts.models import User
from gemeengoed.casework.moving_proof import uploads_in
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, State, Submission
from gemeengoed.casework.submissions.operations import empty_over
from gemeengoed.casework.submissions.operations_lifting import lift_out
from gemeengoed.casework.submissions.queries import files_of
from gemeengoed.conversations import operations_files
from gemeengoed.conversations.errors import NoFileAskedError
from gemeengoed.conversations.models import Event
from gemeengoed.conversations.operations import erase_conversation
from gemeengoed.conversations.operations_files import SentFile, post_file, scan_what_waits
from gemeengoed.files import scanning
from gemeengoed.files.errors import FileRefusedError, Why
from gemeengoed.files.models import Upload
from gemeengoed.gateways.adressen.registry import register_of
from gemeengoed.gateways.brp.models import DemoPerson
from gemeengoed.municipalities.models import Membership, Municipality

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("demo_municipalities"),
]


@pytest.fixture(autouse=True)
def scanner() -> Iterator[Scanner]:
    before, ours = scanning.scanner(), Scanner()
    scanning.supply_scanner(ours)
    yield ours
    scanning.supply_scanner(before)


class Sender(Resident):
    """A resident who can send files."""

    def sends(self, content: bytes = PDF, name: str = "contract.pdf", key: str = "") -> list[Any]:
        sent = SentFile(
            client_id=key or uuid.uuid4().hex,
            name=name,
            size=len(content),
            content=io.BytesIO(content),
        )
        return post_file(
            municipality="waterdam",
            conversation=self.opened.conversation,
            token=self.token,
            origin="198.51.100.1",
            sent=sent,
        )


def lived_in() -> str:
    """An address in Waterdam at which somebody else is registered, as one types it."""
    other = DemoPerson.objects.filter(municipality_id="waterdam").exclude(bond="").first()
    assert other is not None
    home = register_of("waterdam").by_id("waterdam", other.address_id)
    assert home is not None
    return f"{home.street} {home.number}{home.addition} in {home.place}"


def at_the_proof() -> Sender:
    """Up to the question for the contract."""
    sender = Sender()
    sender.says(f"ik verhuis 1 december naar {lived_in()}, alleen ik")
    sender.person = sender.logs_in(somebody(bond="").bsn)  # type: ignore[attr-defined]
    for _ in range(3):
        step = last_messages(sender)[-1]["input"]["name"]
        if step == "bewijs":
            return sender
        sender.says(choice={"toestemming": "contract", "wie": "alleen"}[step])
    raise AssertionError(last_messages(sender)[-1])


def to_the_receipt(sender: Sender) -> Submission:
    sender.says(choice="klaar")
    sender.says(choice="overslaan")
    sender.says(choice="overslaan")
    assert sender.says(action="confirm")[-1]["kind"] == "receipt"
    return Submission.objects.get()


def browser_of(sender: Sender) -> Client:
    """Logged in, with the cookies of the talk."""
    client = Client()
    begun = begin_session(
        municipality=Municipality.objects.get(pk="waterdam"),
        person=sender.person,  # type: ignore[attr-defined]
        level="midden",
    )
    client.cookies["gg_inwoner_waterdam"] = begun.token
    client.cookies["gg_gesprek_waterdam"] = f"{sender.opened.conversation}.{sender.token}"
    return client


def colleague(slug: str = "waterdam") -> tuple[User, Client]:
    user = User.objects.create_user(f"anja@{slug}.example")
    Membership.objects.create(municipality_id=slug, user=user, roles=["medewerker"])
    client = Client()
    client.force_login(user)
    return user, client


def test_files_travel_with_what_is_handed_in() -> None:
    sender = at_the_proof()
    sender.sends(PDF, "contract.pdf")
    sender.sends(JPEG, "handtekening.png")
    submission = to_the_receipt(sender)
    names = ["contract.pdf", "handtekening.jpg"]
    assert [file.name for file in files_of(submission)] == names
    assert uploads_in(submission.answers) == tuple(file.pk for file in files_of(submission))
    assert ["Contract of ander bewijs", ", ".join(names)] in submission.display


def test_a_file_is_taken_once_however_often_it_is_sent() -> None:
    sender = at_the_proof()
    first = sender.sends(key="a")
    assert sender.sends(key="a") == first
    assert Upload.objects.count() == 1


def test_a_program_called_pdf_is_refused_and_the_question_stays() -> None:
    sender = at_the_proof()
    with pytest.raises(FileRefusedError) as error:
        sender.sends(EXE)
    assert error.value.why is Why.WRONG_TYPE
    assert last_messages(sender)[-1]["input"]["name"] == "bewijs"


def test_without_a_question_for_it_no_file_is_taken() -> None:
    with pytest.raises(NoFileAskedError):
        Sender().sends()
    assert not Upload.objects.exists()


def test_a_number_of_a_person_in_the_name_is_not_kept() -> None:
    sender = at_the_proof()
    bsn = somebody(bond="").bsn
    sender.sends(name=f"contract {bsn}.pdf")
    assert bsn not in Upload.objects.get().name
    assert not [e for e in Event.objects.all() if bsn in str(e.body)]


def test_one_talk_cannot_send_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    few = operations_files.Limit("upload_talk", capacity=1, refill=1 / 3600)
    monkeypatch.setattr(operations_files, "PER_CONVERSATION", few)
    sender = at_the_proof()
    sender.sends()
    with pytest.raises(TooManyError):
        sender.sends()


def test_what_waits_is_told_and_a_virus_that_is_found_later_too(scanner: Scanner) -> None:
    scanner.is_down = True
    sender = at_the_proof()
    said = sender.sends(PDF + b"virus")
    assert any("nog niet gecontroleerd" in message["text"] for message in said)
    scanner.is_down = False
    assert scan_what_waits() == 1
    notice = Event.objects.order_by("-seq").first()
    assert notice is not None
    assert "weggegooid" in notice.body["text"]


def test_erasing_the_talk_takes_what_was_not_handed_in() -> None:
    sender = at_the_proof()
    sender.sends()
    erase_conversation(
        municipality="waterdam", conversation=sender.opened.conversation, token=sender.token
    )
    assert not Upload.objects.exists()


def test_what_was_handed_in_stays_until_the_matter_is_emptied(settings) -> None:
    sender = at_the_proof()
    sender.sends()
    submission = to_the_receipt(sender)
    erase_conversation(
        municipality="waterdam", conversation=sender.opened.conversation, token=sender.token
    )
    assert empty_over(keep=timedelta(days=365)) == 0
    assert len(files_of(submission)) == 1
    long_ago = settings.CLOCK.now() - timedelta(days=366)
    Submission.objects.update(state=State.CLOSED, resultaat="Verwerkt", closed_at=long_ago)
    Delivery.objects.update(state=DeliveryState.DELIVERED)
    assert empty_over(keep=timedelta(days=365)) == 1
    assert not Upload.objects.exists()


def test_the_page_takes_a_file_and_gives_it_back_to_who_sent_it_only() -> None:
    sender = at_the_proof()
    client = browser_of(sender)
    page = client.get("/waterdam/chat").content.decode()
    assert 'enctype="multipart/form-data"' in page
    assert 'accept="application/pdf,image/jpeg,image/png"' in page
    file = SimpleUploadedFile("contract.pdf", PDF)
    sent = client.post("/waterdam/chat/bestand", {"file": file}, follow=True)
    assert "contract.pdf" in sent.content.decode()
    address = f"/waterdam/chat/bestand/{Upload.objects.get().pk}"
    assert f'href="{address}"' in sent.content.decode()
    answer = client.get(address)
    assert answer.content == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="contract.pdf"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Client().get(address).status_code == 404
    del client.cookies["gg_inwoner_waterdam"]
    assert client.get(address).status_code == 403


def test_the_page_says_why_a_file_is_refused() -> None:
    client = browser_of(at_the_proof())
    wrong = SimpleUploadedFile("contract.pdf", EXE)
    answer = client.post("/waterdam/chat/bestand", {"file": wrong})
    assert answer.status_code == 422
    assert "geen pdf of foto" in answer.content.decode()
    nothing = client.post("/waterdam/chat/bestand", {})
    assert "geen bestand gekozen" in nothing.content.decode()
    big = client.get("/waterdam/chat?bestand=te-groot")
    assert (big.status_code, "hooguit 10 MB" in big.content.decode()) == (413, True)


def test_staff_get_it_on_the_page_of_the_taak_when_it_is_clean(
    scanner: Scanner, settings: Any
) -> None:
    scanner.is_down = True
    sender = at_the_proof()
    sender.sends()
    submission = to_the_receipt(sender)
    anja, client = colleague()
    now = settings.CLOCK.now()
    lifted = lift_out(submission=submission, reason="adres", note="", by=anja, now=now)
    taak = f"/waterdam/werk/taken/{lifted.pk}"
    file = f"/waterdam/werk/bestanden/{Upload.objects.get().pk}"
    assert "wacht op controle" in client.get(taak).content.decode()
    assert client.get(file).status_code == 409
    scanner.is_down = False
    scan_what_waits()
    for page in (taak, f"/waterdam/werk/verwerken/{submission.pk}"):
        assert f'href="{file}"' in client.get(page).content.decode()
    assert client.get(file).content == PDF
    _, elsewhere = colleague("oostermark")
    assert elsewhere.get(file).status_code == 404
    assert Client().get(file).status_code == 302
