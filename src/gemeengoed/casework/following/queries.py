# SPDX-License-Identifier: EUPL-1.2
"""All reads on who follows that others may use."""

from dataclasses import dataclass
from uuid import UUID

from gemeengoed.access.queries import subject_of_link
from gemeengoed.casework.following.errors import AlreadyAnsweredError, MoveGoneError, NotMeantError
from gemeengoed.casework.following.models import Answer, Follower
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.gateways.zaken.shapes import Roltype

PURPOSE = "follow"  # of the one-time link
SHOWN = ("Nieuw adres", "Verhuisdatum")


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is told to who is asked. lines: label and value, as people read them."""

    follower: Follower
    by: str
    lines: tuple[tuple[str, str], ...]


def asked_by_link(municipality: str, code: str, person: UUID) -> Asked:
    """What the link asks of this person, who is logged in. Looking uses nothing up.

    Raises access' LinkNotValidError, NotMeantError, AlreadyAnsweredError, MoveGoneError.
    """
    follower = _of_link(municipality, code)
    if follower is None or follower.person != person:
        raise NotMeantError
    if follower.answer != Answer.NONE:
        raise AlreadyAnsweredError
    submission = follower.submission
    if submission.state == State.WITHDRAWN or submission.emptied_at is not None:
        raise MoveGoneError
    lines = tuple((label, value) for label, value in submission.display if label in SHOWN)
    return Asked(follower, declarer_of(submission), lines)


def _of_link(municipality: str, code: str) -> Follower | None:
    id = subject_of_link(municipality, PURPOSE, code)
    found = Follower.objects.filter(municipality_id=municipality, pk=id)
    return found.select_related("submission").first()


def declarer_of(submission: Submission) -> str:
    """The name of who handed it in."""
    return next(
        (each["name"] for each in submission.participants if is_declarer(each)),
        "Iemand die op hetzelfde adres woont",
    )


def is_declarer(participant: dict[str, str]) -> bool:
    return participant["roltype"] == Roltype.INITIATOR


def followers_of(submission: Submission) -> list[Follower]:
    """Who was asked to follow, by name."""
    return list(Follower.objects.filter(submission=submission).order_by("name", "pk"))


def follower_asked_by(municipality: str, person: UUID, id: UUID) -> Follower | None:
    """One of those whom this person (id of access) asked; None for any other."""
    found = Follower.objects.filter(municipality_id=municipality, pk=id)
    follower = found.select_related("submission").first()
    if follower is None:
        return None
    mine = (each["person"] for each in follower.submission.participants if is_declarer(each))
    return follower if str(person) in mine else None
