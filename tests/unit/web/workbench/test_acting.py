# SPDX-License-Identifier: EUPL-1.2
"""One interne_taak: what its page tells, and what a colleague can do on it."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from tests.unit.web.workbench.conftest import MONDAY
from tests.unit.web.workbench.pages import WORK, address, look, send, text

from gemeengoed.casework.models import InterneTaak, Klantcontact, Status
from gemeengoed.casework.operations import empty_finished, finish
from gemeengoed.casework.operations_assigning import accept, hand_over, take_up
from gemeengoed.casework.queries import history_of, taak_of
from gemeengoed.conversations.operations import open_conversation, post_message
from gemeengoed.conversations.posted import Posted
from gemeengoed.conversations.queries import messages_after
from gemeengoed.terms.clock import Clock

ACTS = {
    "oppakken": {},
    "overdragen": {"to": "1", "summary": "Neem over"},
    "toch-niet-overdragen": {},
    "overnemen": {},
    "niet-overnemen": {"reason": "Nee"},
    "teruggeven": {"reason": "Weg"},
    "belmoment": {"day": "2026-11-24", "time": "09:30"},
    "gesprek": {"outcome": "gesproken", "note": "Klaar"},
    "afhandelen": {"result": "ingetrokken", "note": "Klaar"},
}


@pytest.fixture
def of_anja(open_one, anja) -> InterneTaak:
    return take_up(taak=open_one(topic="verhuizen-binnen-gemeente"), by=anja, now=MONDAY)


@pytest.fixture
def asked(of_anja, anja, bilal) -> InterneTaak:
    return hand_over(taak=of_anja, by=anja, to=bilal, summary="Bel even.", now=MONDAY)


def now_is(taak: InterneTaak) -> InterneTaak:
    return taak_of("waterdam", taak.pk)


class TestThePage:
    def test_it_tells_what_was_asked_by_when_and_why_by_then(self, browser, open_one):
        seen = look(browser, open_one(term_source="Servicenormen 2026"))

        for told in (
            "woensdag 25 november",
            "Aan de inwoner beloofd: binnen 2 werkdagen",
            "Servicenormen 2026",
            "Bel de inwoner terug.",
            "06 12345678",
            "10.15 uur",
            "Binnengekomen via de digitale assistent",
        ):
            assert told in seen

    def test_what_a_resident_typed_is_text_never_markup(self, browser, open_one):
        seen = browser.get(address(open_one())).content.decode()

        assert "Mijn &lt;b&gt;paspoort&lt;/b&gt;" in seen

    def test_one_that_was_emptied_says_so(self, browser, open_one, anja, settings):
        taak = finish(
            taak=open_one(), by=anja, result="ingetrokken", note="Mevrouw Jansen", now=MONDAY
        )
        settings.CLOCK = Clock(lambda: MONDAY + timedelta(days=400))
        empty_finished(keep=timedelta(days=365))
        seen = look(browser, taak)

        assert "op 23 november 2026 om 10.15 uur" in seen
        assert "zijn op 28 december 2027 gewist" in seen
        for gone in ("06 12345678", "Jansen", "door Anja", "Wat de inwoner doorgaf"):
            assert gone not in seen

    def test_one_that_does_not_exist_is_a_404(self, browser):
        assert browser.get(f"{WORK}/taken/{uuid4()}").status_code == 404

    def test_the_conversation_can_be_read_and_only_here(
        self, browser, browser_of, open_one, waterdam, karima, oostermark
    ):
        talk = open_conversation(municipality="waterdam", origin="a", channel="test")
        post_message(
            municipality="waterdam",
            conversation=talk.conversation,
            token=talk.token,
            posted=Posted(client_id="a", text="wat kost <b>een</b> paspoort"),
        )
        taak = open_one(conversation_id=talk.conversation)
        seen = browser.get(address(taak)).content.decode()
        theirs = open_one(municipality=oostermark, conversation_id=talk.conversation)
        elsewhere = browser_of(karima).get(address(theirs, gemeente="oostermark"))

        assert "wat kost &lt;b&gt;een&lt;/b&gt; paspoort" in seen
        assert elsewhere.status_code == 200
        assert "wat kost" not in text(elsewhere)
        assert "Het gesprek is gewist." in text(elsewhere)

    def test_who_only_looks_finds_no_forms_for_the_work_of_another(
        self, browser_of, of_anja, bilal
    ):
        seen = look(browser_of(bilal), of_anja)

        assert "Bij Anja" in seen
        for act in ACTS:
            assert address(of_anja, act) not in seen


class TestHandingOver:
    def test_one_press_asks_the_proposed_colleague_with_a_summary(self, browser, of_anja, bilal):
        seen = look(browser, of_anja)
        assert "belt graag, verhuizen 3, geen open taken" in seen
        assert "Vraag Bilal" in seen
        drafted = seen.split('name="summary"')[1].split(">", 1)[1].split("</textarea>")[0].strip()
        assert drafted.startswith("Wat is het: Terugbelverzoek.")

        sent = send(browser, of_anja, "overdragen", to=bilal.pk, summary=drafted)
        assert sent.url == address(of_anja)
        seen = text(browser.get(sent.url))
        assert "Bilal is gevraagd om het over te nemen." in seen
        assert "Tot Bilal ja zegt, is de taak van jou." in seen
        taak = now_is(of_anja)
        assert (str(taak.assignee), str(taak.offered_to)) == ("Anja", "Bilal")

    def test_who_is_asked_sees_by_whom_and_accepts(self, browser_of, asked, bilal):
        browser = browser_of(bilal)
        seen = look(browser, asked)
        assert "Anja vraagt: neem je dit over?" in seen
        assert "Bel even." in seen

        sent = send(browser, asked, "overnemen")
        assert sent.url == address(asked)
        assert str(now_is(asked).assignee) == "Bilal"

    def test_who_declines_gives_it_back_with_the_reason(self, browser_of, asked, anja, bilal):
        sent = send(browser_of(bilal), asked, "niet-overnemen", reason="Ik heb zo vrij")

        assert sent.url == WORK
        assert str(now_is(asked).assignee) == "Anja"
        assert "Bilal nam het niet over: Ik heb zo vrij" in look(browser_of(anja), asked)

    def test_declining_needs_no_reason(self, browser_of, asked, bilal):
        assert send(browser_of(bilal), asked, "niet-overnemen", reason="").status_code == 302
        assert now_is(asked).offered_to is None

    def test_the_question_can_be_taken_back(self, browser, asked):
        send(browser, asked, "toch-niet-overdragen")

        assert now_is(asked).offered_to is None

    @pytest.mark.parametrize("to", ["", "nonsense", "999999", "-1"])
    def test_nobody_is_asked_who_does_not_work_here(self, browser, of_anja, bilal, to):
        response = send(browser, of_anja, "overdragen", to=to, summary="Mijn eigen woorden")

        assert response.status_code in (409, 422)
        assert "Mijn eigen woorden" in text(response)
        assert now_is(of_anja).offered_to is None

    def test_a_colleague_of_elsewhere_cannot_be_asked(self, browser, of_anja, bilal, karima):
        response = send(browser, of_anja, "overdragen", to=karima.pk, summary="x")

        assert response.status_code == 409
        assert "Deze collega werkt hier niet." in text(response)

    def test_a_summary_that_will_not_do_is_told(self, browser, of_anja, bilal):
        for summary in ("", "x" * 1001):
            response = send(browser, of_anja, "overdragen", to=bilal.pk, summary=summary)
            assert response.status_code == 422
        assert now_is(of_anja).offered_to is None

    def test_who_leads_can_ask_somebody_for_what_is_of_nobody(
        self, browser_of, colleague, waterdam, open_one, bilal
    ):
        taak = open_one()
        farid = colleague("Farid", waterdam, "coordinator")
        send(browser_of(farid), taak, "overdragen", to=bilal.pk, summary="Doe jij dit?")

        assert str(now_is(taak).offered_to) == "Bilal"


class TestCalling:
    def test_a_call_is_logged_and_the_work_stays_open(self, browser, of_anja):
        sent = send(browser, of_anja, "gesprek", outcome="voicemail", note="Ingesproken", result="")

        assert sent.url == address(of_anja)
        seen = text(browser.get(sent.url))
        assert "Voicemail ingesproken" in seen
        assert "Anja belde: Voicemail ingesproken" in seen
        assert now_is(of_anja).status == Status.OPEN

    def test_a_call_that_settles_it_finishes_it_in_one_go(self, browser, of_anja):
        sent = send(
            browser,
            of_anja,
            "gesprek",
            outcome="gesproken",
            note="Alles geregeld",
            result="gesproken_geregeld",
        )

        assert sent.url == WORK
        done = now_is(of_anja)
        assert (done.status, done.result, done.note) == (
            Status.DONE,
            "gesproken_geregeld",
            "Alles geregeld",
        )

    @pytest.mark.parametrize(
        ("fields", "status", "told"),
        [
            ({"outcome": "", "note": "Mijn tekst"}, 422, "Kies hoe het ging."),
            ({"outcome": "dans", "note": "Mijn tekst"}, 422, "Selecteer een geldige keuze"),
            ({"outcome": "gesproken", "note": "y" * 1001}, 422, "Er passen 1000 tekens in."),
            (
                {"outcome": "geen_gehoor", "note": "Mijn tekst", "result": "gesproken_geregeld"},
                409,
                "passen niet bij elkaar",
            ),
        ],
    )
    def test_what_will_not_do_is_told_and_kept(self, browser, of_anja, fields, status, told):
        response = send(browser, of_anja, "gesprek", **fields)

        assert response.status_code == status
        assert told in text(response)
        assert fields["note"] in text(response)
        assert not Klantcontact.objects.exists()

    def test_a_moment_can_be_agreed_on(self, browser, of_anja):
        sent = send(browser, of_anja, "belmoment", day="2026-11-24", time="09:30")

        agreed = datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
        assert now_is(of_anja).planned_at == agreed
        seen = text(browser.get(sent.url))
        assert "Belmoment: dinsdag 24 november 2026 om 9.30 uur." in seen

    @pytest.mark.parametrize(
        ("day", "time", "told"),
        [
            ("", "", "Kies een dag."),
            ("2026-11-31", "09:30", "Kies een dag."),
            ("2026-11-24", "25:00", "Kies een tijd."),
            ("2026-11-20", "09:30", "Dit moment is al voorbij."),
        ],
    )
    def test_a_moment_that_cannot_be_is_told(self, browser, of_anja, day, time, told):
        response = send(browser, of_anja, "belmoment", day=day, time=time)

        assert response.status_code in (409, 422)
        assert told in text(response)
        assert now_is(of_anja).planned_at is None


class TestFinishing:
    def test_done_with_a_result_takes_it_off_the_list(self, browser, open_one, anja):
        taak = open_one()
        sent = send(browser, taak, "afhandelen", result="ingetrokken", note="Niet meer nodig.")
        seen = text(browser.get(sent.url))

        assert sent.url == WORK
        assert f"{taak.reference} is afgehandeld." in seen
        done = now_is(taak)
        assert (done.status, done.handled_by, done.handled_at) == (Status.DONE, anja, MONDAY)
        assert "Niet meer nodig." in look(browser, taak)

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({"result": "ingetrokken", "note": ""}, "Schrijf op wat er is gedaan."),
            ({"result": "ingetrokken", "note": "  "}, "Schrijf op"),
            ({"result": "ingetrokken", "note": "x" * 1001}, "Maak de tekst korter"),
            ({"result": "", "note": "Mijn tekst"}, "Kies een resultaat."),
            ({"result": "gemaakt", "note": "Mijn tekst"}, "Kies een resultaat."),
        ],
    )
    def test_what_will_not_do_is_told_and_kept(self, browser, of_anja, fields, told):
        response = send(browser, of_anja, "afhandelen", **fields)

        assert response.status_code == 422
        assert told in text(response)
        assert fields["note"] in text(response)
        assert now_is(of_anja).status == Status.OPEN

    def test_spoken_without_a_call_is_told(self, browser, of_anja):
        response = send(
            browser, of_anja, "afhandelen", result="gesproken_geregeld", note="Mijn tekst"
        )

        assert response.status_code == 409
        assert "Leg eerst het gesprek vast." in text(response)
        assert "Mijn tekst" in text(response)

    def test_when_a_colleague_was_first_it_is_told_and_no_text_is_lost(
        self, client, anja, bilal, open_one
    ):
        taak = open_one()
        client.force_login(anja)
        finish(taak=taak, by=bilal, result="ingetrokken", note="Ik was eerst.", now=MONDAY)
        response = client.post(
            address(taak, "afhandelen"), {"result": "ingetrokken", "note": "Mijn lange verhaal"}
        )

        assert response.status_code == 409
        assert "Bilal heeft deze taak al afgehandeld" in text(response)
        assert "Mijn lange verhaal" in text(response)
        assert "Ik was eerst." in text(response)

    def test_giving_back_leads_to_the_pile(self, browser, of_anja):
        sent = send(browser, of_anja, "teruggeven", reason="Ik ben er een week niet")

        assert sent.url == f"{WORK}/team"
        assert now_is(of_anja).assignee is None
        assert "Ik ben er een week niet" in look(browser, of_anja)

    def test_taking_what_a_colleague_just_took_is_told(self, client, anja, bilal, open_one):
        taak = take_up(taak=open_one(), by=bilal, now=MONDAY)
        client.force_login(anja)
        response = client.post(address(taak, "oppakken"))

        assert response.status_code == 409
        assert "Deze taak is nu van Bilal." in text(response)


def test_the_resident_hears_by_name_what_colleagues_do(browser, browser_of, open_one, anja, bilal):
    talk = open_conversation(municipality="waterdam", origin="b", channel="test")
    taak = open_one(conversation_id=talk.conversation, topic="verhuizen-binnen-gemeente")
    send(browser, taak, "oppakken")
    send(browser, taak, "overdragen", to=bilal.pk, summary="Neem over")
    theirs = browser_of(bilal)
    send(theirs, taak, "overnemen")
    send(theirs, taak, "belmoment", day="2026-11-23", time="16:00")
    send(theirs, taak, "gesprek", outcome="geen_gehoor", note="")
    send(theirs, taak, "gesprek", outcome="gesproken", note="", result="gesproken_geregeld")

    told = [
        message["text"].split("**")[0].strip()
        for message in messages_after(
            municipality="waterdam", conversation=talk.conversation, token=talk.token
        )
        if message["sender"] == "staff"
    ]
    assert told == [
        "Anja heeft uw verzoek",
        "Bilal neemt uw verzoek",
        "Bilal belt u op maandag 23 november 2026 om 16.00 uur, over uw verzoek",
        "Bilal belde u op maandag 23 november 2026 om 10.15 uur, over uw verzoek",
        "Bilal heeft u gesproken op maandag 23 november 2026 om 10.15 uur, over uw verzoek",
    ]


class TestWhoMay:
    LOOKED_AT = ("", "/team", "/vandaag-af", "/voorkeuren")

    def test_nobody_unknown_sees_anything(self, client, open_one):
        for page in (*(f"{WORK}{each}" for each in self.LOOKED_AT), address(open_one())):
            response = client.get(page)
            assert response.status_code == 302
            assert response.url.startswith(f"{WORK}/inloggen")

    @pytest.mark.parametrize("act", ACTS)
    def test_a_colleague_of_another_municipality_can_do_nothing(self, client, asked, karima, act):
        client.force_login(karima)
        before = len(history_of(asked))

        for gemeente in ("waterdam", "oostermark"):
            assert client.get(address(asked, gemeente=gemeente)).status_code == 404
            posted = client.post(address(asked, act, gemeente), ACTS[act])
            assert posted.status_code == 404
            assert asked.reference not in text(posted)
        assert len(history_of(asked)) == before

    def test_a_colleague_of_another_municipality_sees_no_list(self, client, asked, karima):
        client.force_login(karima)

        for page in self.LOOKED_AT:
            assert client.get(f"{WORK}{page}").status_code == 404
        assert client.get(WORK, {"nummer": asked.reference}).status_code == 404

    @pytest.mark.parametrize("act", ACTS)
    def test_an_editor_has_no_business_with_the_work(self, client, asked, colleague, waterdam, act):
        client.force_login(colleague("Gonda", waterdam, "redacteur"))

        assert client.get(address(asked)).status_code == 403
        assert client.post(address(asked, act), ACTS[act]).status_code == 403

    @pytest.mark.parametrize("act", ACTS)
    def test_without_the_token_of_the_form_nothing_happens(self, browser, asked, act):
        before = len(history_of(asked))

        assert browser.post(address(asked, act), ACTS[act]).status_code == 403
        assert len(history_of(asked)) == before

    @pytest.mark.parametrize("act", ACTS)
    def test_a_link_alone_does_nothing_and_leads_back(self, browser, asked, act):
        """So it goes for who was logged out while writing: log in, then to what was asked for."""
        before = len(history_of(asked))
        response = browser.get(address(asked, act))

        assert response.status_code == 302
        assert response["Location"] == address(asked)
        assert len(history_of(asked)) == before

    def test_a_colleague_who_left_sees_nothing(self, client, anja, asked):
        client.force_login(anja)
        anja.is_active = False
        anja.save()

        assert client.get(WORK).status_code in (302, 404)
        assert client.get(address(asked)).status_code in (302, 404)

    def test_an_unknown_municipality_is_a_404(self, browser):
        assert browser.get("/nergens/werk").status_code == 404

    def test_a_shared_computer_keeps_no_page(self, browser, asked):
        for page in (WORK, f"{WORK}/team", address(asked)):
            assert "no-store" in browser.get(page)["Cache-Control"]


def test_the_day_of_a_late_one_is_told_with_how_late(browser, open_one, anja):
    late = open_one(now=MONDAY - timedelta(days=14))
    assert late.due_on == date(2026, 11, 11)

    assert "12 dagen te laat (11 november)" in look(browser, late)


def test_what_was_taken_over_can_be_worked_on_at_once(browser_of, asked, bilal):
    accept(taak=asked, by=bilal, now=MONDAY)

    seen = look(browser_of(bilal), asked)
    assert "Gesprek vastleggen" in seen
    assert "Er is nu geen collega om voor te stellen." in seen
    assert "had deze taak eerder" in seen
    assert "Vraag Anja" in seen
