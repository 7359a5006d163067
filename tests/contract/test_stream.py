# SPDX-License-Identifier: EUPL-1.2
"""The stream: messages as they come, resumed where it broke off."""

import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
from tests.contract.shapes import must_be_message
from tests.contract.talking import Talk

Event = dict[str, str]


def events_of(answer: httpx.Response) -> Iterator[Event]:
    """Events as a browser reads them: fields until an empty line; comments are left out."""
    event: Event = {}
    for line in answer.iter_lines():
        if line == "" and "data" in event:
            yield event
            event = {}
        elif line and not line.startswith(":"):
            name, _, value = line.partition(": ")
            event[name] = value


def opened(talk: Talk, after: str | None = None) -> Any:
    headers = talk.bearer if after is None else {**talk.bearer, "Last-Event-ID": after}
    return talk.client.stream("GET", f"{talk.path}/stream", headers=headers)


def take(answer: httpx.Response, count: int) -> list[Event]:
    events = events_of(answer)
    return [next(events) for _ in range(count)]


def test_a_stream_brings_the_messages_there_are_with_their_sequence_as_id(talk: Talk) -> None:
    talk.say("wat kost een paspoort")
    stored = talk.read()
    with opened(talk) as answer:
        assert answer.headers["content-type"] == "text/event-stream"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["api-version"] == "1.0.0"
        events = take(answer, len(stored))
    assert [json.loads(event["data"]) for event in events] == stored
    assert [int(event["id"]) for event in events] == [message["seq"] for message in stored]
    for event in events:
        must_be_message(json.loads(event["data"]))


def test_a_stream_goes_on_after_the_last_event_that_was_seen(talk: Talk) -> None:
    talk.say("wat kost een paspoort")
    with opened(talk, after=str(talk.messages[-1]["seq"])) as answer:
        first = json.loads(take(answer, 1)[0]["data"])
    assert first["text"] == "wat kost een paspoort"


def test_a_strange_last_event_id_begins_at_the_beginning(talk: Talk) -> None:
    for strange in ("x", "-3", "9" * 40):
        with opened(talk, after=strange) as answer:
            assert take(answer, 1)[0]["id"] == str(talk.messages[0]["seq"])


def test_an_open_stream_wakes_up_when_a_message_is_posted_elsewhere(talk: Talk) -> None:
    posting = threading.Timer(0.3, talk.say, args=["wat kost een rijbewijs"])
    with opened(talk, after=str(talk.messages[-1]["seq"])) as answer:
        posting.start()
        events = take(answer, 2)  # the read timeout of the client is the limit
    posting.join()
    assert [json.loads(event["data"])["sender"] for event in events] == ["resident", "assistant"]


def test_a_stream_brings_nothing_of_another_conversation(talk: Talk) -> None:
    from_here = str(talk.messages[-1]["seq"])
    other = talk.client.post("/api/v1/waterdam/conversations").json()
    stranger = Talk(talk.client, "waterdam", other["id"], other["token"], other["messages"])
    with opened(talk, after=from_here) as answer:
        stranger.say("dit is van een ander")
        talk.say("wat kost een paspoort")
        texts = [json.loads(event["data"])["text"] for event in take(answer, 2)]
    assert texts[0] == "wat kost een paspoort"
    assert "ander" not in texts[1]


def test_a_stream_ends_when_its_conversation_is_erased(talk: Talk) -> None:
    erasing = threading.Timer(
        0.3, talk.client.delete, args=[talk.path], kwargs={"headers": talk.bearer}
    )
    with opened(talk, after=str(talk.messages[-1]["seq"])) as answer:
        erasing.start()
        assert list(events_of(answer)) == []
    erasing.join()
