# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import pytest

from gemeengoed.web.api.api import api
from gemeengoed.web.api.openapi import API_VERSION


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return dict(api.get_openapi_schema())


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_answer_is_documented_with_the_version_header(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        for status, response in operation["responses"].items():
            assert "API-Version" in response["headers"], (name, status)


def test_every_refusal_is_documented_as_a_problem_whose_shape_is_there(
    document: dict[str, Any],
) -> None:
    schemas = document["components"]["schemas"]
    assert {"status", "title", "detail"} <= set(schemas["Problem"]["required"])
    assert "in" in schemas["ProblemError"]["properties"]
    for name, operation in operations(document):
        for status, response in operation["responses"].items():
            if status[0] in "45":
                assert list(response["content"]) == ["application/problem+json"], (name, status)


def test_only_routes_with_a_token_can_refuse_one(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        assert ("401" in operation["responses"]) == bool(operation.get("security")), name


def test_the_promised_routes_are_there(document: dict[str, Any]) -> None:
    one = "/{gemeente}/conversations/{conversation}"
    assert {
        "post /{gemeente}/conversations",
        f"post {one}/messages",
        f"get {one}/messages",
        f"get {one}/stream",
        f"get {one}",
    } <= {name for name, _ in operations(document)}
    assert document["info"]["version"] == API_VERSION
    assert document["servers"][0]["url"].endswith(f"/v{API_VERSION[0]}")
