# SPDX-License-Identifier: EUPL-1.2
"""The lists as a colleague sees them: my own work, that of the team, what was done today."""

import re
from datetime import date, timedelta

import pytest
from tests.unit.web.workbench.conftest import MONDAY
from tests.unit.web.workbench.pages import WORK, text

from gemeengoed.casework.operations import finish
from gemeengoed.casework.operations_assigning import hand_over, take_up
from gemeengoed.municipalities.models import Membership

TEAM, DONE = f"{WORK}/team", f"{WORK}/vandaag-af"


def done(taak, by, **changed):
    wanted = {"result": "ingetrokken", "note": "Gebeld.", "now": MONDAY}
    return finish(taak=taak, by=by, **{**wanted, **changed})


class TestMine:
    def test_without_work_it_says_so(self, browser):
        seen = text(browser.get(WORK))

        assert "Je hebt nu zelf geen open taken." in seen
        assert "Ook op de stapel van het team ligt niets." in seen

    def test_an_empty_list_leads_to_the_pile(self, browser, open_one):
        open_one()

        assert "ligt er 1" in text(browser.get(WORK))

    def test_mine_stand_by_urgency_with_their_day_in_words(self, browser, open_one, anja, bilal):
        later = open_one(term_days=9)
        today = open_one(now=MONDAY - timedelta(days=5), term_days=3)
        late = open_one(now=MONDAY - timedelta(days=14), term_days=2)
        for taak in (later, today, late):
            take_up(taak=taak, by=anja, now=MONDAY)
        free = open_one()
        others = take_up(taak=open_one(), by=bilal, now=MONDAY)
        seen = text(browser.get(WORK))

        positions = [seen.index(taak.reference) for taak in (late, today, later)]
        assert positions == sorted(positions)
        assert re.findall(r'id="groep-\d">([\w ]+?) <', seen) == ["Te laat", "Vandaag", "Later"]
        assert "12 dagen te laat" in seen
        assert late.due_on == date(2026, 11, 11)
        assert free.reference not in seen
        assert others.reference not in seen
        assert 'Mijn taken <span class="count">(3)' in seen

    def test_what_a_colleague_asks_comes_first(self, browser_of, open_one, anja, bilal):
        mine = take_up(taak=open_one(), by=bilal, now=MONDAY)
        asked = take_up(taak=open_one(), by=anja, now=MONDAY)
        hand_over(taak=asked, by=anja, to=bilal, summary="x", now=MONDAY)
        seen = text(browser_of(bilal).get(WORK))

        assert "Anja vraagt: neem je dit over?" in seen
        assert seen.index(asked.reference) < seen.index(mine.reference)

    def test_what_i_asked_of_another_says_so(self, browser, open_one, anja, bilal):
        asked = take_up(taak=open_one(), by=anja, now=MONDAY)
        hand_over(taak=asked, by=anja, to=bilal, summary="x", now=MONDAY)

        assert "gevraagd aan Bilal" in text(browser.get(WORK))


class TestTeam:
    def test_what_is_of_nobody_stands_apart_from_what_colleagues_have(
        self, browser, open_one, anja, bilal
    ):
        free = open_one()
        others = take_up(taak=open_one(), by=bilal, now=MONDAY)
        mine = take_up(taak=open_one(), by=anja, now=MONDAY)
        seen = text(browser.get(TEAM))

        assert seen.index("Nog van niemand") < seen.index(free.reference)
        assert seen.index("Bij collega's") < seen.index(others.reference)
        assert seen.index(free.reference) < seen.index(others.reference) < seen.rindex("Bilal")
        assert mine.reference not in seen

    def test_what_suits_me_is_told_with_the_reason(self, browser, browser_of, open_one, bilal):
        open_one(topic="verhuizen-binnen-gemeente")

        assert "Past bij jou</span> belt graag, verhuizen 3" in text(browser_of(bilal).get(TEAM))
        assert "Past bij jou" not in text(browser.get(TEAM))

    def test_one_team_can_be_chosen(self, browser, open_one):
        call, lamp = open_one(), open_one(kind="melding_straatverlichting")
        seen = text(browser.get(TEAM, {"team": "openbare_ruimte"}))

        assert lamp.reference in seen
        assert call.reference not in seen
        for nonsense in ("", "onbekend", "<script>"):
            seen = text(browser.get(TEAM, {"team": nonsense}))
            assert call.reference in seen
            assert lamp.reference in seen

    def test_the_work_of_another_municipality_is_not_in_it(self, browser, open_one, oostermark):
        theirs = open_one(municipality=oostermark)

        assert theirs.reference not in text(browser.get(TEAM))

    def test_however_much_there_is_it_takes_as_many_queries(
        self, browser, open_one, django_assert_max_num_queries
    ):
        for _ in range(3):
            open_one(topic="verhuizen-binnen-gemeente")
        with django_assert_max_num_queries(14):
            browser.get(TEAM)
        for _ in range(9):
            open_one(topic="verhuizen-binnen-gemeente")
        with django_assert_max_num_queries(14):
            browser.get(TEAM)


