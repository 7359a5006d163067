# SPDX-License-Identifier: EUPL-1.2
"""How a run of a flow is read from the log."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from gemeengoed.conversations.queries_log import Happened
from gemeengoed.dialogue.events import TYPES as ALL_EVENTS
from gemeengoed.insights.runs import SUMMARY, TYPES, End, Run, runs_of

AT = datetime(2026, 11, 23, 3, 5, tzinfo=UTC)
TALK = uuid4()


def event(type: str, *, talk: UUID = TALK, **fields: Any) -> Happened:
    return Happened(talk, AT, type, **fields)


def start(flow: str = "verhuizing") -> Happened:
    return event("FlowStarted", flow=flow)


def ask(step: str, **fields: Any) -> Happened:
    return event("StepAsked", step=step, **{"tries": 0, **fields})


def only(*events: Happened) -> Run:
    (run,) = runs_of(events)
    return run


def test_every_type_that_it_reads_is_an_event_of_the_dialogue() -> None:
    assert set(ALL_EVENTS) >= TYPES


def test_who_hands_in_finished_with_the_number() -> None:
    handed_in = event("FlowHandedIn", flow="verhuizing", reference="WT-1")
    run = only(start(), ask("nieuw_adres"), event("SummaryShown"), handed_in)
    assert (run.end, run.reference) == (End.HANDED_IN, "WT-1")


def test_who_says_nothing_more_stopped_at_the_question_that_was_open() -> None:
    run = only(start(), ask("nieuw_adres"), ask("verhuisdatum"))
    assert (run.end, run.at) == (End.OPEN, "verhuisdatum")


def test_who_saw_the_summary_and_went_stopped_there() -> None:
    assert only(start(), ask("email"), event("SummaryShown")).at == SUMMARY


def test_a_question_that_comes_back_after_a_side_question_counts_once() -> None:
    assert only(start(), ask("inloggen"), ask("inloggen")).questions == 1


def test_a_question_that_was_not_understood_is_one_question_asked_again() -> None:
    run = only(start(), ask("wie"), ask("wie", tries=1), ask("wie", tries=2))
    assert (run.questions, run.again) == (1, 2)


def test_which_of_two_addresses_is_a_question_of_its_own() -> None:
    run = only(start(), ask("nieuw_adres"), ask("nieuw_adres", options="keuze-1 keuze-2"))
    assert run.questions == 2


def test_the_questions_before_logging_in_are_those_until_then() -> None:
    run = only(start(), ask("inloggen"), event("LoggedIn"), ask("wie"), ask("email"))
    assert (run.before_login, run.questions) == (1, 3)
    assert only(start(), ask("wat")).before_login is None


def test_a_flow_that_was_parked_and_taken_up_again_is_one_run() -> None:
    lamp, call = start("melding"), start("terugbelverzoek")
    left = event("FlowLeft")
    resumed = event("FlowResumed", flow="melding")
    runs = runs_of([lamp, event("FlowParked"), call, left, resumed, ask("plaats")])
    assert [(run.flow, run.end) for run in runs] == [
        ("melding", End.OPEN),
        ("terugbelverzoek", End.LEFT),
    ]
    assert runs[0].at == "plaats"


def test_a_parked_flow_that_is_not_wanted_any_more_was_left() -> None:
    dropped = event("ParkedDropped", flow="verhuizing")
    assert only(start(), event("FlowParked"), dropped).end is End.LEFT


def test_a_parked_flow_gives_way_to_the_same_flow_begun_anew() -> None:
    parked = event("FlowParked")
    runs = runs_of([start(), parked, start(), parked])
    assert [run.end for run in runs] == [End.LEFT, End.OPEN]


def test_an_outcome_that_is_looked_at_again_is_the_same_run() -> None:
    told = event("FlowSettled")
    again = only(start(), told, event("FlowReopened", number=2), ask("verhuisdatum"))
    assert again.end is End.OPEN
    assert only(start(), told).end is End.TOLD


def test_talks_are_kept_apart() -> None:
    other = event("FlowHandedIn", talk=uuid4(), flow="verhuizing", reference="WT-2")
    (run,) = runs_of([start(), other])
    assert run.end is End.OPEN
