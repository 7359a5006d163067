# SPDX-License-Identifier: EUPL-1.2
"""Every screen is clean for axe, fits a narrow phone, and can be used by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import PROJECT, Begin
from tests.browser.test_staff import ask_for_a_call, hand_in, log_in
from tests.browser.visiting import DESKTOP, PHONE, Visit
from tests.contract.talking import DORMER, LAMP

AXE = PROJECT / "widget" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: rules}});
  return found.violations.flatMap((broken) => broken.nodes.map((node) =>
    `${broken.id}: ${node.target} ${node.any.concat(node.all).map((each) => each.message)}`));
}"""
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll("*")]
    .filter((each) => each.getBoundingClientRect().right > width + 1 && each.checkVisibility())
    .map((each) => `${each.tagName}.${each.className}`);
}"""
IS_MARKED = """() => {
  const focused = document.activeElement;
  for (const each of [focused, focused.parentElement, focused.nextElementSibling]) {
    const style = each && getComputedStyle(each);
    if (style && (style.outlineStyle !== "none" || style.boxShadow !== "none")) return true;
  }
  return false;
}"""

Reach = Callable[[Visit], object]


DOUBTED = (
    {"text": "mag ik een dakkapel aan de voorkant?"},
    {"text": "Touwslagersgang 3"},
    {"text": "6 meter"},
)
APPLIES = {"choice": "onderwerp:dakkapel#hoe,meenemen,kosten,duur"}
NOTHING = ({"choice": "overslaan"},) * 4
PASSPORT = {"text": "wat kost een paspoort"}


def _to_refusal(visit: Visit) -> None:
    visit.expect_refusals()
    page = visit.chat("waterdam")
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()


def _to_erasing(visit: Visit) -> None:
    visit.come_back_to("oostermark", PASSPORT)
    visit.page.get_by_role("link", name="Gesprek wissen").click()
    expect(visit.page.get_by_role("button", name="Ja, wis het gesprek")).to_be_visible()


def _to_list(visit: Visit) -> None:
    hand_in(visit)
    log_in(visit, "waterdam", "anja@waterdam.example")


def _to_team(visit: Visit) -> None:
    _to_list(visit)
    visit.go("/waterdam/werk/team")


def _to_taak(visit: Visit) -> None:
    """A call that is Anja's: what she can do with it stands on it, all of it unfolded."""
    number = ask_for_a_call(visit)
    page = log_in(visit, "waterdam", "anja@waterdam.example")
    page.get_by_label("Zoek op nummer").fill(number)
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("button", name="Ik pak dit op").click()
    expect(page.get_by_role("button", name="Ik pak dit op")).to_have_count(0)
    page.wait_for_load_state()
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")


def _to_asked(visit: Visit) -> None:
    _to_taak(visit)
    page = visit.page
    address = page.url
    page.get_by_role("button", name="Vraag Bilal").click()
    expect(page.get_by_role("status")).to_contain_text("Bilal is gevraagd")
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("button", name="Uitloggen")).to_have_count(0)
    log_in(visit, "waterdam", "bilal@waterdam.example")
    visit.page.goto(address)


def _to_wrong_call(visit: Visit) -> None:
    visit.expect_refusals()
    _to_taak(visit)
    visit.page.get_by_role("button", name="Gesprek vastleggen").click()
    expect(visit.page.get_by_role("alert").first).to_be_visible()


def _to_preferences(visit: Visit) -> None:
    log_in(visit, "waterdam", "anja@waterdam.example")
    visit.go("/waterdam/werk/voorkeuren")


def _to_done(visit: Visit) -> None:
    log_in(visit, "waterdam", "anja@waterdam.example")
    visit.go("/waterdam/werk/vandaag-af")


def _to_page_to_keep(visit: Visit) -> None:
    visit.come_back_to("waterdam", *DORMER)
    visit.page.get_by_role("link", name="Bewaar of print deze uitkomst").click()
    expect(visit.page.get_by_role("article")).to_be_visible()


def _to_wrong_password(visit: Visit) -> None:
    page = visit.go("/waterdam/werk")
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _to_nowhere(visit: Visit) -> None:
    visit.expect_refusals()
    visit.go("/nergens/")


