# SPDX-License-Identifier: EUPL-1.2
"""What the outbox has to do, and what it notes of its work.

Technical time: these moments are about the delivering.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from procrastinate.contrib.django import app

from gemeengoed.audit.operations import record
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, State, Submission

ACTOR = "system:worker"
TASK = "submissions.deliver"
FILLS_THE_REGISTER = ("zaak", "rollen", "eigenschappen", "zaakobject", "status")
PROBLEM_LENGTH = 200


@transaction.atomic
def queue_steps(*, submission: Submission, steps: Iterable[str], number: int = 1) -> None:
    """What must be told outside, and the job that does it; in the transaction of the change.

    Not audited: the change that it follows from is.
    """
    Delivery.objects.bulk_create(
        Delivery(
            municipality_id=submission.municipality_id,
            submission=submission,
            step=step,
            number=number,
        )
        for step in steps
    )
    _defer(submission)


@transaction.atomic
def retry_stuck(*, submission: Submission, actor: str) -> int:
    """What was refused for good is tried again: somebody set right what was wrong.

    Returns how many steps wait again.
    """
    stuck = submission.deliveries.filter(state=DeliveryState.STUCK)
    count = stuck.update(state=DeliveryState.WAITING, problem="")
    if count:
        _record(submission, "submission.retried", {"steps": str(count)}, actor)
        _defer(submission)
    return count


@transaction.atomic
def note_zaak(*, submission: Submission, url: str) -> None:
    """Where the zaak is; the same again changes nothing."""
    changed = Submission.objects.filter(pk=submission.pk).exclude(zaak_url=url)
    submission.zaak_url = url
    if changed.update(zaak_url=url):
        _record(submission, "submission.got_its_zaak", {"zaak": url})


@transaction.atomic
def mark_delivered(*, delivery: Delivery) -> None:
    """The step was done. With the last that fills the register, it is in the register."""
    submission = Submission.objects.select_for_update().get(pk=delivery.submission_id)
    now = timezone.now()
    undone = Delivery.objects.filter(pk=delivery.pk).exclude(state=DeliveryState.DELIVERED)
    if not undone.update(state=DeliveryState.DELIVERED, delivered_at=now, tried_at=now, problem=""):
        return
    _record(submission, "submission.delivered", {"step": delivery.step})
    waiting = submission.deliveries.exclude(state=DeliveryState.DELIVERED)
    if submission.state == State.ACCEPTED and not waiting.filter(step__in=FILLS_THE_REGISTER):
        Submission.objects.filter(pk=submission.pk).update(state=State.IN_REGISTER)


@transaction.atomic
def mark_tried(*, delivery: Delivery, problem: str) -> None:
    """The step failed and is tried again. problem: a code, no values.

    Not audited: nothing changed, and a register that is down must not fill the audit.
    """
    Delivery.objects.filter(pk=delivery.pk).update(
        tries=F("tries") + 1, tried_at=timezone.now(), problem=problem[:PROBLEM_LENGTH]
    )


@transaction.atomic
def mark_stuck(*, delivery: Delivery, problem: str) -> None:
    """The step was refused for good: a person must look. problem: a code, no values."""
    Delivery.objects.filter(pk=delivery.pk).update(
        state=DeliveryState.STUCK,
        tries=F("tries") + 1,
        tried_at=timezone.now(),
        problem=problem[:PROBLEM_LENGTH],
    )
    details = {"step": delivery.step, "problem": problem[:PROBLEM_LENGTH]}
    _record(delivery.submission, "submission.stuck", details)


def _defer(submission: Submission) -> None:
    """The lock keeps jobs of one submission in order and apart.

    No queueing lock: a job that must be tried again could then not be put back while another
    waits. A job that finds nothing to do costs one query.
    """
    job = app.configure_task(TASK, lock=f"submission:{submission.pk}")
    job.defer(submission=str(submission.pk))


def _record(
    submission: Submission, action: str, details: dict[str, str], actor: str = ACTOR
) -> None:
    record(
        municipality=submission.municipality_id,
        actor=actor,
        action=action,
        subject=f"submission:{submission.pk}",
        details=details,
    )
