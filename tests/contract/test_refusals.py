# SPDX-License-Identifier: EUPL-1.2
"""What the API refuses, and how it says so."""

import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from tests.contract.talking import Talk, begin, problem_of


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/nergens"),
        ("POST", "/api/v1/nergens/conversations"),
        ("GET", "/api/v1/waterdam/van/alles"),
        ("POST", "/api/v1/%00/conversations"),
        ("GET", "/api/v1/water%20dam"),
        ("GET", "/api/v1/"),
    ],
)
def test_what_does_not_exist_is_a_problem_document(
    client: httpx.Client, method: str, path: str
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 404
    problem_of(answer)


def test_a_method_that_cannot_be_used_is_told_with_those_that_can(client: httpx.Client) -> None:
    answer = client.put("/api/v1/waterdam")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    problem_of(answer)


@pytest.mark.parametrize("part", ["/messages", "/stream", ""])
@pytest.mark.parametrize(
    "header", [{}, {"Authorization": "Basic eA=="}, {"Authorization": "Bearer"}]
)
def test_without_a_token_a_conversation_stays_closed(
    talk: Talk, part: str, header: dict[str, str]
) -> None:
    answer = talk.client.get(talk.path + part, headers=header)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    problem_of(answer)


@pytest.mark.parametrize("part", ["/messages", "/stream", ""])
def test_a_wrong_token_and_that_of_another_conversation_are_refused(talk: Talk, part: str) -> None:
    foreign = begin(talk.client).token
    for token in ("x", foreign, talk.token + "x", "\u00e9\u00e9"):
        header = {"Authorization": f"Bearer {token}".encode()}
        answer = talk.client.get(talk.path + part, headers=header)
        assert answer.status_code == 403, token
        problem_of(answer)


def test_a_foreign_token_can_neither_post_nor_erase(talk: Talk) -> None:
    foreign = {"Authorization": f"Bearer {begin(talk.client).token}"}
    body = {"client_id": "a", "text": "wat kost een paspoort"}
    posted = talk.client.post(f"{talk.path}/messages", json=body, headers=foreign)
    erased = talk.client.delete(talk.path, headers=foreign)
    assert (posted.status_code, erased.status_code) == (403, 403)
    assert talk.read() == talk.messages


def test_a_conversation_is_known_in_its_own_municipality_only(talk: Talk) -> None:
    for path in (
        talk.path.replace("waterdam", "heidewoud"),
        talk.path.replace(talk.id, str(uuid.uuid4())),
    ):
        answer = talk.client.get(f"{path}/messages", headers=talk.bearer)
        assert answer.status_code == 404
        problem_of(answer)


@pytest.mark.parametrize(
    ("body", "location"),
    [
        ({"client_id": "a", "text": ""}, "/text"),
        ({"client_id": "a", "text": "  \n "}, "/text"),
        ({"client_id": "a", "text": "\u0000\u0001\u0002"}, "/text"),
        ({"client_id": "a", "text": "\u202e\u200b \u2066\ufeff\u200d"}, "/text"),
        ({"client_id": "a", "choice": "\u200f"}, "/choice"),
        ({"client_id": "a", "text": "x" * 10_240}, "/text"),
        ({"client_id": "a", "text": "x", "choice": "een"}, "/text"),
        ({"client_id": "a"}, "/text"),
        ({"client_id": "a", "action": "ontplof"}, "/action"),
        ({"client_id": "", "text": "x"}, "/client_id"),
        ({"client_id": "a" * 65, "text": "x"}, "/client_id"),
        ({"text": "x"}, "/client_id"),
        ({"client_id": 7, "text": "x"}, "/client_id"),
        ({"client_id": "a", "text": ["x"]}, "/text"),
        ([], "/"),
    ],
    ids=str,
)
def test_a_message_that_breaks_a_rule_is_refused_and_not_stored(
    talk: Talk, body: Any, location: str
) -> None:
    answer = talk.client.post(f"{talk.path}/messages", json=body, headers=talk.bearer)
    assert answer.status_code == 400
    errors = problem_of(answer)["errors"]
    assert location in [error["location"] for error in errors]
    assert all(error["in"] == "body" and error["code"] and error["detail"] for error in errors)
    assert talk.read() == talk.messages


@pytest.mark.parametrize("content", [b"geen json", b"", b"\xff\xfe", b"{", b'{"client_id": "a",}'])
def test_a_body_that_is_no_json_is_refused(talk: Talk, content: bytes) -> None:
    header = {**talk.bearer, "Content-Type": "application/json"}
    answer = talk.client.post(f"{talk.path}/messages", content=content, headers=header)
    assert answer.status_code == 400
    assert problem_of(answer)["errors"]


def test_a_huge_body_is_refused(talk: Talk) -> None:
    answer = talk.post(text="x" * 1_000_000)
    assert answer.status_code == 413
    problem_of(answer)
    assert talk.read() == talk.messages


def test_every_fault_of_the_address_is_told_with_its_place(talk: Talk) -> None:
    answer = talk.client.get(f"{talk.path}/messages?after=-1", headers=talk.bearer)
    assert problem_of(answer)["errors"][0] | {"detail": ""} == {
        "in": "query",
        "location": "/after",
        "code": "greater_than_equal",
        "detail": "",
    }
    answer = talk.client.get("/api/v1/waterdam/conversations/12/messages", headers=talk.bearer)
    assert answer.status_code == 400
    assert problem_of(answer)["errors"][0]["location"] == "/conversation"


@pytest.mark.parametrize("code", ["x", "", "\u0000", "x" * 5000])
def test_a_resume_code_that_was_never_given_opens_nothing(client: httpx.Client, code: str) -> None:
    answer = client.post("/api/v1/waterdam/conversations/resume", json={"code": code})
    assert answer.status_code == 404
    problem_of(answer)


def test_a_button_that_was_never_offered_is_answered_and_changes_nothing(
    begin_in: Callable[[str], Talk],
) -> None:
    talk = begin_in("heidewoud")
    answer = talk.send(choice="adres:99")[-1]
    assert answer["sender"] == "assistant"
    assert talk.send(action="confirm")[-1]["kind"] != "receipt"


@pytest.mark.parametrize("choice", ["flow:xyz", "adres:2", "ja", "<b>ja</b>", "Ik ga akkoord"])
def test_the_id_of_a_button_that_was_never_offered_is_not_shown_as_words(
    talk: Talk, choice: str
) -> None:
    own = talk.send(choice=choice)[0]
    assert own["text"] == "(onbekende knop)"
    assert own in talk.read()


def test_no_address_and_no_code_makes_the_server_fail(talk: Talk) -> None:
    body = {"client_id": "a", "text": "hallo"}
    nowhere = talk.path.replace("waterdam", "%00")
    answers = [
        talk.client.post(f"{nowhere}/messages", json=body, headers=talk.bearer),
        talk.client.post("/api/v1/%00/conversations/resume", json={"code": "x"}),
        talk.client.post("/api/v1/waterdam/conversations/resume", content=b'{"code": "\\ud800"}'),
    ]
    for answer in answers:
        assert answer.status_code == 404
        problem_of(answer)