SCREENS: dict[str, Reach] = {
    "start page": lambda visit: visit.go("/"),
    "home of Waterdam": lambda visit: visit.go("/waterdam/"),
    "home of Heidewoud": lambda visit: visit.go("/heidewoud/"),
    "home of Oostermark": lambda visit: visit.go("/oostermark/"),
    "new chat": lambda visit: visit.chat("waterdam"),
    "answer": lambda visit: visit.come_back_to("oostermark", PASSPORT),
    "choice of a flow": lambda visit: visit.come_back_to("waterdam", LAMP[0]),
    "question of a flow": lambda visit: visit.come_back_to("heidewoud", *LAMP[:2]),
    "summary": lambda visit: visit.come_back_to("heidewoud", *LAMP),
    "receipt": lambda visit: visit.come_back_to("heidewoud", *LAMP, {"action": "confirm"}),
    "question with a drawing": lambda visit: visit.come_back_to("waterdam", *DORMER[:4]),
    "measures in doubt": lambda visit: visit.come_back_to("waterdam", *DOUBTED),
    "outcome": lambda visit: visit.come_back_to("waterdam", *DORMER),
    "ways on": lambda visit: visit.come_back_to("waterdam", *DORMER, APPLIES),
    "nothing known": lambda visit: visit.come_back_to("oostermark", DORMER[0], *NOTHING),
    "page to keep": _to_page_to_keep,
    "emergency": lambda visit: visit.come_back_to("waterdam", {"text": "help, er is brand!"}),
    "refusal": _to_refusal,
    "erasing": _to_erasing,
    "resume link": lambda visit: visit.go("/waterdam/chat/verder/een-code"),
    "not found": _to_nowhere,
    "log-in": lambda visit: visit.go("/waterdam/werk"),
    "wrong password": _to_wrong_password,
    "own taken": _to_list,
    "taken of the team": _to_team,
    "taken that are done": _to_done,
    "one taak": _to_taak,
    "a taak to take over": _to_asked,
    "a call that is not complete": _to_wrong_call,
    "preferences": _to_preferences,
}


def axe_violations(page: Page) -> list[str]:
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(RUN, RULES)
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_clean_for_axe_on_desktop_and_phone_and_fits_320_pixels(
    begin: Begin, screen: str
) -> None:
    with begin(bypass_csp=True) as visit:  # axe is put into the page by the test
        SCREENS[screen](visit)
        for size in (DESKTOP, PHONE):
            visit.page.set_viewport_size(size)  # type: ignore[arg-type]
            assert axe_violations(visit.page) == []
        visit.page.set_viewport_size({"width": 320, "height": 700})
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320, (
            visit.page.evaluate(TOO_WIDE)
        )


def test_axe_would_see_a_fault(begin: Begin) -> None:
    assert Path(AXE).exists()
    with begin(bypass_csp=True) as visit:
        page = visit.chat("waterdam")
        page.evaluate("document.querySelector('label[for=bericht]').remove()")
        assert any("label" in fault for fault in axe_violations(page))


def test_a_question_can_be_asked_by_keyboard_alone(visit: Visit) -> None:
    page = visit.chat("waterdam")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(IS_MARKED), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement.id") == "bericht":
            break
    expect(visit.composer).to_be_focused()
    page.keyboard.type("wat kost een paspoort")
    page.keyboard.press("Shift+Enter")
    expect(visit.own).to_have_count(0)
    page.keyboard.press("Enter")
    expect(visit.own).to_have_count(1)
    expect(visit.last).to_contain_text("€ 84,10")
    expect(visit.composer).to_be_focused()


def test_a_report_can_be_handed_in_by_keyboard_alone(visit: Visit) -> None:
    page = visit.chat("heidewoud")
    visit.composer.focus()
    page.keyboard.type("Ik wil een kapotte lantaarnpaal melden")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="De lamp brandt niet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(visit.last.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("Lindelaan 8")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Eén lamp")).to_be_focused()


def test_a_new_message_is_announced_once(visit: Visit) -> None:
    """Only what is new comes into the log, or a screen reader would read all of it again."""
    page = visit.chat("waterdam")
    visit.ask("wat kost een paspoort")
    first = visit.messages.first.element_handle()
    visit.ask("wat kost een rijbewijs")
    assert first is not None
    assert first.evaluate("(bubble) => bubble.isConnected")
    expect(page.get_by_role("log")).to_have_attribute("aria-label", "Gesprek")


GLIDES = "getComputedStyle(document.documentElement).scrollBehavior"


def test_motion_is_left_out_for_who_does_not_want_it(begin: Begin) -> None:
    with begin(reduced_motion="no-preference") as other:
        assert other.chat("waterdam").evaluate(GLIDES) == "smooth"
    with begin(reduced_motion="reduce") as visit:
        page = visit.chat("waterdam")
        assert page.evaluate(GLIDES) == "auto"
        visit.ask("wat kost een paspoort")
        running = page.evaluate(
            "document.getAnimations().filter((each) => each.playState === 'running').length"
        )
        assert running == 0
