# SPDX-License-Identifier: EUPL-1.2
"""The list of interne taken as a colleague sees it."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from tests.unit.web.workbench.conftest import MONDAY

from gemeengoed.casework.models import InterneTaak, Status
from gemeengoed.casework.operations import empty_finished, finish
from gemeengoed.terms.clock import Clock

LIST = "/waterdam/werk"


def page(response) -> str:
    return response.content.decode()


def finish_by_form(browser: Client, taak: InterneTaak, note: str):
    """As a browser does it: open the page, fill in, send the form with its token."""
    opened = page(browser.get(f"{LIST}/taken/{taak.pk}"))
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', opened)[1]
    address = re.search(r'<form method="post" action="([^"]+/afhandelen)"', opened)[1]
    return browser.post(address, {"csrfmiddlewaretoken": token, "note": note})


class TestList:
    def test_without_work_it_says_so(self, browser):
        assert "Er zijn geen open taken." in page(browser.get(LIST))

    def test_work_stands_by_urgency_with_its_day_in_words(self, browser, open_one):
        later = open_one(term_days=9)
        today = open_one(now=MONDAY - timedelta(days=5), term_days=3)
        late = open_one(now=MONDAY - timedelta(days=14), term_days=2)
        seen = page(browser.get(LIST))

        assert "Er zijn 3 open taken." in seen
        positions = [seen.index(taak.reference) for taak in (late, today, later)]
        assert positions == sorted(positions)
        assert re.findall(r'id="groep-\d">([\w ]+?) <', seen) == ["Te laat", "Vandaag", "Later"]
        assert "12 dagen te laat" in seen
        assert late.due_on == date(2026, 11, 11)

    def test_what_was_done_today_is_shown_with_by_whom(self, browser, open_one, anja):
        done = finish(taak=open_one(), by=anja, note="Gebeld.", now=MONDAY)
        seen = page(browser.get(LIST))

        assert "Er zijn geen open taken." in seen
        assert seen.index("Vandaag afgehandeld") < seen.index(done.reference) < seen.rindex("Anja")

    def test_the_work_of_another_municipality_is_not_in_it(self, browser, open_one, oostermark):
        theirs = open_one(municipality=oostermark)

        assert theirs.reference not in page(browser.get(LIST))


class TestLookUp:
    def test_a_number_as_it_is_said_on_the_phone_opens_it(self, browser, open_one):
        taak = open_one()
        said = taak.reference.lower().replace("-", " ")

        assert browser.get(LIST, {"nummer": said}).url == f"{LIST}/taken/{taak.pk}"

    def test_a_typing_error_is_told(self, browser, open_one):
        reference = open_one().reference
        wrong = reference[:-1] + str((int(reference[-1]) + 1) % 10)
        seen = page(browser.get(LIST, {"nummer": wrong}))

        assert "Dit nummer klopt niet." in seen
        assert f'value="{wrong}"' in seen

    def test_a_number_of_elsewhere_is_not_found(self, browser, open_one, oostermark):
        theirs = open_one(municipality=oostermark)

        assert "Er is geen taak met nummer" in page(browser.get(LIST, {"nummer": theirs.reference}))

    @pytest.mark.parametrize("typed", ["<script>", "'; DROP TABLE", "😀" * 500, "\x00"])
    def test_nonsense_breaks_nothing(self, browser, typed):
        response = browser.get(LIST, {"nummer": typed})

        assert response.status_code == 200
        assert "<script>" not in page(response)


class TestOne:
    def test_it_shows_what_was_asked_by_when_and_what_to_do(self, browser, open_one):
        seen = page(browser.get(f"{LIST}/taken/{open_one().pk}"))

        assert "woensdag 25 november" in seen
        assert "Bel de inwoner terug." in seen
        assert "06 12345678" in seen
        assert "10.15 uur" in seen

    def test_what_a_resident_typed_is_text_never_markup(self, browser, open_one):
        seen = page(browser.get(f"{LIST}/taken/{open_one().pk}"))

        assert "Mijn &lt;b&gt;paspoort&lt;/b&gt;" in seen

    def test_one_that_was_emptied_says_so(self, browser, open_one, anja, settings):
        taak = finish(taak=open_one(), by=anja, note="Mevrouw Jansen gebeld.", now=MONDAY)
        settings.CLOCK = Clock(lambda: MONDAY + timedelta(days=400))
        empty_finished(keep=timedelta(days=365))
        seen = page(browser.get(f"{LIST}/taken/{taak.pk}"))

        assert "Afgehandeld op 23 november 2026" in seen
        assert "zijn op 28 december 2027 gewist" in seen
        for gone in ("06 12345678", "Jansen", "Afgehandeld door", "Wat de inwoner doorgaf"):
            assert gone not in seen

    def test_one_that_does_not_exist_is_a_404(self, browser):
        assert browser.get(f"{LIST}/taken/{uuid4()}").status_code == 404


class TestFinishing:
    def test_done_with_a_note_takes_it_off_the_list(self, browser, open_one, anja):
        taak = open_one()
        response = finish_by_form(browser, taak, "Gebeld, vraag beantwoord.")
        seen = page(browser.get(response.url))

        assert response.url == LIST
        assert f"{taak.reference} is afgehandeld." in seen
        taak.refresh_from_db()
        assert (taak.status, taak.handled_by, taak.handled_at) == (Status.DONE, anja, MONDAY)
        assert "Gebeld, vraag beantwoord." in page(browser.get(f"{LIST}/taken/{taak.pk}"))

    @pytest.mark.parametrize(
        ("note", "error"),
        [("", "Schrijf op wat er is gedaan."), ("  ", "Schrijf op"), ("x" * 2001, "Maak de tekst")],
    )
    def test_a_note_that_will_not_do_is_told_and_kept(self, browser, open_one, note, error):
        taak = open_one()
        response = finish_by_form(browser, taak, note)

        assert response.status_code == 422
        assert error in page(response)
        assert note in page(response)
        taak.refresh_from_db()
        assert taak.status == Status.OPEN

    def test_when_a_colleague_was_first_it_is_told_and_no_text_is_lost(
        self, browser, open_one, colleague, waterdam
    ):
        taak = open_one()
        bilal = colleague("Bilal", waterdam, "medewerker")
        opened = page(browser.get(f"{LIST}/taken/{taak.pk}"))
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', opened)[1]
        finish(taak=taak, by=bilal, note="Ik was eerst.", now=MONDAY)
        response = browser.post(
            f"{LIST}/taken/{taak.pk}/afhandelen",
            {"csrfmiddlewaretoken": token, "note": "Mijn lange verhaal"},
        )

        assert response.status_code == 409
        assert "Bilal heeft deze taak al afgehandeld" in page(response)
        assert "Mijn lange verhaal" in page(response)
        assert "Ik was eerst." in page(response)

    def test_without_the_token_of_the_form_nothing_happens(self, browser, open_one):
        taak = open_one()
        response = browser.post(f"{LIST}/taken/{taak.pk}/afhandelen", {"note": "Vals"})

        assert response.status_code == 403
        taak.refresh_from_db()
        assert taak.status == Status.OPEN

    def test_a_link_alone_finishes_nothing_and_leads_back(self, browser, open_one):
        """So it goes for who was logged out while writing: log in, then to what was asked for."""
        taak = open_one()
        response = browser.get(f"{LIST}/taken/{taak.pk}/afhandelen")

        assert response.status_code == 302
        assert response["Location"] == f"{LIST}/taken/{taak.pk}"
        taak.refresh_from_db()
        assert taak.status == Status.OPEN


class TestWhoMaySee:
    def addresses(self, taak: InterneTaak) -> list[str]:
        return [LIST, f"{LIST}/taken/{taak.pk}", f"{LIST}?nummer={taak.reference}"]

    def test_nobody_unknown_sees_anything(self, client, open_one):
        for address in self.addresses(open_one()):
            response = client.get(address)
            assert response.status_code == 302
            assert response.url.startswith(f"{LIST}/inloggen")

    def test_a_colleague_of_another_municipality_sees_nothing(self, client, open_one, karima):
        client.force_login(karima)
        taak = open_one()

        for address in self.addresses(taak):
            response = client.get(address)
            assert response.status_code == 404
            assert taak.reference not in page(response)
        posted = client.post(f"{LIST}/taken/{taak.pk}/afhandelen", {"note": "Klaar"})
        assert posted.status_code == 404
        taak.refresh_from_db()
        assert taak.status == Status.OPEN

    def test_their_own_address_does_not_open_our_work_either(self, client, open_one, karima):
        client.force_login(karima)
        taak = open_one()

        assert client.get(f"/oostermark/werk/taken/{taak.pk}").status_code == 404
        posted = client.post(f"/oostermark/werk/taken/{taak.pk}/afhandelen", {"note": "Klaar"})
        assert posted.status_code == 404
        taak.refresh_from_db()
        assert taak.status == Status.OPEN

    def test_an_editor_has_no_business_with_the_work(self, client, open_one, colleague, waterdam):
        client.force_login(colleague("Gonda", waterdam, "redacteur"))

        for address in self.addresses(open_one()):
            assert client.get(address).status_code == 403

    def test_a_colleague_who_left_sees_nothing(self, client, open_one, anja):
        client.force_login(anja)
        anja.is_active = False
        anja.save()

        assert client.get(LIST).status_code in (302, 404)

    def test_an_unknown_municipality_is_a_404(self, browser):
        assert browser.get("/nergens/werk").status_code == 404

    def test_a_shared_computer_keeps_no_page(self, browser):
        assert "no-store" in browser.get(LIST)["Cache-Control"]
