# SPDX-License-Identifier: EUPL-1.2
"""The processing list: ordinary ones that wait for a colleague, always in the same order.

Without those that were lifted out (these are interne taken, until they are finished) and those of
which the resident was asked something.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from gemeengoed.accounts.models import User
from gemeengoed.casework.models import Status
from gemeengoed.casework.submissions.kinds import PROCESSED
from gemeengoed.casework.submissions.locking import OPEN
from gemeengoed.casework.submissions.models import DeliveryState, Submission

_ORDER = ("due_on", "handed_in_at", "pk")


def waiting(municipality: str, *, first: int = 0, at_most: int | None = None) -> list[Submission]:
    """The most urgent first. stuck_steps: how many steps of each the register refused.

    first: how many to pass over; at_most: how many to give, None for all.
    """
    stuck_steps = Count("deliveries", filter=Q(deliveries__state=DeliveryState.STUCK))
    found = _waiting(municipality).annotate(stuck_steps=stuck_steps).select_related("held_by")
    last = None if at_most is None else first + at_most
    return list(found.order_by(*_ORDER)[first:last])


def asked(municipality: str) -> list[Submission]:
    """Those of which the resident was asked something, the longest ago first."""
    found = _open(municipality).filter(question_since__isnull=False)
    return list(found.order_by("question_since", "pk"))


def count_waiting(municipality: str) -> int:
    return _waiting(municipality).count()


def count_processed(municipality: str, on: date) -> int:
    """How many were closed as processed on this business day."""
    found = Submission.objects.filter(municipality_id=municipality, resultaat=PROCESSED)
    return found.filter(closed_at__date=on).count()


@dataclass(frozen=True, slots=True)
class Place:
    """number: 1 for the first in the list."""

    number: int
    total: int


def place_of(submission: Submission) -> Place | None:
    """Where it stands in the list; None when it does not wait."""
    found = _waiting(submission.municipality_id)
    if not found.filter(pk=submission.pk).exists():
        return None
    counted = found.aggregate(before=Count("pk", filter=_before(submission)), total=Count("pk"))
    return Place(counted["before"] + 1, counted["total"])


def next_to_process(
    municipality: str, user: User, now: datetime, after: Submission | None = None
) -> Submission | None:
    """The next of the list that no other colleague has on the screen; None at its end.

    after: one that is, or was, in the list.
    """
    found = _waiting(municipality).filter(
        Q(held_until=None) | Q(held_until__lte=now) | Q(held_by=None) | Q(held_by=user)
    )
    if after is not None:
        found = found.exclude(pk=after.pk).exclude(_before(after))
    return found.order_by(*_ORDER).first()


def _before(submission: Submission) -> Q:
    day, moment = submission.due_on, submission.handed_in_at
    return (
        Q(due_on__lt=day)
        | Q(due_on=day, handed_in_at__lt=moment)
        | Q(due_on=day, handed_in_at=moment, pk__lt=submission.pk)
    )


def _open(municipality: str) -> QuerySet[Submission]:
    return Submission.objects.filter(municipality_id=municipality, state__in=OPEN)


def _waiting(municipality: str) -> QuerySet[Submission]:
    is_lifted = Q(taak__isnull=False, taak__status=Status.OPEN)
    return _open(municipality).filter(question_since=None).exclude(is_lifted)
