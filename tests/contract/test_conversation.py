# SPDX-License-Identifier: EUPL-1.2
"""A conversation over the API, message by message."""

import threading
import uuid
from collections.abc import Callable
from typing import Any

import httpx
from tests.contract.shapes import must_be_message
from tests.contract.talking import DORMER, LAMP, Talk


def test_a_new_conversation_begins_with_who_the_assistant_is(talk: Talk) -> None:
    assert uuid.UUID(talk.id)
    assert talk.token
    assert "chatbot" in talk.messages[0]["text"]
    for message in talk.messages:
        must_be_message(message)


def test_every_message_from_first_question_to_receipt_has_the_promised_shape(talk: Talk) -> None:
    messages = [message for step in LAMP for message in talk.send(**step)]
    messages += talk.send(action="confirm")
    messages += talk.say("wat kost een paspoort")
    messages += talk.say("help er is brand")
    messages += talk.say("mijn bsn is 999993653")
    for message in messages:
        must_be_message(message)
    assert {"text", "question", "summary", "receipt", "notice"} <= {m["kind"] for m in messages}


def test_an_outcome_explains_itself_and_its_question_had_a_drawing(talk: Talk) -> None:
    messages = [message for step in DORMER for message in talk.send(**step)]
    for message in messages:
        must_be_message(message)
    (drawing,) = {m["drawing"]["name"] for m in messages if m["drawing"]} - {"dakvlak"}
    picture = talk.client.get(f"/waterdam/tekening/{drawing}.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    outcome = messages[-1]
    assert outcome["kind"] == "receipt"
    explanation = outcome["explanation"]
    assert (explanation["tone"], explanation["headline"]) == ("attention", "Vergunning nodig")
    failed = [rule for rule in explanation["rules"] if rule["status"] == "failed"]
    assert [rule["margin"] for rule in failed] == ["1 cm te hoog"]
    assert all(line["changeable"] for line in outcome["lines"])
    asked = talk.send(action="change", name="hoogte")[-1]
    assert (asked["kind"], asked["input"]["name"]) == ("question", "hoogte")


def test_a_question_is_answered_with_the_fee_and_its_source(
    begin_in: Callable[[str], Talk],
) -> None:
    fees = {"waterdam": "€ 84,10", "heidewoud": "€ 79,95", "oostermark": "€ 84,10"}
    for gemeente, fee in fees.items():
        own, answer = begin_in(gemeente).say("Wat kost een paspoort?")
        assert own["sender"] == "resident"
        assert fee in answer["text"]
        assert (answer["topic"], answer["aspect"]) == ("paspoort", "kosten")
        assert answer["sources"][0]["checked_on"]


def test_the_answer_to_a_post_is_what_was_added_to_the_log(talk: Talk) -> None:
    before = talk.read()[-1]["seq"]
    answered = talk.say("wanneer zijn jullie open")
    assert talk.read(after=before) == answered
    assert [message["seq"] for message in talk.read()] == sorted(m["seq"] for m in talk.read())


def test_reading_after_the_end_gives_nothing(talk: Talk) -> None:
    assert talk.read(after=10**6) == []


def test_a_report_can_be_corrected_changed_and_handed_in(talk: Talk) -> None:
    summary = [message for step in LAMP for message in talk.send(**step)][-1]
    assert _line(summary, "plaats").startswith("Lindelaan 8,")
    summary = talk.say("toch niet, nummer 10")[-1]
    assert _line(summary, "plaats").startswith("Lindelaan 10,")
    talk.send(action="change", name="wat")
    summary = talk.send(choice="knippert")[-1]
    assert _line(summary, "wat") == "De lamp knippert"
    receipts = [m for m in talk.send(action="confirm") if m["kind"] == "receipt"]
    assert len(receipts) == 1
    assert "2026" in receipts[0]["text"]  # until when, by the municipality's own term


def _line(summary: dict[str, Any], name: str) -> str:
    assert summary["kind"] == "summary", summary
    values: list[str] = [line["value"] for line in summary["lines"] if line["name"] == name]
    return values[0]


def test_the_same_message_sent_again_is_stored_once_and_answered_alike(talk: Talk) -> None:
    client_id = uuid.uuid4().hex
    first = talk.send(client_id=client_id, text="wat kost een rijbewijs")
    assert talk.send(client_id=client_id, text="wat kost een rijbewijs") == first
    assert [m for m in talk.read() if m["sender"] == "resident"] == [first[0]]


def test_the_same_message_sent_at_the_same_moment_is_stored_once(talk: Talk) -> None:
    client_id = uuid.uuid4().hex
    answers: list[httpx.Response] = []

    def send() -> None:
        answers.append(talk.post(client_id=client_id, text="wat kost een paspoort"))

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {200}
    stored = talk.read(after=talk.messages[-1]["seq"])
    assert [m["sender"] for m in stored] == ["resident", "assistant"]


def test_different_messages_at_the_same_moment_are_all_stored_and_answered(talk: Talk) -> None:
    texts = [f"wat kost een paspoort, vraag {number}" for number in range(6)]
    threads = [threading.Thread(target=talk.say, args=[text]) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    messages = talk.read(after=talk.messages[-1]["seq"])
    assert sorted(m["text"] for m in messages if m["sender"] == "resident") == texts
    assert len([m for m in messages if "€ 84,10" in m["text"]]) == len(texts)


def test_the_overview_tells_who_has_the_conversation_and_when_a_person_is_there(talk: Talk) -> None:
    answer = talk.client.get(talk.path, headers=talk.bearer).json()
    assert answer["owner"] == "assistant"
    assert answer["login_level"]
    assert answer["waiting"] is False
    assert answer["person"]["available"] is False, "it is three o'clock at night"
    assert answer["person"]["text"]


def test_a_conversation_goes_on_elsewhere_by_its_link_once(talk: Talk) -> None:
    talk.send(**LAMP[0])
    link, again = talk.send(choice="bewaar")[1:]
    words = link["text"]
    code = words.split("/chat/verder/")[1].split()[0].strip(".")
    resume = f"/api/v1/{talk.gemeente}/conversations/resume"
    resumed = talk.client.post(resume, json={"code": code})
    assert resumed.status_code == 201
    assert resumed.json()["id"] == talk.id
    assert [m["text"] for m in resumed.json()["messages"][-2:]] == [words, again["text"]]
    talk.token = resumed.json()["token"]
    assert talk.send(choice="knippert")[-1]["input"]["name"] == "plaats"
    assert talk.client.post(resume, json={"code": code}).status_code == 404


def test_an_erased_conversation_cannot_be_read_any_more(talk: Talk) -> None:
    talk.say("wat kost een paspoort")
    erased = talk.client.delete(talk.path, headers=talk.bearer)
    assert erased.status_code == 204
    assert erased.headers["api-version"] == "1.0.0"
    answer = talk.client.get(f"{talk.path}/messages", headers=talk.bearer)
    assert answer.status_code == 404
    assert answer.json()["title"] == "Gesprek gewist"


def test_the_municipalities_that_take_part_are_told_with_their_look(client: httpx.Client) -> None:
    found = client.get("/api/v1/municipalities").json()["municipalities"]
    assert [place["slug"] for place in found] == ["heidewoud", "oostermark", "waterdam"]
    for place in found:
        assert client.get(f"/api/v1/{place['slug']}").json() == place
        assert place["form"] == ("je" if place["slug"] == "heidewoud" else "u")
        assert place["assistant"]
        assert place["theme"]["primary"].startswith("#")
        assert place["contact"]["phone"]
