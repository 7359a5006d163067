# SPDX-License-Identifier: EUPL-1.2
"""The job that delivers a submission, and the sweep that takes up what a killed worker left."""

from uuid import UUID

from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from gemeengoed.casework.submissions.outbox.operations import TASK
from gemeengoed.casework.submissions.outbox.running import deliver

FIRST_WAIT = 5  # seconds; each next wait is twice as long
LONGEST_WAIT = 300
SILENT_FOR = 30.0  # seconds without a heartbeat: the worker is dead


class GrowingWaits(BaseRetryStrategy):
    """5, 10, 20 … 300 seconds, for ever: what a resident handed in is never given up."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        """In technical time."""
        wait = min(FIRST_WAIT * 2 ** min(job.attempts, 10), LONGEST_WAIT)
        return RetryDecision(retry_in={"seconds": wait})


@app.task(name=TASK, retry=GrowingWaits())
def deliver_submission(submission: str) -> None:
    """submission: its id. Raises NotDeliveredYetError or SubmissionBusyError to be tried again."""
    deliver(UUID(submission))


@app.periodic(cron="* * * * * */10")  # the sixth field is the seconds
@app.task(name="submissions.take_up", queueing_lock="submissions.take_up", pass_context=True)
async def take_up_left(context: JobContext, timestamp: int) -> None:
    """A job whose worker was killed would stay "doing", and hold its lock, for ever."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(task_name=TASK, seconds_since_heartbeat=SILENT_FOR):
        await jobs.retry_job(job)
