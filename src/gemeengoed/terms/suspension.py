# SPDX-License-Identifier: EUPL-1.2
"""Opschorting: days on which the clock of a decision term stands still, and by which rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from gemeengoed.terms.grondslag import AWB, Grondslag

_DAY = timedelta(days=1)


class SuspensionGround(StrEnum):
    """Why the clock stands still."""

    COMPLETION = "completion"
    FOREIGN_INFORMATION = "foreign_information"
    AGREED_DELAY = "agreed_delay"
    DELAY_BY_APPLICANT = "delay_by_applicant"
    FORCE_MAJEURE = "force_majeure"
    OMISSION = "omission"


GRONDSLAG: Mapping[SuspensionGround, Grondslag] = MappingProxyType(
    {
        SuspensionGround.COMPLETION: AWB.at("4:15", "lid 1 onder a"),
        SuspensionGround.FOREIGN_INFORMATION: AWB.at("4:15", "lid 1 onder b"),
        SuspensionGround.AGREED_DELAY: AWB.at("4:15", "lid 2 onder a"),
        SuspensionGround.DELAY_BY_APPLICANT: AWB.at("4:15", "lid 2 onder b"),
        SuspensionGround.FORCE_MAJEURE: AWB.at("4:15", "lid 2 onder c"),
        SuspensionGround.OMISSION: AWB.at("7:10", "lid 2"),
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Suspension:
    """The clock stands still from first, and runs again on until; equal days suspend nothing.

    While it still stands still, give the day after today as until: the end is then the
    earliest that there can be.
    """

    first: date
    until: date
    ground: SuspensionGround

    def __post_init__(self) -> None:
        if self.until < self.first:
            raise ValueError("a suspension ends before it begins")


def waiting(ground: SuspensionGround, asked_on: date, answered_on: date) -> Suspension:
    """From the day after the question until the day of the answer (Awb 4:15 lid 1, 7:10 lid 2).

    Who does not answer: answered_on is the last day of the term given for it. The law says "the
    day on which that term has lapsed"; that this is not the day after is not confirmed, and the
    earlier one. Raises ValueError when answered_on is earlier than asked_on.
    """
    if answered_on < asked_on:
        raise ValueError("an answer does not come before the question")
    first = asked_on + _DAY
    return Suspension(first, max(first, answered_on), ground)


def lasting(ground: SuspensionGround, first: date, last: date) -> Suspension:
    """From first up to and including last (Awb 4:15 lid 2). Raises ValueError for last < first."""
    if last < first:
        raise ValueError("a suspension ends before it begins")
    return Suspension(first, last + _DAY, ground)
