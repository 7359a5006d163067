# SPDX-License-Identifier: EUPL-1.2
"""The numbered cases of a turn (docs/architecture.md): nothing lost, nothing double."""

import threading
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from gemeengoed.conversations import turn
from gemeengoed.conversations.errors import (
    ConversationErasedError,
    MessageRefusedError,
    TokenRefusedError,
    UnknownConversationError,
)
from gemeengoed.conversations.models import Conversation, Event, EventKind
from gemeengoed.conversations.operations import (
    Opened,
    answer_waiting,
    erase_conversation,
    finish_waiting,
    open_conversation,
    post_message,
    store_message,
)
from gemeengoed.conversations.posted import MAX_TEXT, Posted
from gemeengoed.conversations.queries import messages_after
from gemeengoed.dialogue.events import event_from_json, fold
from gemeengoed.dialogue.state import State

pytestmark = pytest.mark.django_db(transaction=True)


def resident_events(talk: Opened) -> list[Event]:
    events = Event.objects.filter(conversation_id=talk.conversation, kind=EventKind.RESIDENT)
    return list(events.order_by("seq"))


def replies_to(talk: Opened, seq: int) -> list[Event]:
    events = Event.objects.filter(conversation_id=talk.conversation, reply_to=seq)
    return list(events.order_by("seq"))


def replayed(conversation: Any) -> State:
    decided = Event.objects.filter(conversation_id=conversation, kind=EventKind.DECIDED)
    bodies = decided.order_by("seq").values_list("body", flat=True)
    return fold([event_from_json(event) for body in bodies for event in body.get("events", ())])


def test_a_talk_begins_by_saying_that_it_is_a_chatbot(talk: Opened) -> None:
    words = " ".join(message["text"] for message in talk.messages)
    assert "chatbot" in words.lower()


def test_a_question_gets_its_answer_in_the_same_turn(say: Any) -> None:
    messages = say("wat kost een paspoort")
    assert messages[0]["sender"] == "resident"
    assert any("€ 84,10" in message["text"] for message in messages[1:])


def test_sequence_numbers_are_integers_without_a_gap(talk: Opened, say: Any) -> None:
    say("wat kost een paspoort")
    say("blabla")
    seqs = Event.objects.filter(conversation_id=talk.conversation).values_list("seq", flat=True)
    assert sorted(seqs) == list(range(1, len(seqs) + 1))


def test_a_repeat_with_the_same_client_id_stores_nothing_and_gives_the_same_back(
    talk: Opened, say: Any
) -> None:
    first = say("wat kost een paspoort", client_id="een")
    count = Event.objects.filter(conversation_id=talk.conversation).count()
    assert say("iets heel anders", client_id="een") == first
    assert Event.objects.filter(conversation_id=talk.conversation).count() == count


def at_the_same_moment(*works: Any) -> list[Any]:
    """Run the works in real threads that start together; returns results or exceptions."""
    barrier = threading.Barrier(len(works))
    results: list[Any] = [None] * len(works)

    def run(place: int, work: Any) -> None:
        barrier.wait()
        try:
            results[place] = work()
        except Exception as error:  # noqa: BLE001 (given back to the test)
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_the_same_client_id_twice_at_the_same_moment_is_one_message(talk: Opened, say: Any) -> None:
    results = at_the_same_moment(*[lambda: say("wat kost een paspoort", client_id="dubbel")] * 4)
    assert len(resident_events(talk)) == 1
    assert all(result == results[0] for result in results), results
    decided = [e for e in replies_to(talk, results[0][0]["seq"]) if e.kind == EventKind.DECIDED]
    assert len(decided) == 1


