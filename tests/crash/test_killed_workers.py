# SPDX-License-Identifier: EUPL-1.2
"""``kill -9`` of real workers while they deliver: one zaak of each submission, with each rol once.

KILLS says how often (default 4; ``make crash`` does 100). The register is slow, so that a worker is
nearly always in the middle of a call when it dies. A job that a dead worker held is given back to
the queue at once: in real life the sweep does it after half a minute.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psycopg
import pytest

KILLS = int(os.environ.get("KILLS", "4"))
ROLLEN = 3
PER_KILL = 3  # submissions: enough to be in the middle of some
Database = psycopg.Connection[Any]
EACH_SECONDS = 25  # to start a worker on a busy machine, and to let it work
WORKING = "SELECT count(*) FROM submissions_delivery WHERE state = 'delivered'"
HELD = """
SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'submissions.deliver' AND status = 'doing'
"""
HAND_IN = """
from gemeengoed.project.start import django_ready
django_ready()
from tests.unit.casework.submissions.conftest import hand_in_a_move
from gemeengoed.municipalities.queries import municipality
for number in range({number}):
    hand_in_a_move(municipality("waterdam"), origin_key=f"wish-{{number}}")
"""


class Workers:
    """One worker process at a time, killed and started again."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "gemeengoed.project.command_line", "worker"]
        self.process = subprocess.Popen(command, env=self.environment, start_new_session=True)

    def kill(self) -> None:
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def give_back(database: Database) -> None:
    """Jobs of the dead, to the queue."""
    database.execute(
        "UPDATE procrastinate_jobs SET status = 'todo' "
        "WHERE task_name = 'submissions.deliver' AND status = 'doing'"
    )


def number(database: Database, query: str) -> int:
    row = database.execute(query).fetchone()
    assert row is not None
    return int(str(row[0]))


@pytest.mark.slow
@pytest.mark.timeout(4 * 60 + EACH_SECONDS * KILLS)
def test_a_worker_killed_at_random_moments_makes_one_zaak_of_each_submission(
    prepared_database: str, tmp_path: Path
) -> None:
    mailbox = tmp_path / "mailbox"
    environment = {
        **os.environ,
        "DATABASE_URL": prepared_database,
        "GEMEENGOED_MAILBOX": str(mailbox),
        "SECRET_KEY": "the same for all of them",
    }
    submissions = PER_KILL * (KILLS + 1)
    hand_in(environment, submissions)
    with psycopg.connect(prepared_database, autocommit=True) as database:
        database.execute("UPDATE zaken_demozaakregister SET behaviour = 'slow', delay = 0.05")
        in_the_middle = kill_and_kill_again(Workers(environment), database, 6 * submissions)
        assert in_the_middle > KILLS / 2, "the kills came too late to prove anything"
        each_became_one_zaak(database, submissions)
    assert len(list(mailbox.glob("*/*.eml"))) == submissions
    assert list(mailbox.glob("*/.*")) == [], "what is left of a mail is tidied up"


def kill_and_kill_again(workers: Workers, database: Database, steps: int) -> int:
    """In the end let one finish; returns how many died with a job in hands."""
    chance = random.Random(113)  # noqa: S311 (repeatable, no secret)
    in_the_middle = 0
    try:
        for _ in range(KILLS):
            done = number(database, WORKING)
            workers.start()
            until = time.monotonic() + EACH_SECONDS
            while number(database, WORKING) == done and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep(chance.uniform(0.0, 1.0))
            workers.kill()
            in_the_middle += bool(number(database, HELD))
            give_back(database)
        workers.start()
        until = time.monotonic() + 60 + 3 * KILLS
        while number(database, WORKING) < steps and time.monotonic() < until:
            time.sleep(0.5)
    finally:
        workers.kill()
    return in_the_middle


def each_became_one_zaak(database: Database, submissions: int) -> None:
    rows = database.execute(
        "SELECT z.identificatie, p.kind, p.body -> 'betrokkeneIdentificatie' ->> 'inpBsn' "
        "FROM zaken_demozaak z LEFT JOIN zaken_demopart p ON p.zaak_id = z.uuid"
    ).fetchall()
    numbers = database.execute("SELECT ontvangstnummer FROM submissions_submission").fetchall()
    assert len(numbers) == submissions
    zaken = {zaak for zaak, _, _ in rows}
    assert zaken == {number for (number,) in numbers}
    assert number(database, "SELECT count(*) FROM zaken_demozaak") == submissions
    parts = Counter((zaak, kind) for zaak, kind, _ in rows)
    for zaak in zaken:
        assert parts[zaak, "rollen"] == ROLLEN, "lost or doubled"
        assert len({bsn for z, kind, bsn in rows if (z, kind) == (zaak, "rollen")}) == ROLLEN
        for kind in ("statussen", "zaakeigenschappen", "zaakobjecten"):
            assert parts[zaak, kind] == 1, (zaak, kind)


def hand_in(environment: dict[str, str], how_many: int) -> None:
    source = HAND_IN.format(number=how_many)
    subprocess.run([sys.executable, "-c", source], check=True, env=environment)
