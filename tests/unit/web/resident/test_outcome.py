# SPDX-License-Identifier: EUPL-1.2
"""An outcome on the chat page and on the page to keep, as a browser without JavaScript has it."""

import json
import re

import pytest
from tests.unit.web.resident.conftest import TUESDAY

from gemeengoed.content.queries import edition_of
from gemeengoed.procedures.receipt import Receipt, replay

# Registers are asked in a thread of its own, with its own database connection.
pytestmark = pytest.mark.django_db(transaction=True)

TOO_HIGH = ("Touwslagersgang 3", "achter", "ja", "1,76")
UNKNOWN = ("Marktstraat 3A", "weet ik niet", "geen idee", "weet ik niet")
FREE = ("Touwslagersgang 3", "achter", "ja", "1,60", "80 cm", "90 cm")


def judge(browser, *answers: str):
    """From the question to the outcome; gives the page."""
    browser.send(text="mag ik een dakkapel?")
    for answer in answers:
        browser.send(text=answer)
    return browser.page


def keepable(page) -> str:
    """The address of the page to keep."""
    found = re.findall(r'href="(/\w+/chat/uitkomst/\d+)"', page.html)
    assert found, page.text
    return found[-1]


def test_a_question_shows_its_drawing_with_words_for_who_does_not_see_it(browse) -> None:
    page = judge(browse(), *TOO_HIGH[:3])
    (image,) = re.findall(r'<img class="drawing"[^>]*dakkapel-hoogte[^>]*>', page.html)
    assert 'src="/waterdam/tekening/dakkapel-hoogte.svg"' in image
    assert re.search(r'alt="Een dakkapel in een schuin dak\.[^"]+"', image)


@pytest.mark.parametrize(
    ("slug", "answers", "tone", "headline"),
    [
        ("waterdam", TOO_HIGH, "attention", "Vergunning nodig"),
        ("waterdam", FREE, "good", "Geen vergunning nodig"),
        ("heidewoud", UNKNOWN, "unknown", "Nog niet bekend"),
    ],
)
def test_an_outcome_tells_its_tone_in_words_with_a_drawing(
    browse, slug: str, answers: tuple[str, ...], tone: str, headline: str
) -> None:
    page = judge(browse(slug), *answers)
    assert f"bubble-receipt tone-{tone} " in page.html
    assert f"Uitkomst: {headline}" in page.text
    head = page.html.split("outcome-head")[1].split("</p>")[0]
    assert "<svg" in head


def test_a_line_under_an_outcome_can_be_changed_by_its_button(browse) -> None:
    browser = browse()
    judge(browser, *TOO_HIGH)
    assert ("action", "change:monument") in browser.page.buttons
    page = browser.press("action", "change:hoogte")
    assert "Hoe hoog wordt de dakkapel?" in page.text
    assert ("action", "change:hoogte") not in page.buttons
    assert "onderkant" in browser.send(text="1,70 m").text


def test_the_ways_on_are_buttons(browse) -> None:
    browser = browse()
    judge(browser, *TOO_HIGH)
    assert ("choice", "wijzig:hoogte") in browser.page.buttons
    page = browser.press("choice", "flow:dakkapel-uitzondering")
    assert "Waarom moet de dakkapel zo worden?" in page.text


