# SPDX-License-Identifier: EUPL-1.2
"""Headers: version, methods, and which web sites may use the API."""

import httpx
import pytest
from tests.contract.talking import Talk, begin

OWN_SITE = "https://www.waterdam.example"


def test_every_answer_carries_the_version_and_is_not_kept_by_caches(talk: Talk) -> None:
    client = talk.client
    messages = f"{talk.path}/messages"
    answers = [
        client.get("/api/v1/openapi.json"),
        client.get("/api/v1/municipalities"),
        client.get(messages, headers=talk.bearer),
        client.get(messages),
        client.get("/api/v1/nergens"),
        client.get("/api/v1/a/b/c/d"),
        client.put("/api/v1/waterdam"),
        client.post(messages, headers=talk.bearer, content=b"x"),
        client.options("/api/v1/waterdam"),
        client.head("/api/v1/waterdam"),
        client.delete(talk.path, headers=talk.bearer),
    ]
    for answer in answers:
        assert answer.headers["api-version"] == "1.0.0", answer.request.url
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in answer.headers


def test_head_is_answered_like_get_without_a_body(talk: Talk) -> None:
    for path in ("/api/v1/waterdam", talk.path, f"{talk.path}/messages", f"{talk.path}/stream"):
        answer = talk.client.head(path, headers=talk.bearer)
        assert answer.status_code == 200, path
        assert answer.content == b""
    assert talk.client.head("/api/v1/nergens").status_code == 404


def test_options_tells_what_can_be_done(talk: Talk) -> None:
    answer = talk.client.options(f"{talk.path}/messages")
    assert answer.status_code == 204
    assert {"GET", "HEAD", "POST", "OPTIONS"} == set(answer.headers["allow"].split(", "))
    assert talk.client.options("/api/v1/a/b/c").status_code == 404


def preflight(client: httpx.Client, path: str, origin: str) -> httpx.Response:
    return client.options(path, headers={"Origin": origin, "Access-Control-Request-Method": "POST"})


def test_the_site_of_a_municipality_may_use_its_conversations(client: httpx.Client) -> None:
    path = "/api/v1/waterdam/conversations"
    asked = preflight(client, path, OWN_SITE)
    assert asked.status_code == 204
    assert "POST" in asked.headers["access-control-allow-methods"]
    assert "Authorization" in asked.headers["access-control-allow-headers"]
    for answer in (asked, client.post(path, headers={"Origin": OWN_SITE})):
        assert answer.headers["access-control-allow-origin"] == OWN_SITE
        assert answer.headers["vary"] == "Origin"
        assert "access-control-allow-credentials" not in answer.headers


def test_the_site_may_also_read_why_it_was_refused(talk: Talk) -> None:
    answer = talk.client.get(talk.path, headers={"Origin": OWN_SITE})
    assert answer.status_code == 401
    assert answer.headers["access-control-allow-origin"] == OWN_SITE


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://www.waterdam.example", OWN_SITE + ".evil"]
)
def test_another_site_may_not(client: httpx.Client, origin: str) -> None:
    asked = preflight(client, "/api/v1/waterdam/conversations", origin)
    assert "access-control-allow-origin" not in asked.headers
    sent = client.get("/api/v1/waterdam", headers={"Origin": origin})
    assert "access-control-allow-origin" not in sent.headers


def test_the_site_of_one_municipality_may_not_use_another(client: httpx.Client) -> None:
    asked = preflight(client, "/api/v1/heidewoud/conversations", OWN_SITE)
    assert "access-control-allow-origin" not in asked.headers


def test_the_token_is_never_repeated_in_an_answer(client: httpx.Client) -> None:
    talk = begin(client)
    assert talk.token not in client.get(talk.path, headers=talk.bearer).text
    assert talk.token not in str(talk.read())
