# SPDX-License-Identifier: EUPL-1.2
"""The pages around the chat."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from gemeengoed.terms.clock import Clock

PAGES = [
    "/",
    "/waterdam/",
    "/heidewoud/",
    "/oostermark/",
    "/waterdam/chat",
    "/waterdam/chat/wissen",
]


def test_all_municipalities_are_on_the_first_page(browse) -> None:
    page = browse().look("/")
    for slug in ("heidewoud", "oostermark", "waterdam"):
        assert f'href="/{slug}/"' in page.html


@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_a_style_or_a_script_of_its_own(browse, address: str) -> None:
    html = browse().look(address).html
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)
    assert html.count("<h1") == 1
    assert '<html lang="nl">' in html


def test_the_home_page_speaks_in_the_form_of_the_municipality(browse) -> None:
    browser = browse()
    assert "Waar kunnen we u mee helpen?" in browser.look("/waterdam/").text
    assert "Waar kunnen we je mee helpen?" in browser.look("/heidewoud/").text


def test_the_home_page_tells_whether_it_is_open_now(browse, settings) -> None:
    browser = browse()
    assert "Telefoon nu open" in browser.look("/waterdam/").text
    night = datetime(2026, 11, 24, 3, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
    settings.CLOCK = Clock(lambda: night)
    assert "Telefoon nu dicht" in browser.look("/waterdam/").text


def test_the_question_of_the_home_page_is_answered_at_once(browse) -> None:
    browser = browse()
    browser.look("/waterdam/")
    assert "€ 84,10" in browser.send(text="Wat kost een paspoort?").text


def test_each_task_card_leads_to_a_question_that_is_answered(browse) -> None:
    html = browse().look("/waterdam/").html
    questions = re.findall(r'data-gemeengoed-vraag="([^"]+)"', html)
    assert len(questions) == 6
    for question in questions:
        browser = browse()
        page = browser.send(text=question)
        assert "Dat weet ik niet" not in page.text, question


def test_an_address_without_the_slash_leads_on(browse) -> None:
    response = browse().client.get("/waterdam")
    assert (response.status_code, response["Location"]) == (302, "/waterdam/")


def test_the_look_is_a_style_sheet_with_the_tokens_of_the_municipality(browse) -> None:
    response = browse().client.get("/oostermark/thema.css")
    css = response.content.decode()
    assert response["Content-Type"].startswith("text/css")
    assert "--gg-primary: #8a2e1c;" in css
    assert "--gg-mark" not in css
    everything = browse().client.get("/themas.css").content.decode()
    assert everything.count("--gg-primary:") == 3
