# SPDX-License-Identifier: EUPL-1.2
"""All reads on who follows that others may use."""

from dataclasses import dataclass
from uuid import UUID

from gemeengoed.access.queries import subject_of_link
from gemeengoed.casework.joining.errors import AlreadyAnsweredError, MoveGoneError, NotMeantError
from gemeengoed.casework.joining.models import Answer, Joiner
from gemeengoed.casework.submissions.models import State, Submission
from gemeengoed.gateways.zaken.shapes import Roltype

PURPOSE = "join"  # of the one-time link
SHOWN = ("Nieuw adres", "Verhuisdatum")


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is told to who is asked. lines: label and value, as people read them."""

    joiner: Joiner
    by: str
    lines: tuple[tuple[str, str], ...]


def asked_by_link(municipality: str, code: str, person: UUID) -> Asked:
    """What the link asks of this person, who is logged in. Looking uses nothing up.

    Raises access' LinkNotValidError, NotMeantError, AlreadyAnsweredError, MoveGoneError.
    """
    joiner = _of_link(municipality, code)
    if joiner is None or joiner.person != person:
        raise NotMeantError
    if joiner.answer != Answer.NONE:
        raise AlreadyAnsweredError
    submission = joiner.submission
    if submission.state == State.WITHDRAWN or submission.emptied_at is not None:
        raise MoveGoneError
    lines = tuple((label, value) for label, value in submission.display if label in SHOWN)
    return Asked(joiner, declarer_of(submission), lines)


def _of_link(municipality: str, code: str) -> Joiner | None:
    id = subject_of_link(municipality, PURPOSE, code)
    found = Joiner.objects.filter(municipality_id=municipality, pk=id)
    return found.select_related("submission").first()


def declarer_of(submission: Submission) -> str:
    """The name of who handed it in."""
    return next(
        (each["name"] for each in submission.participants if is_declarer(each)),
        "Iemand die op hetzelfde adres woont",
    )


def is_declarer(participant: dict[str, str]) -> bool:
    return participant["roltype"] == Roltype.INITIATOR


def joiners_of(submission: Submission) -> list[Joiner]:
    """Who was asked to follow, by name."""
    return list(Joiner.objects.filter(submission=submission).order_by("name", "pk"))


def joiners_asked_by(municipality: str, person: UUID) -> list[Joiner]:
    """All whom this person (id of access) asked, the last one first."""
    asked = {"person": str(person), "roltype": str(Roltype.INITIATOR)}
    found = Joiner.objects.filter(
        municipality_id=municipality, submission__participants__contains=[asked]
    )
    return list(found.order_by("-asked_at", "name"))


def joiner_asked_by(municipality: str, person: UUID, id: UUID) -> Joiner | None:
    """One of those whom this person (id of access) asked; None for any other."""
    found = Joiner.objects.filter(municipality_id=municipality, pk=id)
    joiner = found.select_related("submission").first()
    if joiner is None:
        return None
    mine = (each["person"] for each in joiner.submission.participants if is_declarer(each))
    return joiner if str(person) in mine else None