def test_two_messages_at_the_same_moment_are_both_answered_once_and_in_order(
    talk: Opened, say: Any
) -> None:
    texts = ["wat kost een paspoort", "wanneer zijn jullie open", "wat kost een uittreksel"]
    results = at_the_same_moment(*[lambda text=text: say(text) for text in texts])
    assert all(isinstance(result, list) and len(result) >= 2 for result in results), results
    order = [replies_to(talk, event.seq)[0].seq for event in resident_events(talk)]
    assert order == sorted(order)
    assert len(order) == 3
    row = Conversation.objects.get(pk=talk.conversation)
    assert row.waiting_since is None
    assert State.from_json(row.state) == replayed(talk.conversation)


def test_a_message_whose_server_was_killed_is_answered_by_the_sweep(talk: Opened) -> None:
    stored = store_message(
        municipality="waterdam",
        conversation=talk.conversation,
        token=talk.token,
        posted=Posted(client_id="gedood", text="wat kost een paspoort"),
    )
    event = stored.entry
    assert replies_to(talk, event.seq) == []
    Conversation.objects.filter(pk=talk.conversation).update(
        waiting_since=timezone.now() - timedelta(hours=2)
    )
    assert finish_waiting(older_than=timedelta(hours=1)) == 1
    assert replies_to(talk, event.seq)
    assert finish_waiting(older_than=timedelta(seconds=0)) == 0


def test_a_talk_that_cannot_be_finished_holds_up_no_other(
    talk: Opened,
) -> None:
    broken = open_conversation(municipality="waterdam", origin="elders", channel="test")
    for each in (broken, talk):
        store_message(
            municipality="waterdam",
            conversation=each.conversation,
            token=each.token,
            posted=Posted(client_id="wacht", text="hallo"),
        )
    Conversation.objects.filter(pk=broken.conversation).update(state={"flow": "geen flow"})
    assert finish_waiting(older_than=timedelta(seconds=0)) == 1
    assert replies_to(talk, resident_events(talk)[0].seq)


def test_the_sweep_leaves_a_turn_alone_that_is_still_young(talk: Opened) -> None:
    store_message(
        municipality="waterdam",
        conversation=talk.conversation,
        token=talk.token,
        posted=Posted(client_id="jong", text="hallo"),
    )
    assert finish_waiting(older_than=timedelta(hours=1)) == 0


def test_a_message_that_waits_is_answered_before_the_next_one(talk: Opened, say: Any) -> None:
    first = store_message(
        municipality="waterdam",
        conversation=talk.conversation,
        token=talk.token,
        posted=Posted(client_id="eerst", text="wat kost een paspoort"),
    ).entry
    second = say("wanneer zijn jullie open")
    assert replies_to(talk, first.seq)[0].seq < replies_to(talk, second[0]["seq"])[0].seq


def test_the_worker_and_a_request_together_answer_once(talk: Opened) -> None:
    stored = store_message(
        municipality="waterdam",
        conversation=talk.conversation,
        token=talk.token,
        posted=Posted(client_id="samen", text="wat kost een paspoort"),
    )
    seq = stored.entry.seq
    work = [lambda: answer_waiting(conversation=stored.conversation, up_to=seq)] * 4
    answers = at_the_same_moment(*work)
    assert [[e.seq for e in answer] for answer in answers] == [[e.seq for e in answers[0]]] * 4
    decided = [e for e in replies_to(talk, seq) if e.kind == EventKind.DECIDED]
    assert len(decided) == 1


def test_the_state_is_the_fold_of_the_log(talk: Opened, say: Any) -> None:
    say("mijn lantaarn is kapot")
    say(choice="flow:melding-straatverlichting")
    say("kerkstraat 12")
    say("toch niet, nummer 14")
    say("wat kost een paspoort")
    say(action="back")
    row = Conversation.objects.get(pk=talk.conversation)
    assert State.from_json(row.state) == replayed(talk.conversation)


def test_a_bsn_is_hidden_before_storing_and_the_resident_is_told_why(
    talk: Opened, say: Any
) -> None:
    messages = say("mijn bsn is 111222333 en ik wil een paspoort")
    stored = " ".join(str(event.body) for event in Event.objects.all())
    assert "111222333" not in stored
    assert "burgerservicenummer" in " ".join(message["text"] for message in messages).lower()


