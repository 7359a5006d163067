# SPDX-License-Identifier: EUPL-1.2
"""How long a term is, in the unit that the law uses."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta


class Unit(StrEnum):
    """The units of a length. A term in hours is no length of days and does not belong here."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Length:
    """A number of days, weeks or months; a year is twelve months."""

    number: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError("a length is 1 or more")

    @property
    def in_days(self) -> int | None:
        """The number of days; None for months, which have no fixed one."""
        if self.unit is Unit.MONTHS:
            return None
        return self.number * (7 if self.unit is Unit.WEEKS else 1)

    def after(self, day: date) -> date:
        """The last day of a term of this length of which day is the eve.

        Weeks end on the weekday of day and months on its number in the month. Not confirmed: where
        that month has no such number its last day is taken, and a term that begins on the first
        of a month after a shorter one ends by the number of the eve. Both are the earlier reading.
        """
        if self.in_days is None:
            return day + relativedelta(months=self.number)
        return day + timedelta(days=self.in_days)

    def is_within(self, most: "Length") -> bool:
        """Whether it is no longer than most; never when only one of the two is in months."""
        if self.unit is most.unit:
            return self.number <= most.number
        if self.in_days is None or most.in_days is None:
            return False
        return self.in_days <= most.in_days

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"


def days(number: int) -> Length:
    return Length(number, Unit.DAYS)


def weeks(number: int) -> Length:
    return Length(number, Unit.WEEKS)


def months(number: int) -> Length:
    return Length(number, Unit.MONTHS)
