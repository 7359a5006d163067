# SPDX-License-Identifier: EUPL-1.2
"""Work for all rooms together that no request does."""

from procrastinate.contrib.django import app

from gemeengoed.project.retention import keep_no_longer


@app.periodic(cron="17 3 * * *")
@app.task(name="project.keep_no_longer", queueing_lock="project.keep_no_longer")
def keep_no_longer_nightly(timestamp: int) -> None:
    """Retention of everything, every night."""
    keep_no_longer()
