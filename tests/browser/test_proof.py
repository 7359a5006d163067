# SPDX-License-Identifier: EUPL-1.2
"""Sending a contract along with a move, and a partner who confirms by a link, in real browsers."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.test_accessibility import axe_violations
from tests.browser.test_logging_in import choose
from tests.browser.test_moving import (
    REGISTERS,
    lives_alone,
    logs_in,
    to_the_receipt,
    types,
)
from tests.browser.visiting import PHONE
from tests.contract.identity import Identity
from tests.unit.files.making import EXE, PDF

DECLARER, PARTNER, ANOTHER = "Roos van der Meulen", "Bram Postma", "Daan van de Ven"


def lived_in() -> str:
    """An address in Waterdam where a couple lives, as one types it."""
    people = _rows("personen.csv")
    home = next(person["address_id"] for person in people if person["bond"])
    found = next(each for each in _rows("adressen.csv") if home in each.values())
    return f"{found['street']} {found['number']}{found['addition']} in {found['place']}"


def _rows(name: str) -> list[dict[str, str]]:
    with (REGISTERS / "waterdam" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def press(page: Page, name: str) -> None:
    """The newest button of this name; waits until it is answered."""
    said = page.locator(".bubble-own")
    before = said.count()
    page.get_by_role("main").get_by_role("button", name=name, exact=True).last.click()
    expect(said).to_have_count(before + 1)


def sends(page: Page, file: Path) -> None:
    page.locator("input[type=file]").last.set_input_files(file)
    page.get_by_role("button", name="Meesturen").last.click()


@pytest.mark.parametrize("java_script", [True, False], ids=["live", "without JavaScript"])
def test_a_contract_is_sent_along(
    begin: Begin, identity: Identity, tmp_path: Path, java_script: bool
) -> None:
    good, bad, big = tmp_path / "contract.pdf", tmp_path / "foto.pdf", tmp_path / "groot.pdf"
    good.write_bytes(PDF)
    bad.write_bytes(EXE)
    big.write_bytes(PDF + bytes(50 * 1024 * 1024))
    with begin(viewport=PHONE, bypass_csp=java_script, java_script_enabled=java_script) as visit:
        visit.goes_to(identity.issuer)
        visit.expect_refusals()
        page = visit.go("/waterdam/chat")
        page.locator("textarea").last.fill(f"ik verhuis 1 december naar {lived_in()}, alleen ik")
        page.get_by_role("button", name="Versturen").click()
        logs_in(page, lives_alone("waterdam"))
        press(page, "Nee, wel een huur- of koopcontract")
        sends(page, bad)
        expect(page.locator("#fout")).to_contain_text("geen pdf of foto")
        sends(page, big)
        expect(page.locator("#fout")).to_contain_text("hooguit 10 MB")
        sends(page, good)
        expect(page.get_by_text("Komt er nog een bestand bij?")).to_be_visible()
        if java_script:
            assert axe_violations(page) == []
        press(page, "Klaar, verder")
        press(page, "Overslaan")
        press(page, "Overslaan")
        expect(page.locator("dl.lines").last).to_contain_text("contract.pdf")
        press(page, "Ja, versturen")
        expect(page.get_by_text("verhuizing is doorgegeven")).to_be_visible()


def test_a_partner_confirms_by_the_link_and_nobody_else_can(
    begin: Begin, identity: Identity
) -> None:
    with begin(bypass_csp=True) as roos, begin(viewport=PHONE, bypass_csp=True) as bram:
        for visit in (roos, bram):
            visit.goes_to(identity.issuer)
            visit.expect_refusals()
        page = roos.go("/waterdam/chat")
        types(page, "ik verhuis 1 december naar kerkstraat 22 in waterdam")
        logs_in(page, DECLARER)
        press(page, "Iedereen op mijn adres")
        press(page, "Zelf bevestigen met een link")
        to_the_receipt(page)
        link = str(page.locator("a[href*='/samen/']").last.get_attribute("href"))

        other = bram.page
        other.goto(link)
        other.get_by_role("link", name="Inloggen met DigiD").click()
        choose(other, ANOTHER)
        expect(other.get_by_role("heading", level=1)).to_contain_text("niet voor")
        expect(other.get_by_text("Kerkstraat")).to_have_count(0)
        assert axe_violations(other) == []
        other.get_by_role("button", name="Uitloggen").click()

        other.goto(link)
        other.get_by_role("link", name="Inloggen met DigiD").click()
        choose(other, PARTNER)
        expect(other.get_by_role("main")).to_contain_text(DECLARER)
        expect(other.get_by_role("main")).to_contain_text("Kerkstraat 22")
        assert axe_violations(other) == []
        other.get_by_role("button", name="Ja, dit klopt").click()
        expect(other.get_by_role("heading", level=1)).to_contain_text("Doorgegeven")
        assert axe_violations(other) == []
        other.goto(link)
        expect(other.get_by_role("heading", level=1)).to_have_text("Dit is al gedaan")

        expect(page.get_by_text("heeft de verhuizing zelf bevestigd")).to_be_visible()
        roos.go("/waterdam/mijn")
        expect(page.get_by_role("main")).to_contain_text(f"{PARTNER}: zelf bevestigd")
