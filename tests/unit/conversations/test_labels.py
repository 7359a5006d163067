# SPDX-License-Identifier: EUPL-1.2
"""The log reads as a talk: what stands there as the resident's words are words."""

from typing import Any

import pytest

from gemeengoed.conversations.labels import ACTION_WORDS, UNKNOWN_BUTTON
from gemeengoed.dialogue.incoming import Action

pytestmark = pytest.mark.django_db(transaction=True)


def said(messages: list[dict[str, Any]]) -> str:
    own = messages[0]
    assert own["sender"] == "resident"
    return str(own["text"])


def test_a_button_is_read_back_by_the_words_on_it(say: Any) -> None:
    offered = say("wat kost een paspoort")[-1]["choices"]
    for choice in offered:
        assert said(say(choice=choice["id"])) == choice["label"]


def test_an_old_button_is_read_back_by_its_words_too(say: Any) -> None:
    choice = say("wat kost een paspoort")[-1]["choices"][0]
    for _ in range(15):
        say("blabla")
    assert said(say(choice=choice["id"])) == choice["label"]


def test_an_address_on_a_button_of_a_while_ago_is_found(say: Any) -> None:
    say(choice="flow:melding-straatverlichting")
    say("brandt niet")
    offered = say("Kerkstraat 22")[-1]["choices"]
    assert [choice["id"] for choice in offered] == ["adres:1", "adres:2"]
    say("Kerkstraat 24")
    assert said(say(choice="adres:2")) == offered[1]["label"]


@pytest.mark.parametrize("choice", ["bewaar", "flow:terugbelverzoek"])
def test_a_button_that_a_door_shows_by_itself_has_its_words(say: Any, choice: str) -> None:
    assert said(say(choice=choice)) not in (choice, UNKNOWN_BUTTON)


def test_a_button_that_was_never_offered_has_no_words(say: Any) -> None:
    messages = say(choice="flow:melding-straatverlichting")
    assert said(messages) == "(onbekende knop)"
    assert messages[-1]["kind"] == "question", "and yet it does what it is for"


def test_every_action_has_words() -> None:
    assert set(ACTION_WORDS) == {action.value for action in Action}
