# SPDX-License-Identifier: EUPL-1.2
"""Texts that are no questions: stored as typed where harmless, made harmless where not."""

import pytest
from tests.contract.talking import Talk


def test_control_characters_are_left_out(talk: Talk) -> None:
    own, answer = talk.say("wat\u0000 kost\u0007 een\u001b[0m paspoort?")
    assert not [sign for sign in own["text"] if ord(sign) < 32]
    assert own["text"].startswith("wat kost een")
    assert answer["sender"] == "assistant"


def test_signs_that_turn_the_text_around_or_are_not_seen_are_left_out(talk: Talk) -> None:
    own, answer = talk.say("\ufeffwat kost\u202e een pas\u200bpoort\u2069? 👩\u200d🚀")
    assert own["text"] == "wat kost een paspoort? 👩\u200d🚀"
    assert "€" in answer["text"]


def test_a_message_of_nothing_that_is_seen_is_told_to_be_empty(talk: Talk) -> None:
    refused = talk.post(text="\u2067\u200b\u200e")
    assert refused.status_code == 400
    assert "Het bericht is leeg" in refused.json()["detail"]


@pytest.mark.parametrize("number", ["9999\u206693\u200e653", "NL91\u00adABNA041\u202c7164300"])
def test_nothing_unseen_hides_a_number(talk: Talk, number: str) -> None:
    assert "verborgen" in talk.say(f"mijn nummer is {number}")[0]["text"]


@pytest.mark.parametrize(
    "text",
    ["😀🎉", "<script>alert(1)</script>", "'; DROP TABLE conversations_event; --", "?", "a" * 4000],
)
def test_a_text_that_is_no_question_is_kept_and_answered_honestly(talk: Talk, text: str) -> None:
    own, answer = talk.say(text)[:2]
    assert own["text"] == text
    assert answer["sender"] == "assistant"
    assert answer["choices"], "a way on is offered"


@pytest.mark.parametrize("number", ["999993653", "9999.93.653", "NL91ABNA0417164300"])
def test_a_number_that_must_not_be_kept_is_masked_and_told(talk: Talk, number: str) -> None:
    own, notice = talk.say(f"ik wil verhuizen, mijn nummer is {number}")[:2]
    assert number not in own["text"]
    assert "verborgen" in own["text"]
    assert notice["kind"] == "notice"
    assert number not in str(talk.read())


def test_a_date_that_does_not_exist_is_asked_again(talk: Talk) -> None:
    answers = talk.say("ik verhuis op 31 februari")
    assert answers[-1]["sender"] == "assistant"
