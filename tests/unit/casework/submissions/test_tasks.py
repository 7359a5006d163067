# SPDX-License-Identifier: EUPL-1.2
"""The jobs in the real queue: waits that grow, an hour without a register, a worker that died."""

from datetime import datetime
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob
from procrastinate.periodic import PeriodicRegistry
from tests.unit.casework.submissions.conftest import (
    Moment,
    bsns_in_register,
    hand_in_a_move,
    mails,
    town,
    worker,
    zaken,
)

from gemeengoed.casework.submissions.models import DeliveryState, State, Submission
from gemeengoed.casework.submissions.operations_processing import close
from gemeengoed.casework.submissions.outbox.operations import TASK
from gemeengoed.casework.submissions.queries import to_be_tried_again
from gemeengoed.casework.submissions.tasks import LONGEST_WAIT
from gemeengoed.gateways.zaken.models import Behaviour
from gemeengoed.gateways.zaken.operations import set_behaviour

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def submission(published: None, moment: Moment, transactional_db: None) -> Submission:
    return hand_in_a_move(town("waterdam"))


def work() -> None:
    """A worker does what is due now and ends.

    Without its periodic sweeps: whether one begins in so short a life depends on the second of
    the day and on how busy the machine is.
    """
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with (
        app.replace_connector(connector) as worker_app,
        patch.object(worker_app, "periodic_registry", PeriodicRegistry()),
    ):
        worker_app.run_worker(
            wait=False, install_signal_handlers=False, listen_notify=False, delete_jobs="successful"
        )


def jobs() -> list[ProcrastinateJob]:
    return list(ProcrastinateJob.objects.filter(task_name=TASK).order_by("pk"))


def put_off_at(job: ProcrastinateJob) -> datetime:
    """The moment at which its last try had failed, however long that try took."""
    put_off = ProcrastinateEvent.objects.filter(job=job, type="deferred_for_retry")
    return put_off.latest("pk").at


def pass_time(seconds: float) -> None:
    """In the queue's own time: what is planned comes so much nearer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET scheduled_at = scheduled_at - make_interval(secs => %s)",
            [seconds],
        )


def test_the_worker_delivers_it_and_leaves_no_job(submission: Submission, settings: Any) -> None:
    work()
    assert zaken() == [submission.ontvangstnummer]
    assert len(bsns_in_register()) == 3
    assert len(mails(settings)) == 1
    assert jobs() == []
    assert Submission.objects.get().state == State.IN_REGISTER


def test_an_hour_without_a_register_is_an_hour_of_waiting_and_nothing_more(
    submission: Submission, settings: Any
) -> None:
    set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
    waits: list[float] = []
    passed = 0.0
    while passed < 3600:
        work()
        (job,) = jobs()
        assert job.status == "todo"
        assert job.scheduled_at is not None
        waits.append((job.scheduled_at - put_off_at(job)).total_seconds())
        pass_time(waits[-1] + 1)
        passed += waits[-1]
    assert len(waits) < 20, "it asks a register that is down not too often"
    assert all(later > earlier - 10 for earlier, later in pairwise(waits)), waits
    assert max(waits) < LONGEST_WAIT + 10
    assert to_be_tried_again("waterdam")[0].tries == len(waits)
    set_behaviour(municipality="waterdam", behaviour=Behaviour.NORMAL)
    work()
    assert zaken() == [submission.ontvangstnummer]
    assert len(bsns_in_register()) == 3
    assert len(mails(settings)) == 1, "the receipt did not wait, and came once"
    assert jobs() == []


def test_what_is_closed_while_the_register_is_down_follows_in_order(
    submission: Submission, settings: Any
) -> None:
    set_behaviour(municipality="waterdam", behaviour=Behaviour.DOWN)
    work()
    anja = worker("Anja", submission.municipality)
    close(submission=submission, resultaat="Verwerkt", by=anja, now=submission.handed_in_at)
    assert len(jobs()) == 2
    set_behaviour(municipality="waterdam", behaviour=Behaviour.NORMAL)
    pass_time(LONGEST_WAIT)
    work()
    assert jobs() == []
    assert not submission.deliveries.exclude(state=DeliveryState.DELIVERED).exists()
    assert len(mails(settings)) == 2


def test_a_job_whose_worker_was_killed_is_taken_up_by_the_sweep(submission: Submission) -> None:
    with connection.cursor() as cursor:  # as kill -9 leaves it: doing, by a worker that is gone
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing' WHERE task_name = %s", [TASK]
        )
    work()
    assert zaken() == []
    assert ("submissions.take_up", "") in app.periodic_registry.periodic_tasks
    app.configure_task("submissions.take_up").defer(timestamp=0)
    work()
    assert zaken() == [submission.ontvangstnummer]
    assert jobs() == []
