# SPDX-License-Identifier: EUPL-1.2
"""The rows of the demo's municipalities: read once, then standing in the test's database.

Thousands of addresses are much to write for each test, and hardly any test touches them. So they
stay from one test that wants them to the next, as long as every row is as it was written.
"""

import pytest
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from pytest_django import DjangoDbBlocker
from tests import tables

FIXTURE = "demo_municipalities"


class DemoRows:
    """Of this process and its database."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker
        self._rows: dict[str, bytes] = {}
        self._counts: dict[str, int] = {}
        self._written_by: str | None = None  # the transaction whose rows stand; None: none stand

    @property
    def stand(self) -> bool:
        return self._written_by is not None

    def before(self, test: pytest.Item) -> None:
        """Outside its transaction: the rows stand where a test wants them, and nowhere else."""
        fixtures: list[str] = getattr(test, "fixturenames", [])
        if not test.get_closest_marker("django_db") and "db" not in fixtures:
            return
        wanted = FIXTURE in fixtures
        if wanted == self.stand or (wanted and not self._rows):
            return
        with self._blocker.unblock():
            if connection.in_atomic_block:  # a fixture of the whole file holds it open
                return
            if wanted:
                self._write()
            else:
                self.empty_tables()

    def in_test(self) -> None:
        """Inside its transaction: brought in now where they do not stand yet."""
        # In one transaction, so that rows may come before those that they refer to.
        with transaction.atomic(), connection.cursor() as cursor:
            if self.stand:
                return
            before = tables.filled(cursor)
            if self._rows and not before & self._rows.keys():
                tables.write_rows(cursor, self._rows)
                return
            _load()
            if not self._rows:
                self._remember(cursor, tables.filled(cursor) - before)

    def after_commits(self) -> None:
        """What a test that commits left goes; rows that stood before it and still do, stay."""
        if not self._written_by:
            tables.empty_tables()
            return
        with transaction.atomic(), connection.cursor() as cursor:
            tables.empty_tables(keep=self._counts, written_by=self._written_by)
            is_whole = self._counts == tables.counted(cursor, self._counts)
            if not is_whole:  # in this transaction: rows may refer to one that is gone
                tables.empty_tables()
        if not is_whole:
            self._written_by = None

    def empty_tables(self) -> None:
        tables.empty_tables()
        self._written_by = None

    def _write(self) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            tables.write_rows(cursor, self._rows)
            self._written_by = tables.writer_of_rows(cursor, next(iter(self._rows)))

    def _remember(self, cursor: CursorWrapper, filled: set[str]) -> None:
        self._rows |= tables.read_rows(cursor, filled)
        self._counts |= tables.counted(cursor, filled)


def _load() -> None:
    from gemeengoed.project.demo_data import load_municipalities  # noqa: PLC0415 (models)

    load_municipalities()
