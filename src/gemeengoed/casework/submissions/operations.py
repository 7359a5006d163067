# SPDX-License-Identifier: EUPL-1.2
"""All writes on what residents hand in. None of them waits for an outside system.

What must be told outside becomes rows (Delivery) and a job in the same transaction; outbox/ does
the telling.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.utils.timezone import localtime

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.casework.errors import AlreadyFinishedError, ReferencesExhaustedError
from gemeengoed.casework.kinds import CLOSED_WITH_IT, LOOK, WHY_LOOK
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.operations import drop, finish, open_interne_taak
from gemeengoed.casework.queries import taak_by_reference
from gemeengoed.casework.references import new_reference
from gemeengoed.casework.submissions.checking import faults_of
from gemeengoed.casework.submissions.errors import (
    AlreadyOverError,
    NoWayToReachError,
    SubmissionRefusedError,
    UnknownResultaatError,
    UnknownSubmissionError,
)
from gemeengoed.casework.submissions.handed_in import HandedIn
from gemeengoed.casework.submissions.kinds import WITHDRAWN, submission_kind
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, State, Submission
from gemeengoed.casework.submissions.outbox.operations import queue_steps
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.workdays import add_working_days, working_days_between

TRIES = 5
OPEN = (State.ACCEPTED, State.IN_REGISTER)


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
    _record(submission, "handed_in", actor="resident", details={"outcome": submission.outcome})
    if submission.outcome in submission_kind(submission.kind).needs_person:
        why = handed_in.why or f"Uitkomst: {submission.outcome}"
        _open_taak(submission, why, kind=handed_in.look, now=now)
    queue_steps(submission=submission, steps=handed_in.steps())
    return submission


@transaction.atomic
def withdraw(*, submission: Submission, now: datetime) -> Submission:
    """The resident takes it back, as long as it is not closed; again changes nothing.

    The register is told by a zaak that ends as withdrawn, also when it had not got there yet: what
    was received stays to be found. An interne_taak that it was lifted out to is dropped. Raises
    AlreadyOverError, UnknownSubmissionError.
    """
    locked = _locked(submission)
    if locked.state == State.WITHDRAWN:
        return locked
    _must_be_open(locked)
    _end(locked, State.WITHDRAWN, WITHDRAWN, now)
    _record(locked, "withdrawn", actor="resident")
    if locked.taak is not None:
        drop(taak=locked.taak, now=now)
    _queue_end(locked, "withdrawal_mail")
    return locked


@transaction.atomic
def close(*, submission: Submission, resultaat: str, by: User, now: datetime) -> Submission:
    """A colleague has dealt with it. The register is told, and the resident by e-mail.

    A resident without an e-mail address is not told. An interne_taak that it was lifted out to is
    finished. Raises UnknownResultaatError, AlreadyOverError, UnknownSubmissionError.
    """
    locked = _locked(submission)
    if resultaat not in submission_kind(locked.kind).resultaten:
        raise UnknownResultaatError(resultaat)
    _must_be_open(locked)
    _end(locked, State.CLOSED, resultaat, now, by)
    _record(locked, "closed", actor=f"user:{by.pk}", details={"resultaat": resultaat})
    if locked.taak is not None:
        with suppress(AlreadyFinishedError):
            finish(taak=locked.taak, by=by, result=CLOSED_WITH_IT, note=resultaat, now=now)
    _queue_end(locked, "closing_mail")
    return locked


@transaction.atomic
def lift_out(*, submission: Submission, reason: str, by: User, now: datetime) -> InterneTaak:
    """It looks wrong: out of the list of ordinary ones, to a person, by the day that was promised.

    Again gives the interne_taak that is there. Raises AlreadyOverError, UnknownSubmissionError.
    """
    locked = _locked(submission)
    _must_be_open(locked)
    if locked.taak is None:
        locked.taak = _open_taak(locked, reason, now=now)
        _record(locked, "lifted_out", actor=f"user:{by.pk}", reason=reason)
    return locked.taak


@transaction.atomic
def return_with_question(
    *, submission: Submission, question: str, by: User, now: datetime
) -> Submission:
    """Ask the resident something, by e-mail. It stays where it is.

    Raises NoWayToReachError (then call), AlreadyOverError, UnknownSubmissionError.
    """
    locked = _locked(submission)
    _must_be_open(locked)
    if not locked.email:
        raise NoWayToReachError(locked.ontvangstnummer)
    locked.questions.append({"text": question, "at": now.isoformat(), "by": by.pk})
    locked.save(update_fields=["questions"])
    _record(locked, "question_asked", actor=f"user:{by.pk}")
    queue_steps(submission=locked, steps=["question_mail"], number=len(locked.questions))
    return locked


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
        closed_by=None,
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


def _locked(submission: Submission) -> Submission:
    found = Submission.objects.select_for_update(of=("self",)).filter(pk=submission.pk)
    locked = found.select_related("municipality", "taak").first()
    if locked is None:
        raise UnknownSubmissionError(submission.ontvangstnummer)
    return locked


def _must_be_open(submission: Submission) -> None:
    if submission.state not in OPEN:
        raise AlreadyOverError(submission.state)


def _end(
    submission: Submission, state: State, resultaat: str, now: datetime, by: User | None = None
) -> None:
    submission.state = state
    submission.resultaat = resultaat
    submission.closed_at = now
    submission.closed_by = by
    submission.save(update_fields=["state", "resultaat", "closed_at", "closed_by"])


def _queue_end(submission: Submission, mail: str) -> None:
    letters = [mail] if submission.email else []
    queue_steps(submission=submission, steps=["resultaat", "end_status", *letters])


def _open_taak(
    submission: Submission, reason: str, *, now: datetime, kind: str = LOOK
) -> InterneTaak:
    """For a person who must look, with all that the resident told."""
    taak = open_interne_taak(
        municipality=submission.municipality,
        kind=kind,
        topic=submission.topic,
        term_days=working_days_between(localtime(now).date(), submission.due_on),
        answers=submission.answers,
        display={
            "Ontvangstnummer": submission.ontvangstnummer,
            WHY_LOOK: reason,
            **dict(submission.display),
        },
        origin_key=f"submission:{submission.pk}",
        conversation_id=submission.conversation_id,
        now=now,
    )
    submission.taak = taak
    submission.save(update_fields=["taak"])
    return taak


def _record(
    submission: Submission,
    what: str,
    *,
    actor: str,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
) -> None:
    record(
        municipality=submission.municipality_id,
        actor=actor,
        action=f"submission.{what}",
        subject=f"submission:{submission.pk}",
        reason=reason,
        details={"kind": submission.kind, **(details or {})},
    )
