# SPDX-License-Identifier: EUPL-1.2
"""What another device, another tab or the worker adds is on the page without reloading."""

import os
import subprocess
import sys

import psycopg
import pytest
from playwright.sync_api import expect
from tests.browser.visiting import Visit
from tests.contract.talking import LAMP

SWEPT_MS = 500_000  # at most: the worker starts, and sweeps every five seconds
LEFT_BEHIND = """
WITH talk AS (
  UPDATE conversations_conversation SET last_seq = last_seq + 1,
    waiting_since = now() - interval '1 minute' WHERE id = %s RETURNING id, last_seq
)
INSERT INTO conversations_event (municipality_id, conversation_id, seq, at, kind, client_id, body)
SELECT 'waterdam', id, last_seq, now(), 'resident', 'een', '{"text": "wat kost een rijbewijs"}'
FROM talk
"""


def test_what_is_said_in_another_tab_comes_and_what_is_being_typed_stays(visit: Visit) -> None:
    visit.chat("waterdam")
    visit.ask("wat kost een paspoort")
    visit.composer.fill("en wat kost een")
    tab = visit.another_tab()
    tab.chat("waterdam")
    tab.ask("wanneer zijn jullie open")
    expect(visit.own.last).to_contain_text("wanneer zijn jullie open")
    expect(visit.messages).to_have_count(tab.messages.count())
    expect(visit.composer).to_have_value("en wat kost een")
    expect(visit.composer).to_be_focused()
    visit.page.keyboard.type(" rijbewijs")
    visit.page.keyboard.press("Enter")
    expect(tab.own.last).to_contain_text("en wat kost een rijbewijs")
    assert not tab.faults


def test_the_answer_of_the_worker_comes_to_the_page_that_waits(
    visit: Visit, environment: dict[str, str]
) -> None:
    talk = visit.come_back_to("waterdam", {"text": "wat kost een paspoort"})
    with psycopg.connect(environment["DATABASE_URL"], autocommit=True) as database:
        database.execute(LEFT_BEHIND, [talk.id])
    visit.page.reload()
    expect(visit.last).to_contain_text("Het antwoord komt eraan")
    command = [sys.executable, "-m", "gemeengoed.project.command_line", "worker"]
    worker = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        expect(visit.last).to_contain_text("€", timeout=SWEPT_MS)
    finally:
        worker.terminate()
        worker.wait(timeout=100)
    expect(visit.page.get_by_text("Het antwoord komt eraan")).to_have_count(0)
    expect(visit.own.last).to_contain_text("wat kost een rijbewijs")


def test_an_answer_given_on_another_device_brings_the_next_question(visit: Visit) -> None:
    talk = visit.come_back_to("waterdam", *LAMP[:2])
    field = visit.last.get_by_role("textbox")
    field.fill("Lindelaan")
    talk.send(**LAMP[2])
    expect(visit.last).to_contain_text("Gaat het om één lamp")
    expect(visit.page.locator("[data-now]")).to_have_count(1)
    expect(visit.composer).to_have_value("Lindelaan")
    visit.composer.fill("")
    expect(visit.press("Eén lamp")).to_contain_text("nummer")


def test_a_hidden_page_has_no_line_and_catches_up_when_it_is_looked_at(visit: Visit) -> None:
    talk = visit.come_back_to("waterdam", {"text": "wat kost een paspoort"})
    hide = """(is) => {
      Object.defineProperty(document, "hidden", { value: is, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    visit.page.evaluate(hide, True)
    talk.say("wanneer zijn jullie open")
    visit.page.wait_for_timeout(1000)
    expect(visit.own).to_have_count(1)
    visit.page.evaluate(hide, False)
    expect(visit.own.last).to_contain_text("wanneer zijn jullie open")


def test_a_talk_that_is_erased_elsewhere_goes_from_the_page(visit: Visit) -> None:
    talk = visit.come_back_to("waterdam", {"text": "wat kost een paspoort"})
    visit.composer.fill("nog een vraag")
    talk.client.delete(talk.path, headers=talk.bearer).raise_for_status()
    expect(visit.own).to_have_count(0)
    expect(visit.composer).to_have_value("nog een vraag")
    visit.page.get_by_role("button", name="Versturen", exact=True).click()
    expect(visit.own).to_have_count(1)
    expect(visit.own).to_contain_text("nog een vraag")


@pytest.mark.parametrize("fails", ["no line", "no EventSource"])
def test_without_a_line_the_page_works_as_before(visit: Visit, fails: str) -> None:
    if fails == "no EventSource":
        visit.without_line()
    else:
        visit.expect_refusals()
        visit.page.route("**/chat/stroom*", lambda route: route.abort())
    visit.chat("waterdam")
    visit.ask("wat kost een paspoort")
    expect(visit.last).to_contain_text("€ 84,10")
    expect(visit.ask("wanneer zijn jullie open")).to_contain_text("uur")


def test_without_javascript_there_is_no_line(without_javascript: Visit) -> None:
    visit = without_javascript
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.chat("waterdam")
    visit.ask("wat kost een paspoort")
    assert not [url for url in asked if "stroom" in url]
