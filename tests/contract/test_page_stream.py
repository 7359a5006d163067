# SPDX-License-Identifier: EUPL-1.2
"""The line of the chat page: tells its own conversation's sequences, opened by its cookie."""

import threading
from typing import Any

import httpx
import pytest
from tests.contract.conftest import PATIENCE
from tests.contract.talking import Talk
from tests.contract.test_stream import take


def cookie(talk: Talk, gemeente: str = "waterdam", token: str | None = None) -> dict[str, str]:
    return {"Cookie": f"gg_gesprek_{gemeente}={talk.id}.{token or talk.token}"}


def line(talk: Talk, query: str = "", **headers: str) -> Any:
    path = f"/waterdam/chat/stroom{query}"
    return talk.client.stream("GET", path, headers=cookie(talk) | headers)


def test_it_tells_the_sequence_of_each_message_and_nothing_else(talk: Talk) -> None:
    talk.say("wat kost een paspoort")
    seqs = [str(message["seq"]) for message in talk.read()]
    with line(talk) as answer:
        assert answer.headers["content-type"] == "text/event-stream"
        assert answer.headers["cache-control"] == "no-store"
        events = take(answer, len(seqs))
    assert [(event["id"], event["data"]) for event in events] == [(seq, seq) for seq in seqs]
    assert {name for event in events for name in event} <= {"retry", "event", "id", "data"}


def test_it_begins_after_what_the_page_shows_and_goes_on_after_what_it_told(talk: Talk) -> None:
    shown = talk.messages[-1]["seq"]
    first, second = talk.say("wat kost een paspoort")[:2]
    with line(talk, f"?na={shown}") as answer:
        assert take(answer, 1)[0]["data"] == str(first["seq"])
    with line(talk, f"?na={shown}", **{"Last-Event-ID": str(first["seq"])}) as answer:
        assert take(answer, 1)[0]["data"] == str(second["seq"])


def test_it_wakes_up_when_a_message_is_posted_elsewhere(talk: Talk) -> None:
    posting = threading.Timer(0.3, talk.say, args=["wat kost een rijbewijs"])
    with line(talk, f"?na={talk.messages[-1]['seq']}") as answer:
        posting.start()
        assert len(take(answer, 2)) == 2
    posting.join()


@pytest.mark.parametrize("headers", ["none", "a wrong token", "rubbish", "of another municipality"])
def test_without_the_cookie_of_this_conversation_there_is_nothing_to_wait_for(
    talk: Talk, headers: str
) -> None:
    sent = {
        "none": {},
        "a wrong token": cookie(talk, token="geraden"),
        "rubbish": {"Cookie": "gg_gesprek_waterdam=x.y"},
        "of another municipality": cookie(talk, "oostermark"),
    }[headers]
    where = "oostermark" if "another" in headers else "waterdam"
    answer = httpx.get(
        f"{talk.client.base_url}/{where}/chat/stroom", headers=sent, timeout=PATIENCE
    )
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_bearer_token_does_not_open_it(talk: Talk) -> None:
    assert talk.client.get("/waterdam/chat/stroom", headers=talk.bearer).status_code == 204


def test_after_erasing_it_ends_and_does_not_open_again(talk: Talk) -> None:
    erasing = threading.Timer(
        0.3, talk.client.delete, args=[talk.path], kwargs={"headers": talk.bearer}
    )
    with line(talk, f"?na={talk.messages[-1]['seq']}") as answer:
        erasing.start()
        assert "data:" not in answer.read().decode()
    erasing.join()
    assert talk.client.get("/waterdam/chat/stroom", headers=cookie(talk)).status_code == 204


def test_only_reading_and_only_of_a_municipality_that_there_is(talk: Talk) -> None:
    assert talk.client.head("/waterdam/chat/stroom", headers=cookie(talk)).status_code == 405
    assert talk.client.get("/nergens/chat/stroom").status_code == 404
