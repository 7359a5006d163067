# SPDX-License-Identifier: EUPL-1.2
"""Whole tables of the test's database: which are filled, emptied, filled again."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

# Made from the code by migrating, not by a test: Django itself makes them anew after emptying.
_OF_THE_CODE = {"django_content_type", "auth_permission"}


def filled(cursor: CursorWrapper) -> set[str]:
    """The tables that have a row in them."""
    has_row = "(SELECT '{0}' FROM \"{0}\" LIMIT 1)"
    cursor.execute(" UNION ALL ".join(has_row.format(table) for table in _tables()))
    return {name for (name,) in cursor.fetchall()}


def empty_tables(keep: Collection[str] = (), written_by: str = "") -> None:
    """What Django's ``flush`` does after a test that commits, for the few tables with rows only.

    Like TRUNCATE it waits for whoever still writes, and resets no sequence. Of the tables in
    ``keep`` the rows stay that the transaction ``written_by`` wrote and nobody changed since.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        names = ", ".join(f'"{table}"' for table in _tables())
        cursor.execute(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")
        for table in sorted(filled(cursor)):
            if table in keep:
                cursor.execute(f'DELETE FROM "{table}" WHERE xmin <> %s::xid', [written_by])  # noqa: S608
            else:
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608


def counted(cursor: CursorWrapper, tables: Iterable[str]) -> dict[str, int]:
    """How many rows each of these tables has."""
    counts = {}
    for table in tables:
        cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 (of our own models)
        (counts[table],) = cursor.fetchone()
    return counts


def writer_of_rows(cursor: CursorWrapper, table: str) -> str:
    """The transaction, or the savepoint in it, that wrote the first row of this table."""
    cursor.execute(f'SELECT xmin::text FROM "{table}" LIMIT 1')  # noqa: S608 (of our own models)
    (written_by,) = cursor.fetchone()
    return str(written_by)


def read_rows(cursor: CursorWrapper, tables: Iterable[str]) -> dict[str, bytes]:
    """All rows of these tables, for ``write_rows``."""
    rows = {}
    for table in tables:
        with cursor.copy(f'COPY "{table}" TO STDOUT (FORMAT binary)') as copy:
            rows[table] = b"".join(copy)
    return rows


def write_rows(cursor: CursorWrapper, rows: Mapping[str, bytes]) -> None:
    """Puts back what ``read_rows`` found. References hold in it, and are not looked up for each
    row where the user of the database may leave that out."""
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    (may_leave_out,) = cursor.fetchone()
    with transaction.atomic():  # the tables stand in no order: references hold at its end
        if may_leave_out:
            cursor.execute("SET LOCAL session_replication_role = replica")
        for table, content in rows.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN (FORMAT binary)') as copy:
                copy.write(content)
        if may_leave_out:
            cursor.execute("SET LOCAL session_replication_role = origin")


@cache
def _tables() -> list[str]:
    managed = connection.introspection.django_table_names(only_existing=True)
    return sorted(set(managed) - _OF_THE_CODE)
