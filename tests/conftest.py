# SPDX-License-Identifier: EUPL-1.2
"""For all tests. The database comes from gemeengoed.project.embedded_postgres.for_tests."""

import gc
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker
from tests.demo_rows import DemoRows

from gemeengoed.content.operations import publish
from gemeengoed.conversations import effects, places
from gemeengoed.project.embedded_postgres.for_tests import CHOSEN

# The packs and thousands of tests live as long as the process: looking through all of them again
# and again for what is no longer needed took an eighth of the time.
gc.set_threshold(100_000, 50, 1000)

# Properties are tried without a deadline: how quick something is, the bench tells, and how busy the
# machine is says nothing of a property. The check tries the same examples each time, so that who
# changed nothing sees nothing change; EXAMPLES=1000 searches among others, for a night if need be.
hypothesis_settings.register_profile(
    "ours",
    max_examples=int(os.environ.get("EXAMPLES", "40")),
    derandomize="EXAMPLES" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
hypothesis_settings.load_profile("ours")

UNIT = Path(__file__).parent / "unit"
WITHOUT_MODEL = [UNIT / room for room in ("procedures", "dialogue", "language", "gateways")]
ROWS_OF_DEMO = pytest.StashKey[DemoRows]()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    migrated_database: str, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """What pytest-django makes its test database from; migrating it does nothing more. On a server
    that other runs may use as well it is called after this process."""
    test = settings.DATABASES["default"].setdefault("TEST", {})
    test["TEMPLATE"] = migrated_database
    if CHOSEN in os.environ:
        test["NAME"] = f"tests_of_{os.getpid()}"


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, rows_of_demo: DemoRows
) -> Generator[None]:
    """Tests that commit leave the tables empty. Threads that carry out effects keep their
    connections: end those, so that the test database can be removed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", lambda _: rows_of_demo.after_commits()
        )
        yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(autouse=True)
def _effects_get_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no outside system that hangs; tests of those set a limit themselves."""
    monkeypatch.setattr(effects, "SECONDS", 100.0)


@pytest.fixture(autouse=True)
def _places_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process remembers the streets of a municipality, and for half a minute that there was no
    telling them; a test must not go by the register of the one before."""
    monkeypatch.setattr(places, "_known", {})


@pytest.fixture(scope="session")
def published() -> None:
    """The real packs, published in this process."""
    publish()


@pytest.fixture(scope="session")
def rows_of_demo(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker
) -> Iterator[DemoRows]:
    """Also of ``pytest_runtest_setup``, from the first test with a database on."""
    request.config.stash[ROWS_OF_DEMO] = rows = DemoRows(django_db_blocker)
    yield rows
    del request.config.stash[ROWS_OF_DEMO]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First what needs no model of the packs: on a new machine another process learns it now."""
    items.sort(key=lambda item: not any(map(item.path.is_relative_to, WITHOUT_MODEL)))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture of the test, so outside its transaction."""
    if rows := item.config.stash.get(ROWS_OF_DEMO, None):
        rows.before(item)


@pytest.fixture
def demo_municipalities(published: None, db: None, rows_of_demo: DemoRows) -> None:
    """The three municipalities with their registers, in the test's database; no accounts.

    Read and checked for the first test that wants them; the others get the same rows again.
    """
    rows_of_demo.in_test()


@pytest.fixture(scope="session")
def migrated_database(database_server: str) -> Iterator[str]:
    """The name of a database of this process with the tables and nothing in them, to copy."""
    with _own_copy(database_server, "migrated", "migrate()") as name:
        yield name


@pytest.fixture(scope="session")
def prepared_database(database_server: str, migrated_database: str) -> Iterator[str]:
    """DATABASE_URL of a database of its own with tables and demo data, for real servers."""
    with _own_copy(database_server, "prepared", "prepare()", migrated_database) as name:
        yield _beside(database_server, name)


@contextmanager
def _own_copy(server: str, kind: str, make: str, template: str = "template1") -> Iterator[str]:
    """The name of a copy of what the first process that wants one makes, of another database."""
    run = os.environ.get(CHOSEN) or os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    first, name = f"{kind}_{run}", f"{kind}_of_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as database:
        database.execute("SELECT pg_advisory_lock(hashtext(%s))", [first])
        try:
            is_maker = _is_missing(database, first)
            if is_maker:
                database.execute(f'CREATE DATABASE "{first}" TEMPLATE "{template}"')
                try:
                    _in_project(make, _beside(server, first))
                except subprocess.CalledProcessError:  # nobody else may take it for whole
                    database.execute(f'DROP DATABASE "{first}" WITH (FORCE)')
                    raise
            database.execute(f'CREATE DATABASE "{name}" TEMPLATE "{first}"')
        finally:
            database.execute("SELECT pg_advisory_unlock(hashtext(%s))", [first])
    yield name
    if CHOSEN in os.environ:  # the server goes after its last user, with all that it has
        return
    with psycopg.connect(server, autocommit=True) as database:
        # Another process may be copying the first one just now: not away under its hands.
        database.execute("SELECT pg_advisory_lock(hashtext(%s))", [first])
        for each in [name, first] if is_maker else [name]:
            database.execute(f'DROP DATABASE "{each}" WITH (FORCE)')


def _is_missing(database: psycopg.Connection, name: str) -> bool:
    found = database.execute("SELECT datname FROM pg_database WHERE datname = %s", [name])
    return found.fetchone() is None


def _beside(url: str, name: str) -> str:
    """The DATABASE_URL of another database on this server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _in_project(command: str, url: str) -> None:
    """One of what brings a command to where it can work, on this database."""
    script = "from gemeengoed.project.start import django_ready, migrate, prepare; django_ready(); "
    environment = {**os.environ, "DATABASE_URL": url, "GEMEENGOED_DEMO": "1"}
    subprocess.run([sys.executable, "-c", script + command], check=True, env=environment)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The house numbers, when the rules were run: workers of xdist cannot print them."""
    report = Path(__file__).parents[1] / "build" / "house-numbers.txt"
    ran = "test_house_numbers.py"
    if any(ran in str(r.nodeid) for r in terminalreporter.stats.get("passed", [])):
        terminalreporter.section("house numbers")
        terminalreporter.write(report.read_text(encoding="utf-8"))
