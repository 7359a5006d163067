# SPDX-License-Identifier: EUPL-1.2
"""Open streams are limited in each process: per conversation, per origin, in all.

Talking goes on.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack

import httpx
import pytest
from tests.contract.conftest import PATIENCE
from tests.contract.talking import Talk, begin, problem_of

from gemeengoed.project.bench.server import running_server
from gemeengoed.web.frame.open_streams import PER_CONVERSATION, PER_ORIGIN

MORE = 3 * PER_CONVERSATION  # two tests before may still be leaving theirs
UNTIL = 100.0  # seconds in which the server notices that a client has gone


@pytest.fixture(scope="module")
def server(prepared_database: str) -> Iterator[str]:
    """With one process: which of several takes a stream is chance, and each counts for itself.

    It has places for one whole origin, and for some streams more.
    """
    environment = {
        "DATABASE_URL": prepared_database,
        "GEMEENGOED_OPEN_STREAMS": str(PER_ORIGIN + MORE),
        "WEB_PROCESSES": "1",
    }
    with running_server(environment) as (port, _):
        yield f"http://127.0.0.1:{port}"


def open_one(kept: ExitStack, talk: Talk) -> httpx.Response:
    """A stream that stays open until ``kept`` is closed; or the refusal, read to its end."""
    stream = talk.client.stream("GET", f"{talk.path}/stream", headers=talk.bearer)
    answer = kept.enter_context(stream)
    if answer.status_code != 200:
        answer.read()
    return answer


def opens_again(talk: Talk) -> bool:
    """Whether a place comes free in time."""
    until = time.monotonic() + UNTIL
    while time.monotonic() < until:
        with ExitStack() as kept:
            if open_one(kept, talk).status_code == 200:
                return True
        time.sleep(0.1)
    return False


def roomy(talk: Talk) -> Talk:
    """The same resident with as many connections as wanted."""
    limits = httpx.Limits(max_connections=None)
    headers = {"X-Forwarded-For": talk.client.headers["X-Forwarded-For"]}
    talk.client = httpx.Client(
        base_url=talk.client.base_url, headers=headers, limits=limits, timeout=PATIENCE
    )
    return talk


def test_one_conversation_may_be_open_in_ten_places_and_no_more(talk: Talk) -> None:
    roomy(talk)
    with ExitStack() as kept:
        answers = [open_one(kept, talk) for _ in range(PER_CONVERSATION)]
        assert {answer.status_code for answer in answers} == {200}
        refused = open_one(kept, talk)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) >= 1
        assert "op te veel plekken open" in problem_of(refused)["detail"]
        assert talk.say("wat kost een paspoort")[-1]["sender"] == "assistant"
    assert opens_again(talk)


def test_the_line_of_the_page_counts_with_the_streams_of_the_api(talk: Talk) -> None:
    roomy(talk)
    cookie = {"Cookie": f"gg_gesprek_waterdam={talk.id}.{talk.token}"}
    with ExitStack() as kept:
        for _ in range(PER_CONVERSATION):
            assert open_one(kept, talk).status_code == 200
        refused = talk.client.get("/waterdam/chat/stroom", headers=cookie)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) >= 1


@pytest.fixture(scope="module")
def crowd(server: str) -> Iterator[list[httpx.Response]]:
    """As many streams as one origin may have open, of several conversations, and one more."""
    headers = {"X-Forwarded-For": "203.0.113.8"}
    limits = httpx.Limits(max_connections=None)
    with (
        httpx.Client(base_url=server, headers=headers, limits=limits, timeout=PATIENCE) as client,
        ExitStack() as kept,
    ):
        talks = [begin(client) for _ in range(PER_ORIGIN // PER_CONVERSATION + 1)]
        yield [open_one(kept, talks[n // PER_CONVERSATION]) for n in range(PER_ORIGIN + 1)]


def test_one_origin_meets_a_limit_and_another_does_not(
    crowd: list[httpx.Response], talk: Talk
) -> None:
    assert {answer.status_code for answer in crowd[:-1]} == {200}
    assert crowd[-1].status_code == 429
    problem_of(crowd[-1])
    with ExitStack() as kept:
        assert open_one(kept, talk).status_code == 200


@pytest.mark.slow
def test_a_process_without_a_place_says_so_and_answers_messages(
    crowd: list[httpx.Response], talk: Talk
) -> None:
    roomy(talk)
    talks = [talk, *(begin(talk.client) for _ in range(MORE // PER_CONVERSATION))]
    with ExitStack() as kept:
        answers = [open_one(kept, talks[n // PER_CONVERSATION]) for n in range(MORE + 1)]
        assert answers[0].status_code == 200
        assert answers[-1].status_code == 503
        assert int(answers[-1].headers["retry-after"]) >= 1
        problem_of(answers[-1])
        assert talks[-1].say("wat kost een paspoort")[-1]["sender"] == "assistant"
