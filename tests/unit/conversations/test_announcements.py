# SPDX-License-Identifier: EUPL-1.2
"""What open streams hear of a conversation that went on."""

import threading
from collections.abc import Iterator
from queue import SimpleQueue
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection, transaction

from gemeengoed.conversations import announcements
from gemeengoed.conversations.announcements import (
    CHANNEL,
    announce,
    announce_stored,
    gather_announcements,
    parse_announcement,
)

SECONDS = 60.0  # far more than it takes; only one that never comes waits so long

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def listener() -> Iterator[psycopg.Connection]:
    """Listens as a process with open streams does."""
    parameters = connection.get_connection_params()
    for django_only in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(django_only, None)
    with psycopg.connect(**parameters, autocommit=True) as listening:
        listening.execute(f"LISTEN {CHANNEL}")
        yield listening


def heard(listener: psycopg.Connection, count: int) -> list[tuple[UUID, int]]:
    notices = listener.notifies(timeout=SECONDS, stop_after=count)
    return [parse_announcement(notice.payload) for notice in notices]


def test_an_announcement_is_sent_when_the_transaction_around_it_commits(
    listener: psycopg.Connection,
) -> None:
    inside, after = uuid4(), uuid4()
    with transaction.atomic():
        announce(inside, 3)
        assert list(listener.notifies(timeout=0)) == []
    announce(after, 4)
    assert heard(listener, 2) == [(inside, 3), (after, 4)]


def test_where_nobody_gathers_what_is_stored_is_announced_at_once(
    listener: psycopg.Connection,
) -> None:
    conversation = uuid4()
    announce_stored(conversation, 7)
    assert heard(listener, 1) == [(conversation, 7)]


@pytest.fixture
def gathering(monkeypatch: pytest.MonkeyPatch) -> threading.Thread:
    """A process that gathers, until the end of the test."""
    monkeypatch.setattr(announcements, "_gathering", None)
    monkeypatch.setattr(announcements, "_due", SimpleQueue())
    return gather_announcements()


def test_a_process_that_gathers_announces_what_each_of_many_turns_stored(
    listener: psycopg.Connection, gathering: threading.Thread
) -> None:
    stored = [(uuid4(), seq) for seq in range(50)]
    for conversation, seq in stored:
        announce_stored(conversation, seq)
    assert heard(listener, len(stored)) == stored


def test_a_broken_connection_does_not_end_the_gathering(
    listener: psycopg.Connection, gathering: threading.Thread
) -> None:
    first, second = uuid4(), uuid4()
    announce_stored(first, 1)
    assert heard(listener, 1) == [(first, 1)]
    listener.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND query LIKE '%pg_notify%' "
        "AND pid <> pg_backend_pid()"
    )
    announce_stored(second, 2)
    assert heard(listener, 1) == [(second, 2)]
