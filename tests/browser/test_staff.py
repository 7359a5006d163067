# SPDX-License-Identifier: EUPL-1.2
"""Colleagues find what residents handed in, and nobody else does."""

import re

from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.visiting import Visit
from tests.contract.talking import LAMP

NUMBER = re.compile(r"Het nummer is ([A-Z0-9-]+)")


def log_in(visit: Visit, gemeente: str, name: str) -> Page:
    page = visit.go(f"/{gemeente}/werk")
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill("gemeengoed")
    page.get_by_role("button", name="Inloggen").click()
    return page


def hand_in(visit: Visit) -> str:
    """A report in Waterdam; gives its number."""
    visit.come_back_to("waterdam", *LAMP, {"action": "confirm"})
    found = NUMBER.search(visit.last.inner_text())
    assert found
    return found.group(1)


def test_a_report_reaches_the_list_of_its_municipality_and_is_finished_with_a_note(
    visit: Visit, begin: Begin
) -> None:
    number = hand_in(visit)
    with begin() as colleague:
        page = log_in(colleague, "waterdam", "anja@waterdam.example")
        expect(page.get_by_role("heading", level=1)).to_have_text("Taken")
        page.get_by_role("link", name=re.compile(number)).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(number)
        expect(page.locator("dl")).to_contain_text("Lindelaan 8")
        address = page.url
        page.get_by_role("textbox").fill("Lamp is vervangen.")
        page.get_by_role("button", name="Afgehandeld", exact=True).click()
        expect(page.get_by_role("status")).to_contain_text(f"{number} is afgehandeld")
        page.goto(address)
        expect(page.get_by_text("Lamp is vervangen.")).to_be_visible()
        expect(page.get_by_role("button", name="Afgehandeld", exact=True)).to_have_count(0)
    with begin() as elsewhere:
        elsewhere.expect_refusals()
        page = log_in(elsewhere, "heidewoud", "hessel@heidewoud.example")
        expect(page.get_by_text(number)).to_have_count(0)
        for path in (
            address,
            address.replace("waterdam", "heidewoud"),
            f"{visit.url}/waterdam/werk",
        ):
            answer = page.goto(path)
            assert answer is not None
            assert answer.status == 404, path
            expect(page.get_by_text(number)).to_have_count(0)


def test_without_logging_in_there_is_nothing_to_see(visit: Visit) -> None:
    page = visit.go("/waterdam/werk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")


def test_a_wrong_password_is_told_without_losing_the_name(visit: Visit) -> None:
    page = visit.go("/waterdam/werk")
    page.get_by_label("Gebruikersnaam").fill("anja@waterdam.example")
    page.get_by_label("Wachtwoord").fill("geraden")
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Gebruikersnaam")).to_have_value("anja@waterdam.example")


def test_a_number_can_be_looked_up(visit: Visit, begin: Begin) -> None:
    number = hand_in(visit)
    with begin() as colleague:
        page = log_in(colleague, "waterdam", "bilal@waterdam.example")
        page.get_by_label("Zoek op nummer").fill(number.lower())
        page.get_by_role("button", name="Zoeken").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(number)


def test_after_logging_out_the_list_is_closed(visit: Visit) -> None:
    page = log_in(visit, "waterdam", "anja@waterdam.example")
    page.get_by_role("button", name="Uitloggen").click()
    visit.go("/waterdam/werk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")
