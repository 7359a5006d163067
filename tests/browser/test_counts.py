# SPDX-License-Identifier: EUPL-1.2
"""The page with figures, of talks that were held, for a coordinator."""

import httpx
import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Begin
from tests.browser.test_accessibility import TOO_WIDE, axe_violations
from tests.browser.test_staff import log_in
from tests.browser.visiting import DESKTOP, PATIENCE, PHONE
from tests.contract.talking import LAMP
from tests.contract.talking import begin as begin_talk

STOPPED = (*LAMP[:2], {"action": "cancel"}, {"choice": "ja"})


@pytest.fixture(scope="module")
def talks(server: object) -> None:
    """Ten begin the report of a lamp and stop at its address, five come to the summary."""
    url = server.url  # type: ignore[attr-defined]
    for number in range(15):
        address = {"X-Forwarded-For": f"198.51.100.{number + 1}"}
        with httpx.Client(base_url=url, headers=address, timeout=PATIENCE / 1000) as client:
            talk = begin_talk(client, "heidewoud")
            for step in STOPPED if number < 10 else LAMP:
                talk.send(**step)


@pytest.mark.parametrize("size", [DESKTOP, PHONE, {"width": 320, "height": 700}])
def test_a_coordinator_reads_how_it_went(begin: Begin, talks: None, size: dict[str, int]) -> None:
    with begin(viewport=size, bypass_csp=True) as visit:
        page = log_in(visit, "heidewoud", "mieke@heidewoud.example")
        page.get_by_role("link", name="Cijfers").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Cijfers")
        lamp = page.get_by_role("region", name="Kapotte straatverlichting melden")
        assert _row(lamp.get_by_role("table", name="Hoe het ging"), "Begonnen") >= 15
        assert _row(lamp.get_by_role("table", name="Waar mensen stopten"), "Plaats") >= 10
        assert axe_violations(page) == []
        assert page.evaluate(TOO_WIDE) == []


def _row(table: object, name: str) -> int:
    """Talks of other tests on this server count too."""
    row = table.get_by_role("row").filter(has_text=name)  # type: ignore[attr-defined]
    return int(row.get_by_role("cell").inner_text())


def test_the_days_can_be_chosen_by_keyboard(begin: Begin, talks: None) -> None:
    with begin() as visit:
        page: Page = log_in(visit, "heidewoud", "mieke@heidewoud.example")
        visit.go("/heidewoud/werk/cijfers?since=2026-10-01&until=2026-10-02")
        expect(page.get_by_text("Er is nog te weinig om te tonen.")).to_be_visible()
        page.get_by_label("Tot en met").fill("2026-12-31")
        page.get_by_role("button", name="Tonen").press("Enter")
        expect(page.get_by_role("table", name="Hoe het ging")).to_be_visible()
