# SPDX-License-Identifier: EUPL-1.2
"""Goes through the steps of one submission that wait, and notes what came of each."""

import logging
from uuid import UUID

from gemeengoed.access.errors import UnknownPersonError
from gemeengoed.casework.submissions.errors import NotDeliveredYetError, RegisterDiffersError
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, Submission
from gemeengoed.casework.submissions.outbox.alone import alone
from gemeengoed.casework.submissions.outbox.operations import (
    mark_delivered,
    mark_stuck,
    mark_tried,
)
from gemeengoed.casework.submissions.outbox.steps import STEPS, Step
from gemeengoed.casework.submissions.outbox.work import Work
from gemeengoed.gateways.berichten.errors import BerichtenUnavailableError, NotDeliverableError
from gemeengoed.gateways.berichten.port import Berichten
from gemeengoed.gateways.berichten.registry import postbox_of
from gemeengoed.gateways.zaken.errors import RefusedError, ZakenUnavailableError
from gemeengoed.gateways.zaken.port import Zaken
from gemeengoed.gateways.zaken.registry import register_of

log = logging.getLogger(__name__)

# None of their texts holds a value: they may be kept and shown to colleagues.
TRY_AGAIN = (ZakenUnavailableError, BerichtenUnavailableError)
FOR_GOOD = (RefusedError, NotDeliverableError, RegisterDiffersError)


def deliver(
    submission: UUID, *, zaken: Zaken | None = None, berichten: Berichten | None = None
) -> None:
    """Do what waits. Without zaken and berichten: with those of the municipality.

    Raises SubmissionBusyError when another is at it, and NotDeliveredYetError when something must
    be tried again; what was done until then is done. One that is gone is nothing to do.
    """
    with alone(submission):
        # First what waits, then what it is about: who closes it in between comes along whole.
        waiting = _waiting(submission)
        found = Submission.objects.filter(pk=submission).first()
        if found is None:
            return
        slug = found.municipality_id
        work = Work(found, zaken or register_of(slug), berichten or postbox_of(slug))
        failed = [delivery.step for delivery in waiting if not _is_done(delivery, work)]
    if failed:
        raise NotDeliveredYetError(failed)


def _waiting(submission: UUID) -> list[Delivery]:
    """In the order of STEPS."""
    order = [step.name for step in STEPS]
    found = Delivery.objects.filter(submission_id=submission, state=DeliveryState.WAITING)
    return sorted(found, key=lambda delivery: (order.index(delivery.step), delivery.number))


def _is_done(delivery: Delivery, work: Work) -> bool:
    """False: to be tried again. One that waits for a step that is stuck is left as it is."""
    step = next(step for step in STEPS if step.name == delivery.step)
    if _needs(step, work.submission):
        return True
    work.number = delivery.number
    try:
        step.run(work)
    except TRY_AGAIN as error:
        mark_tried(delivery=delivery, problem=error.code)
        log.warning("%s of submission %s: %s", step.name, work.submission.pk, error.code)
        return False
    except FOR_GOOD as error:
        mark_stuck(delivery=delivery, problem=error.code)
        log.error("%s of submission %s: %s", step.name, work.submission.pk, error.code)
        return True
    except UnknownPersonError:
        mark_stuck(delivery=delivery, problem="the BSN is not kept any more")
        return True
    except Exception as error:  # outer edge: a fault of ours, noted and raised; the job comes again
        mark_tried(delivery=delivery, problem=type(error).__name__)
        raise
    mark_delivered(delivery=delivery)
    return True


def _needs(step: Step, submission: Submission) -> bool:
    """Whether a step that it needs has not been done."""
    needed = submission.deliveries.filter(step__in=step.needs)
    return needed.exclude(state=DeliveryState.DELIVERED).exists()
