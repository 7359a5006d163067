# SPDX-License-Identifier: EUPL-1.2
"""Brings a command to where it can work: a database, Django, the tables, the packs."""

import atexit
import os
from collections.abc import Iterator
from contextlib import contextmanager

import django

from gemeengoed.content.errors import PackError
from gemeengoed.project.embedded_postgres import Cluster, places_for_checkout
from gemeengoed.project.errors import CannotStartError

_PREPARING = 7_463_301  # any number that no other lock of this database has


def django_ready(*, publish: bool = False, tables: bool = False) -> None:
    """Django set up on DATABASE_URL, or else on the embedded database of this checkout.

    With ``tables`` the embedded database is brought up to date first; another is as it is.
    With ``publish`` this process says what is published in the database, or else what the folder of
    packs does, which conversations need and which takes seconds; tables is then implied.
    Raises CannotStartError.
    """
    embedded = use_embedded_database()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeengoed.project.settings")
    django.setup()
    if embedded and (publish or tables):
        prepare()
    elif publish:
        # Rooms with models can be imported only once Django is set up.
        from gemeengoed.content.swapping import say_what_is_published_or_folder  # noqa: PLC0415

        with _told_in_a_sentence():
            say_what_is_published_or_folder()


def use_embedded_database() -> bool:
    """Without DATABASE_URL: start or join the embedded server until this process ends."""
    if os.environ.get("DATABASE_URL"):
        return False
    cluster = Cluster(places_for_checkout())
    atexit.register(cluster.leave)
    cluster.start()
    os.environ["DATABASE_URL"] = cluster.database_url
    return True


def prepare() -> None:
    """Tables up to date, packs published, municipalities and demo data there; again is harmless.

    Of two that start at the same moment the second waits, and then finds all there.
    Raises CannotStartError.
    """
    from gemeengoed.project.demo_data import load  # noqa: PLC0415 (models)

    with _told_in_a_sentence(), _one_at_a_time():
        migrate()
        load()


def migrate() -> None:
    """Ask the database which migrations it has had; run Django's command if any is missing."""
    from django.core.management import call_command  # noqa: PLC0415 (quick --help)
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    from django.db import connection  # noqa: PLC0415 (quick --help)

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_PREPARING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_PREPARING])


@contextmanager
def _told_in_a_sentence() -> Iterator[None]:
    from django.db import OperationalError  # noqa: PLC0415 (quick --help)

    try:
        yield
    except PackError as error:
        raise CannotStartError(str(error)) from error
    except OperationalError as error:
        raise CannotStartError(f"The database cannot be used: {error}".strip()) from error
