# SPDX-License-Identifier: EUPL-1.2
"""A conversation is not lost, not doubled, and gone when the resident wants it gone."""

import re

import httpx
import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Begin
from tests.browser.visiting import PATIENCE, Visit
from tests.contract.talking import LAMP

LINK = re.compile(r"/waterdam/chat/verder/[\w-]+")


def test_a_conversation_goes_on_in_another_browser_by_its_link_once(
    begin: Begin, visit: Visit
) -> None:
    visit.come_back_to("waterdam", {"text": "er is een lantaarnpaal kapot"}, *LAMP[:2])
    visit.press("Verder op een ander apparaat")
    words = visit.messages.filter(has_text="De link werkt één keer").inner_text()
    found = LINK.search(words)
    assert found, words
    with begin() as other:
        page = other.go(found.group())
        expect(page.get_by_role("heading", level=1)).to_have_text("Verder met het gesprek")
        page.get_by_role("button", name="Ga verder").click()
        expect(other.own.first).to_contain_text("lantaarnpaal kapot")
        expect(other.ask("Lindelaan 8")).to_contain_text("Gaat het om één lamp")
    with begin() as third:
        third.expect_refusals()
        page = third.go(found.group())
        page.get_by_role("button", name="Ga verder").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")


def test_looking_at_the_link_does_not_use_it_up(begin: Begin, visit: Visit) -> None:
    visit.chat("waterdam")
    visit.ask("wat kost een paspoort")
    visit.press("Verder op een ander apparaat")
    found = LINK.search(visit.messages.filter(has_text="De link werkt één keer").inner_text())
    assert found
    for _ in range(2):
        assert httpx.get(visit.url + found.group(), timeout=PATIENCE / 1000).status_code == 200
    with begin() as other:
        page = other.go(found.group())
        page.get_by_role("button", name="Ga verder").click()
        expect(other.own.first).to_contain_text("wat kost een paspoort")


def test_the_conversation_is_still_there_after_a_reload_and_on_a_second_visit(
    visit: Visit,
) -> None:
    visit.chat("heidewoud")
    visit.ask("wat kost een paspoort")
    count = visit.messages.count()
    visit.page.reload()
    expect(visit.messages).to_have_count(count)
    visit.go("/heidewoud/")
    visit.chat("heidewoud")
    expect(visit.messages).to_have_count(count)
    visit.chat("waterdam")
    expect(visit.own).to_have_count(0)


def test_an_erased_conversation_is_gone_from_the_page(visit: Visit) -> None:
    visit.chat("waterdam")
    visit.ask("wat kost een paspoort")
    page = visit.page
    page.get_by_role("link", name="Gesprek wissen").click()
    page.get_by_role("link", name="Nee, terug naar het gesprek").click()
    expect(visit.own).to_have_count(1)
    page.get_by_role("link", name="Gesprek wissen").click()
    page.get_by_role("button", name="Ja, wis het gesprek").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het gesprek is gewist")
    page.get_by_role("link", name="Begin een nieuw gesprek").click()
    expect(visit.own).to_have_count(0)
    expect(visit.page.get_by_text("wat kost een paspoort")).to_have_count(0)


def test_a_double_click_on_send_stores_one_message(visit: Visit) -> None:
    page = visit.chat("waterdam")
    visit.composer.fill("wat kost een paspoort")
    page.get_by_role("button", name="Versturen", exact=True).dblclick()
    expect(visit.last).to_contain_text("€ 84,10")
    page.reload()
    expect(visit.own).to_have_count(1)


def test_a_double_click_without_javascript_stores_one_message(without_javascript: Visit) -> None:
    visit = without_javascript
    page = visit.chat("waterdam")
    visit.composer.fill("wat kost een paspoort")
    page.get_by_role("button", name="Versturen", exact=True).dblclick()
    expect(visit.last).to_contain_text("€ 84,10")
    page.reload()
    expect(visit.own).to_have_count(1)


def test_going_back_shows_the_conversation_as_it_is_now(without_javascript: Visit) -> None:
    visit = without_javascript
    visit.come_back_to("waterdam", LAMP[0])
    visit.press("De lamp brandt niet")
    visit.answer("Lindelaan 8")
    visit.page.go_back()
    expect(visit.last).to_contain_text("Gaat het om één lamp")


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_old_buttons_in_another_tab_do_no_harm(begin: Begin, java_script_enabled: bool) -> None:
    with begin(java_script_enabled=java_script_enabled) as visit:
        visit.without_line()
        first, *others = LAMP
        talk = visit.come_back_to("waterdam", first)
        for step in others:
            talk.send(**step)
        summary = visit.another_tab()
        summary.chat("waterdam")

        visit.press("De lamp knippert")
        expect(visit.last).to_contain_text("Klopt dit?")
        expect(visit.line("Plaats")).to_contain_text("Lindelaan 8,")
        visit.press("Ja, versturen")
        expect(visit.page.locator(".bubble-receipt")).to_have_count(1)

        summary.press("Ja, versturen")
        visit.chat("waterdam")
        expect(visit.page.locator(".bubble-receipt")).to_have_count(1)


def test_a_message_that_is_too_long_is_refused_and_stays_in_the_field(
    without_javascript: Visit,
) -> None:
    visit = without_javascript
    visit.expect_refusals()
    page = visit.chat("heidewoud")
    text = "a" * 5000
    visit.composer.evaluate("(field) => field.removeAttribute('maxlength')")
    visit.composer.fill(text)
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("te lang")
    expect(visit.composer).to_have_value(text)
    expect(visit.own).to_have_count(0)


def test_too_many_conversations_are_refused_and_the_text_stays(visit: Visit) -> None:
    visit.expect_refusals()
    page = visit.chat("oostermark")
    while True:
        opened = page.request.post(f"{visit.url}/api/v1/oostermark/conversations")
        if opened.status == 429:
            break
        assert opened.status == 201
    visit.composer.fill("wanneer zijn jullie open?")
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Probeer het over")
    expect(visit.composer).to_have_value("wanneer zijn jullie open?")


def test_an_empty_message_is_refused_in_words(visit: Visit) -> None:
    visit.expect_refusals()
    page = visit.chat("waterdam")
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Het bericht is leeg")


def test_a_citizen_service_number_is_nowhere_on_the_page(visit: Visit) -> None:
    page = visit.chat("waterdam")
    visit.ask("mijn bsn is 999993653, ik wil verhuizen")
    expect(visit.own).to_contain_text("[bsn verborgen]")
    assert "999993653" not in page.content()


def test_what_a_resident_types_is_text_and_never_part_of_the_page(visit: Visit) -> None:
    visit.chat("waterdam")
    visit.ask("<img src=x onerror=alert(1)><b>vet</b>")
    expect(visit.own).to_contain_text("<img src=x onerror=alert(1)><b>vet</b>")
    expect(visit.own.locator("img, b")).to_have_count(0)
