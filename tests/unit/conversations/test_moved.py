# SPDX-License-Identifier: EUPL-1.2
"""Once somebody logged in the conversation goes on under a new token only."""

from datetime import timedelta
from uuid import uuid4

import pytest

from gemeengoed.access.operations import make_link
from gemeengoed.conversations.errors import (
    ConversationErasedError,
    TalkMovedError,
    TokenRefusedError,
)
from gemeengoed.conversations.operations import (
    RESUME,
    Opened,
    erase_conversation,
    post_message,
    resume_conversation,
    tell_log_in,
)
from gemeengoed.conversations.posted import Posted
from gemeengoed.conversations.queries import messages_after
from gemeengoed.municipalities.models import Municipality


def log_in(talk: Opened, token: str = "") -> str:
    return tell_log_in(
        municipality="waterdam",
        conversation=talk.conversation,
        token=token or talk.token,
        person=uuid4(),
        level="midden",
    )


def read(talk: Opened, token: str) -> list[str]:
    found = messages_after(municipality="waterdam", conversation=talk.conversation, token=token)
    return [each["text"] for each in found]


def test_an_older_token_reads_and_says_nothing_and_is_told_why(talk: Opened) -> None:
    new = log_in(talk)
    assert read(talk, new)[-1:] != []
    with pytest.raises(TalkMovedError):
        read(talk, talk.token)
    with pytest.raises(TalkMovedError):
        post_message(
            municipality="waterdam",
            conversation=talk.conversation,
            token=talk.token,
            posted=Posted(client_id="x", text="hallo"),
        )


def test_also_after_a_second_log_in_and_for_another_device(talk: Opened) -> None:
    here = Municipality.objects.get(pk="waterdam")
    code, _ = make_link(
        municipality=here,
        purpose=RESUME,
        subject=talk.conversation,
        valid_for=timedelta(days=1),
    )
    _, elsewhere = resume_conversation(municipality="waterdam", code=code)
    first = log_in(talk)
    second = log_in(talk, first)
    for token in (talk.token, elsewhere, first):
        with pytest.raises(TalkMovedError):
            read(talk, token)
    assert read(talk, second)


def test_who_never_had_a_token_is_not_told_that_anybody_logged_in(talk: Opened) -> None:
    log_in(talk)
    with pytest.raises(TokenRefusedError) as refused:
        read(talk, "made up")
    assert not isinstance(refused.value, TalkMovedError)


def test_once_it_is_erased_nobody_is_told_where_it_was(talk: Opened) -> None:
    new = log_in(talk)
    erase_conversation(municipality="waterdam", conversation=talk.conversation, token=new)
    for token in (talk.token, new):
        with pytest.raises(ConversationErasedError):
            read(talk, token)
