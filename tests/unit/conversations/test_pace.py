# SPDX-License-Identifier: EUPL-1.2
"""A script meets the limit on messages of a conversation, a hurried human never."""

import threading
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from gemeengoed.access.errors import TooManyError
from gemeengoed.conversations import announcements
from gemeengoed.conversations.errors import TokenRefusedError
from gemeengoed.conversations.models import Conversation, Event, EventKind
from gemeengoed.conversations.operations import Opened, post_message
from gemeengoed.conversations.posted import Posted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def three_at_once(settings: Any) -> None:
    """Three messages at once, and then one in a hundred thousand seconds: a turn takes none."""
    settings.MESSAGES_AT_ONCE = 3
    settings.MESSAGES_PER_SECOND = 0.00001


def stored(talk: Opened) -> list[str]:
    events = Event.objects.filter(conversation_id=talk.conversation, kind=EventKind.RESIDENT)
    return [body["text"] for body in events.order_by("seq").values_list("body", flat=True)]


def seconds_pass(talk: Opened, seconds: float) -> None:
    row = Conversation.objects.get(pk=talk.conversation)
    assert row.paced_until is not None
    row.paced_until -= timedelta(seconds=seconds)
    row.save(update_fields=["paced_until"])


def test_as_many_as_the_limit_are_answered_and_the_next_stores_nothing(
    talk: Opened, say: Any
) -> None:
    for text in ("een", "twee", "drie"):
        say(text)
    with pytest.raises(TooManyError) as refused:
        say("vier")
    assert 99_000 < refused.value.retry_after <= 100_000
    assert stored(talk) == ["een", "twee", "drie"]
    assert Conversation.objects.get(pk=talk.conversation).waiting_since is None


def test_after_waiting_as_long_as_was_told_it_goes_on(talk: Opened, say: Any) -> None:
    for text in ("een", "twee", "drie"):
        say(text)
    with pytest.raises(TooManyError) as refused:
        say("vier", client_id="vier")
    seconds_pass(talk, refused.value.retry_after)
    assert say("vier", client_id="vier")[0]["text"] == "vier"
    with pytest.raises(TooManyError):
        say("vijf")


def test_who_was_away_for_long_may_not_save_up_more_than_the_limit(talk: Opened, say: Any) -> None:
    say("een")
    seconds_pass(talk, 100_000_000)
    for text in ("twee", "drie", "vier"):
        say(text)
    with pytest.raises(TooManyError):
        say("vijf")


def test_a_repeat_of_what_is_stored_costs_nothing_and_is_answered(say: Any) -> None:
    for _ in range(6):
        first = say("een", client_id="een")
    for text in ("twee", "drie"):
        say(text)
    with pytest.raises(TooManyError):
        say("vier")
    assert say("een", client_id="een") == first


def test_what_is_refused_for_another_reason_costs_nothing(talk: Opened, say: Any) -> None:
    def foreign() -> None:
        post_message(
            municipality="waterdam",
            conversation=talk.conversation,
            token="van een ander",
            posted=Posted(uuid.uuid4().hex, text="hallo"),
        )

    for _ in range(6):
        with pytest.raises(TokenRefusedError):
            foreign()
    for text in ("een", "twee", "drie"):
        say(text)
    with pytest.raises(TokenRefusedError):  # also now: a stranger learns nothing of the pace
        foreign()


def test_at_the_same_moment_no_more_come_through_either(talk: Opened, say: Any) -> None:
    outcomes: list[str] = []
    together = threading.Barrier(8)

    def one() -> None:
        together.wait()
        try:
            say("hallo")
            outcomes.append("answered")
        except TooManyError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["answered"] * 3 + ["refused"] * 5
    assert len(stored(talk)) == 3


def test_the_limit_costs_a_turn_no_statement(
    talk: Opened, django_assert_num_queries: Any, say: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in a process that serves: the announcement is no statement of the turn either.
    monkeypatch.setattr(announcements, "_gathering", threading.current_thread())
    say("een")
    with django_assert_num_queries(2):
        say("wat kost een paspoort")
    assert Conversation.objects.get(pk=talk.conversation).paced_until > timezone.now()
