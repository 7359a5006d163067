# SPDX-License-Identifier: EUPL-1.2
"""Logging in as a person does it, by way of the imitation of DigiD, and every page of it."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.test_accessibility import TOO_WIDE, axe_violations
from tests.browser.visiting import DESKTOP, PHONE, Visit
from tests.contract.identity import Identity

PIETER, ZOE = "Pieter Jan Brouwer", "Zoë Hoekstra"
LEVEL = {"basis": "Basis", "midden": "Midden", "substantieel": "Substantieel"}
PICTURES = os.environ.get("GEMEENGOED_PICTURES")  # a folder, to look at the pages


def to_digid(visit: Visit, slug: str = "waterdam") -> Page:
    page = visit.go(f"/{slug}/inloggen")
    page.get_by_role("link", name="Inloggen met DigiD").click()
    expect(page.get_by_text("Dit is een nagemaakte DigiD voor de demo.")).to_be_visible()
    return page


def choose(page: Page, person: str = PIETER, level: str = "midden", do: str = "Inloggen") -> None:
    option = page.get_by_label("Wie logt in?").locator("option", has_text=person)
    page.get_by_label("Wie logt in?").select_option(option.get_attribute("value"))
    page.get_by_role("radio", name=LEVEL[level]).check()
    if do == "Laat verlopen":
        page.get_by_text("Wat als het misgaat?").click()
    page.get_by_role("button", name=do, exact=True).click()


def logged_in(visit: Visit, person: str = PIETER, slug: str = "waterdam") -> Page:
    page = to_digid(visit, slug)
    choose(page, person)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn zaken")
    return page


def refused(do: str = "Annuleren", level: str = "midden") -> Callable[[Visit], object]:
    def act(visit: Visit) -> None:
        page = to_digid(visit)
        choose(page, level=level, do=do)
        page.wait_for_url("**/inloggen/gestopt/**")

    return act


def logged_out(visit: Visit) -> None:
    logged_in(visit).get_by_role("button", name="Uitloggen").click()


def at_digid_too_late(visit: Visit, identity: Identity) -> None:
    visit.expect_refusals()
    visit.page.goto(f"{identity.issuer}/kies/x")


SCREENS: dict[str, Callable[[Visit], object]] = {
    "before": lambda visit: visit.go("/waterdam/inloggen"),
    "before, je": lambda visit: visit.go("/heidewoud/inloggen"),
    "at DigiD": to_digid,
    "cancelled": refused(),
    "timed out": refused("Laat verlopen"),
    "level too low": refused("Inloggen", "basis"),
    "DigiD is down": lambda visit: visit.go("/waterdam/inloggen/gestopt/storing"),
    "went wrong": lambda visit: visit.go("/waterdam/inloggen/gestopt/mislukt"),
    "busy": lambda visit: visit.go("/waterdam/inloggen/gestopt/druk"),
    "not connected": lambda visit: visit.go("/oostermark/inloggen/gestopt/kan-niet"),
    "mine": logged_in,
    "log out": lambda visit: (logged_in(visit), visit.go("/waterdam/uitloggen")),
    "logged out": logged_out,
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_page_around_logging_in_is_clean_for_axe_and_fits_every_screen(
    begin: Begin, identity: Identity, screen: str
) -> None:
    with begin(bypass_csp=True) as visit:  # axe is put into the page by the test
        visit.goes_to(identity.issuer)
        SCREENS[screen](visit)
        for size in (DESKTOP, PHONE):
            visit.page.set_viewport_size(size)  # type: ignore[arg-type]
            if PICTURES:
                name = f"{screen} {size['width']}.png".replace(" ", "-")
                visit.page.screenshot(path=f"{PICTURES}/{name}", full_page=True)
            assert axe_violations(visit.page) == []
        visit.page.set_viewport_size({"width": 320, "height": 700})
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320, (
            visit.page.evaluate(TOO_WIDE)
        )


def test_the_page_of_digid_for_an_attempt_that_is_gone_is_clean_too(
    begin: Begin, identity: Identity
) -> None:
    with begin(bypass_csp=True) as visit:
        visit.goes_to(identity.issuer)
        at_digid_too_late(visit, identity)
        expect(visit.page.get_by_role("heading", level=1)).to_have_text("Inloggen lukt niet")
        assert axe_violations(visit.page) == []


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_person_logs_in_sees_their_name_and_logs_out(
    begin: Begin, identity: Identity, java_script_enabled: bool
) -> None:
    with begin(java_script_enabled=java_script_enabled) as visit:
        visit.goes_to(identity.issuer)
        page = logged_in(visit)
        expect(page.get_by_text(PIETER)).to_be_visible()
        expect(page.get_by_text("DigiD Midden")).to_be_visible()
        page.get_by_role("button", name="Uitloggen").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("U bent uitgelogd")
        page.go_back()
        expect(page.get_by_text(PIETER)).to_have_count(0)
        visit.go("/waterdam/mijn")
        expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")


def test_who_stops_can_go_again_from_where_they_are(begin: Begin, identity: Identity) -> None:
    with begin(java_script_enabled=False) as visit:
        visit.goes_to(identity.issuer)
        page = visit.go("/waterdam/mijn")
        page.get_by_role("link", name="Inloggen met DigiD").click()
        choose(page, do="Annuleren")
        expect(page.get_by_role("heading", level=1)).to_have_text("Het inloggen is gestopt")
        page.get_by_role("link", name="Opnieuw inloggen met DigiD").click()
        choose(page, level="basis")
        expect(page.get_by_text("Nodig: DigiD Midden.")).to_be_visible()
        page.get_by_role("link", name="Opnieuw inloggen met DigiD").click()
        choose(page)
        expect(page.get_by_text(PIETER)).to_be_visible()


def test_a_conversation_is_still_there_after_logging_in(begin: Begin, identity: Identity) -> None:
    with begin() as visit:
        visit.goes_to(identity.issuer)
        visit.come_back_to("waterdam", {"text": "wat kost een paspoort"})
        page = visit.go("/waterdam/chat/inloggen")
        page.get_by_role("link", name="Inloggen met DigiD").click()
        choose(page, ZOE)
        page.wait_for_url("**/waterdam/chat")
        expect(visit.own).to_have_count(2)
        expect(visit.own.last).to_contain_text("Ingelogd met DigiD")
        visit.go("/waterdam/mijn")
        expect(page.get_by_text(ZOE)).to_be_visible()


def test_the_whole_way_can_be_gone_by_keyboard_alone(begin: Begin, identity: Identity) -> None:
    with begin() as visit:
        visit.goes_to(identity.issuer)
        page = visit.go("/heidewoud/inloggen")
        page.get_by_role("link", name="Inloggen met DigiD").focus()
        page.keyboard.press("Enter")
        page.get_by_label("Wie logt in?").focus()
        page.keyboard.press("Tab")
        expect(page.get_by_role("radio", name="Midden")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Inloggen", exact=True)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Mijn zaken")
