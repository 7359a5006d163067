# SPDX-License-Identifier: EUPL-1.2
"""Why a term ends on a day: small steps as data, each with its grondslag, in the order counted.

A screen tells them by their code and dates; last is the last day of the term so far. What is not
confirmed says so: the reading was chosen that gives the earlier day.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gemeengoed.terms.grondslag import Grondslag
from gemeengoed.terms.length import Length
from gemeengoed.terms.suspension import SuspensionGround


@dataclass(frozen=True, slots=True)
class Started:
    """The term runs from first, because of what happened on counted_from."""

    code: ClassVar[str] = "started"
    counted_from: date
    first: date
    grondslag: Grondslag


@dataclass(frozen=True, slots=True)
class Added:
    """The length that the law gives; months are counted in a way that is not confirmed."""

    code: ClassVar[str] = "added"
    length: Length
    last: date
    grondslag: Grondslag
    is_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Suspended:
    """The clock stood still from first up to and not including until (opschorting).

    days: how many of these moved the end; 0 when all were counted already or the term was over.
    """

    code: ClassVar[str] = "suspended"
    ground: SuspensionGround
    first: date
    until: date
    days: int
    last: date
    grondslag: Grondslag


@dataclass(frozen=True, slots=True)
class Extended:
    """A longer term was announced in time (verlenging, verdaging). by: a length, or a new day."""

    code: ClassVar[str] = "extended"
    announced_on: date
    by: Length | date
    last: date
    grondslag: Grondslag


@dataclass(frozen=True, slots=True)
class MadeRoom:
    """Two working days had to be in it (Atw art. 2)."""

    code: ClassVar[str] = "two_working_days"
    last: date
    grondslag: Grondslag


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """name in Dutch: ``zaterdag``, ``tweede paasdag``."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The end lay on the first of these closed days and went to the next working day."""

    code: ClassVar[str] = "moved"
    because: tuple[ClosedDay, ...]
    last: date
    grondslag: Grondslag


class Exempt(StrEnum):
    """Why the Algemene termijnenwet leaves a term alone."""

    TOO_LONG = "too_long"
    BY_ITS_OWN_LAW = "by_its_own_law"
    EXTENDED_TOO_LONG = "extended_too_long"
    NAMED_BY_THE_BODY = "named_by_the_body"


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Weekends and holidays do not move the end."""

    code: ClassVar[str] = "left_alone"
    why: Exempt
    grondslag: Grondslag
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class CountedBack:
    """first lies so long before day, and stays there whatever day of the week it is."""

    code: ClassVar[str] = "counted_back"
    day: date
    length: Length
    first: date
    grondslag: Grondslag
    unmoved: Grondslag


Reason = Started | Added | Suspended | Extended | MadeRoom | Moved | LeftAlone | CountedBack
