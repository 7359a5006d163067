# SPDX-License-Identifier: EUPL-1.2
"""Out of the ordinary ones, to a person: an interne_taak with all that the resident told."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from gemeengoed.accounts.models import User
from gemeengoed.casework.errors import WrongResultError
from gemeengoed.casework.kinds import LOOK, WHY_LOOK
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.operations import open_interne_taak
from gemeengoed.casework.submissions.locking import open_taak_of, workable_one
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.operations_history import write_record
from gemeengoed.casework.submissions.reasons import ELSE, Reason, reason_of
from gemeengoed.casework.submissions.telling import tell_lifted_out
from gemeengoed.terms.workdays import working_days_between

RULES = "De regels vragen dat iemand kijkt"  # where nothing tells why


@transaction.atomic
def lift_out(
    *, submission: Submission, reason: str, note: str, by: User, now: datetime
) -> InterneTaak:
    """It looks wrong: out of the list of ordinary ones, to a person, by the day that was promised.

    reason: see reasons.py. While it is lifted out, again gives the interne_taak that is there.
    Raises WrongResultError, and as locking.workable_one.
    """
    locked = workable_one(submission, by)
    chosen = reason_of(reason)
    if chosen is None:
        raise WrongResultError("Kies een reden uit de lijst.")
    if chosen.id == ELSE and not note.strip():
        raise WrongResultError("Schrijf op wat er bijzonder is.")
    there = open_taak_of(locked)
    if there is not None:
        return there
    taak = open_look(
        submission=locked,
        why=f"{chosen.label}: {note}" if note else chosen.label,
        reason=chosen,
        by=by,
        now=now,
    )
    tell_lifted_out(locked, now)
    return taak


@transaction.atomic
def open_look(
    *,
    submission: Submission,
    why: str,
    now: datetime,
    kind: str = LOOK,
    reason: Reason | None = None,
    by: User | None = None,
) -> InterneTaak:
    """For a person who must look. why: in words. The kind says what work it is and whose; the
    reason that a colleague chose says it better.

    by None: the procedure wants it.
    """
    taak = open_interne_taak(
        municipality=submission.municipality,
        kind=kind,
        topic=submission.topic,
        term_days=working_days_between(localtime(now).date(), submission.due_on),
        answers=submission.answers,
        display={
            "Ontvangstnummer": submission.ontvangstnummer,
            WHY_LOOK: why or RULES,
            **dict(submission.display),
            **dict(submission.registered),
        },
        origin_key=f"submission:{submission.pk}:{submission.lifted_out}",
        conversation_id=submission.conversation_id,
        now=now,
        activity=reason.activity if reason is not None else None,
        team=reason.team if reason is not None else "",
    )
    submission.taak = taak
    submission.lifted_out += 1
    submission.question_since = None
    submission.save(update_fields=["taak", "lifted_out", "question_since"])
    details = {"taak": kind} | ({"reason": reason.id} if reason is not None else {})
    write_record(submission=submission, what="lifted_out", by=by, details=details)
    return taak
