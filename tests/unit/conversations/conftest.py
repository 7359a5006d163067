# SPDX-License-Identifier: EUPL-1.2
"""Real packs, real database: what a conversation needs around it."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from gemeengoed.conversations.operations import Opened, open_conversation, post_message
from gemeengoed.conversations.posted import Posted

Say = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def talk(demo_municipalities: None) -> Opened:
    """An open conversation in Waterdam."""
    return open_conversation(municipality="waterdam", origin=uuid.uuid4().hex, channel="test")


@pytest.fixture
def say(talk: Opened) -> Say:
    """say("tekst"), say(choice=…), say(action=…): one turn; returns its messages."""

    def one_turn(text: str | None = None, client_id: str | None = None, **fields: Any) -> Any:
        return post_message(
            municipality="waterdam",
            conversation=talk.conversation,
            token=talk.token,
            posted=Posted(client_id=client_id or uuid.uuid4().hex, text=text, **fields),
        )

    return one_turn
