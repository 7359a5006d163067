# SPDX-License-Identifier: EUPL-1.2
"""After erasing nothing of the resident is left, and nothing opens the talk again."""

from datetime import timedelta
from typing import Any

import pytest

from gemeengoed.access.errors import LinkNotValidError
from gemeengoed.access.operations import make_link
from gemeengoed.conversations.errors import ConversationErasedError
from gemeengoed.conversations.models import Conversation, Event
from gemeengoed.conversations.operations import (
    RESUME,
    Opened,
    erase_conversation,
    erase_old,
    resume_conversation,
)
from gemeengoed.conversations.queries import messages_after
from gemeengoed.municipalities.queries import municipality
from gemeengoed.terms.clock import Clock

pytestmark = pytest.mark.django_db(transaction=True)


def erase(talk: Opened) -> None:
    erase_conversation(municipality="waterdam", conversation=talk.conversation, token=talk.token)


def test_nothing_that_the_sender_chose_is_left(talk: Opened, say: Any) -> None:
    say("ik ben Jan de Vries", client_id="jan-de-vries-1980")
    erase(talk)
    left = str(list(Event.objects.filter(conversation_id=talk.conversation).values()))
    assert "vries" not in left.lower()


def test_whoever_comes_back_is_told_that_it_was_erased(talk: Opened, say: Any) -> None:
    erase(talk)
    with pytest.raises(ConversationErasedError):
        say("ben je er nog?")
    with pytest.raises(ConversationErasedError):
        messages_after(municipality="waterdam", conversation=talk.conversation, token=talk.token)


def test_a_link_that_was_made_before_opens_nothing_any_more(talk: Opened) -> None:
    code, _ = make_link(
        municipality=municipality("waterdam"),
        purpose=RESUME,
        subject=talk.conversation,
        valid_for=timedelta(days=7),
    )
    erase(talk)
    with pytest.raises(LinkNotValidError):
        resume_conversation(municipality="waterdam", code=code)
    assert Conversation.objects.get(pk=talk.conversation).token_hashes == []


def test_a_code_that_is_no_text_is_only_a_wrong_code(talk: Opened) -> None:
    with pytest.raises(LinkNotValidError):
        resume_conversation(municipality="waterdam", code="\ud800")


def test_what_began_long_ago_is_emptied_and_the_rest_stays(
    talk: Opened, say: Any, settings: Any
) -> None:
    say("ik ben Jan de Vries")
    begun = Conversation.objects.get(pk=talk.conversation).opened_at
    settings.CLOCK = Clock(lambda: begun + timedelta(days=90))
    assert erase_old(keep=timedelta(days=90)) == 0
    settings.CLOCK = Clock(lambda: begun + timedelta(days=90, seconds=1))
    assert erase_old(keep=timedelta(days=90)) == 1
    assert erase_old(keep=timedelta(days=90)) == 0
    row = Conversation.objects.get(pk=talk.conversation)
    events = Event.objects.filter(conversation=row)
    assert row.erased_at == begun + timedelta(days=90, seconds=1)
    assert [event.body for event in events] == [{}] * row.last_seq
