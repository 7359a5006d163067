# SPDX-License-Identifier: EUPL-1.2
"""The page with figures: for who leads the work, with nobody to be found in it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from tests.unit.web.workbench.conftest import MONDAY
from tests.unit.web.workbench.pages import WORK, text

from gemeengoed.conversations.models import Conversation, Event, EventKind

COUNTS = f"{WORK}/cijfers"


def stopped_at(municipality, step, *, flow="verhuizing", days_ago=3):
    """A talk in which a flow was begun and the question of this step left open."""
    at = MONDAY - timedelta(days=days_ago)
    talk = Conversation.objects.create(municipality=municipality, token_hashes=[], opened_at=at)
    events = [
        {"type": "FlowStarted", "flow": flow, "number": 1},
        {"type": "StepAsked", "step": step, "tries": 0, "options": []},
    ]
    Event.objects.create(
        municipality=municipality,
        conversation=talk,
        seq=1,
        at=at,
        kind=EventKind.DECIDED,
        body={"events": events},
        client_id=uuid4().hex,
    )


@pytest.fixture
def fatima(colleague, waterdam):
    return colleague("Fatima", waterdam, "coordinator")


def test_a_coordinator_sees_what_was_started_and_where_people_stopped(browser_of, fatima, waterdam):
    for _ in range(10):
        stopped_at(waterdam, "inloggen")
    for _ in range(5):
        stopped_at(waterdam, "verhuisdatum")
    seen = text(browser_of(fatima).get(COUNTS))
    assert "Verhuizing doorgeven" in seen
    assert '<th scope="row">Begonnen' in seen
    assert '<th scope="row">Ingelogd</th><td>10</td>' in seen
    assert '<th scope="row">Verhuisdatum</th><td>5</td>' in seen


def test_a_flow_with_few_is_named_without_figures(browser_of, fatima, waterdam):
    stopped_at(waterdam, "plaats", flow="melding-straatverlichting")
    seen = text(browser_of(fatima).get(COUNTS))
    assert "Er is nog te weinig om te tonen." in seen
    assert "Waar mensen stopten" not in seen


def test_only_the_days_that_were_chosen_count(browser_of, fatima, waterdam):
    for _ in range(10):
        stopped_at(waterdam, "inloggen", days_ago=20)
    browser = browser_of(fatima)
    assert "Waar mensen stopten" in text(browser.get(COUNTS))
    week = {"since": date(2026, 11, 16).isoformat(), "until": date(2026, 11, 23).isoformat()}
    assert "Waar mensen stopten" not in text(browser.get(COUNTS, week))


@pytest.mark.parametrize(
    "days", [{"since": "2026-11-23", "until": "2026-11-01"}, {"since": "gisteren"}, {"until": ""}]
)
def test_days_that_cannot_be_are_refused_with_what_to_do(browser_of, fatima, days):
    answer = browser_of(fatima).get(COUNTS, days)
    assert answer.status_code == 422
    assert "Kies een dag" in text(answer)


def test_who_only_does_the_work_sees_no_tab_and_no_page(browser, browser_of, fatima):
    assert browser.get(COUNTS).status_code == 403
    assert "Cijfers" not in text(browser.get(WORK))
    assert "Cijfers" in text(browser_of(fatima).get(WORK))


def test_another_municipality_has_no_such_page(browser_of, karima, fatima, waterdam):
    assert browser_of(karima).get(COUNTS).status_code == 404
