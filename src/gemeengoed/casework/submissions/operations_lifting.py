# SPDX-License-Identifier: EUPL-1.2
"""Out of the ordinary ones, to a person: an interne_taak with all that the resident told."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from gemeengoed.accounts.models import User
from gemeengoed.casework.errors import WrongResultError
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.operations import open_interne_taak
from gemeengoed.casework.submissions.locking import open_taak_of, workable_one
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.operations_history import write_record
from gemeengoed.casework.submissions.reasons import ELSE, Reason, reason_of
from gemeengoed.casework.submissions.telling import tell_lifted_out
from gemeengoed.terms.workdays import working_days_between

LOOK = "indiening_bekijken"  # the kind of interne_taak of what is lifted out


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
    taak = open_look(submission=locked, reasons=(chosen,), note=note, by=by, now=now)
    tell_lifted_out(locked, now)
    return taak


@transaction.atomic
def open_look(
    *,
    submission: Submission,
    reasons: Sequence[Reason],
    now: datetime,
    note: str = "",
    by: User | None = None,
) -> InterneTaak:
    """For a person who must look. The first of the reasons says what work it is, and whose.

    by None: the procedure wants it.
    """
    why = "; ".join(each.label for each in reasons)
    taak = open_interne_taak(
        municipality=submission.municipality,
        kind=LOOK,
        topic=submission.topic,
        term_days=working_days_between(localtime(now).date(), submission.due_on),
        answers=submission.answers,
        display={
            "Ontvangstnummer": submission.ontvangstnummer,
            "Waarom bekijken": f"{why}: {note}" if note else why,
            **dict(submission.display),
            **dict(submission.registered),
        },
        origin_key=f"submission:{submission.pk}:{submission.lifted_out}",
        conversation_id=submission.conversation_id,
        now=now,
        activity=reasons[0].activity,
        team=reasons[0].team,
    )
    submission.taak = taak
    submission.lifted_out += 1
    submission.question_since = None
    submission.save(update_fields=["taak", "lifted_out", "question_since"])
    details = {"reasons": [each.id for each in reasons]}
    write_record(submission=submission, what="lifted_out", by=by, details=details)
    return taak
