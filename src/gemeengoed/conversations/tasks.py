# SPDX-License-Identifier: EUPL-1.2
"""Work of this room that no request does. One sweep each; no job holds a date."""

from datetime import timedelta

from procrastinate.contrib.django import app

from gemeengoed.conversations.operations import finish_waiting
from gemeengoed.conversations.operations_files import scan_what_waits

FINISH_AFTER = timedelta(seconds=10)


@app.periodic(cron="* * * * * */5")  # the sixth field is the seconds
@app.task(name="conversations.finish_waiting", queueing_lock="conversations.finish_waiting")
def finish_waiting_messages(timestamp: int) -> None:
    """A message without a reply after ten seconds (a killed server) is answered here."""
    finish_waiting(older_than=FINISH_AFTER)


@app.periodic(cron="* * * * *")
@app.task(name="conversations.scan_what_waits", queueing_lock="conversations.scan_what_waits")
def scan_files_that_wait(timestamp: int) -> None:
    """Files that came while the scanner was silent."""
    scan_what_waits()
