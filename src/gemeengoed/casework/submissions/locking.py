# SPDX-License-Identifier: EUPL-1.2
"""The row of a submission, locked: of two at once the second sees what the first did.

Called inside the transaction of the change; always before the row of its interne_taak.
"""

from gemeengoed.accounts.models import User
from gemeengoed.casework.models import InterneTaak, Status
from gemeengoed.casework.roles import worker_in
from gemeengoed.casework.submissions.errors import (
    AlreadyOverError,
    NotWaitingError,
    UnknownSubmissionError,
)
from gemeengoed.casework.submissions.models import State, Submission

OPEN = (State.ACCEPTED, State.IN_REGISTER)


def locked_one(submission: Submission) -> Submission:
    """The row as it is now. Raises UnknownSubmissionError."""
    # Without joins: who waited for the lock would get the interne_taak from before it.
    found = Submission.objects.select_for_update().filter(pk=submission.pk).first()
    if found is None:
        raise UnknownSubmissionError(submission.ontvangstnummer)
    return found


def open_one(submission: Submission) -> Submission:
    """As locked_one, neither closed nor withdrawn; raises AlreadyOverError too."""
    locked = locked_one(submission)
    if locked.state not in OPEN:
        raise AlreadyOverError(locked.state, str(locked.closed_by or ""))
    return locked


def workable_one(submission: Submission, by: User) -> Submission:
    """As open_one, for a colleague who works here; raises NotAllowedError too."""
    worker_in(by, submission.municipality_id)
    return open_one(submission)


def waiting_one(submission: Submission, by: User) -> Submission:
    """As workable_one, that waits to be dealt with as an ordinary one; raises NotWaitingError."""
    locked = workable_one(submission, by)
    taak = open_taak_of(locked)
    if taak is not None:
        raise NotWaitingError(
            f"Een collega haalde dit uit de verwerking. Het is nu taak {taak.reference}."
        )
    if locked.question_since is not None:
        raise NotWaitingError("Een collega stelde de inwoner een vraag. Wacht op het antwoord.")
    return locked


def open_taak_of(submission: Submission) -> InterneTaak | None:
    """The interne_taak that it is lifted out to; None when it is not, or not any more."""
    if submission.taak_id is None:
        return None
    return InterneTaak.objects.filter(pk=submission.taak_id, status=Status.OPEN).first()
