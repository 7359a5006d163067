# SPDX-License-Identifier: EUPL-1.2
"""From a question that was not understood, by an editor's press, to a line for the base."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Begin
from tests.browser.console import command
from tests.browser.serving import Server
from tests.browser.test_accessibility import TOO_WIDE, axe_violations
from tests.browser.test_staff import log_in
from tests.browser.visiting import DESKTOP, PHONE, Visit

from gemeengoed.project import command_line

pytestmark = pytest.mark.timeout(1500)
COMMAND = [sys.executable, "-m", command_line.__name__]
PATIENCE = 500.0  # seconds until the worker has started and looked
EDITOR = "pieter@oostermark.example"
SNOW = "waar kan ik in oostermark sneeuwkettingen lenen"
FEE = "wat kost een nieuw paspoort dit jaar precies"


@pytest.fixture(scope="module")
def worker(server: Server, environment: dict[str, str]) -> Iterator[None]:
    """The one that reads the log."""
    process = subprocess.Popen(
        [*COMMAND, "worker"], env={**os.environ, **environment}, start_new_session=True
    )
    yield
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def card(page: Page, words: str) -> Locator:
    """Of a question that waits; what became of another is told above it, in the same place."""
    return page.locator("ul.missed > li").filter(has=page.locator("h2", has_text=words))


def comes_into_the_list(page: Page, words: str) -> Locator:
    """The card of a question, as soon as the worker has put it there."""
    until = time.monotonic() + PATIENCE
    while not card(page, words).count():
        assert time.monotonic() < until, f"{words} does not come"
        page.wait_for_timeout(1000)
        page.reload()
    return card(page, words)


def exported(environment: dict[str, str]) -> dict[str, list[str]]:
    told = command(environment, "questions", "export", "--gemeente", "oostermark")
    found: dict[str, list[str]] = yaml.safe_load(told)
    return found


def test_what_was_not_understood_or_no_help_is_labelled_taken_back_and_exported(
    visit: Visit, begin: Begin, worker: None, environment: dict[str, str]
) -> None:
    visit.chat("oostermark")
    visit.ask(f"ik heet Jan de Vries, {SNOW}")
    visit.ask(FEE)
    visit.page.get_by_role("button", name="Nee", exact=True).last.click()
    expect(visit.page.get_by_text("Reactie op het antwoord")).to_be_visible()

    with begin(bypass_csp=True) as at_pieter:
        page = log_in(at_pieter, "oostermark", EDITOR)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Vragen")
        snow = comes_into_the_list(page, SNOW)
        expect(snow).to_contain_text(f"ik heet [naam verborgen], {SNOW}")
        expect(snow).to_contain_text("Niet begrepen.")
        fee = comes_into_the_list(page, FEE)
        expect(fee).to_contain_text("Dat hielp niet.")
        for size in (DESKTOP, PHONE, {"width": 320, "height": 700}):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            assert axe_violations(page) == []
            assert page.evaluate(TOO_WIDE) == []

        snow.get_by_role("button", name="Weglaten").click()
        expect(snow).to_have_count(0)
        page.get_by_role("button", name="Ongedaan maken").click()
        expect(snow).to_be_visible()
        expect(snow).to_be_focused()
        snow.get_by_role("button", name="Geen onderwerp").click()
        expect(page.get_by_text("hoort nu bij geen onderwerp")).to_be_visible()
        assert axe_violations(page) == []

        fee.get_by_role("button", name="Paspoort").first.click()
        expect(page.get_by_text("hoort nu bij ‘Paspoort")).to_be_visible()
        expect(page.get_by_text("voor de basis")).to_be_visible()

    additions = exported(environment)
    assert FEE in additions["packs/basis/paspoort/vragen.train.yaml"]
    none = additions["packs/basis/_assistent/geen-onderwerp.train.yaml"]
    assert f"ik heet [naam verborgen], {SNOW}" in none


def test_an_editor_chooses_another_topic_by_keyboard_without_javascript(
    visit: Visit, begin: Begin, worker: None, environment: dict[str, str]
) -> None:
    words = "qwzx brrt zonder script"
    visit.chat("oostermark")
    visit.ask(words)
    with begin(java_script_enabled=False) as at_pieter:
        page = log_in(at_pieter, "oostermark", EDITOR)
        question = comes_into_the_list(page, words)
        unfold = question.locator("summary").filter(has_text="Ander onderwerp")
        if not question.get_by_label("Onderwerp", exact=True).is_visible():
            unfold.focus()
            page.keyboard.press("Enter")
        question.get_by_label("Onderwerp", exact=True).select_option(value="grofvuil")
        question.get_by_role("button", name="Kies dit onderwerp").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"‘{words}’ hoort nu bij")).to_be_visible()
        page.get_by_role("button", name="Ongedaan maken").focus()
        page.keyboard.press("Enter")
        expect(question).to_be_visible()


def test_who_is_no_editor_finds_no_questions(begin: Begin) -> None:
    with begin() as at_anja:
        at_anja.expect_refusals()
        page = log_in(at_anja, "waterdam", "anja@waterdam.example")
        expect(page.get_by_role("link", name="Vragen")).to_have_count(0)
        answer = page.goto(f"{at_anja.url}/waterdam/werk/vragen")
        assert answer is not None
        assert answer.status == 403
