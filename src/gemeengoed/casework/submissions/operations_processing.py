# SPDX-License-Identifier: EUPL-1.2
"""What colleagues do with what was handed in: look, process, close, ask, note the answer.

Each raises NotAllowedError, UnknownSubmissionError and AlreadyOverError besides what it tells. Of
two at the same moment the second is told what the first did.
"""

from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.casework.errors import AlreadyFinishedError
from gemeengoed.casework.kinds import CLOSED_WITH_IT
from gemeengoed.casework.operations import finish
from gemeengoed.casework.roles import worker_in
from gemeengoed.casework.submissions.errors import (
    NotWaitingError,
    NoWayToReachError,
    UnknownResultaatError,
)
from gemeengoed.casework.submissions.kinds import PROCESSED, submission_kind
from gemeengoed.casework.submissions.locking import (
    locked_one,
    open_taak_of,
    waiting_one,
    workable_one,
)
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.casework.submissions.operations_ending import end
from gemeengoed.casework.submissions.operations_history import write_record
from gemeengoed.casework.submissions.outbox.operations import queue_steps
from gemeengoed.casework.submissions.telling import (
    tell_answered,
    tell_not_processed,
    tell_processed,
    tell_question,
)

HELD_FOR = timedelta(minutes=10)


@transaction.atomic
def look_at(*, submission: Submission, by: User, now: datetime) -> Submission:
    """Open it to work on: recorded, and for a while others are not led to it.

    Each colleague holds one. Who opens what another holds gets it all the same: held_by tells.
    """
    worker_in(by, submission.municipality_id)
    locked = locked_one(submission)
    others = Submission.objects.filter(municipality_id=locked.municipality_id, held_by=by)
    others.exclude(pk=locked.pk).update(held_by=None, held_until=None)
    is_held = locked.held_until is not None and locked.held_until > now
    if not is_held or locked.held_by_id == by.pk:
        locked.held_by, locked.held_until = by, now + HELD_FOR
        locked.save(update_fields=["held_by", "held_until"])
    write_record(submission=locked, what="looked_at", by=by, reason="verwerken")
    return locked


@transaction.atomic
def process(*, submission: Submission, by: User, now: datetime) -> Submission:
    """An ordinary one was booked: closed as processed. Raises NotWaitingError."""
    return _close(waiting_one(submission, by), PROCESSED, by, now)


@transaction.atomic
def close(*, submission: Submission, resultaat: str, by: User, now: datetime) -> Submission:
    """A colleague has dealt with it. The register is told, and the resident in the conversation.

    Also by e-mail, if there is an address. An interne_taak that it was lifted out to is finished
    with it. Raises UnknownResultaatError, and as operations.finish of casework.
    """
    locked = workable_one(submission, by)
    if resultaat not in submission_kind(locked.kind).resultaten:
        raise UnknownResultaatError(resultaat)
    return _close(locked, resultaat, by, now)


def _close(submission: Submission, resultaat: str, by: User, now: datetime) -> Submission:
    taak = open_taak_of(submission)
    if taak is not None:
        with suppress(AlreadyFinishedError):
            finish(taak=taak, by=by, result=CLOSED_WITH_IT, note=resultaat, now=now)
    end(submission=submission, state=State.CLOSED, resultaat=resultaat, by=by, now=now)
    tell = tell_processed if resultaat == PROCESSED else tell_not_processed
    tell(submission, by, now)
    return submission


@transaction.atomic
def return_with_question(
    *, submission: Submission, question: str, by: User, now: datetime
) -> Submission:
    """Ask the resident something, in the conversation and by e-mail; it waits for the answer.

    Also of one that is lifted out. Raises NoWayToReachError (then somebody must call), and
    NotWaitingError while another question is open.
    """
    locked = workable_one(submission, by)
    if locked.question_since is not None:
        raise NotWaitingError("Een collega stelde de inwoner al een vraag. Wacht op het antwoord.")
    if not locked.email:
        raise NoWayToReachError(locked.ontvangstnummer)
    locked.questions.append({"text": question, "at": now.isoformat(), "by": by.pk})
    locked.question_since = now
    locked.save(update_fields=["questions", "question_since"])
    write_record(submission=locked, what="question_asked", by=by)
    tell_question(locked, by, question, now)
    queue_steps(submission=locked, steps=["question_mail"], number=len(locked.questions))
    return locked


@transaction.atomic
def log_answer(*, submission: Submission, answer: str, by: User, now: datetime) -> Submission:
    """The resident answered the question: back among what waits. Raises NotWaitingError."""
    locked = workable_one(submission, by)
    if locked.question_since is None:
        raise NotWaitingError("Er staat geen vraag open: een collega legde het antwoord al vast.")
    told = {"answer": answer, "answered_at": now.isoformat(), "answered_by": by.pk}
    locked.questions[-1] |= told
    locked.question_since = None
    locked.save(update_fields=["questions", "question_since"])
    write_record(submission=locked, what="question_answered", by=by)
    tell_answered(locked, by, now)
    return locked
