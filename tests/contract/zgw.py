# SPDX-License-Identifier: EUPL-1.2
"""Holds what goes to and comes from a zaakregister against the official descriptions.

GEMEENGOED_STANDARDS names a folder with ``openapi/zaken-1.5.1.yaml`` and so on, from outside the
project.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

from gemeengoed.gateways.zaken.exchange import Exchange

VARIABLE = "GEMEENGOED_STANDARDS"
FILES = {"zaken": "zaken-1.5.1.yaml", "catalogi": "catalogi-1.3.1.yaml"}
# Servers themselves give an empty text where the description has one of these formats.
LOOSE_FORMATS = ("uri", "email")


def folder() -> Path | None:
    """Where the standards are; None when not given. Raises FileNotFoundError for a wrong one."""
    given = os.environ.get(VARIABLE)
    if not given:
        return None
    if not (Path(given) / "openapi").is_dir():
        raise FileNotFoundError(f"{VARIABLE}: there is no folder openapi in {given}")
    return Path(given)


@cache
def description(api: str) -> dict[str, Any]:
    """The OpenAPI file, its schemas turned into JSON Schema."""
    standards = folder()
    assert standards is not None
    text = (standards / "openapi" / FILES[api]).read_text(encoding="utf-8")
    whole: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    whole["components"] = {"schemas": _plain(whole["components"]["schemas"])}
    return whole


def _plain(schema: Any) -> Any:
    """OpenAPI 3.0's own words in those of JSON Schema: nullable, and a discriminator as ifs."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: _plain(value) for key, value in schema.items()}
    if not str(told.get("$ref", "#")).startswith("#"):
        return {}  # a description on the internet: the zaaktype inside a zaak, which we never ask
    if told.get("format") in LOOSE_FORMATS:
        del told["format"]
    discriminator = told.pop("discriminator", None)
    if isinstance(discriminator, dict) and "mapping" in discriminator:
        told.pop("oneOf", None)
        name = discriminator["propertyName"]
        told["allOf"] = [
            {"if": {"properties": {name: {"const": value}}}, "then": {"$ref": reference}}
            for value, reference in discriminator["mapping"].items()
        ]
    nullable = told.pop("nullable", False)
    return {"anyOf": [told, {"type": "null"}]} if nullable is True else told


def faults(api: str, schema: Mapping[str, Any], value: Any) -> list[str]:
    """What does not fit, without the values."""
    whole = {**_plain(schema), "components": description(api)["components"]}
    validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
    found = validator.iter_errors(value)
    return [f"{'/'.join(map(str, e.instance_path))} breaks {e.schema_path[-1]}" for e in found]


@dataclass
class CheckedExchange:
    """Passes everything on, and notes what was not as described. asked: what was looked at."""

    inner: Exchange
    problems: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def rsin(self, municipality: str) -> str:
        return self.inner.rsin(municipality)

    def get(self, municipality: str, address: str, query: Mapping[str, str]) -> tuple[int, Any]:
        status, answer = self.inner.get(municipality, address, query)
        api, path, operation = self._operation(address, "get")
        known = {each["name"] for each in operation["parameters"] if each["in"] == "query"}
        self.problems += [f"GET {path}: no filter {name}" for name in set(query) - known]
        self._answer(api, f"GET {path}", operation, status, answer)
        return status, answer

    def post(self, municipality: str, address: str, body: Mapping[str, Any]) -> tuple[int, Any]:
        status, answer = self.inner.post(municipality, address, body)
        api, path, operation = self._operation(address, "post")
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        self.problems += [f"POST {path} {fault}" for fault in faults(api, schema, dict(body))]
        self._answer(api, f"POST {path}", operation, status, answer)
        return status, answer

    def look_at(self, method: str, address: str, status: int, answer: Any) -> None:
        """An answer that was given elsewhere."""
        api, path, operation = self._operation(address.partition("?")[0], method)
        self._answer(api, f"{method.upper()} {path}", operation, status, answer)

    def _answer(
        self, api: str, what: str, operation: Mapping[str, Any], status: int, answer: Any
    ) -> None:
        self.asked.add(f"{what} {status}")
        content = operation["responses"][str(status)]["content"]
        schema = next(iter(content.values()))["schema"]
        self.problems += [f"{what} {status} {fault}" for fault in faults(api, schema, answer)]

    def _operation(self, address: str, method: str) -> tuple[str, str, dict[str, Any]]:
        found = re.search(r"(zaken|catalogi)/api/v1(/.*)", address)
        assert found is not None, address
        for path, operations in description(found[1])["paths"].items():
            pattern = re.sub(r"\{\w+\}", "[0-9a-f-]{36}", path)
            if re.fullmatch(pattern, found[2]) and method in operations:
                return found[1], path, operations[method]
        raise AssertionError(f"the description has no {method} {address}")


def recorded(method: str, path: str) -> Iterator[dict[str, Any]]:
    """Real exchanges with Open Zaak whose path fits this regular expression."""
    standards = folder()
    assert standards is not None
    file = standards / "recordings" / "open-zaak-1.30.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines():
        exchange = json.loads(line)
        below = re.sub(r"^https?://[^/]+", "", exchange["url"])
        if exchange["m"] == method and re.fullmatch(path, below):
            yield exchange
