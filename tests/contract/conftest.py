# SPDX-License-Identifier: EUPL-1.2
"""The running server, and clients that each come from an address of their own."""

import itertools
from collections.abc import Callable, Iterator

import httpx
import pytest
from tests.contract.talking import Talk, begin

from gemeengoed.project.bench.server import running_server

PATIENCE = 100  # seconds for an answer, on a busy machine
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def server(prepared_database: str) -> Iterator[str]:
    """Address of a server at a night-time business moment, with its limits as shipped.

    They fill again more slowly, so that who asks too much meets them on a busy machine too.
    """
    environment = {
        "DATABASE_URL": prepared_database,
        "GEMEENGOED_NOW": "2026-11-23T03:05",
        "GEMEENGOED_NEW_CONVERSATIONS_PER_SECOND": "0.1",
        "GEMEENGOED_MESSAGES_PER_SECOND": "0.1",
    }
    with running_server(environment) as (port, _):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    """The server trusts a proxy on its own machine to tell for whom it asks."""
    number = next(_numbers)
    address = {"X-Forwarded-For": f"192.0.{2 + number // 250}.{number % 250 + 1}"}
    with httpx.Client(base_url=server, headers=address, timeout=PATIENCE) as client:
        yield client


@pytest.fixture
def talk(client: httpx.Client) -> Talk:
    """A conversation in Waterdam that has just begun."""
    return begin(client)


@pytest.fixture
def begin_in(client: httpx.Client) -> Callable[[str], Talk]:
    return lambda gemeente: begin(client, gemeente)
