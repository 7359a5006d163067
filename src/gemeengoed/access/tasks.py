# SPDX-License-Identifier: EUPL-1.2
"""Work of this room that no request does."""

from procrastinate.contrib.django import app

from gemeengoed.access.operations import forget_what_is_over


@app.periodic(cron="41 4 * * *")
@app.task(name="access.forget_what_is_over", queueing_lock="access.forget_what_is_over")
def forget_nightly(timestamp: int) -> None:
    """Full buckets and dead links go, every night."""
    forget_what_is_over()
