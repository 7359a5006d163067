# SPDX-License-Identifier: EUPL-1.2
"""A move at three in the morning, from one typed line to the receipt, in three municipalities."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.console import command
from tests.browser.test_accessibility import axe_violations
from tests.browser.test_logging_in import choose
from tests.browser.visiting import PHONE, Visit
from tests.contract.identity import Identity

NIGHT = "hoi ik verhuis 1 dec naar kerkstraat 22 in waterdam, alleen ik, regel ff"
REGISTERS = Path(__file__).parents[2] / "demo" / "registers"


def lives_alone(slug: str) -> str:
    """The name of somebody of whom no other person is registered at the address."""
    with (REGISTERS / slug / "personen.csv").open(encoding="utf-8") as file:
        people = list(csv.DictReader(file))
    homes = [person["address_id"] for person in people]
    alone = next(
        each
        for each in people
        if homes.count(each["address_id"]) == 1 and each["born_on"] < "2000" and _plain(each)
    )
    return _name(alone)


def _name(person: dict[str, str]) -> str:
    return f"{person['given_names']} {person['family_name']}"


def _plain(person: dict[str, str]) -> bool:
    """A name that is written in one way only, and nothing for which somebody must look."""
    special = ("prefix", "secrecy", "under_investigation", "guardianship")
    return not any(person[each] not in ("", "nee") for each in special) and _name(person).isascii()


def types(page: Page, words: str) -> None:
    box = page.locator("textarea").last
    box.fill(words)
    box.press("Enter")


def logs_in(page: Page, name: str) -> None:
    page.get_by_role("link", name="Inloggen met DigiD").click()
    page.get_by_role("link", name="Inloggen met DigiD").click()
    choose(page, name)
    expect(page.get_by_text("ingelogd. We gaan verder")).to_be_visible()


def to_the_receipt(page: Page) -> None:
    """Answer what is still asked, and confirm."""
    said, buttons = page.locator(".bubble-own"), page.get_by_role("main").get_by_role("button")
    for _ in range(4):
        before = said.count()
        known = buttons.filter(has_text=re.compile("Zij vertrekken|Overslaan|Ja, versturen"))
        label = known.last.inner_text()
        known.last.click()
        expect(said).to_have_count(before + 1)
        if label == "Ja, versturen":
            break
    expect(page.get_by_text("verhuizing is doorgegeven")).to_be_visible()


@pytest.mark.parametrize(
    ("slug", "line", "voice"),
    [
        ("waterdam", NIGHT, "Uw"),
        ("heidewoud", "ik ga 1 december verhuizen naar lindelaan 33, ik alleen", "Je"),
        ("oostermark", "verhuizing doorgeven naar lindelaan 33 per 1 december, alleen ik", "Uw"),
    ],
)
def test_one_line_at_night_becomes_a_receipt(
    begin: Begin, identity: Identity, slug: str, line: str, voice: str
) -> None:
    with begin(viewport=PHONE, bypass_csp=True) as visit:
        visit.goes_to(identity.issuer)
        page = visit.go(f"/{slug}/chat")
        types(page, line)
        expect(page.get_by_role("link", name="Inloggen met DigiD")).to_be_visible()
        assert axe_violations(page) == []
        logs_in(page, lives_alone(slug))
        to_the_receipt(page)
        expect(page.get_by_text(f"{voice} verhuizing is doorgegeven")).to_be_visible()
        assert axe_violations(page) == []
        visit.go(f"/{slug}/mijn")
        expect(page.get_by_role("main")).to_contain_text("Verhuizing")


def behaves(environment: dict[str, str], *how: str) -> None:
    """The switch of the demo's registers."""
    command(environment, "registers", "--gemeente", "waterdam", *how)


def test_a_brp_that_hangs_for_half_a_minute_loses_nothing_and_a_person_looks(
    begin: Begin, identity: Identity, environment: dict[str, str]
) -> None:
    behaves(environment, "brp", "slow", "30")
    try:
        with begin() as visit:
            visit.goes_to(identity.issuer)
            page = visit.go("/waterdam/chat")
            types(page, "ik verhuis 1 december naar lindelaan 33, ik alleen")
            logs_in(page, lives_alone("waterdam"))
            for label in ("Overslaan", "Overslaan", "Ja, versturen"):
                button = page.get_by_role("button", name=label, exact=True)
                said = page.locator(".bubble-own").count()
                button.last.click()
                expect(page.locator(".bubble-own")).to_have_count(said + 1)
            expect(page.get_by_text("verhuizing is aangenomen")).to_be_visible()
            expect(page.get_by_role("main")).to_contain_text("belt u als er iets mist")
    finally:
        behaves(environment, "brp", "normal")


def test_it_works_without_javascript_too(begin: Begin, identity: Identity) -> None:
    with begin(java_script_enabled=False) as visit:
        visit.goes_to(identity.issuer)
        page = visit.go("/waterdam/chat")
        page.locator("textarea").last.fill("ik verhuis 1 december naar lindelaan 33, alleen ik")
        page.get_by_role("button", name="Versturen").click()
        logs_in(page, lives_alone("waterdam"))
        to_the_receipt(page)


def test_the_talk_is_shut_once_one_is_logged_out_and_nobody_else_reads_it(
    begin: Begin, identity: Identity
) -> None:
    with begin(bypass_csp=True) as visit:
        visit.goes_to(identity.issuer)
        page = visit.go("/waterdam/chat")
        types(page, "ik verhuis 1 december naar lindelaan 33, alleen ik")
        logs_in(page, lives_alone("waterdam"))
        visit.go("/waterdam/uitloggen")
        page.get_by_role("button", name="Uitloggen").click()
        visit.expect_refusals()
        _shut(visit)
        assert axe_violations(page) == []
        page.get_by_role("button", name="Nieuw gesprek zonder inloggen").click()
        expect(page.get_by_text("lindelaan")).to_have_count(0)
        expect(page.locator("textarea").last).to_be_visible()


def _shut(visit: Visit) -> None:
    visit.go("/waterdam/chat")
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(
        "Log opnieuw in om verder te gaan"
    )
    expect(visit.page.get_by_text("lindelaan")).to_have_count(0)
