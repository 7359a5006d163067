# SPDX-License-Identifier: EUPL-1.2
"""Work of this room that no request does. One sweep each; no job holds a date."""

from datetime import timedelta

from procrastinate.contrib.django import app

from gemeengoed.conversations.operations import erase_opened_before, finish_waiting

FINISH_AFTER = timedelta(seconds=10)
KEEP_DAYS = 90  # retention of anonymous conversations, docs/architecture.md


@app.periodic(cron="* * * * * */5")  # the sixth field is the seconds
@app.task(name="conversations.finish_waiting", queueing_lock="conversations.finish_waiting")
def finish_waiting_messages(timestamp: int) -> None:
    """A message without a reply after ten seconds (a killed server) is answered here."""
    finish_waiting(older_than=FINISH_AFTER)


@app.periodic(cron="17 3 * * *")
@app.task(name="conversations.erase_old", queueing_lock="conversations.erase_old")
def erase_old_conversations(timestamp: int) -> None:
    """Retention: contents older than KEEP_DAYS are emptied, every night."""
    while erase_opened_before(moment_days=KEEP_DAYS):
        pass
