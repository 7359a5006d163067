# SPDX-License-Identifier: EUPL-1.2
"""What the resident hears in the conversation of what was handed in.

Called inside the transaction of the change: told and done together, or neither.
"""

from datetime import datetime

from gemeengoed.accounts.models import User
from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.taking_effect import takes_effect_on
from gemeengoed.content.values import local_day
from gemeengoed.conversations.operations_notices import tell_resident
from gemeengoed.terms.dutch_dates import day_in_words


def tell_processed(submission: Submission, by: User, now: datetime) -> None:
    """Of a move: from which day the new address counts; while that is to come, what counts now."""
    day = takes_effect_on(submission.eigenschappen, local_day(submission.handed_in_at))
    if day is None:
        _tell(submission, "indiening_verwerkt", now, collega=str(by))
        return
    key = "verhuizing_verwerkt_straks" if day > local_day(now) else "verhuizing_verwerkt"
    _tell(submission, key, now, collega=str(by), dag=day_in_words(day))


def tell_not_processed(submission: Submission, by: User, now: datetime) -> None:
    _tell(submission, "indiening_niet_verwerkt", now, collega=str(by))


def tell_withdrawn(submission: Submission, by: User, now: datetime) -> None:
    """By a colleague, for the resident."""
    _tell(submission, "indiening_ingetrokken", now, collega=str(by))


def tell_lifted_out(submission: Submission, now: datetime) -> None:
    _tell(submission, "indiening_bekeken", now, uiterlijk=day_in_words(submission.due_on))


def tell_question(submission: Submission, by: User, question: str, now: datetime) -> None:
    _tell(submission, "indiening_vraag", now, collega=str(by), vraag=" ".join(question.split()))


def tell_answered(submission: Submission, by: User, now: datetime) -> None:
    _tell(submission, "indiening_antwoord", now, collega=str(by))


def _tell(submission: Submission, key: str, now: datetime, **values: str) -> None:
    always = {"nummer": submission.ontvangstnummer, "wat": submission_kind(submission.kind).label}
    tell_resident(
        municipality=submission.municipality_id,
        conversation=submission.conversation_id,
        key=key,
        values={**always, **values},
        now=now,
    )
