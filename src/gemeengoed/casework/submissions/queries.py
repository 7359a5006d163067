# SPDX-License-Identifier: EUPL-1.2
"""All reads on what residents handed in that others may use. Always of one municipality.

Of what waits for a colleague: queries_waiting.py.
"""

from uuid import UUID

from gemeengoed.casework.submissions.errors import UnknownSubmissionError
from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.casework.submissions.models import Delivery, DeliveryState, Submission
from gemeengoed.casework.submissions.participants import taking_part
from gemeengoed.files.models import Upload
from gemeengoed.files.queries import kept_for


def submission_of(municipality: str, id: UUID) -> Submission:
    """The one with this id; raises UnknownSubmissionError, also when of another municipality."""
    found = Submission.objects.filter(municipality_id=municipality, pk=id)
    submission = found.select_related("taak", "closed_by", "held_by").first()
    if submission is None:
        raise UnknownSubmissionError(str(id))
    return submission


def submission_of_taak(municipality: str, taak: UUID) -> Submission | None:
    """What this interne_taak was opened for; None when it is about nothing that was handed in."""
    return Submission.objects.filter(municipality_id=municipality, taak_id=taak).first()


def submissions_of(municipality: str, person: UUID) -> list[Submission]:
    """What this person (id of access) handed in or takes part in, the last one first.

    Not of which they still must say themselves that they take part.
    """
    named = Submission.objects.filter(
        municipality_id=municipality, participants__contains=[{"person": str(person)}]
    )
    found = named.select_related("taak__assignee").order_by("-handed_in_at")
    return [each for each in found if _takes_part(each, person)]


def _takes_part(submission: Submission, person: UUID) -> bool:
    can_wait = submission_kind(submission.kind).can_wait
    return any(each.person == person for each in taking_part(submission.participants, can_wait))


def submissions_in(municipality: str, conversation: UUID) -> list[Submission]:
    """What was handed in in a conversation, the last one first."""
    found = Submission.objects.filter(municipality_id=municipality, conversation_id=conversation)
    return list(found.select_related("taak__assignee").order_by("-handed_in_at"))


def files_of(submission: Submission) -> list[Upload]:
    """The files that came with it, in order; also those that wait for the scanner."""
    return kept_for(submission.municipality_id, submission.pk)


def submission_by_number(municipality: str, ontvangstnummer: str) -> Submission | None:
    """The one with this number, written as references.read_reference gives it."""
    found = Submission.objects.filter(municipality_id=municipality, ontvangstnummer=ontvangstnummer)
    return found.first()


def is_handed_in(municipality: str, origin_key: str) -> bool:
    """Whether the submission of this wish is there already."""
    found = Submission.objects.filter(municipality_id=municipality, origin_key=origin_key)
    return found.exists()


def stuck(municipality: str) -> list[Delivery]:
    """The steps that were refused for good, the oldest submission first: a person must look."""
    return _undelivered(municipality, DeliveryState.STUCK)


def to_be_tried_again(municipality: str) -> list[Delivery]:
    """The steps that failed and are tried again by themselves."""
    return [each for each in _undelivered(municipality, DeliveryState.WAITING) if each.tries]


def _undelivered(municipality: str, state: DeliveryState) -> list[Delivery]:
    found = Delivery.objects.filter(municipality_id=municipality, state=state)
    return list(found.select_related("submission").order_by("submission__handed_in_at", "pk"))
