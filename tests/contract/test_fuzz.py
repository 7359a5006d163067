# SPDX-License-Identifier: EUPL-1.2
"""Requests made up from the API's own document: whatever comes in, the answer is as documented."""

import httpx
import pytest
from tests.contract.conftest import PATIENCE
from tests.contract.talking import Talk, begin


@pytest.fixture(scope="module")
def known(server: str) -> Talk:
    """A conversation that many of the made-up requests are about."""
    client = httpx.Client(
        base_url=server, headers={"X-Forwarded-For": "198.51.100.9"}, timeout=PATIENCE
    )
    return begin(client, "heidewoud")


@pytest.mark.slow
def test_any_request_gets_a_documented_answer(server: str, known: Talk) -> None:
    from tests.contract.made_up import hold_for_all_operations  # noqa: PLC0415 (see there)

    seen = hold_for_all_operations(server, known)
    assert seen[200] > 50, f"too few came through to prove anything: {seen}"
    assert {201, 400, 404} <= set(seen)
