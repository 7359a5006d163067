# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest
from django.http import QueryDict

from gemeengoed.web.resident.forms import new_key, posted_from
from gemeengoed.web.resident.talk import input_field, talk_of

TODAY = date(2026, 11, 24)


def message(seq: int, sender: str = "assistant", kind: str = "text", **more):
    blank = {
        "choices": [],
        "topic": None,
        "sources": [],
        "input": None,
        "step": None,
        "lines": [],
        "explanation": None,
    }
    return {"seq": seq, "sender": sender, "kind": kind, "text": "…", **blank, **more}


def test_the_name_is_said_once_per_group() -> None:
    said = [message(1), message(2), message(3, "resident"), message(4)]
    items = talk_of(said, today=TODAY).items
    assert [item.is_first_of_group for item in items] == [True, False, True, True]


def test_buttons_of_the_last_answer_work_and_older_ones_do_not() -> None:
    choices = [{"id": "a", "label": "A"}]
    said = [message(1, choices=choices), message(2, "resident"), message(3, choices=choices)]
    items = talk_of(said, today=TODAY).items
    assert [item.has_controls for item in items] == [False, False, True]


def test_an_open_question_leaves_no_other_buttons() -> None:
    asked = message(2, kind="question", input={"type": "text", "name": "naam"})
    said = [message(1, choices=[{"id": "a", "label": "A"}]), asked]
    talk = talk_of(said, today=TODAY)
    assert [item.has_controls for item in talk.items] == [False, True]
    assert not talk.needs_composer


def test_what_a_colleague_lets_know_leaves_the_open_question_open() -> None:
    asked = message(1, kind="question", input={"type": "text", "name": "naam"})
    talk = talk_of([asked, message(2, "staff", "notice")], today=TODAY)
    assert [item.has_controls for item in talk.items] == [True, False]
    assert talk.task is talk.items[0]
    assert talk.task.field is not None
    assert not talk.needs_composer
    assert talk.newest == 2


def test_a_choice_question_keeps_the_place_to_type() -> None:
    asked = message(1, kind="question", input={"type": "choice", "name": "wat"})
    assert talk_of([asked], today=TODAY).needs_composer


def test_an_empty_conversation_has_nothing_newest() -> None:
    assert talk_of([], today=TODAY).newest == 0


@pytest.mark.parametrize(
    ("kind", "type_", "attributes"),
    [
        ("phone", "tel", {"autocomplete": "tel"}),
        ("email", "email", {"autocomplete": "email"}),
        ("number", "text", {"inputmode": "numeric"}),
        ("iets-nieuws", "text", {}),
    ],
)
def test_each_kind_of_input_gets_the_field_of_the_browser(kind, type_, attributes) -> None:
    field = input_field({"type": kind, "name": "x"}, TODAY)
    assert field is not None
    assert (field.type, field.attributes) == (type_, attributes)


def test_a_date_is_limited_in_days_from_today() -> None:
    field = input_field({"type": "date", "name": "d", "min": 0, "max": 28}, TODAY)
    assert field is not None
    assert field.attributes == {"min": "2026-11-24", "max": "2026-12-22"}


def test_a_date_field_is_said_in_words() -> None:
    posted = posted_from(QueryDict(f"key={new_key()}&day=2026-12-14"))
    assert posted.text == "14 december 2026"


def test_an_action_carries_its_name_and_value() -> None:
    posted = posted_from(QueryDict(f"key={new_key()}&action=feedback:12:up"))
    assert (posted.action, posted.name, posted.value) == ("feedback", "12", "up")


def test_the_same_form_and_content_have_the_same_client_id_and_others_another() -> None:
    key = new_key()
    one, same, other = (
        posted_from(QueryDict(f"key={key}&choice={choice}")).client_id for choice in "aab"
    )
    assert one == same != other
    assert len(one) <= 64