def test_the_page_to_keep_tells_the_whole_of_it(browse) -> None:
    browser = browse()
    page = browser.look(keepable(judge(browser, *TOO_HIGH)))
    for words in (
        "Gemeente Waterdam",
        "Dakkapel plaatsen",
        "Vergunning nodig",
        "Beoordeeld op 24 november 2026",
        "Dit is geen besluit",
        "Touwslagersgang 3",
        "Hoogte van de dakkapel 1,76 m",
        "Past niet",
        "De regel vraagt: hoogstens 1,75 m",
        "Verschil: 1 cm te hoog",
        "Een dakkapel blijft een klein deel van het dak.",
        "Dit is er voor de straat en de buurt, en wie er woont.",
        "artikel 2.29, onder b, onder 2° (tekst van 24 september 2026)",
        "Wat zou helpen",
        "Hoogte van de dakkapel: 1,75 m",
        "Hoe verder",
        "Een vergunning aanvragen. Dat gaat via omgevingsloket.nl",
        "Wat er ook dan nog geldt",
        "Begin pas met bouwen als de vergunning er is.",
        "Hiermee kan de gemeente deze uitkomst narekenen",
    ):
        assert words in page.text, words
    assert 'href="https://wetten.overheid.nl/BWBR0041297/2026-09-24"' in page.html
    assert page.html.count("<h1") == 1


def test_every_rule_that_was_looked_at_stands_there_once(browse) -> None:
    browser = browse("oostermark")
    page = judge(browser, "Kloosterstraat 3", "voor", "3,20")
    rules = browser.look(keepable(page)).html.count('<li class="rule ')
    assert rules == 9  # eight national ones, of which two come back locally, and one of Oostermark


def test_the_receipt_on_the_page_can_be_judged_again(browse) -> None:
    browser = browse()
    html = browser.look(keepable(judge(browser, *TOO_HIGH))).html
    found = re.search(r"<code>(.+?)</code>", html)
    assert found
    receipt = Receipt.from_json(json.loads(found[1].replace("&quot;", '"')))
    procedure = edition_of("waterdam").catalogue.rulebook.on("dakkapel", TUESDAY.date())
    assert procedure is not None
    assert replay(receipt, procedure).shown == "vergunning_nodig"


def test_as_a_file_it_needs_nothing_from_elsewhere(browse) -> None:
    browser = browse("oostermark")
    address = keepable(judge(browser, "Kloosterstraat 3", "voor", "3,20"))
    response = browser.client.get(f"{address}?bewaren=1")
    assert response["Content-Disposition"] == (
        'attachment; filename="uitkomst-dakkapel-2026-11-24.html"'
    )
    html = response.content.decode()
    assert "--gg-primary: #8a2e1c;" in html
    assert '--gg-heading-font: Georgia, "Times New Roman", serif;' in html
    assert ".sheet {" in html
    assert not re.search(r'<script|<link|<img|<form|<button|src=|url\(|href="/', html)
    assert "50 cm te breed" in html
    assert html.count("<h1") == 1


def test_the_page_to_keep_has_no_style_or_script_inside(browse) -> None:
    browser = browse()
    html = browser.look(keepable(judge(browser, *FREE))).html
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)


def test_only_the_browser_of_the_talk_sees_the_page(browse) -> None:
    browser = browse()
    address = keepable(judge(browser, *FREE))
    assert browser.client.get(address)["Cache-Control"].count("no-store") == 1
    stranger = browse()
    assert stranger.client.get(address).status_code == 404
    stranger.client.cookies["gg_gesprek_waterdam"] = "geen.uuid"
    assert stranger.client.get(address).status_code == 404


@pytest.mark.parametrize("seq", ["0", "1", "2", "9999", "99999999999999999999999"])
def test_a_message_that_is_no_outcome_has_no_page(browse, seq: str) -> None:
    browser = browse()
    browser.send(text="Wat kost een paspoort?")
    assert browser.client.get(f"/waterdam/chat/uitkomst/{seq}").status_code == 404


def test_an_erased_talk_has_no_page_any_more(browse) -> None:
    browser = browse()
    address = keepable(judge(browser, *FREE))
    token = browser.client.cookies["csrftoken"].value
    cookie = browser.client.cookies["gg_gesprek_waterdam"].value
    browser.client.post("/waterdam/chat/wissen", {"csrfmiddlewaretoken": token})
    browser.client.cookies["gg_gesprek_waterdam"] = cookie
    assert browser.client.get(address).status_code == 404
