# SPDX-License-Identifier: EUPL-1.2
"""When the sweeps of this room run."""

from itertools import pairwise

from procrastinate.contrib.django import app


def test_the_sweep_for_unanswered_messages_runs_every_five_seconds() -> None:
    tasks = app.periodic_registry.periodic_tasks.values()
    schedule = next(t.croniter for t in tasks if t.task.name == "conversations.finish_waiting")
    schedule.set_current(0.0)
    moments = [schedule.get_next(ret_type=float) for _ in range(200)]
    assert {later - earlier for earlier, later in pairwise(moments)} == {5.0}
