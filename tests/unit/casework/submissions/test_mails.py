# SPDX-License-Identifier: EUPL-1.2
"""What the resident reads: everything that a receipt must tell, in the municipality's own voice."""

import email
import email.policy
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.urls import reverse
from tests.unit.casework.submissions.conftest import (
    BSNS,
    NIGHT,
    Moment,
    hand_in_a_move,
    mails,
    town,
)

from gemeengoed.accounts.models import User
from gemeengoed.casework.submissions.models import DeliveryState, Submission
from gemeengoed.casework.submissions.operations import close, return_with_question, withdraw
from gemeengoed.casework.submissions.outbox import mail_steps
from gemeengoed.casework.submissions.outbox.running import deliver
from gemeengoed.casework.submissions.queries import stuck
from gemeengoed.content.queries import edition_of

Move = Callable[..., Submission]
LATER = NIGHT + timedelta(hours=7)


def received(settings: Any, slug: str = "waterdam") -> dict[str, EmailMessage]:
    """First word of the subject -> mail."""
    found = {}
    for path in mails(settings, slug):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        found[message["Subject"].split(":")[0].split()[0]] = message
    return found


def text_of(message: EmailMessage) -> str:
    return str(message.get_content()).replace("\r\n", "\n")


class TestReceipt:
    def test_it_tells_number_moment_copy_what_follows_and_how_to_change(
        self, move: Move, settings: Any
    ) -> None:
        submission = move()
        deliver(submission.pk)
        message = received(settings)["Ontvangen"]
        text = text_of(message)
        assert message["To"] == "jo@example.nl"
        assert message["From"] == "Gemeente Waterdam <info@waterdam.example>"
        assert message["Date"].datetime == NIGHT
        assert submission.ontvangstnummer in message["Subject"]
        assert f"ontvangstnummer is {submission.ontvangstnummer}." in text
        assert "op maandag 23 november 2026 om 3.05 uur" in text
        assert "Verhuisdatum: 1 december 2026\nNieuw adres: Kerkstraat 22, Waterdam\n" in text
        assert "Uiterlijk op donderdag 26 november 2026" in text
        assert "088 000 01 00" in text
        assert "intrekken" in text
        (address,) = re.findall(r"http\S+", text)
        assert address == settings.PUBLIC_URL + reverse("resident:follow", args=["waterdam"])
        assert all(bsn not in text for bsn in BSNS)

    def test_who_must_be_called_first_is_told_so(self, move: Move, settings: Any) -> None:
        deliver(move(outcome="bellen").pk)
        text = text_of(received(settings)["Ontvangen"])
        assert "Een medewerker kijkt er eerst naar" in text
        assert "is het verwerkt" not in text

    @pytest.mark.parametrize(
        ("slug", "voice", "other"), [("waterdam", "uw", "je"), ("heidewoud", "je", "uw")]
    )
    def test_it_speaks_as_the_municipality_does(
        self,
        published: None,
        db: None,
        moment: Moment,
        settings: Any,
        slug: str,
        voice: str,
        other: str,
    ) -> None:
        deliver(hand_in_a_move(town(slug)).pk)
        words = re.findall(r"\w+", text_of(received(settings, slug)["Ontvangen"]).lower())
        assert voice in words
        assert other not in words

    def test_who_gave_no_address_gets_none(self, move: Move, settings: Any) -> None:
        deliver(move(email="").pk)
        assert mails(settings) == []

    def test_signs_of_the_markup_in_what_was_typed_stay_as_they_are(
        self, move: Move, settings: Any
    ) -> None:
        deliver(move(display={"Opmerking": "{gemeente.naam} {a|b} *x* <b>"}).pk)
        assert "Opmerking: {gemeente.naam} {a|b} *x* <b>" in text_of(
            received(settings)["Ontvangen"]
        )

    def test_a_municipality_without_an_address_to_send_from_is_for_a_person_to_mend(
        self, move: Move, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whole = edition_of("waterdam")
        contact = replace(whole.municipality.contact, email="")
        without = replace(whole, municipality=replace(whole.municipality, contact=contact))
        monkeypatch.setattr(mail_steps, "edition_of", lambda _: without)
        submission = move()
        deliver(submission.pk)
        assert [each.step for each in stuck("waterdam")] == ["receipt_mail"]
        assert submission.deliveries.get(step="status").state == DeliveryState.DELIVERED


def test_each_end_and_each_question_has_its_own_words(
    move: Move, anja: User, moment: Moment, settings: Any
) -> None:
    moment.now = LATER
    closed, withdrawn = move(), move(origin_key="b")
    return_with_question(submission=closed, question="Welk huisnummer?", by=anja, now=LATER)
    close(submission=closed, resultaat="Niet verwerkt", by=anja, now=LATER)
    withdraw(submission=withdrawn, now=LATER)
    deliver(closed.pk)
    deliver(withdrawn.pk)
    told = received(settings)
    assert set(told) == {"Ontvangen", "Vraag", "Afgehandeld", "Ingetrokken"}
    assert "Het resultaat is: niet verwerkt." in text_of(told["Afgehandeld"])
    assert closed.ontvangstnummer in text_of(told["Afgehandeld"])
    assert "\nWelk huisnummer?\n" in text_of(told["Vraag"])
    assert withdrawn.ontvangstnummer in text_of(told["Ingetrokken"])
    assert told["Afgehandeld"]["Date"].datetime == LATER
