# SPDX-License-Identifier: EUPL-1.2
"""What the outbox notes of its work. Technical time: these moments are about the delivering."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gemeengoed.audit.operations import record
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, State, Submission

ACTOR = "system:worker"
FILLS_THE_REGISTER = ("zaak", "rollen", "eigenschappen", "zaakobject", "status")
PROBLEM_LENGTH = 200


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


def _record(submission: Submission, action: str, details: dict[str, str]) -> None:
    record(
        municipality=submission.municipality_id,
        actor=ACTOR,
        action=action,
        subject=f"submission:{submission.pk}",
        details=details,
    )
