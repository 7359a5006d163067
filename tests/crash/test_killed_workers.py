# SPDX-License-Identifier: EUPL-1.2
"""``kill -9`` of real workers while they deliver: one zaak of each submission, with each rol once.

KILLS says how often (default 8; ``make crash`` does 100). The register is slow, so that a worker is
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

import psycopg
import pytest

KILLS = int(os.environ.get("KILLS", "8"))
ROLLEN = 3
EACH_SECONDS = 25  # to start a worker on a busy machine, and to let it work
WORKING = "SELECT count(*) FROM submissions_delivery WHERE state = 'delivered'"
HAND_IN = """
from gemeengoed.project.start import django_ready
django_ready()
from tests.unit.casework.submissions.conftest import hand_in_a_move
from gemeengoed.municipalities.queries import municipality
for number in range({number}):
    hand_in_a_move(municipality("waterdam"), origin_key=f"{key}-{{number}}")
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


def give_back(database: psycopg.Connection[tuple[object, ...]]) -> int:
    """Jobs of the dead, to the queue; also those that wait for a next try."""
    held = database.execute(
        "UPDATE procrastinate_jobs SET status = 'todo', scheduled_at = NULL "
        "WHERE task_name = 'submissions.deliver' AND status IN ('doing', 'todo') RETURNING id"
    )
    return len(held.fetchall())


def number(database: psycopg.Connection[tuple[object, ...]], query: str) -> int:
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
    chance = random.Random(113)  # noqa: S311 (repeatable, no secret)
    submissions = 0
    in_the_middle = 0
    workers = Workers(environment)
    with psycopg.connect(prepared_database, autocommit=True) as database:
        database.execute("UPDATE zaken_demozaakregister SET behaviour = 'slow', delay = 0.05")
        try:
            for kill in range(KILLS):
                hand_in(environment, 2, f"kill-{kill}")
                submissions += 2
                done = number(database, WORKING)
                workers.start()
                until = time.monotonic() + EACH_SECONDS
                while number(database, WORKING) == done and time.monotonic() < until:
                    time.sleep(0.01)
                time.sleep(chance.uniform(0.0, 0.8))
                workers.kill()
                in_the_middle += bool(give_back(database))
            workers.start()
            until = time.monotonic() + 60 + 2 * KILLS
            while number(database, WORKING) < 6 * submissions and time.monotonic() < until:
                give_back_the_waiting(database)
                time.sleep(0.5)
        finally:
            workers.kill()
        assert in_the_middle > KILLS / 2, "the kills came too late to prove anything"
        rows = database.execute(
            "SELECT z.identificatie, p.kind, p.body -> 'betrokkeneIdentificatie' ->> 'inpBsn' "
            "FROM zaken_demozaak z LEFT JOIN zaken_demopart p ON p.zaak_id = z.uuid"
        ).fetchall()
        numbers = database.execute("SELECT ontvangstnummer FROM submissions_submission").fetchall()
    assert len(numbers) == submissions
    assert {zaak for zaak, _, _ in rows} == {number for (number,) in numbers}
    parts = Counter((zaak, kind) for zaak, kind, _ in rows)
    for zaak in {zaak for zaak, _, _ in rows}:
        assert parts[zaak, "rollen"] == ROLLEN, "lost or doubled"
        assert len({bsn for z, kind, bsn in rows if (z, kind) == (zaak, "rollen")}) == ROLLEN
        for kind in ("statussen", "zaakeigenschappen", "zaakobjecten"):
            assert parts[zaak, kind] == 1, (zaak, kind)
    assert len(list(mailbox.glob("*/*.eml"))) == submissions
    assert list(mailbox.glob("*/.*")) == [], "what is left of a mail is tidied up"


def give_back_the_waiting(database: psycopg.Connection[tuple[object, ...]]) -> None:
    """So that nobody waits for a next try."""
    database.execute(
        "UPDATE procrastinate_jobs SET scheduled_at = NULL "
        "WHERE task_name = 'submissions.deliver' AND status = 'todo'"
    )


def hand_in(environment: dict[str, str], how_many: int, key: str) -> None:
    source = HAND_IN.format(number=how_many, key=key)
    subprocess.run([sys.executable, "-c", source], check=True, env=environment)