def test_when_thinking_fails_the_resident_gets_a_stored_and_honest_answer(
    talk: Opened, say: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(thought: Any) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(turn, "THINK", (*turn.THINK[:2], breaks))
    messages = say("wat kost een paspoort")
    assert messages[-1]["kind"] == "notice"
    decided = Event.objects.get(conversation_id=talk.conversation, kind=EventKind.DECIDED)
    assert decided.body["failure"] == "RuntimeError"
    monkeypatch.undo()
    assert any("€ 84,10" in message["text"] for message in say("wat kost een paspoort"))


def test_when_thinking_fails_somebody_in_danger_still_gets_the_number(
    say: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(thought: Any) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(turn, "THINK", (*turn.THINK[:2], breaks))
    messages = say("ik wil niet meer leven")
    assert "113" in messages[-1]["text"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "   \x00\x07 "}, "text"),
        ({}, "text"),
        ({"text": "a", "choice": "b"}, "text"),
        ({"text": "a" * (MAX_TEXT + 1)}, "text"),
        ({"choice": ""}, "choice"),
        ({"choice": "a" * 101}, "choice"),
        ({"action": "verwijder alles"}, "action"),
        ({"text": "a", "client_id": "x" * 65}, "client_id"),
    ],
)
def test_a_message_that_cannot_be_is_refused_with_its_faults_and_nothing_is_stored(
    talk: Opened, fields: dict[str, Any], field: str
) -> None:
    count = Event.objects.count()
    with pytest.raises(MessageRefusedError) as refused:
        post_message(
            municipality="waterdam",
            conversation=talk.conversation,
            token=talk.token,
            posted=Posted(**{"client_id": "x", **fields}),
        )
    assert field in dict(refused.value.faults)
    assert Event.objects.count() == count


@pytest.mark.parametrize(
    "text",
    [
        "🎉🎉🎉",
        "<script>alert(1)</script>",
        "'; DROP TABLE conversations_event; --",
        "a\x00b\x1bc",
        "﷽" * 500,
        "{{ 7*7 }} {gemeente.naam} ||",
        "31 februari",
        "\ud800 half teken",
        "woord " * 660,
    ],
)
def test_rubbish_gets_an_answer_like_any_other_message(say: Any, text: str) -> None:
    messages = say(text)
    assert len(messages) >= 2
    assert all(message["text"] for message in messages[1:])


def test_the_token_of_another_talk_opens_nothing(talk: Opened) -> None:
    other = open_conversation(municipality="waterdam", origin="x", channel="test")
    with pytest.raises(TokenRefusedError):
        messages_after(
            municipality="waterdam", conversation=talk.conversation, token=other.token, after=0
        )


def test_a_talk_is_unknown_in_another_municipality(talk: Opened) -> None:
    with pytest.raises(UnknownConversationError):
        messages_after(
            municipality="heidewoud", conversation=talk.conversation, token=talk.token, after=0
        )
    with pytest.raises(UnknownConversationError):
        messages_after(municipality="waterdam", conversation=uuid.uuid4(), token=talk.token)


def test_erasing_empties_the_contents_and_leaves_the_skeleton(talk: Opened, say: Any) -> None:
    say("ik heet Jan de Vries en wil een paspoort")
    before = Event.objects.filter(conversation_id=talk.conversation).count()
    erase_conversation(municipality="waterdam", conversation=talk.conversation, token=talk.token)
    events = Event.objects.filter(conversation_id=talk.conversation)
    assert events.count() == before + 1
    assert all(event.body == {} for event in events)
    row = Conversation.objects.get(pk=talk.conversation)
    assert State.from_json(row.state) == State() == replayed(talk.conversation)
    with pytest.raises((TokenRefusedError, ConversationErasedError)):
        say("ben je er nog?")
