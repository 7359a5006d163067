# SPDX-License-Identifier: EUPL-1.2
"""Files over the API: what is refused, and how. A file that comes through is in the browser tests,
because a file is asked after logging in only."""

import uuid
from collections.abc import Iterator

import httpx
from tests.contract.talking import Talk, problem_of

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def sent(talk: Talk, content: bytes = PDF, token: str | None = None) -> httpx.Response:
    return talk.client.post(
        f"{talk.path}/files",
        data={"client_id": uuid.uuid4().hex},
        files={"file": ("contract.pdf", content, "application/pdf")},
        headers=talk.bearer if token is None else {"Authorization": f"Bearer {token}"},
    )


def test_a_file_that_no_question_asks_for_is_refused(talk: Talk) -> None:
    answer = sent(talk)
    assert answer.status_code == 409
    problem_of(answer)
    assert len(talk.read()) == len(talk.messages)


def test_only_the_token_of_the_talk_may_send(talk: Talk) -> None:
    assert sent(talk, token="a-wrong-one").status_code == 403
    bare = talk.client.post(f"{talk.path}/files", files={"file": ("a.pdf", PDF)})
    assert bare.status_code == 401
    problem_of(bare)


def test_a_form_without_a_file_and_one_that_is_none_are_told(talk: Talk) -> None:
    without = talk.client.post(f"{talk.path}/files", data={"client_id": "a"}, headers=talk.bearer)
    assert without.status_code == 400
    assert problem_of(without)["errors"][0]["code"] == "missing"
    headers = talk.bearer | {"Content-Type": "multipart/form-data; boundary=x"}
    broken = talk.client.post(f"{talk.path}/files", content=b"--x\r\nno", headers=headers)
    assert broken.status_code == 400
    problem_of(broken)


def test_50_mb_is_refused_whether_its_length_is_told_or_not(talk: Talk) -> None:
    told = sent(talk, bytes(50 * 1024 * 1024))
    assert told.status_code == 413
    problem_of(told)

    def pieces() -> Iterator[bytes]:
        for _ in range(50):
            yield bytes(1024 * 1024)

    headers = talk.bearer | {"Content-Type": "multipart/form-data; boundary=x"}
    untold = talk.client.post(f"{talk.path}/files", content=pieces(), headers=headers)
    assert untold.status_code == 413
    problem_of(untold)


def test_a_file_that_is_not_there_is_not_found(talk: Talk) -> None:
    answer = talk.client.get(f"{talk.path}/files/{uuid.uuid4()}", headers=talk.bearer)
    assert answer.status_code == 404
    problem_of(answer)
