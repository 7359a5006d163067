# SPDX-License-Identifier: EUPL-1.2
"""Requests that schemathesis makes up from the API's document, and what their answers must be.

Apart from the test, which imports it when it runs: schemathesis takes a second of each process that
only collects.
"""

from collections import Counter
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.contract.conftest import PATIENCE
from tests.contract.talking import Talk

EACH = 30  # requests per operation and mode: the whole takes some ten seconds

CHECKED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


def hold_for_all_operations(server: str, known: Talk) -> Counter[int]:
    """How many answers there were of each status; fails on one that is not as documented."""
    document = schemathesis.openapi.from_url(f"{server}/api/v1/openapi.json")
    document.config.update(base_url=f"{server}/api/v1")
    operations = [found.ok() for found in document.get_all_operations()]
    assert len(operations) >= 9
    seen: Counter[int] = Counter()
    for operation in operations:
        _hold(operation.as_strategy(), known, seen)
        if "{conversation}" in operation.path or operation.path.endswith("/resume"):
            # the others take nothing but a name, of which no form is wrong
            _hold(operation.as_strategy(generation_mode=GenerationMode.NEGATIVE), known, seen)
    return seen


def _hold(requests: SearchStrategy[Any], known: Talk, seen: Counter[int]) -> None:
    @given(case=requests)
    @settings(
        max_examples=EACH,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def each(case: Any) -> None:
        if case.method != "DELETE" and not case.path.endswith("/stream"):
            _aim_at(case, known)
        origin = {"X-Forwarded-For": "198.51.100.10"}
        answer = case.call(headers=known.bearer | origin, timeout=PATIENCE)
        seen[answer.status_code] += 1
        if answer.status_code == 405:  # the made-up path is that of another route
            assert answer.headers["content-type"] == ["application/problem+json"]
            return
        case.validate_response(answer, checks=CHECKED)

    each()


def _aim_at(case: Any, known: Talk) -> None:
    """Two of three requests name what exists; the others stay as they were made up.

    Not those that erase it, nor those for a stream, which has no end to wait for.
    """
    parts = case.path_parameters
    if sum(map(ord, repr((parts, case.body, case.query)))) % 3:
        exists = {"gemeente": known.gemeente, "conversation": known.id}
        case.path_parameters = {**parts, **{name: exists[name] for name in exists if name in parts}}
