# SPDX-License-Identifier: EUPL-1.2
"""All reads of matters. Always of one municipality."""

from collections.abc import Iterator
from uuid import UUID

from gemeengoed.casework.following.of_submissions import matter_of_submission
from gemeengoed.casework.following.of_taken import matter_of_taak
from gemeengoed.casework.following.shapes import Matter
from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.queries import taak_by_reference, taken_of_conversation
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.queries import (
    submission_by_number,
    submissions_in,
    submissions_of,
)
from gemeengoed.gateways.zaken.shapes import Roltype


def matters_of(municipality: str, person: UUID, conversation: UUID | None) -> list[Matter]:
    """What this person (id of access) handed in or is named in, the last one first.

    conversation: in which only this person was ever logged in; what was handed in there is theirs.
    Of what another handed in only its state is told.
    """
    found = {each.pk: each for each in submissions_of(municipality, person)}
    own = {each.pk for each in found.values() if _handed_in_by(each, person)}
    taken: list[InterneTaak] = []
    if conversation is not None:
        there = submissions_in(municipality, conversation)
        found |= {each.pk: each for each in there}
        own |= {each.pk for each in there}
        taken = list(_by_themselves(municipality, conversation, there))
    matters = [_seen(matter_of_submission(each), each.pk in own) for each in found.values()]
    matters += [matter_of_taak(each) for each in taken]
    return sorted(matters, key=lambda matter: matter.handed_in_at, reverse=True)


def matter_by_number(municipality: str, reference: str) -> Matter | None:
    """The one with this number, written as references.read_reference gives it.

    That of an interne_taak for which a submission was lifted out leads to the submission.
    """
    submission = submission_by_number(municipality, reference)
    if submission is not None:
        return matter_of_submission(submission)
    taak = taak_by_reference(municipality, reference)
    if taak is None:
        return None
    lifted = Submission.objects.filter(taak=taak).first()
    return matter_of_submission(lifted) if lifted is not None else matter_of_taak(taak)


def _handed_in_by(submission: Submission, person: UUID) -> bool:
    initiator = {"person": str(person), "roltype": Roltype.INITIATOR.value}
    return any(initiator.items() <= each.items() for each in submission.participants)


def _seen(matter: Matter, is_own: bool) -> Matter:
    return matter if is_own else matter.state_only()


def _by_themselves(
    municipality: str, conversation: UUID, submissions: list[Submission]
) -> Iterator[InterneTaak]:
    """Those that are no part of a submission."""
    lifted = {each.taak_id for each in submissions}
    taken = taken_of_conversation(municipality, conversation)
    return (taak for taak in taken if taak.pk not in lifted)
