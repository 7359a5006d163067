# SPDX-License-Identifier: EUPL-1.2
"""Every night all policies are carried out, each until nothing is left to do."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.utils import timezone
from procrastinate.contrib.django import app

from gemeengoed.project import retention
from gemeengoed.project.retention import keep_no_longer
from gemeengoed.project.tasks import keep_no_longer_nightly
from gemeengoed.terms.retention import Retention, Then


class Rows:
    """A table of which an operation takes two rows at a time."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.keeps: set[timedelta] = set()

    def take(self, *, keep: timedelta) -> int:
        self.keeps.add(keep)
        taken = min(self.count, 2)
        self.count -= taken
        return taken


def breaks(*, keep: timedelta) -> int:
    raise DatabaseError("a row of somebody")


def policy(carry_out: object, days: int = 7) -> Retention:
    keep = timedelta(days=days)
    return Retention(("a.B",), keep, "it began", Then.DELETED, "no reason", carry_out)  # type: ignore[arg-type]


def test_an_operation_is_repeated_until_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    many, few = Rows(5), Rows(0)
    monkeypatch.setattr(retention, "POLICIES", (policy(many.take), policy(few.take, 30)))
    assert keep_no_longer() == 5
    assert many.count == 0
    assert (many.keeps, few.keeps) == ({timedelta(days=7)}, {timedelta(days=30)})


def test_one_that_fails_stops_no_other_and_is_told_without_what_was_in_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rows = Rows(3)
    monkeypatch.setattr(retention, "POLICIES", (policy(breaks), policy(rows.take)))
    assert keep_no_longer() == 3
    assert caplog.messages == ["retention of a.B failed: DatabaseError"]


@pytest.mark.django_db
def test_the_task_of_the_night_carries_out_what_the_rooms_declare() -> None:
    ended = timezone.now() - timedelta(days=1)
    Session.objects.create(session_key="ended", session_data="", expire_date=ended)
    keep_no_longer_nightly(0)
    assert not Session.objects.exists()


def test_it_runs_every_night() -> None:
    tasks = {periodic.task.name for periodic in app.periodic_registry.periodic_tasks.values()}
    assert "project.keep_no_longer" in tasks
    schedule = next(
        periodic.croniter
        for periodic in app.periodic_registry.periodic_tasks.values()
        if periodic.task.name == "project.keep_no_longer"
    )
    schedule.set_current(0.0)
    moments = [schedule.get_next(ret_type=float) for _ in range(3)]
    assert [later - moments[0] for later in moments] == [0.0, 86400.0, 2 * 86400.0]
