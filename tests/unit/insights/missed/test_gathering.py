# SPDX-License-Identifier: EUPL-1.2
"""From the log to the list: each message once, equal questions together, without who asked."""

import threading
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django import app
from tests.unit.insights.missed.conftest import NOW, Talk, gathered, minutes_pass

from gemeengoed.accounts.models import User
from gemeengoed.conversations import places
from gemeengoed.conversations.models import Event
from gemeengoed.conversations.operations import (
    erase_conversation,
    open_conversation,
    post_message,
)
from gemeengoed.conversations.places import Places
from gemeengoed.conversations.posted import Posted
from gemeengoed.dialogue.talk_events import CrisisShown, TopicAnswered, TopicsPassed
from gemeengoed.insights.missed import operations
from gemeengoed.insights.missed.errors import UnknownQuestionError
from gemeengoed.insights.missed.models import Kind, Label, LogRead, Miss, MissedQuestion
from gemeengoed.insights.missed.operations import forget_labelled, forget_misses, gather
from gemeengoed.insights.missed.operations_labelling import label_question, take_label_back
from gemeengoed.insights.missed.queries import count_waiting, last_labelled, waiting
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.clock import Clock

SNOW = "Waar kan ik sneeuwkettingen huren?"
Editor = Callable[..., User]


def listed(municipality: str = "waterdam", **how: Any) -> list[tuple[str, int]]:
    found = waiting(municipality, **{"now": NOW, "at_most": 50, **how})
    return [(each.question.text, each.question.times) for each in found]


def test_a_real_talk_comes_into_the_list(demo_municipalities: None) -> None:
    opened = open_conversation(municipality="waterdam", origin=uuid.uuid4().hex, channel="test")

    def say(**fields: Any) -> list[dict[str, Any]]:
        return post_message(
            municipality="waterdam",
            conversation=opened.conversation,
            token=opened.token,
            posted=Posted(client_id=uuid.uuid4().hex, **fields),
        )

    say(text=SNOW)
    *_, answer = say(text="wat kost een paspoort")
    say(action="feedback", name=str(answer["seq"]), value="down")
    gather()
    assert sorted(listed()) == [(SNOW, 1), ("wat kost een paspoort", 1)]
    (judged,) = Miss.objects.filter(kind=Kind.UNHELPFUL)
    assert judged.told == ["paspoort"]
    assert judged.topics[0] == "paspoort"

    erase_conversation(
        municipality="waterdam", conversation=opened.conversation, token=opened.token
    )
    gather()
    assert listed() == []
    assert not MissedQuestion.objects.exists()


def test_the_same_message_is_never_counted_twice(talk: Talk) -> None:
    talk.is_not_understood(SNOW)
    for _ in range(3):
        gathered()
        minutes_pass()
    LogRead.objects.all().delete()  # and when the whole log is read again
    gathered()
    assert listed() == [(SNOW, 1)]


def test_an_entry_that_becomes_visible_late_is_not_passed_over(waterdam: Municipality) -> None:
    """Its number was given before, its transaction ended after that of a later one."""
    late = Talk(waterdam)
    late.is_not_understood("en sleeën")
    entries = list(Event.objects.filter(conversation=late.row))
    Event.objects.filter(conversation=late.row).delete()
    Talk(waterdam).is_not_understood(SNOW)
    gather()
    assert listed() == [(SNOW, 1)]
    minutes_pass()
    Event.objects.bulk_create(entries)
    gather()
    assert sorted(text for text, _ in listed()) == [SNOW, "en sleeën"]


def test_when_nothing_was_said_it_takes_three_small_looks_and_writes_nothing(talk: Talk) -> None:
    talk.is_not_understood(SNOW)
    for _ in range(3):
        gather()
        minutes_pass()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert gather() == 0
    statements = [each["sql"] for each in captured if "SAVEPOINT" not in each["sql"]]
    assert len(statements) <= 3
    assert all(statement.startswith("SELECT") for statement in statements)


def test_a_long_log_is_read_in_parts(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "AT_ONCE", 4)
    for word in ("ketting", "slee", "schuiver", "pop", "bal"):
        talk.is_not_understood(f"sneeuw{word}")
    for _ in range(12):
        gather()
        minutes_pass()
    assert len(listed()) == 5


@pytest.mark.parametrize(
    "words",
    [
        "waar kan ik sneeuwkettingen huren",
        "Waar kan ik SNEEUWKETTINGEN huren??  ",
        "waar kan ik, sneeuwkettingen huren!",
    ],
)
def test_the_same_words_are_one_question(waterdam: Municipality, words: str) -> None:
    Talk(waterdam).is_not_understood(SNOW)
    Talk(waterdam, NOW + timedelta(hours=1)).is_not_understood(words)
    gathered()
    (found,) = waiting("waterdam", now=NOW, at_most=50)
    assert (found.question.text, found.question.times) == (SNOW, 2)
    assert found.question.last_at == NOW + timedelta(hours=1)
    assert found.said == ((Kind.UNKNOWN, (), 2),)
    assert found.topics == ("paspoort", "identiteitskaart", "rijbewijs")


