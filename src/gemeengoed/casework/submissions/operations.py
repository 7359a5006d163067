# SPDX-License-Identifier: EUPL-1.2
"""Handing in, and in the end emptying. No write of this room waits for an outside system.

What must be told outside becomes rows (Delivery) and a job in the same transaction; outbox/ does
the telling. What colleagues do: operations_processing.py, operations_lifting.py. How it ends:
operations_ending.py.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.utils.timezone import localtime

from gemeengoed.audit.operations import record
from gemeengoed.casework.errors import ReferencesExhaustedError
from gemeengoed.casework.queries import taak_by_reference
from gemeengoed.casework.references import new_reference
from gemeengoed.casework.submissions.checking import faults_of
from gemeengoed.casework.submissions.errors import SubmissionRefusedError
from gemeengoed.casework.submissions.handed_in import HandedIn
from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, Submission
from gemeengoed.casework.submissions.operations_history import write_record
from gemeengoed.casework.submissions.operations_lifting import open_look
from gemeengoed.casework.submissions.outbox.operations import queue_steps
from gemeengoed.files.operations import drop_kept_for, keep_for
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.workdays import add_working_days

TRIES = 5


def hand_in(
    *, municipality: Municipality, handed_in: HandedIn, origin_key: str, now: datetime
) -> Submission:
    """Accept what a resident hands in, once per origin_key: again gives the one that is there.

    An outcome at which a person must look also opens an interne_taak. Raises
    SubmissionRefusedError with all faults; nothing is stored then.
    """
    if faults := faults_of(handed_in):
        raise SubmissionRefusedError(faults)
    for _ in range(TRIES):
        number = new_reference(municipality.name)
        if taak_by_reference(municipality.pk, number):
            continue  # a resident reads a number out on the phone: it must mean one thing
        try:
            return _hand_in(municipality, handed_in, origin_key, number, now)
        except IntegrityError:  # the number was taken: of chance, so try another
            continue
    raise ReferencesExhaustedError(f"no free number in {municipality.pk} after {TRIES} tries")


@transaction.atomic
def _hand_in(
    municipality: Municipality, handed_in: HandedIn, origin_key: str, number: str, now: datetime
) -> Submission:
    """Two at the same moment: the database lets one in, the other gets what that one made."""
    moments = {
        "handed_in_at": now,
        "due_on": add_working_days(localtime(now).date(), handed_in.term_days),
    }
    submission, is_new = Submission.objects.get_or_create(
        municipality=municipality,
        origin_key=origin_key,
        defaults={**handed_in.columns(), **moments, "ontvangstnummer": number},
    )
    if not is_new:
        return submission
    details = {"outcome": submission.outcome}
    write_record(submission=submission, what="handed_in", by=None, details=details)
    if submission.outcome in submission_kind(submission.kind).needs_person:
        open_look(submission=submission, kind=handed_in.look, why=handed_in.why, now=now)
    keep_for(
        municipality=municipality.pk,
        conversation=handed_in.conversation_id,
        uploads=handed_in.uploads,
        subject=submission.pk,
    )
    queue_steps(submission=submission, steps=handed_in.steps())
    return submission


@transaction.atomic
def empty_over(*, keep: timedelta) -> int:
    """Retention: from those over longer ago than this take what says something of a person.

    Returns how many. What is open, or not delivered yet, stays, however old.
    """
    now = settings.CLOCK.now()
    undelivered = Delivery.objects.filter(submission=OuterRef("pk")).exclude(
        state=DeliveryState.DELIVERED
    )
    old = Submission.objects.filter(
        ~Exists(undelivered), closed_at__lt=now - keep, emptied_at__isnull=True
    )
    drop_kept_for(subjects=list(old.values_list("pk", flat=True)))
    count = old.update(
        answers={},
        display=[],
        participants=[],
        address=None,
        eigenschappen={},
        email="",
        phone="",
        receipt={},
        questions=[],
        registered=[],
        closed_by=None,
        held_by=None,
        origin_key=Concat(Value("emptied:"), Cast("pk", CharField())),
        emptied_at=now,
    )
    if count:
        record(
            municipality="",
            actor="system:worker",
            action="submission.emptied",
            subject="submission:all",
            details={"count": count},
        )
    return count
