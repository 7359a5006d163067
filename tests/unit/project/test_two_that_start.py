# SPDX-License-Identifier: EUPL-1.2
"""A command beside a demo that starts for the first time: both want to make the same tables."""

import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

PREPARE = "from gemeengoed.project.start import django_ready, prepare; django_ready(); prepare()"


@pytest.fixture
def empty_database(database_server: str) -> Iterator[str]:
    name = f"empty_{os.getpid()}"
    with psycopg.connect(database_server, autocommit=True) as database:
        database.execute(f'CREATE DATABASE "{name}"')
        yield urlunsplit(urlsplit(database_server)._replace(path=f"/{name}"))
        database.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_two_that_start_at_the_same_moment_do_not_trip_over_each_other(empty_database: str) -> None:
    environment = {**os.environ, "DATABASE_URL": empty_database, "GEMEENGOED_DEMO": "1"}
    command = [sys.executable, "-c", PREPARE]
    both = [
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = [process.communicate(timeout=500)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    with psycopg.connect(empty_database) as database:
        municipalities = database.execute(
            "SELECT count(*) FROM municipalities_municipality"
        ).fetchone()
    assert municipalities == (3,)
