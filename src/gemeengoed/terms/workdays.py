# SPDX-License-Identifier: EUPL-1.2
"""Working days and public holidays, as in art. 3 of the Algemene termijnenwet (Atw).

https://wetten.overheid.nl/BWBR0002448. A day made equal by royal decree (art. 3 lid 3) is a
holiday for legal terms only (termijnenwet.py) and not in here; callers add such days with extra.
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

_DAY = timedelta(days=1)
_SATURDAY = 5
_SUNDAY = 6
_FIRST_KINGS_DAY = 2014


@cache
def holidays(year: int) -> dict[date, str]:
    """Public holidays of a year with their Dutch name, in order (Atw art. 3 lid 1 and 2).

    Good Friday is no public holiday in lid 1, but lid 2 puts it on a par with them.
    """
    sunday = easter(year)
    named = {
        date(year, 1, 1): "nieuwjaarsdag",
        sunday - 2 * _DAY: "Goede Vrijdag",
        sunday + _DAY: "tweede paasdag",
        _monarchs_day(year): "Koningsdag" if year >= _FIRST_KINGS_DAY else "Koninginnedag",
        date(year, 5, 5): "Bevrijdingsdag",
        sunday + 39 * _DAY: "Hemelvaartsdag",
        sunday + 50 * _DAY: "tweede pinksterdag",
        date(year, 12, 25): "eerste kerstdag",
        date(year, 12, 26): "tweede kerstdag",
    }
    return dict(sorted(named.items()))


def _monarchs_day(year: int) -> date:
    """The day on which the birthday of the monarch is celebrated: a day earlier on a Sunday."""
    day = date(year, 4, 27) if year >= _FIRST_KINGS_DAY else date(year, 4, 30)
    return day - _DAY if day.weekday() == _SUNDAY else day


def is_working_day(day: date, extra: Collection[date] = ()) -> bool:
    """Whether day is no Saturday, Sunday or public holiday. extra: more days that are closed."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year) and day not in extra


def next_working_day(day: date, extra: Collection[date] = ()) -> date:
    """day itself when it is a working day, else the first one after it."""
    while not is_working_day(day, extra):
        day += _DAY
    return day


def add_working_days(day: date, number: int, extra: Collection[date] = ()) -> date:
    """The number-th working day after day; day itself does not count.

    number 0 gives day itself or the first working day after it. Raises ValueError below 0.
    """
    if number < 0:
        raise ValueError("a number of working days is 0 or more")
    if number == 0:
        return next_working_day(day, extra)
    for _ in range(number):
        day = next_working_day(day + _DAY, extra)
    return day


def working_days_between(start: date, end: date, extra: Collection[date] = ()) -> int:
    """How many working days lie after start, up to and including end; 0 when end is earlier."""
    days = (start + n * _DAY for n in range(1, (end - start).days + 1))
    return sum(is_working_day(day, extra) for day in days)
