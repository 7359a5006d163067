# SPDX-License-Identifier: EUPL-1.2
"""The morning: ordinary moves by keyboard, the exception from night to registration."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Begin
from tests.browser.morning import Worker, closed_in_register, handed_in
from tests.browser.serving import Server
from tests.browser.test_accessibility import TOO_WIDE, axe_violations
from tests.browser.test_moving import NIGHT, lives_alone, logs_in, types
from tests.browser.test_staff import log_in
from tests.browser.visiting import DESKTOP, PHONE, Visit, visiting
from tests.contract.identity import Identity

LIST = "/werk/verwerken"
READY = "[data-keys=ready]"
KEYS_PER_MOVE = 2  # at most
pytestmark = pytest.mark.timeout(1500)  # a server and a worker are started here
PICTURES = os.environ.get("GEMEENGOED_PICTURES")  # a folder, to look at the pages
ANJA, BILAL = "anja@waterdam.example", "bilal@waterdam.example"
SHOWN = {"viewport": DESKTOP, "bypass_csp": True}  # axe is put into the page by the test


@pytest.fixture(scope="module")
def at_work(
    environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """The environment of twenty to nine in the morning, with a mailbox of its own."""
    mailbox = tmp_path_factory.mktemp("mailbox")
    moved = {
        "GEMEENGOED_NOW": "2026-11-23T08:40",
        "GEMEENGOED_NOW_SET_AT": datetime.now(UTC).isoformat(),  # the same for all processes
        "GEMEENGOED_MAILBOX": str(mailbox),
        "WEB_PROCESSES": "1",  # a few colleagues; the server of the night has one for each core
    }
    return {**environment, **moved}


@pytest.fixture(scope="module")
def morning(server: Server, at_work: dict[str, str]) -> Iterator[Server]:
    """A second server on the database of the first, some hours later; and a worker."""
    server = Server(at_work)
    server.start()
    worker = Worker(at_work)
    yield server
    worker.kill()
    server.kill()


def shown(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def fits_and_is_clean(visit: Visit, name: str) -> None:
    """On a desktop, on a phone, and for axe."""
    page = visit.page
    for size, where in ((DESKTOP, "desktop"), (PHONE, "phone")):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        shown(page, f"{name}-{where}")
        assert axe_violations(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.evaluate(TOO_WIDE)
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]


def numbers_on(page: Page) -> list[str]:
    return page.locator("ul.taken .reference").all_inner_texts()


class TestTenOrdinaryMoves:
    def test_they_are_processed_by_keyboard_alone_with_one_press_each(
        self, browser: Browser, morning: Server, at_work: dict[str, str]
    ) -> None:
        numbers = handed_in(at_work, "heidewoud", "ten", 10)
        with visiting(browser, morning.url, "198.51.100.1") as visit:
            page = log_in(visit, "heidewoud", "hessel@heidewoud.example")
            visit.go(f"/heidewoud{LIST}")
            waiting = numbers_on(page)  # a night before may have left some too
            assert set(waiting) >= set(numbers)
            page.get_by_role("link", name="Beginnen").focus()
            page.keyboard.press("Enter")
            presses = 0
            for left in range(len(waiting), 0, -1):
                expect(page.locator(".place")).to_have_text(f"1 van {left}")
                page.locator(READY).wait_for(state="attached")
                page.keyboard.press("v")
                presses += 1
            emptied = page.get_by_text("De lijst is leeg. Alles is verwerkt.")
            expect(emptied).to_be_visible()
            expect(page.get_by_text(f"Vandaag verwerkt: {len(waiting)}.")).to_be_visible()
        assert presses / len(waiting) <= KEYS_PER_MOVE
        assert closed_in_register(at_work, "heidewoud", numbers) == dict.fromkeys(
            numbers, "Verwerkt"
        )


class TestTheKeys:
    @pytest.fixture
    def two(
        self, at_work: dict[str, str], morning: Server, request: pytest.FixtureRequest
    ) -> list[str]:
        """The numbers of two moves in Oostermark, of whom an e-mail address is known."""
        return handed_in(at_work, "oostermark", request.node.name, 2)

    @pytest.fixture
    def karima(self, browser: Browser, morning: Server, two: list[str]) -> Iterator[Visit]:
        """At the first of the two; more may wait, of another night."""
        with visiting(browser, morning.url, "198.51.100.2", **SHOWN) as visit:
            log_in(visit, "oostermark", "karima@oostermark.example")
            visit.go(f"/oostermark{LIST}")
            visit.page.get_by_role("link", name=re.compile(two[0])).click()
            visit.page.locator(".place").wait_for()
            visit.page.bring_to_front()  # keys go to the page in front
            visit.page.locator(READY).wait_for(state="attached")
            yield visit

    def number(self, page: Page) -> str:
        return page.locator("h1 .reference").inner_text()

    def test_they_never_fire_where_one_types_or_chooses(self, karima: Visit) -> None:
        page = karima.page
        number = self.number(page)
        page.keyboard.press("t")
        field = page.get_by_label("Wat wil je weten?")
        expect(field).to_be_focused()
        page.keyboard.type("Vout? Overal u.")
        expect(field).to_have_value("Vout? Overal u.")
        assert self.number(page) == number
        page.keyboard.press("Escape")
        expect(field).not_to_be_visible()
        page.keyboard.press("u")
        expect(page.get_by_label("Waarom?")).to_be_focused()
        page.keyboard.press("v")
        assert self.number(page) == number

    def test_they_are_no_browser_shortcuts_and_a_key_that_is_held_down_does_nothing(
        self, karima: Visit
    ) -> None:
        page = karima.page
        number = self.number(page)
        for key in ("Control+o", "Alt+v", "Meta+v"):
            page.keyboard.press(key)
        page.evaluate(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', "
            "{key: 'v', repeat: true, bubbles: true}))"
        )
        assert self.number(page) == number

    def test_they_can_be_turned_off_and_stay_off(self, karima: Visit) -> None:
        page = karima.page
        number = self.number(page)
        box = page.get_by_label("Toetsen gebruiken")
        box.uncheck()
        expect(page.locator("kbd:visible")).to_have_count(0)
        page.get_by_role("heading", level=1).click()
        page.keyboard.press("v")
        page.reload()
        expect(box).not_to_be_checked()
        page.locator(READY).wait_for(state="attached")
        page.keyboard.press("v")
        assert self.number(page) == number

    def test_skipping_by_key_goes_on_and_leaves_it(self, karima: Visit) -> None:
        page = karima.page
        number = self.number(page)
        page.keyboard.press("o")
        expect(page.locator("h1 .reference")).not_to_have_text(number)
        karima.go(f"/oostermark{LIST}")
        assert number in numbers_on(page)

    def test_the_screens_are_clean_for_axe_and_fit_a_phone(self, karima: Visit) -> None:
        page = karima.page
        karima.expect_refusals()
        fits_and_is_clean(karima, "one")
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        page.get_by_role("button", name="Eruit halen").click()
        expect(page.get_by_role("alert")).to_be_visible()
        fits_and_is_clean(karima, "one-incomplete")
        page.get_by_text("Terug met een vraag").click()
        page.get_by_label("Wat wil je weten?").fill("Wat is het huisnummer?")
        page.get_by_role("button", name="Vraag stellen").click()
        karima.go(f"/oostermark{LIST}")
        fits_and_is_clean(karima, "list")
        asked = page.locator("li", has_text="Wat is het huisnummer?")
        asked.get_by_role("link").first.click()
        fits_and_is_clean(karima, "asked")


def test_it_works_without_javascript_and_the_second_colleague_is_told(
    browser: Browser, morning: Server, at_work: dict[str, str]
) -> None:
    (number,) = handed_in(at_work, "waterdam", "without-script", 1)
    options = {"java_script_enabled": False}
    with (
        visiting(browser, morning.url, "198.51.100.3", **options) as at_anja,
        visiting(browser, morning.url, "198.51.100.4", **options) as at_bilal,
    ):
        pages = [log_in(at_anja, "waterdam", ANJA), log_in(at_bilal, "waterdam", BILAL)]
        for visit, page in zip((at_anja, at_bilal), pages, strict=True):
            visit.go(f"/waterdam{LIST}")
            page.get_by_role("link", name=re.compile(number)).click()
            expect(page.locator("kbd:visible")).to_have_count(0)
        anja, bilal = pages
        expect(bilal.get_by_text("Anja heeft deze nu ook open.")).to_be_visible()
        bilal.get_by_role("button", name="Verwerkt, volgende").click()
        expect(bilal.get_by_text(f"{number} is verwerkt.")).to_be_visible()
        at_anja.expect_refusals()
        anja.get_by_role("button", name="Verwerkt, volgende").click()
        expect(anja.get_by_role("alert")).to_contain_text("Bilal heeft dit al afgehandeld.")
    assert closed_in_register(at_work, "waterdam", [number]) == {number: "Verwerkt"}


def refuses(page: Page, phone: str) -> str:
    """From the question who lives there to the receipt: they refuse. Gives the number."""
    said = page.locator(".bubble-own")
    for label in ("Zij werken niet mee", phone, "Overslaan", "Ja, versturen"):
        before = said.count()
        if label == phone:
            page.locator("#gesprek").get_by_role("textbox").last.fill(phone)
            page.get_by_role("button", name="Verder", exact=True).last.click()
        else:
            page.get_by_role("button", name=label, exact=True).last.click()
        expect(said).to_have_count(before + 1)
    told = page.locator("#gesprek .bubbles > li").last
    expect(told).to_contain_text("Een medewerker van het klantcontactcentrum belt u uiterlijk")
    found = re.search(r"[A-Z]{2}-\d{4}-\d{4}", told.inner_text())
    assert found
    return found.group()


def test_a_move_that_the_occupant_refuses_is_called_about_and_registered(
    browser: Browser,
    begin: Begin,
    identity: Identity,
    morning: Server,
    at_work: dict[str, str],
) -> None:
    with begin(bypass_csp=True) as resident:
        resident.goes_to(identity.issuer)
        page = resident.go("/waterdam/chat")
        types(page, NIGHT)
        logs_in(page, lives_alone("waterdam"))
        number = refuses(page, "06 12345678")
        told = page.locator("#gesprek .bubble-notice")
        with (
            visiting(browser, morning.url, "198.51.100.5", **SHOWN) as at_anja,
            visiting(browser, morning.url, "198.51.100.6", **SHOWN) as at_bilal,
        ):
            anja = log_in(at_anja, "waterdam", ANJA)
            at_anja.go(f"/waterdam{LIST}")
            expect(anja.get_by_text(number)).to_have_count(0)
            at_anja.go("/waterdam/werk/team?team=klantcontact")
            anja.locator("li", has_text="Verhuizing: het adres").last.get_by_role("link").click()
            expect(anja.locator("dl.lines").first).to_contain_text("Kerkstraat 22, 1994 AH")
            taak = anja.locator("h1 .reference").inner_text()
            anja.get_by_role("button", name="Ik pak dit op").click()
            expect(told.last).to_contain_text(f"Anja heeft uw verzoek {taak} opgepakt")
            fits_and_is_clean(at_anja, "exception")
            anja.get_by_role("button", name="Vraag Bilal").click()

            bilal = log_in(at_bilal, "waterdam", BILAL)
            bilal.get_by_role("link", name=re.compile(taak)).first.click()
            bilal.get_by_role("button", name="Ja, ik neem het over").click()
            expect(told.last).to_contain_text("Bilal neemt uw verzoek")
            bilal.get_by_label("Gesproken", exact=True).check()
            bilal.get_by_label("Aantekening").fill("Woont er sinds het weekend. Contract gezien.")
            bilal.get_by_label("Is de taak nu klaar?").select_option(
                label="Ja: Gesproken, de verhuizing is ingeschreven"
            )
            bilal.get_by_role("button", name="Gesprek vastleggen").click()
            expect(bilal.get_by_role("status")).to_contain_text(f"{taak} is afgehandeld")

        assert closed_in_register(at_work, "waterdam", [number]) == {number: "Verwerkt"}
        expect(told.last).to_contain_text(f"Bilal heeft uw verhuizing {number} verwerkt")
        expect(told.last).to_contain_text("geldt vanaf dinsdag 1 december 2026")
        resident.go("/waterdam/mijn")
        matter = page.locator("li", has_text=number)
        expect(matter).to_contain_text("Afgehandeld")
