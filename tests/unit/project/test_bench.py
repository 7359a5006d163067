# SPDX-License-Identifier: EUPL-1.2
"""The bench measures what it says: its flow is a flow that is understood."""

import uuid

import pytest

from gemeengoed.conversations.operations import open_conversation, post_message
from gemeengoed.conversations.posted import Posted
from gemeengoed.project.bench.scenarios import FLOW_STEPS

ASKED = ["wat", "plaats", "aantal", "aantal", "mastnummer", "aantal", None, None]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("municipality", ["waterdam", "heidewoud", "oostermark"])
def test_each_step_of_the_flow_brings_the_next_question_time_and_again(
    municipality: str, demo_municipalities: None
) -> None:
    talk = open_conversation(municipality=municipality, origin="bench", channel="test")
    asked = []
    for step in FLOW_STEPS * 2:
        *_, last = post_message(
            municipality=municipality,
            conversation=talk.conversation,
            token=talk.token,
            posted=Posted(client_id=uuid.uuid4().hex, **step),
        )
        asked.append(last["input"] and last["input"]["name"])
    assert asked == ASKED * 2
