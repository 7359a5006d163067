# SPDX-License-Identifier: EUPL-1.2
"""What the NL API Design Rules ask of the OpenAPI document beyond what the framework writes."""

from typing import Any

from gemeengoed.web.api.shapes import Problem
from gemeengoed.web.frame.problems import CONTENT_TYPE

API_VERSION = "1.0.0"

VERSION_HEADER = {
    "API-Version": {
        "description": "Full version of the API",
        "required": True,
        "schema": {"type": "string", "examples": [API_VERSION]},
    }
}
RETRY_HEADER = {
    "Retry-After": {
        "description": "Seconds after which it may be tried again",
        "required": True,
        "schema": {"type": "integer", "minimum": 1},
    }
}
SCHEMAS = "#/components/schemas/"
PROBLEM = {"$ref": f"{SCHEMAS}Problem"}
ALWAYS = {
    "400": "The request breaks a rule; errors tells each fault",
    "404": "No such municipality or conversation",
    "429": "Too many; Retry-After tells when to try again",
    "503": "The service cannot answer now",
}


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """The document with version headers and problem documents; changed in place."""
    _add_problem_schema(document)
    for path in document["paths"].values():
        for operation in path.values():
            _complete_operation(operation)
    return document


def _add_problem_schema(document: dict[str, Any]) -> None:
    """No route returns a problem as its answer, so the framework does not know of it."""
    schema = Problem.model_json_schema(by_alias=True, ref_template=f"{SCHEMAS}{{model}}")
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(schema.pop("$defs", {}))
    schemas["Problem"] = schema


def _complete_operation(operation: dict[str, Any]) -> None:
    responses: dict[str, Any] = {
        str(status): response for status, response in operation["responses"].items()
    }
    for status, description in ALWAYS.items():
        responses.setdefault(status, {"description": description})
    if operation.get("security"):
        responses.setdefault("401", {"description": "The bearer token is missing"})
        responses.setdefault("403", {"description": "The token does not open this conversation"})
    if operation.get("operationId") == "postFile":
        responses.setdefault("409", {"description": "The open question takes no file"})
    if operation.get("requestBody"):
        responses.setdefault("413", {"description": "The request is far too big"})
    for status, response in responses.items():
        response["headers"] = VERSION_HEADER | (RETRY_HEADER if status == "429" else {})
        if status[0] in "45":
            response["content"] = {CONTENT_TYPE: {"schema": PROBLEM}}
    operation["responses"] = dict(sorted(responses.items()))
