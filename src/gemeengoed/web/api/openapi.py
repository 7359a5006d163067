# SPDX-License-Identifier: EUPL-1.2
"""What the NL API Design Rules ask of the OpenAPI document beyond what the framework writes."""

from typing import Any

from gemeengoed.web.frame.problems import CONTENT_TYPE

VERSION_HEADER = {
    "API-Version": {
        "description": "Full version of the API",
        "schema": {"type": "string", "examples": ["1.0.0"]},
    }
}
PROBLEM = {"$ref": "#/components/schemas/Problem"}
ALWAYS = {
    "400": "The request breaks a rule; errors tells each fault",
    "404": "No such municipality or conversation",
    "429": "Too many; Retry-After tells when to try again",
    "503": "The service cannot answer now",
}


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """The document with version headers, problem documents and contact; changed in place."""
    for path in document["paths"].values():
        for operation in path.values():
            _complete_operation(operation)
    return document


def _complete_operation(operation: dict[str, Any]) -> None:
    responses: dict[str, Any] = {
        str(status): response for status, response in operation["responses"].items()
    }
    for status, description in ALWAYS.items():
        responses.setdefault(status, {"description": description})
    if operation.get("security"):
        responses.setdefault("401", {"description": "The bearer token is missing"})
        responses.setdefault("403", {"description": "The token does not open this conversation"})
    for status, response in responses.items():
        response["headers"] = VERSION_HEADER
        if status[0] in "45":
            response["content"] = {CONTENT_TYPE: {"schema": PROBLEM}}
    operation["responses"] = dict(sorted(responses.items()))
