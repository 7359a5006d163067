# SPDX-License-Identifier: EUPL-1.2
"""A pytest plugin (see ``addopts`` in pyproject.toml): tests get a PostgreSQL of their own.

And a business time of their own, a Monday morning, so that no test passes today and fails tomorrow.

Without DATABASE_URL a place for a temporary cluster is chosen before Django reads its settings. The
server starts when the first test asks for a database and is removed after the last. Workers of
pytest-xdist inherit the place, so they share one server, each with its own database. So do several
runs of pytest beside each other that find the name of a place in GEMEENGOED_TEST_CLUSTER.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from gemeengoed.project.embedded_postgres.cluster import DATABASE, running_cluster
from gemeengoed.project.embedded_postgres.places import places_for_tests

CHOSEN = "GEMEENGOED_TEST_CLUSTER"
MONDAY_MORNING = "2026-11-23T10:00"


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Before pytest-django, which loads the settings in this same hook."""
    _begin_on_monday()
    if "DATABASE_URL" in os.environ:
        return
    places = places_for_tests(os.environ.get(CHOSEN))
    os.environ[CHOSEN] = places.cluster.name
    os.environ["DATABASE_URL"] = places.url(DATABASE)


def _begin_on_monday() -> None:
    """Also for the servers and workers that tests start: one time for all processes of a run."""
    if "GEMEENGOED_NOW" not in os.environ:
        os.environ["GEMEENGOED_NOW"] = MONDAY_MORNING
        os.environ["GEMEENGOED_NOW_SET_AT"] = datetime.now(UTC).isoformat()


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """The DATABASE_URL of a server that runs; its database is empty and not the tests' own."""
    if CHOSEN not in os.environ:
        yield os.environ["DATABASE_URL"]
        return
    with running_cluster(places_for_tests(os.environ[CHOSEN])) as cluster:
        yield cluster.database_url
