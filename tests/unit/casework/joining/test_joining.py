# SPDX-License-Identifier: EUPL-1.2
"""An unmarried partner who comes along: asked by a link, declares it themselves, or does not."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.unit.casework.test_moving_effects import (
    Resident,
    answered_to_the_summary,
    last_messages,
)

from gemeengoed.access.log_ins.operations import begin_session
from gemeengoed.access.models import OneTimeLink
from gemeengoed.access.operations import remember_person
from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.joining.models import Answer, Joiner
from gemeengoed.casework.joining.operations import forget_joiners
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.operations_ending import withdraw
from gemeengoed.conversations.models import Event
from gemeengoed.gateways.brp.models import Behaviour
from gemeengoed.gateways.brp.operations import set_behaviour
from gemeengoed.municipalities.models import Municipality

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("demo_municipalities"),
]
ROOS, BRAM, ANOTHER = "999901631", "999901692", "999901436"  # Roos and Bram are not married
LINK = re.compile(r"/waterdam/samen/[\w-]+")


def handed_in_together() -> tuple[Resident, str]:
    """Roos hands in her move with Bram and their child; gives the link for Bram."""
    roos = Resident()
    roos.says("ik verhuis 1 december naar kerkstraat 22 in waterdam")
    roos.logs_in(ROOS)
    messages = roos.says(choice="iedereen")
    assert messages[-1]["input"]["name"] == "machtiging"
    answered_to_the_summary(roos, roos.says(choice="link"))
    said = roos.says(action="confirm")
    assert [message["kind"] for message in said[1:]] == ["receipt", "notice"]
    found = LINK.search(said[-1]["text"])
    assert found is not None
    return roos, found.group()


def logged_in(bsn: str) -> Client:
    waterdam = Municipality.objects.get(pk="waterdam")
    person = remember_person(municipality=waterdam, bsn=bsn, actor="resident")
    client = Client()
    begun = begin_session(municipality=waterdam, person=person, level="midden")
    client.cookies["gg_inwoner_waterdam"] = begun.token
    return client


def words(answer: Any) -> str:
    return str(answer.content.decode())


def notices(resident: Resident) -> list[str]:
    found = Event.objects.filter(conversation_id=resident.opened.conversation, kind="notice")
    return [event.body["text"] for event in found.order_by("seq")]


def test_who_is_in_order_is_handed_in_at_once_without_the_one_who_follows() -> None:
    handed_in_together()
    submission = Submission.objects.get()
    assert submission.outcome == "direct"
    told = {each["relation"]: each["outcome"] for each in submission.participants}
    assert told == {"aangever": "", "kind": "direct", "medebewoner": "machtiging_nodig"}
    joiner = Joiner.objects.get()
    assert (joiner.name, joiner.answer) == ("Bram Postma", Answer.NONE)


def test_yes_makes_a_declaration_of_their_own_and_is_told_to_who_asked() -> None:
    roos, link = handed_in_together()
    bram = logged_in(BRAM)
    page = words(bram.get(link))
    assert "Roos van der Meulen" in page
    assert "Kerkstraat 22" in page
    assert "1 december 2026" in page
    assert "Thijs" not in page
    answer = bram.post(link, {"antwoord": "ja", "email": "bram@example.nl"})
    own = Submission.objects.exclude(pk=Joiner.objects.get().submission_id).get()
    assert own.ontvangstnummer in words(answer)
    assert [each["name"] for each in own.participants] == ["Bram Postma"]
    assert own.outcome == "direct"
    assert own.answers["samen_met"] == Joiner.objects.get().submission.ontvangstnummer
    assert own.eigenschappen == {"datumVerhuizing": "2026-12-01"}
    assert own.email == "bram@example.nl"
    assert "Bram Postma heeft de verhuizing zelf bevestigd" in notices(roos)[-1]
    assert own.ontvangstnummer in notices(roos)[-1]
    assert "zelf bevestigd" in words(logged_in(ROOS).get("/waterdam/mijn"))
    assert own.ontvangstnummer in words(bram.get("/waterdam/mijn"))


def test_no_is_told_without_a_reason_and_nothing_is_handed_in() -> None:
    roos, link = handed_in_together()
    answer = logged_in(BRAM).post(link, {"antwoord": "nee"})
    assert "nee" in words(answer)
    assert Submission.objects.count() == 1
    assert "niet bevestigd" in notices(roos)[-1]


def test_the_wrong_person_sees_nothing_and_uses_nothing_up() -> None:
    _, link = handed_in_together()
    for other in (logged_in(ANOTHER), logged_in(ROOS)):
        for answer in (other.get(link), other.post(link, {"antwoord": "ja"})):
            assert answer.status_code == 403
            assert "niet voor" in words(answer)
            for secret in ("Kerkstraat", "Bram", "Postma", "Meulen"):
                assert secret not in words(answer)
    assert logged_in(BRAM).get(link).status_code == 200
    assert Submission.objects.count() == 1


def test_nobody_who_is_not_logged_in_sees_anything() -> None:
    _, link = handed_in_together()
    answer = Client().get(link)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/waterdam/inloggen?verder=")


def test_who_has_not_answered_yet_does_not_find_the_move_of_another_in_mijn_zaken() -> None:
    handed_in_together()
    number = Submission.objects.get().ontvangstnummer
    assert number in words(logged_in(ROOS).get("/waterdam/mijn"))
    assert number not in words(logged_in(BRAM).get("/waterdam/mijn"))


def test_the_second_time_it_is_told_that_it_is_done() -> None:
    _, link = handed_in_together()
    bram = logged_in(BRAM)
    bram.post(link, {"antwoord": "ja"})
    for answer in (bram.post(link, {"antwoord": "ja"}), bram.get(link)):
        assert "al gedaan" in words(answer)
    assert bram.post(link, {"antwoord": "nee"}).status_code == 200
    assert Submission.objects.count() == 2
    assert Joiner.objects.get().answer == Answer.YES


def test_a_link_that_is_over_or_made_up_opens_nothing() -> None:
    _, link = handed_in_together()
    OneTimeLink.objects.update(valid_until=timezone.now() - timedelta(seconds=1))
    bram = logged_in(BRAM)
    for address in (link, "/waterdam/samen/verzonnen"):
        assert bram.get(address).status_code == 404
    assert bram.post(link, {"antwoord": "ja"}).status_code == 404


def test_what_was_withdrawn_cannot_be_followed(settings: Any) -> None:
    _, link = handed_in_together()
    withdraw(submission=Submission.objects.get(), now=settings.CLOCK.now())
    answer = logged_in(BRAM).get(link)
    assert answer.status_code == 404
    assert "Kerkstraat" not in words(answer)


def test_a_brp_that_is_down_is_told_and_the_link_stays() -> None:
    _, link = handed_in_together()
    bram = logged_in(BRAM)
    set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
    assert bram.post(link, {"antwoord": "ja"}).status_code == 503
    set_behaviour(municipality="waterdam", behaviour=Behaviour.NORMAL)
    assert "Doorgegeven" in words(bram.post(link, {"antwoord": "ja"}))


def test_confirming_the_same_summary_again_asks_once() -> None:
    roos, link = handed_in_together()
    roos.says(action="confirm")
    assert Joiner.objects.count() == 1
    assert logged_in(BRAM).get(link).status_code == 200


def test_who_asked_makes_a_new_link_and_may_have_it_mailed(settings: Any, tmp_path: Any) -> None:
    settings.MAILBOX = tmp_path
    _, link = handed_in_together()
    OneTimeLink.objects.update(made_at=timezone.now() - timedelta(hours=1))
    roos = logged_in(ROOS)
    again = f"/waterdam/mijn/samen/{Joiner.objects.get().pk}"
    assert again in words(roos.get("/waterdam/mijn"))
    assert logged_in(BRAM).get(again).status_code == 404
    page = words(roos.post(again, {"email": "bram@example.nl"}))
    new = LINK.search(page)
    assert new is not None
    assert new.group() != link
    (letter,) = (tmp_path / "waterdam").glob("*.eml")
    assert "bram@example.nl" in letter.read_text()
    assert "2026" in letter.read_text()
    bram = logged_in(BRAM)
    assert bram.get(link).status_code == 404
    assert bram.get(new.group()).status_code == 200
    assert roos.post(again, {"email": "geen adres"}).status_code == 422


def test_a_brief_of_authorisation_needs_no_link() -> None:
    roos = Resident()
    roos.says("ik verhuis 1 december naar kerkstraat 22 in waterdam")
    roos.logs_in(ROOS)
    roos.says(choice="iedereen")
    messages = roos.says(choice="schriftelijk")
    assert messages[-1]["input"]["type"] == "file"
    answered_to_the_summary(roos, roos.says(choice="later"))
    assert roos.says(action="confirm")[-1]["kind"] == "receipt"
    assert not Joiner.objects.exists()
    assert len(Submission.objects.get().participants) == 3
    assert last_messages(roos)


def test_what_was_asked_is_forgotten_and_what_was_declared_stays(settings: Any) -> None:
    _, link = handed_in_together()
    logged_in(BRAM).post(link, {"antwoord": "ja"})
    assert forget_joiners(keep=timedelta(days=90)) == 0
    Joiner.objects.update(answered_at=settings.CLOCK.now() - timedelta(days=91))
    assert forget_joiners(keep=timedelta(days=90)) == 1
    assert Submission.objects.count() == 2
    actions = {"joiner.asked", "joiner.said_yes", "joiner.forgotten"}
    assert actions <= set(AuditRecord.objects.values_list("action", flat=True))
