# SPDX-License-Identifier: EUPL-1.2
"""Threads that stay keep their connection, and the cursor of what each turn asks."""

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection

from gemeengoed.conversations.kept_connections import kept_cursor, on_kept_connection

pytestmark = pytest.mark.django_db(transaction=True)


def backend() -> int:
    cursor = kept_cursor()
    cursor.execute("SELECT pg_backend_pid()")
    pid: int = cursor.fetchone()[0]
    return pid


def ended_from_outside(pid: int) -> None:
    """As when the database server was restarted; back when it has ended."""
    parameters = connection.get_connection_params()
    for django_only in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(django_only, None)
    with psycopg.connect(**parameters, autocommit=True) as other:
        ended = other.execute("SELECT pg_terminate_backend(%s, 60000)", [pid]).fetchone()
        assert ended == (True,)


def test_the_same_cursor_is_given_as_long_as_the_connection_is_the_same() -> None:
    first = kept_cursor()
    assert kept_cursor() is first
    connection.close()
    assert backend() == connection.connection.info.backend_pid
    assert kept_cursor() is not first


def test_a_cursor_goes_on_after_what_the_database_refused() -> None:
    cursor = kept_cursor()
    with pytest.raises(IntegrityError):
        cursor.execute("INSERT INTO django_session (session_key) VALUES ('half a row')")
    assert backend() == connection.connection.info.backend_pid


def test_work_on_a_connection_that_was_ended_is_done_again_on_a_new_one() -> None:
    before = backend()
    ended_from_outside(before)
    assert on_kept_connection(backend) != before


def test_without_that_what_is_asked_of_an_ended_connection_fails() -> None:
    ended_from_outside(backend())
    with pytest.raises(OperationalError):
        backend()
    connection.close()
