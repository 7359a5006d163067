# SPDX-License-Identifier: EUPL-1.2
"""One at a time: a lock that PostgreSQL lets go when the process that holds it dies."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import DatabaseError, connection

from gemeengoed.casework.submissions.errors import SubmissionBusyError

_TAKE = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
_LET_GO = "SELECT pg_advisory_unlock(hashtextextended(%s, 0))"


@contextmanager
def alone(submission: UUID) -> Iterator[None]:
    """Raises SubmissionBusyError when another is at it.

    Not the lock of a row: that would need a transaction that lasts as long as outside systems take.
    """
    key = f"submission:{submission}"
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [key])
        if cursor.fetchone() != (True,):
            raise SubmissionBusyError(str(submission))
    try:
        yield
    finally:
        _let_go(key)


def _let_go(key: str) -> None:
    """A connection that is gone has let go already."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(_LET_GO, [key])
    except DatabaseError:
        connection.close()