def test_asked_most_comes_first_or_asked_last(waterdam: Municipality) -> None:
    for hour, words in enumerate(["vaak", "vaak", "een keer", "nog een keer"]):
        Talk(waterdam, NOW + timedelta(hours=hour)).is_not_understood(words)
    gathered()
    assert listed() == [("vaak", 2), ("nog een keer", 1), ("een keer", 1)]
    assert [text for text, _ in listed(order="new")] == ["nog een keer", "een keer", "vaak"]
    assert listed(first=1, at_most=1) == [("nog een keer", 1)]


def test_what_a_municipality_missed_stays_there(
    waterdam: Municipality, heidewoud: Municipality
) -> None:
    Talk(waterdam).is_not_understood(SNOW)
    Talk(heidewoud).is_not_understood(SNOW)
    gathered()
    assert listed("waterdam") == listed("heidewoud") == [(SNOW, 1)]
    assert listed("oostermark") == []


def test_nothing_is_kept_of_who_asked(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Places(streets=frozenset({"lindelaan"}), places=frozenset({"waterdam"}))
    monkeypatch.setattr(places, "_supplier", lambda _: known)
    monkeypatch.setattr(places, "_known", {})
    talk.is_not_understood(
        "ik heet Jan de Vries, Lindelaan 8, 06 12345678, bsn 111222333: sneeuwkettingen?"
    )
    gathered()
    ((text, _),) = listed()
    assert text == (
        "ik heet [naam verborgen], [adres verborgen], [telefoonnummer verborgen], "
        "bsn [bsn verborgen]: sneeuwkettingen?"
    )


@pytest.mark.parametrize("signs", ["???", "😀 😀", "06 12345678"])
def test_what_has_no_words_is_nothing_to_learn_from(talk: Talk, signs: str) -> None:
    talk.is_not_understood(signs)
    gathered()
    assert listed() == []


def test_while_somebody_may_still_choose_the_question_is_not_shown(
    talk: Talk, settings: Any
) -> None:
    talk.is_asked_which("hulp bij geld")
    gathered()
    assert listed() == []
    assert listed(now=NOW + timedelta(minutes=10)) == [("hulp bij geld", 1)]
    talk.presses("onderwerp:paspoort", TopicsPassed(), TopicAnswered("paspoort"))
    minutes_pass()
    gathered()
    assert listed(now=NOW + timedelta(minutes=10)) == []
    assert not MissedQuestion.objects.exists()


def test_who_says_something_else_makes_it_certain(talk: Talk) -> None:
    talk.is_asked_which("hulp bij geld")
    gathered()
    talk.says("dag", TopicsPassed())
    minutes_pass()
    gathered()
    assert listed() == [("hulp bij geld", 1)]


def test_danger_takes_away_what_was_found_in_the_talk_before(talk: Talk) -> None:
    talk.is_not_understood("ik weet het niet meer")
    gathered()
    assert len(listed()) == 1
    talk.says("…", CrisisShown("nood-113"))
    minutes_pass()
    gathered()
    assert not MissedQuestion.objects.exists()


def test_a_talk_that_cannot_be_read_holds_up_no_other(talk: Talk, waterdam: Municipality) -> None:
    talk.is_not_understood(SNOW)
    broken = Event.objects.get(conversation=talk.row, kind="decided")
    broken.body = {"events": [{"type": "NotUnderstood"}, {"type": "NeverWas"}]}
    broken.save()
    Talk(waterdam).is_not_understood("en sleeën")
    gathered()
    assert listed() == [("en sleeën", 1)]


def test_erasing_one_of_two_talks_leaves_the_question_of_the_other(waterdam: Municipality) -> None:
    first, second = Talk(waterdam), Talk(waterdam)
    first.is_not_understood(SNOW)
    second.is_not_understood(SNOW)
    gathered()
    first.is_erased()
    minutes_pass()
    gathered()
    assert listed() == [(SNOW, 1)]


@pytest.fixture
def labelled(talk: Talk, waterdam: Municipality, editor: Editor) -> MissedQuestion:
    talk.is_not_understood(SNOW)
    gathered()
    question = MissedQuestion.objects.get()
    return label_question(
        municipality="waterdam",
        question=question.pk,
        label=Label.NO_TOPIC,
        topic="",
        by=editor("Gonda", waterdam),
        now=NOW,
    )


def test_what_is_labelled_waits_no_more_when_it_is_asked_again(
    labelled: MissedQuestion, waterdam: Municipality
) -> None:
    Talk(waterdam).is_not_understood(SNOW)
    minutes_pass()
    gathered()
    assert count_waiting("waterdam", now=NOW) == 0
    labelled.refresh_from_db()
    assert labelled.times == 2


def test_what_is_labelled_outlives_a_talk_that_was_kept_long_enough(
    talk: Talk, labelled: MissedQuestion
) -> None:
    talk.is_not_understood("wacht nog")
    talk.at = NOW + timedelta(days=90, minutes=1)
    talk.is_erased()
    minutes_pass()
    gathered()
    (left,) = MissedQuestion.objects.all()
    assert (left, left.times) == (labelled, 1)
    assert not Miss.objects.exists()


def test_what_a_resident_erases_goes_even_when_it_is_labelled(
    talk: Talk, labelled: MissedQuestion
) -> None:
    talk.is_erased()
    minutes_pass()
    gathered()
    assert not MissedQuestion.objects.exists()


def test_what_another_asked_as_well_stays_when_one_of_them_erases(
    talk: Talk, labelled: MissedQuestion, waterdam: Municipality
) -> None:
    Talk(waterdam).is_not_understood(SNOW)
    minutes_pass()
    gathered()
    talk.is_erased()
    minutes_pass()
    gathered()
    assert MissedQuestion.objects.get().times == 1


def test_what_waits_goes_with_its_talk_and_what_is_labelled_after_a_year(
    talk: Talk, waterdam: Municipality, editor: Editor, settings: Any
) -> None:
    talk.is_not_understood("wacht")
    talk.is_not_understood("ingedeeld")
    gathered()
    by = editor("Gonda", waterdam)
    question = MissedQuestion.objects.get(text="ingedeeld")
    label_question(
        municipality="waterdam",
        question=question.pk,
        label=Label.TOPIC,
        topic="paspoort",
        by=by,
        now=NOW,
    )

    def left(days: int) -> list[str]:
        settings.CLOCK = Clock(lambda: NOW + timedelta(days=days))
        forget_misses(keep=timedelta(days=90))
        forget_labelled(keep=timedelta(days=365))
        return sorted(MissedQuestion.objects.values_list("text", flat=True))

    assert left(90) == ["ingedeeld", "wacht"]
    assert left(91) == ["ingedeeld"]
    assert not Miss.objects.exists()
    assert left(365) == ["ingedeeld"]
    assert left(366) == []


def test_what_was_left_out_can_be_taken_back_for_a_day(
    talk: Talk, waterdam: Municipality, editor: Editor, settings: Any
) -> None:
    talk.is_not_understood(SNOW)
    gathered()
    question, by = MissedQuestion.objects.get(), editor("Gonda", waterdam)
    label_question(
        municipality="waterdam",
        question=question.pk,
        label=Label.LEFT_OUT,
        topic="",
        by=by,
        now=NOW,
    )
    assert listed() == []
    assert forget_labelled(keep=timedelta(days=365)) == 0
    take_label_back(municipality="waterdam", question=question.pk, by=by)
    assert listed() == [(SNOW, 1)]
    label_question(
        municipality="waterdam",
        question=question.pk,
        label=Label.LEFT_OUT,
        topic="",
        by=by,
        now=NOW,
    )
    settings.CLOCK = Clock(lambda: NOW + timedelta(days=1, minutes=1))
    assert forget_labelled(keep=timedelta(days=365)) == 1
    assert MissedQuestion.objects.get().text == ""
    assert last_labelled("waterdam", by) is None
    with pytest.raises(UnknownQuestionError):
        take_label_back(municipality="waterdam", question=question.pk, by=by)
    talk.is_not_understood("de volgende dag gaat het gesprek verder")
    Talk(waterdam).is_not_understood(SNOW)
    minutes_pass()
    gathered()
    assert listed() == [("de volgende dag gaat het gesprek verder", 1)]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_count_each_message_once(published: None) -> None:
    town = Municipality.objects.create(slug="waterdam", name="Waterdam", form="u")
    for _ in range(20):
        Talk(town).is_not_understood(SNOW)
    start = threading.Barrier(3)

    def work() -> None:
        start.wait()
        gather()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    gather()
    assert listed() == [(SNOW, 20)]


def test_the_worker_does_it_four_times_a_minute() -> None:
    tasks = app.periodic_registry.periodic_tasks.values()
    schedule = next(t.croniter for t in tasks if t.task.name == "missed.gather")
    schedule.set_current(0.0)
    assert [schedule.get_next(ret_type=float) for _ in range(4)] == [15.0, 30.0, 45.0, 60.0]
