# SPDX-License-Identifier: EUPL-1.2
"""Work of this room that no request does."""

from procrastinate.contrib.django import app

from gemeengoed.insights.missed.operations import gather


@app.periodic(cron="* * * * * */15")  # the sixth field is the seconds
@app.task(name="missed.gather", queueing_lock="missed.gather")
def gather_what_was_missed(timestamp: int) -> None:
    """What was said since the last time; more than fits at once waits for the next."""
    gather()
