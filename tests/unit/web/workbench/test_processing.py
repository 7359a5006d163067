# SPDX-License-Identifier: EUPL-1.2
"""The processing list: one on a screen, what is told of it, and what a colleague does with it."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.unit.casework.submissions.conftest import hand_in_a_move
from tests.unit.web.workbench.conftest import MONDAY
from tests.unit.web.workbench.pages import WORK, text

from gemeengoed.accounts.models import User
from gemeengoed.audit.models import AuditRecord
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.casework.submissions.operations_ending import withdraw
from gemeengoed.casework.submissions.operations_processing import look_at, process
from gemeengoed.municipalities.models import Municipality

LIST = f"{WORK}/verwerken"
NIGHT = MONDAY - timedelta(hours=7)
ACTS = {
    "verwerkt": {},
    "vraag": {"question": "Welk huisnummer?"},
    "eruit": {"reason": "twijfel", "note": "Vreemd"},
    "antwoord": {"answer": "22 A"},
}
Move = Callable[..., Submission]


@pytest.fixture
def move(waterdam: Municipality) -> Move:
    """One more in the list, behind those that are there."""

    def handed_in(**changed: Any) -> Submission:
        number = Submission.objects.count()
        wanted = {"now": NIGHT + timedelta(minutes=number), "conversation_id": uuid4()}
        return hand_in_a_move(waterdam, origin_key=str(number), **{**wanted, **changed})

    return handed_in


def address(submission: Submission, act: str = "", gemeente: str = "waterdam") -> str:
    return f"/{gemeente}/werk/verwerken/{submission.pk}" + (f"/{act}" if act else "")


def look(browser: Client, submission: Submission) -> str:
    return text(browser.get(address(submission)))


def send(browser: Client, submission: Submission, act: str, **fields: Any) -> Any:
    """As a browser does it: the form must stand on the page, and its token goes along."""
    return post(browser, look(browser, submission), submission, act, **fields)


def post(browser: Client, opened: str, submission: Submission, act: str, **fields: Any) -> Any:
    """From a page that was opened, perhaps a while ago."""
    found = re.search(rf'<form method="post" action="{address(submission, act)}"', opened)
    assert found, f"no form for {act}"
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', opened[found.start() :])
    assert token
    return browser.post(address(submission, act), {"csrfmiddlewaretoken": token[1], **fields})


class TestTheScreen:
    def test_all_that_must_be_booked_or_checked_stands_on_it(
        self, browser: Client, move: Move
    ) -> None:
        registered = [("Adres volgens de BRP", "Lindelaan 8, 1994 AB Waterdam")]
        seen = look(browser, move(registered=[*registered, ("Straks", "3 personen")]))
        for told in (
            "Jo Jansen",
            "echtgenoot",
            "Kim Jansen",
            "Lindelaan 8, 1994 AB Waterdam",
            "Kerkstraat 22, 1994 AB Waterdam",
            "dinsdag 1 december 2026",
            "Over 8 dagen",
            "met DigiD, maandag 23 november om 03.15 uur",
            "3 personen",
            "0612345678",
            "jo@example.nl",
            "1</strong> van 1",
        ):
            assert told in seen

    def test_of_one_that_was_declared_too_late_it_tells_which_day_to_book_and_why(
        self, browser: Client, move: Move
    ) -> None:
        seen = look(browser, move(eigenschappen={"datumVerhuizing": "2026-11-02"}))
        assert "<strong>maandag 23 november 2026</strong>" in seen
        assert "Te laat doorgegeven: de dag van de aangifte telt (Wet BRP 2.20)" in seen
        assert "Zelf genoemd: maandag 2 november 2026" in seen

    def test_what_a_resident_typed_is_shown_as_it_is(self, browser: Client, move: Move) -> None:
        submission = move(display={"Opmerking": "<script>alert(1)</script> 'x'"})
        page = browser.get(address(submission)).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page

    def test_no_bsn_stands_on_it(self, browser: Client, move: Move) -> None:
        assert not re.search(r"\b9999\d{5}\b", look(browser, move()))

    def test_the_talk_is_read_only_on_demand_and_that_is_recorded(
        self, browser: Client, move: Move, anja: User
    ) -> None:
        submission = move()
        look(browser, submission)
        assert not AuditRecord.objects.filter(action="conversation.read").exists()
        browser.get(f"{address(submission)}?gesprek=ja")
        record = AuditRecord.objects.get(action="conversation.read")
        assert record.actor == f"user:{anja.pk}"
        assert record.subject == f"conversation:{submission.conversation_id}"
        assert record.reason == f"verwerken {submission.ontvangstnummer}"

    def test_a_colleague_who_has_it_open_too_is_named(
        self, browser: Client, move: Move, bilal: User
    ) -> None:
        submission = move()
        look_at(submission=submission, by=bilal, now=MONDAY)
        assert "Bilal heeft deze nu ook open." in look(browser, submission)


class TestActing:
    def test_done_leads_to_the_next_and_after_the_last_to_the_list(
        self, browser: Client, move: Move
    ) -> None:
        first, second = move(), move()
        answer = send(browser, first, "verwerkt")
        assert answer.url == address(second)
        assert "1</strong> van 1" in look(browser, second)
        answer = send(browser, second, "verwerkt")
        assert answer.url == LIST
        assert "Alles is verwerkt." in text(browser.get(LIST))
        assert {each.state for each in Submission.objects.all()} == {State.CLOSED}

    def test_skipping_leaves_it_and_leads_on(self, browser: Client, move: Move) -> None:
        first, second = move(), move()
        assert f'href="{LIST}/volgende?na={first.pk}"' in look(browser, first)
        assert browser.get(f"{LIST}/volgende?na={first.pk}").url == address(second)
        answer = browser.get(f"{LIST}/volgende?na={second.pk}", follow=True)
        assert "Er liggen er nog 2" in text(answer)

    @pytest.mark.parametrize("na", ["", "onzin", "00000000-0000-0000-0000-000000000000"])
    def test_an_address_that_was_changed_begins_at_the_first(
        self, browser: Client, move: Move, na: str
    ) -> None:
        first = move()
        assert browser.get(f"{LIST}/volgende?na={na}").url == address(first)

    def test_a_question_goes_out_and_its_answer_brings_it_back(
        self, browser: Client, move: Move
    ) -> None:
        submission = move()
        send(browser, submission, "vraag", question="Welk huisnummer?")
        listed = text(browser.get(LIST))
        assert "Er ligt niets om te verwerken." in listed
        assert "Wacht op antwoord van de inwoner" in listed
        answer = send(browser, submission, "antwoord", answer="22 A")
        assert answer.url == address(submission)
        seen = look(browser, submission)
        assert "Welk huisnummer?" in seen
        assert "22 A" in seen
        assert "Verwerkt, volgende" in seen

    def test_lifting_out_makes_a_taak_that_leads_back_to_all_of_it(
        self, browser: Client, move: Move
    ) -> None:
        submission = move()
        send(browser, submission, "eruit", reason="geen_woning", note="Een garage")
        taak = InterneTaak.objects.get()
        page = text(browser.get(f"{WORK}/taken/{taak.pk}"))
        assert "Het adres is geen woning: Een garage" in page
        assert "Burgerzaken" in page
        assert "Kerkstraat 22, 1994 AB Waterdam" in page
        assert taak.reference in look(browser, submission)

    @pytest.mark.parametrize(
        ("act", "fields", "said"),
        [
            ("vraag", {"question": " "}, "Schrijf op wat je wilt weten."),
            ("vraag", {"question": "x" * 601}, "Er passen 600 tekens in."),
            ("eruit", {"reason": "", "note": "Gek"}, "Kies een reden."),
            ("eruit", {"reason": "zomaar", "note": ""}, "Kies een reden."),
            ("eruit", {"reason": "anders", "note": ""}, "Schrijf op wat er bijzonder is."),
        ],
    )
    def test_what_is_not_complete_is_told_and_stays(
        self, browser: Client, move: Move, act: str, fields: dict[str, str], said: str
    ) -> None:
        submission = move()
        answer = send(browser, submission, act, **fields)
        assert answer.status_code == 422
        assert said in text(answer)
        assert fields.get("note", fields.get("question", "")).strip() in text(answer)
        assert Submission.objects.get().question_since is None

    @pytest.mark.parametrize("act", ["verwerkt", "vraag", "eruit"])
    def test_who_comes_second_is_told_and_keeps_what_was_typed(
        self, browser: Client, move: Move, bilal: User, act: str
    ) -> None:
        submission = move()
        opened = look(browser, submission)
        process(submission=submission, by=bilal, now=MONDAY)
        answer = post(browser, opened, submission, act, **ACTS[act])
        assert answer.status_code == 409
        assert "Bilal heeft dit al afgehandeld." in text(answer)
        assert "Naar de volgende" in text(answer)
        if act == "vraag":
            assert "Welk huisnummer?" in text(answer)
        assert Submission.objects.get().closed_by == bilal

    def test_what_the_resident_withdrew_meanwhile_is_told_so(
        self, browser: Client, move: Move
    ) -> None:
        submission = move()
        opened = look(browser, submission)
        withdraw(submission=submission, now=MONDAY)
        answer = post(browser, opened, submission, "verwerkt")
        assert "De inwoner heeft dit ingetrokken." in text(answer)

    @pytest.mark.parametrize("act", ACTS)
    def test_looking_at_the_address_of_an_act_does_nothing(
        self, browser: Client, move: Move, act: str
    ) -> None:
        submission = move()
        assert browser.get(address(submission, act)).url == address(submission)
        assert Submission.objects.get().state == State.ACCEPTED


class TestTheList:
    def test_it_says_of_nobody_who_it_is(self, browser: Client, move: Move) -> None:
        submission = move()
        seen = text(browser.get(LIST))
        assert submission.ontvangstnummer in seen
        assert "3 personen" in seen
        assert "Jansen" not in seen
        assert "Kerkstraat" not in seen

    def test_a_long_list_comes_in_pages(self, browser: Client, move: Move) -> None:
        submissions = [move(participants=[]) for _ in range(26)]
        first, second = (text(browser.get(f"{LIST}?pagina={page}")) for page in (1, 2))
        assert "Bladzijde 1 van 2" in first
        assert submissions[-1].ontvangstnummer not in first
        assert submissions[-1].ontvangstnummer in second
        assert "Bladzijde 2 van 2" in text(browser.get(f"{LIST}?pagina=999"))

    def test_every_page_costs_the_same_however_long_the_list_is(
        self, browser: Client, move: Move, django_assert_max_num_queries: Any
    ) -> None:
        for _ in range(12):
            move(participants=[])
        with django_assert_max_num_queries(14):
            browser.get(LIST)


class TestWhoMay:
    @pytest.mark.parametrize("act", ["", *ACTS])
    def test_a_colleague_of_another_municipality_sees_nothing(
        self, browser_of: Any, karima: User, move: Move, act: str
    ) -> None:
        submission, browser = move(), browser_of(karima)
        for gemeente in ("waterdam", "oostermark"):
            answer = browser.get(address(submission, act, gemeente), follow=True)
            assert answer.status_code == 404
            assert "Jansen" not in text(answer)
        assert browser.get(LIST).status_code == 404

    def test_who_works_at_something_else_here_is_refused(
        self, browser_of: Any, colleague: Any, waterdam: Municipality, move: Move
    ) -> None:
        browser = browser_of(colleague("Gonda", waterdam, "redacteur"))
        assert browser.get(LIST).status_code == 403
        assert browser.get(address(move())).status_code == 403

    def test_without_the_token_of_the_page_nothing_is_done(
        self, browser: Client, move: Move
    ) -> None:
        submission = move()
        assert browser.post(address(submission, "verwerkt")).status_code == 403
        assert Submission.objects.get().state == State.ACCEPTED


def test_who_opens_an_interne_taak_and_its_talk_is_recorded(
    browser: Client, open_one: Any, anja: User
) -> None:
    taak = open_one()
    browser.get(f"{WORK}/taken/{taak.pk}")
    records = AuditRecord.objects.filter(actor=f"user:{anja.pk}")
    assert {(each.action, each.subject, each.reason) for each in records} == {
        ("interne_taak.looked_at", f"interne_taak:{taak.pk}", ""),
        (
            "conversation.read",
            f"conversation:{taak.conversation_id}",
            f"interne_taak {taak.reference}",
        ),
    }
