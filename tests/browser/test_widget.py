# SPDX-License-Identifier: EUPL-1.2
"""The chat element on the home page of a municipality, live."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.conftest import Begin
from tests.browser.serving import Server
from tests.browser.test_accessibility import axe_violations
from tests.browser.visiting import DESKTOP, PHONE, Visit, visiting

# What the widget remembers of its conversation in this tab.
KEY = (
    """Object.values(sessionStorage).map((each) => JSON.parse(each)).find((each) => each.key).key"""
)


def chat_in(page: Page) -> Locator:
    """The element; what is in its shadow is found below it."""
    return page.locator("gemeengoed-chat")


def open_chat(page: Page) -> Locator:
    chat = chat_in(page)
    chat.get_by_role("button", name=re.compile("Stel (je|uw) vraag")).click()
    expect(chat.get_by_role("log")).to_be_visible()
    return chat


def ask(chat: Locator, text: str) -> None:
    chat.get_by_role("textbox").fill(text)
    chat.get_by_role("textbox").press("Enter")


def press(chat: Locator, name: str) -> None:
    """Press the newest button of this name."""
    chat.get_by_role("button", name=name, exact=True).last.click()


def says(chat: Locator, name: str) -> None:
    """Press the newest button of this name, and see it said."""
    own = chat.locator("[data-own]")
    before = own.count()
    press(chat, name)
    expect(own).to_have_count(before + 1)


@pytest.mark.parametrize(("gemeente", "fee"), [("waterdam", "€ 84,10"), ("heidewoud", "€ 79,95")])
def test_a_question_is_answered_on_the_home_page(visit: Visit, gemeente: str, fee: str) -> None:
    chat = open_chat(visit.go(f"/{gemeente}/"))
    expect(chat.get_by_role("log")).to_contain_text("chatbot")
    ask(chat, "wat kost een paspoort")
    expect(chat.get_by_role("log")).to_contain_text(fee)
    expect(chat.get_by_role("textbox")).to_be_focused()


def test_a_report_survives_a_reload_and_ends_in_a_receipt(visit: Visit) -> None:
    page = visit.go("/waterdam/")
    chat = open_chat(page)
    ask(chat, "Ik wil een kapotte lantaarnpaal melden")
    says(chat, "De lamp brandt niet")
    expect(chat.get_by_role("log")).to_contain_text("Waar staat de lamp?")
    page.reload()
    chat = chat_in(page)
    open_chat(page)
    expect(chat.get_by_role("log")).to_contain_text("Waar staat de lamp?")
    ask(chat, "Lindelaan 8")
    says(chat, "Eén lamp")
    for _ in range(3):
        says(chat, "Overslaan")
    expect(chat.get_by_role("log")).to_contain_text("Klopt dit?")
    press(chat, "Ja, versturen")
    expect(chat.get_by_role("log")).to_contain_text("Het nummer is")


def test_a_task_card_of_the_page_opens_the_chat_with_its_question(visit: Visit) -> None:
    page = visit.go("/waterdam/")
    # Until the widget is there, a card leads to the chat page.
    expect(chat_in(page).get_by_role("button", name="Stel uw vraag")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Grofvuil")).click()
    expect(chat_in(page).get_by_role("log")).to_contain_text("Hoe laat ik grofvuil ophalen?")
    assert page.url.endswith("/waterdam/")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_escape_closes_the_panel_and_the_focus_goes_back_to_its_button(
    begin: Begin, motion: str
) -> None:
    with begin(reduced_motion=motion) as visit:
        page = visit.go("/waterdam/")
        open_chat(page)
        page.keyboard.press("Escape")
        expect(chat_in(page).get_by_role("log")).to_have_count(0)
        expect(chat_in(page).get_by_role("button", name="Stel uw vraag")).to_be_focused()


def test_the_conversation_can_be_erased(visit: Visit) -> None:
    page = visit.go("/waterdam/")
    chat = open_chat(page)
    ask(chat, "wat kost een paspoort")
    expect(chat.get_by_role("log")).to_contain_text("€ 84,10")
    press(chat, "Menu")
    press(chat, "Gesprek wissen")
    press(chat, "Ja, wis het gesprek")
    expect(chat.get_by_text("€ 84,10")).to_have_count(0)


def test_a_message_comes_in_by_itself_when_it_was_sent_elsewhere(visit: Visit) -> None:
    page = visit.go("/waterdam/")
    chat = open_chat(page)
    ask(chat, "wat kost een paspoort")
    expect(chat.get_by_role("log")).to_contain_text("€ 84,10")
    key = page.evaluate(KEY)
    elsewhere = f"{visit.url}/api/v1/waterdam/conversations/{key['id']}/messages"
    sent = page.request.post(
        elsewhere,
        headers={"Authorization": f"Bearer {key['token']}"},
        data={"client_id": "elders", "text": "wat kost een rijbewijs"},
    )
    assert sent.status == 200
    expect(chat.get_by_role("log")).to_contain_text("Een rijbewijs kost")


@pytest.mark.parametrize("gemeente", ["waterdam", "heidewoud", "oostermark"])
def test_the_open_chat_is_clean_for_axe_and_fits(begin: Begin, gemeente: str) -> None:
    with begin(bypass_csp=True) as visit:
        page = visit.go(f"/{gemeente}/")
        chat = open_chat(page)
        ask(chat, "Ik wil een kapotte lantaarnpaal melden")
        expect(chat.get_by_role("button", name="De lamp knippert")).to_be_visible()
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            assert axe_violations(page) == []
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@contextmanager
def _own_server(environment: dict[str, str]) -> Iterator[Server]:
    server = Server(environment)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def test_a_message_sent_while_the_server_is_away_arrives_once_when_it_is_back(
    browser: Browser, environment: dict[str, str], widget: None
) -> None:
    with (
        _own_server(environment) as server,
        visiting(browser, server.url, "203.0.113.5") as visit,
    ):
        page = visit.go("/waterdam/")
        chat = open_chat(page)
        ask(chat, "wat kost een paspoort")
        expect(chat.get_by_role("log")).to_contain_text("€ 84,10")
        visit.expect_refusals()
        server.kill()
        ask(chat, "wat kost een rijbewijs")
        expect(chat.get_by_role("log")).to_contain_text("wat kost een rijbewijs")
        log = chat.get_by_role("log")
        expect(log).to_contain_text("Niet verstuurd")
        server.start()
        press(chat, "Probeer opnieuw")
        expect(log).to_contain_text("Een rijbewijs kost")
        expect(log.get_by_text("wat kost een rijbewijs", exact=True)).to_have_count(1)
