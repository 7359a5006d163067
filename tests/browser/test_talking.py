# SPDX-License-Identifier: EUPL-1.2
"""Residents on the chat page: questions, a report from beginning to end, in both forms."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Begin
from tests.browser.visiting import Visit
from tests.contract.talking import LAMP

RECEIPT_NUMBER = re.compile(r"Het nummer is [A-Z0-9]+(-[A-Z0-9]+)+")
MUNICIPALITIES = [("waterdam", "u"), ("heidewoud", "je")]
REPORT = "Ik wil een kapotte lantaarnpaal melden"


@pytest.mark.parametrize(
    ("gemeente", "form", "fee", "checked"),
    [
        ("waterdam", "u", "€ 84,10", "2 november 2026"),
        ("heidewoud", "je", "€ 79,95", "20 oktober 2026"),
    ],
)
def test_a_question_gets_its_short_answer_in_the_voice_of_the_municipality(
    visit: Visit, gemeente: str, form: str, fee: str, checked: str
) -> None:
    visit.chat(gemeente)
    label = "Typ uw vraag" if form == "u" else "Typ je vraag"
    expect(visit.page.get_by_label(label)).to_be_visible()
    answer = visit.ask("Wat kost een paspoort?")
    expect(answer).to_contain_text(f"Een paspoort kost {fee}")
    said = answer.locator(".words").inner_text()
    assert len(said) < 200, "one price, not a page"
    expect(answer.get_by_text(f"gecontroleerd op {checked}").first).to_be_visible()


@pytest.fixture
def gliding(begin: Begin) -> Iterator[Visit]:
    """Who has nothing against motion: the page glides to what is new."""
    with begin(reduced_motion="no-preference") as visit:
        yield visit


@pytest.mark.parametrize(("gemeente", "form"), MUNICIPALITIES)
def test_a_report_goes_from_first_word_over_a_side_question_and_a_correction_to_a_receipt(
    gliding: Visit, gemeente: str, form: str
) -> None:
    visit = gliding
    visit.chat(gemeente)
    expect(visit.ask(REPORT)).to_contain_text("Wat is er met de lamp?")
    visit.press("De lamp brandt niet")
    question = visit.answer("Lindelaan 8")
    expect(question).to_contain_text("Gaat het om één lamp")
    step = question.locator(".step").inner_text()

    back = visit.ask("wat kost een rijbewijs?")
    expect(visit.messages.filter(has_text="Een rijbewijs kost")).to_have_count(1)
    expect(back).to_contain_text("Gaat het om één lamp")
    expect(back.locator(".step")).to_have_text(step)

    visit.press("Eén lamp")
    visit.skip_what_may_be_skipped()
    expect(visit.line("Plaats")).to_contain_text("Lindelaan 8,")
    visit.ask("toch niet, nummer 10")
    expect(visit.line("Plaats")).to_contain_text("Lindelaan 10,")
    visit.press("Wijzig wat er is")
    visit.press("De lamp knippert")
    expect(visit.line("Wat er is")).to_contain_text("De lamp knippert")
    expect(visit.line("Plaats")).to_contain_text("Lindelaan 10,")

    receipt = visit.press("Ja, versturen")
    expect(receipt).to_contain_text(RECEIPT_NUMBER)
    expect(receipt).to_contain_text(re.compile(r"\d+ december 2026"))
    own = "Uw melding" if form == "u" else "Je melding"
    expect(receipt).to_contain_text(own)


@pytest.mark.parametrize(("gemeente", "form"), MUNICIPALITIES)
def test_a_report_goes_from_home_page_to_receipt_without_javascript(
    without_javascript: Visit, gemeente: str, form: str
) -> None:
    visit = without_javascript
    page = visit.go(f"/{gemeente}/")
    page.get_by_label("Uw vraag" if form == "u" else "Je vraag").fill(REPORT)
    page.get_by_role("button", name="Stel de vraag").click()
    expect(visit.last).to_contain_text("Wat is er met de lamp?")
    summary = visit.report_lamp("Lindelaan 8")
    expect(summary).to_contain_text("Klopt dit?")
    visit.ask("wat kost een paspoort")
    visit.ask("toch niet, nummer 10")
    expect(visit.line("Plaats")).to_contain_text("Lindelaan 10,")
    visit.press("Wijzig wat er is")
    visit.press("De lamp knippert")
    receipt = visit.press("Ja, versturen")
    expect(receipt).to_contain_text(RECEIPT_NUMBER)


def test_a_task_card_of_the_home_page_fills_in_its_question(without_javascript: Visit) -> None:
    visit = without_javascript
    page = visit.go("/waterdam/")
    page.get_by_role("link", name=re.compile("^Paspoort of ID-kaart")).click()
    expect(visit.composer).to_have_value("Hoe vraag ik een paspoort aan?")
    expect(visit.own).to_have_count(0)


def test_a_task_card_of_the_chat_asks_its_question(visit: Visit) -> None:
    visit.chat("heidewoud")
    visit.press("Grofvuil")
    expect(visit.own).to_have_text(re.compile("Hoe laat ik grofvuil ophalen"))
    expect(visit.last).to_contain_text("grofvuil")


def test_what_is_not_known_is_said_and_a_person_offered(visit: Visit) -> None:
    visit.chat("waterdam")
    answer = visit.ask("zxcv qwerty asdf")
    expect(answer).to_contain_text("Dat weet ik niet")
    visit.press("Laat een collega terugbellen")
    expect(visit.last).to_contain_text("Op welk nummer kunnen we u bellen?")


def test_a_person_is_within_reach_from_the_first_screen(visit: Visit) -> None:
    visit.chat("heidewoud")
    visit.press("Praat met een medewerker")
    expect(visit.own).to_contain_text("medewerker")
    expect(visit.messages.last).to_contain_text(re.compile("bel", re.IGNORECASE))


def test_a_report_can_be_stopped_and_leaves_nothing_to_confirm(visit: Visit) -> None:
    visit.come_back_to("waterdam", *LAMP[:2])
    visit.press("Stoppen")
    expect(visit.page.get_by_role("button", name="Verder", exact=True)).to_have_count(0)
    expect(visit.composer).to_be_visible()


def test_one_step_back_asks_the_question_before_again(visit: Visit) -> None:
    visit.come_back_to("waterdam", *LAMP[:2])
    expect(visit.press("Terug")).to_contain_text("Wat is er met de lamp?")
