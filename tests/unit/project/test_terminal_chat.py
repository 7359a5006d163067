# SPDX-License-Identifier: EUPL-1.2
"""The talk in the terminal."""

from typing import Any

import pytest

from gemeengoed.conversations.models import Event, EventKind
from gemeengoed.project.terminal_chat import talk


@pytest.mark.django_db(transaction=True)
def test_a_script_that_is_faster_than_the_limit_is_heard_to_its_end(
    demo_municipalities: None, settings: Any
) -> None:
    settings.MESSAGES_AT_ONCE, settings.MESSAGES_PER_SECOND = 1, 1.5
    assert talk("waterdam", as_json=True, lines=["een", "", "twee", "drie"]) == 0
    said = Event.objects.filter(kind=EventKind.RESIDENT).order_by("seq")
    assert [body["text"] for body in said.values_list("body", flat=True)] == ["een", "twee", "drie"]