class TestDone:
    def test_what_was_done_today_is_shown_with_by_whom(self, browser, open_one, anja):
        today = done(open_one(), anja)
        yesterday = done(open_one(), anja, now=MONDAY - timedelta(days=1))
        seen = text(browser.get(DONE))

        assert seen.index(today.reference) < seen.rindex("Anja")
        assert "Niet meer nodig voor de inwoner" in seen
        assert yesterday.reference not in seen

    def test_nothing_yet_is_said(self, browser):
        assert "Vandaag is er nog niets afgehandeld." in text(browser.get(DONE))


class TestLookUp:
    def test_a_number_as_it_is_said_on_the_phone_opens_it(self, browser, open_one):
        taak = open_one()
        said = taak.reference.lower().replace("-", " ")

        assert browser.get(WORK, {"nummer": said}).url == f"{WORK}/taken/{taak.pk}"

    def test_a_typing_error_is_told(self, browser, open_one):
        reference = open_one().reference
        wrong = reference[:-1] + str((int(reference[-1]) + 1) % 10)
        seen = text(browser.get(WORK, {"nummer": wrong}))

        assert "Dit nummer klopt niet." in seen
        assert f'value="{wrong}"' in seen

    def test_a_number_of_elsewhere_is_not_found(self, browser, open_one, oostermark):
        theirs = open_one(municipality=oostermark)

        assert "Er is geen taak met nummer" in text(browser.get(WORK, {"nummer": theirs.reference}))

    @pytest.mark.parametrize("typed", ["<script>", "'; DROP TABLE", "😀" * 500, "\x00"])
    def test_nonsense_breaks_nothing(self, browser, typed):
        response = browser.get(WORK, {"nummer": typed})

        assert response.status_code == 200
        assert "<script>" not in response.content.decode()


class TestPreferences:
    ALL = ("bellen", "moeilijk_gesprek", "controleren", "beslissen", "regelen")

    def test_what_one_says_is_kept_and_counts(self, browser, anja, client):
        page = browser.get(f"{WORK}/voorkeuren")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text(page))[1]
        said = dict.fromkeys(self.ALL, "neutraal") | {"bellen": "liever_niet"}
        sent = browser.post(f"{WORK}/voorkeuren", {"csrfmiddlewaretoken": token, **said})
        seen = text(browser.get(sent.url))

        assert "Je voorkeuren zijn bewaard." in seen
        assert re.search(r'name="bellen" value="liever_niet"[^>]* checked', seen)

    def test_half_a_form_is_told(self, client, anja):
        client.force_login(anja)
        response = client.post(f"{WORK}/voorkeuren", {"bellen": "graag"})

        assert response.status_code == 422
        assert "Kies iets bij beslissen." in text(response)


class TestLentColleagues:
    def test_who_works_in_two_municipalities_sees_each_by_itself(
        self, browser_of, open_one, bilal, oostermark
    ):
        Membership.objects.create(municipality=oostermark, user=bilal, roles=["medewerker"])
        here, there = open_one(), open_one(municipality=oostermark)
        browser = browser_of(bilal)
        in_waterdam = text(browser.get(TEAM))
        in_oostermark = text(browser.get("/oostermark/werk/team"))

        assert here.reference in in_waterdam
        assert there.reference not in in_waterdam
        assert there.reference in in_oostermark
        assert here.reference not in in_oostermark
        assert "Naar Oostermark" in in_waterdam
        assert "Naar Waterdam" in in_oostermark

    def test_who_works_in_one_is_led_nowhere_else(self, browser, oostermark):
        assert "Naar Oostermark" not in text(browser.get(TEAM))
