# SPDX-License-Identifier: EUPL-1.2
"""How a submission ends: closed by a colleague or withdrawn, and what must be told outside then."""

from datetime import datetime

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.models import CallOutcome, InterneTaak
from gemeengoed.casework.operations import drop, finish
from gemeengoed.casework.operations_contacts import log_call
from gemeengoed.casework.submissions.kinds import PROCESSED, WITHDRAWN
from gemeengoed.casework.submissions.locking import OPEN, locked_one, open_one, open_taak_of
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.casework.submissions.operations_history import write_record
from gemeengoed.casework.submissions.outbox.operations import queue_steps
from gemeengoed.casework.submissions.telling import (
    tell_not_processed,
    tell_processed,
    tell_withdrawn,
)

_LETTERS = {State.CLOSED: "closing_mail", State.WITHDRAWN: "withdrawal_mail"}
_TELLS = {PROCESSED: tell_processed, WITHDRAWN: tell_withdrawn}


@transaction.atomic
def end(
    *, submission: Submission, state: State, resultaat: str, by: User | None, now: datetime
) -> None:
    """Of a row that is locked and open. by None: the resident."""
    submission.state = state
    submission.resultaat = resultaat
    submission.closed_at = now
    submission.closed_by = by
    submission.question_since = None
    submission.save(
        update_fields=["state", "resultaat", "closed_at", "closed_by", "question_since"]
    )
    what = "closed" if state == State.CLOSED else "withdrawn"
    write_record(submission=submission, what=what, by=by, details={"resultaat": resultaat})
    letters = [_LETTERS[state]] if submission.email else []
    queue_steps(submission=submission, steps=["resultaat", "end_status", *letters])


@transaction.atomic
def withdraw(*, submission: Submission, now: datetime) -> Submission:
    """The resident takes it back, as long as it is not closed; again changes nothing.

    The register is told by a zaak that ends as withdrawn, also when it had not got there yet: what
    was received stays to be found. Who had it as an interne_taak has it no longer. Raises
    AlreadyOverError, UnknownSubmissionError.
    """
    locked = locked_one(submission)
    if locked.state == State.WITHDRAWN:
        return locked
    locked = open_one(submission)
    taak = open_taak_of(locked)
    if taak is not None:
        drop(taak=taak, now=now)
    end(submission=locked, state=State.WITHDRAWN, resultaat=WITHDRAWN, by=None, now=now)
    return locked


@transaction.atomic
def conclude(
    *,
    taak: InterneTaak,
    by: User,
    note: str,
    now: datetime,
    result: str = "",
    outcome: CallOutcome | None = None,
) -> None:
    """Log the call, if there was one, and finish with the result, if there is one.

    What the interne_taak was opened for ends in the same act where the result says so; else it
    goes back among what waits to be processed. Raises as log_call and finish of casework.
    """
    # Always in this order, or two would wait for each other.
    about = Submission.objects.select_for_update().filter(taak_id=taak.pk).first()
    if outcome is not None:
        log_call(taak=taak, by=by, outcome=outcome, note=note, result=result, now=now)
    else:
        finish(taak=taak, by=by, result=result, note=note, now=now)
    ending = kind_of(taak.kind).result(result)
    if about is None or ending is None or not ending.resultaat or about.state not in OPEN:
        return
    state = State.WITHDRAWN if ending.resultaat == WITHDRAWN else State.CLOSED
    end(submission=about, state=state, resultaat=ending.resultaat, by=by, now=now)
    _TELLS.get(ending.resultaat, tell_not_processed)(about, by, now)
