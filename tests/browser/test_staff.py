# SPDX-License-Identifier: EUPL-1.2
"""Colleagues find what residents handed in, and nobody else does."""

import re

from django.conf import settings
from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.visiting import Visit
from tests.contract.talking import CALL, LAMP

NUMBER = re.compile(r"Het nummer is ([A-Z0-9-]+)")


# The session of who logged in before, by server and name: a password is half a second of work.
_sessions: dict[tuple[str, str], str] = {}


def log_in(visit: Visit, gemeente: str, name: str) -> Page:
    """At the first page of this colleague's work; by their password when they must."""
    context, cookie = visit.page.context, settings.SESSION_COOKIE_NAME
    if kept := _sessions.get((visit.url, name)):
        context.add_cookies([{"name": cookie, "value": kept, "domain": "127.0.0.1", "path": "/"}])
        page = visit.go(f"/{gemeente}/werk")
        if page.get_by_role("button", name="Uitloggen").count():
            return page
    page = log_in_by_password(visit, gemeente, name)
    (made,) = [each["value"] for each in context.cookies() if each["name"] == cookie]
    _sessions[visit.url, name] = made
    return page


def log_in_by_password(visit: Visit, gemeente: str, name: str) -> Page:
    page = visit.go(f"/{gemeente}/werk")
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill("gemeengoed")
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
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
        expect(page.get_by_role("heading", level=1)).to_have_text("Mijn taken")
        page.get_by_role("link", name=re.compile("^Team")).click()
        page.get_by_role("link", name=re.compile(number)).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(number)
        expect(page.locator("dl.lines")).to_contain_text("Lindelaan 8")
        address = page.url
        page.get_by_role("button", name="Ik pak dit op").click()
        page.get_by_label("Resultaat").select_option(label="Gemaakt")
        page.get_by_label("Wat is er gedaan?").fill("Lamp is vervangen.")
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
            f"{visit.url}/waterdam/werk/team",
        ):
            answer = page.goto(path)
            assert answer is not None
            assert answer.status == 404, path
            expect(page.get_by_text(number)).to_have_count(0)


def ask_for_a_call(visit: Visit) -> str:
    """About moving house in Waterdam; gives the number of the request."""
    visit.come_back_to("waterdam", *CALL, {"action": "confirm"})
    found = NUMBER.search(visit.last.inner_text())
    assert found
    return found.group(1)


def test_a_call_goes_to_who_likes_calling_and_the_resident_sees_by_name_who_does_it(
    visit: Visit, begin: Begin
) -> None:
    number = ask_for_a_call(visit)
    told = visit.page.locator("#gesprek .bubble-notice")
    with begin() as at_anja, begin() as at_bilal:
        anja = log_in(at_anja, "waterdam", "anja@waterdam.example")
        anja.get_by_role("link", name=re.compile("^Team")).click()
        anja.get_by_role("link", name=re.compile(number)).click()
        anja.get_by_role("button", name="Ik pak dit op").click()
        expect(told.last).to_contain_text(f"Anja heeft uw verzoek {number} opgepakt")
        expect(anja.get_by_text("belt graag, verhuizen 3")).to_be_visible()
        anja.get_by_role("button", name="Vraag Bilal").click()
        expect(anja.get_by_role("status")).to_contain_text("Bilal is gevraagd")

        bilal = log_in(at_bilal, "waterdam", "bilal@waterdam.example")
        expect(bilal.get_by_text("Anja vraagt: neem je dit over?").first).to_be_visible()
        bilal.get_by_role("link", name=re.compile(number)).click()
        expect(bilal.get_by_text("Wat is het: Terugbelverzoek.").first).to_be_visible()
        bilal.get_by_role("button", name="Ja, ik neem het over").click()
        expect(told.last).to_contain_text("Bilal neemt uw verzoek")
        bilal.get_by_label("Gesproken", exact=True).check()
        bilal.get_by_label("Aantekening").fill("Verhuizing uitgelegd.")
        bilal.get_by_label("Is de taak nu klaar?").select_option(label="Ja: Gesproken, geregeld")
        bilal.get_by_role("button", name="Gesprek vastleggen").click()
        expect(bilal.get_by_role("status")).to_contain_text(f"{number} is afgehandeld")
        expect(told.last).to_contain_text("Bilal heeft u gesproken")
        expect(told).to_have_count(3)

        anja.reload()
        expect(anja.get_by_text("Bilal handelde het af: Gesproken, geregeld")).to_be_visible()
        expect(anja.get_by_role("button", name=re.compile("Vraag"))).to_have_count(0)


def test_handing_over_and_accepting_work_by_keyboard_without_javascript(
    visit: Visit, begin: Begin
) -> None:
    number = ask_for_a_call(visit)
    with begin(java_script_enabled=False) as at_anja, begin(java_script_enabled=False) as at_bilal:
        anja = log_in_by_password(at_anja, "waterdam", "anja@waterdam.example")
        anja.get_by_label("Zoek op nummer").fill(number)
        anja.keyboard.press("Enter")
        expect(anja.get_by_role("heading", level=1)).to_contain_text(number)
        for button in ("Ik pak dit op", "Vraag Bilal"):
            anja.get_by_role("button", name=button).focus()
            anja.keyboard.press("Enter")
            expect(anja.get_by_role("button", name=button)).to_have_count(0)
        expect(anja.get_by_role("status")).to_contain_text("Bilal is gevraagd")
        bilal = log_in(at_bilal, "waterdam", "bilal@waterdam.example")
        bilal.get_by_role("link", name=re.compile(number)).focus()
        bilal.keyboard.press("Enter")
        expect(bilal.get_by_role("heading", level=1)).to_contain_text(number)
        bilal.get_by_role("button", name="Ja, ik neem het over").focus()
        bilal.keyboard.press("Enter")
        expect(bilal.get_by_role("status")).to_contain_text("Je hebt deze taak overgenomen.")


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
    page = log_in_by_password(visit, "waterdam", "anja@waterdam.example")
    page.get_by_role("button", name="Uitloggen").click()
    visit.go("/waterdam/werk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")
