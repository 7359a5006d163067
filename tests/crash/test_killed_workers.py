# SPDX-License-Identifier: EUPL-1.2
"""``kill -9`` of real workers while they deliver: one zaak of each submission, with each rol once.

At random moments, and aimed: when a zaak is in the register and not all of its rollen. KILLS says
how often, of each (default 3; ``make crash`` does 100). The register is slow, so that a worker is
nearly always in the middle of a call when it dies. A job that a dead worker held is given back to
the queue at once: in real life the sweep does it after half a minute. ``-s`` tells how many hit.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.crash.starting import Starter

KILLS = int(os.environ.get("KILLS", "3"))
ROLLEN = 3  # also in INCOMPLETE
SLOW = 0.3  # seconds for each answer: time to aim in, for a test that must wait for its turn
PER_KILL = 3  # submissions: enough to be in the middle of some
Database = psycopg.Connection[Any]
EACH_SECONDS = 240  # to start a worker on a busy machine, and to let it work
WORKING = "SELECT count(*) FROM submissions_delivery WHERE state = 'delivered'"
WAITING = "SELECT count(*) FROM submissions_delivery WHERE state <> 'delivered'"
HELD = """
SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'submissions.deliver' AND status = 'doing'
"""
INCOMPLETE = """
SELECT count(*) FROM zaken_demozaak z WHERE 3 >
  (SELECT count(*) FROM zaken_demopart p WHERE p.zaak_id = z.uuid AND p.kind = 'rollen')
"""
IN_REGISTER = """
SELECT (SELECT count(*) FROM zaken_demozaak)
  + (SELECT count(*) FROM zaken_demopart WHERE kind = 'rollen')
"""
HAND_IN = """
from gemeengoed.project.start import django_ready
django_ready()
from tests.unit.casework.submissions.conftest import hand_in_a_move
from gemeengoed.municipalities.queries import municipality
for number in range({number}):
    hand_in_a_move(municipality("waterdam"), origin_key=f"{key}-{{number}}")
"""


def answers_after(database: Database, seconds: float) -> None:
    database.execute("UPDATE zaken_demozaakregister SET behaviour = 'slow', delay = %s", [seconds])


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


class Aim(Enum):
    """When to kill."""

    AT_RANDOM = "a moment after a step was done"
    BETWEEN = "while a zaak has not all of its rollen"


@pytest.mark.slow
@pytest.mark.timeout(2 * EACH_SECONDS * (KILLS + 2))
@pytest.mark.parametrize("aim", Aim)
def test_workers_killed_while_they_deliver_make_one_zaak_of_each_submission(
    prepared_database: str, tmp_path: Path, aim: Aim
) -> None:
    mailbox = tmp_path / "mailbox"
    environment = {
        **os.environ,
        "DATABASE_URL": prepared_database,
        "GEMEENGOED_MAILBOX": str(mailbox),
        "SECRET_KEY": "the same for all of them",
    }
    submissions = PER_KILL * (KILLS + 1)
    hand_in(environment, submissions, aim.name)
    with psycopg.connect(prepared_database, autocommit=True) as database:
        answers_after(database, SLOW)
        with closing(Starter(environment, "worker")) as workers:
            hits = kill_and_kill_again(workers, database, aim)
        print(f"{aim.name}: {hits} of {KILLS}")
        assert hits > KILLS / 2, "the kills came too late to prove anything"
        each_became_one_zaak(database)
    assert len(list(mailbox.glob("*/*.eml"))) == submissions
    assert list(mailbox.glob("*/.*")) == [], "what is left of a mail is tidied up"


def kill_and_kill_again(workers: Starter, database: Database, aim: Aim) -> int:
    """In the end let one finish; returns how many died where they were to die: with a job in hands,
    or with a zaak in the register that had not all of its rollen."""
    chance = random.Random(113)  # noqa: S311 (repeatable, no secret)
    hits = 0
    for _ in range(KILLS):
        wait = await_moment(workers, database, aim)
        time.sleep(chance.uniform(0.0, wait))
        workers.kill()
        hits += bool(number(database, HELD if aim is Aim.AT_RANDOM else INCOMPLETE))
        give_back(database)
    answers_after(database, 0.05)
    workers.start()
    until = time.monotonic() + EACH_SECONDS + 3 * KILLS
    while number(database, WAITING) and time.monotonic() < until:
        time.sleep(0.5)
    return hits


def await_moment(workers: Starter, database: Database, aim: Aim) -> float:
    """Start a worker and wait until it is at work; gives how long it may go on, in seconds."""
    query, at_most = (WORKING, 1.0) if aim is Aim.AT_RANDOM else (IN_REGISTER, 0.1)
    before = number(database, query)
    workers.start()
    until = time.monotonic() + EACH_SECONDS
    while time.monotonic() < until:
        is_at_work = number(database, query) > before
        if is_at_work and (aim is Aim.AT_RANDOM or number(database, INCOMPLETE)):
            break
        time.sleep(0.01)
    return at_most


def each_became_one_zaak(database: Database) -> None:
    rows = database.execute(
        "SELECT z.identificatie, p.kind, p.body -> 'betrokkeneIdentificatie' ->> 'inpBsn' "
        "FROM zaken_demozaak z LEFT JOIN zaken_demopart p ON p.zaak_id = z.uuid"
    ).fetchall()
    numbers = database.execute("SELECT ontvangstnummer FROM submissions_submission").fetchall()
    zaken = {zaak for zaak, _, _ in rows}
    assert zaken == {each for (each,) in numbers}
    assert number(database, "SELECT count(*) FROM zaken_demozaak") == len(numbers)
    parts = Counter((zaak, kind) for zaak, kind, _ in rows)
    for zaak in zaken:
        assert parts[zaak, "rollen"] == ROLLEN, "lost or doubled"
        assert len({bsn for z, kind, bsn in rows if (z, kind) == (zaak, "rollen")}) == ROLLEN
        for kind in ("statussen", "zaakeigenschappen", "zaakobjecten"):
            assert parts[zaak, kind] == 1, (zaak, kind)


def hand_in(environment: dict[str, str], how_many: int, key: str) -> None:
    source = HAND_IN.format(number=how_many, key=key)
    subprocess.run([sys.executable, "-c", source], check=True, env=environment)
