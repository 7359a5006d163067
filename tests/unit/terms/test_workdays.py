# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.terms.workdays import (
    add_working_days,
    holidays,
    is_working_day,
    working_days_between,
)

DATES = st.dates(date(2014, 1, 1), date(2099, 1, 1))
YEARS = st.integers(2014, 2099)


def test_the_public_holidays_of_2026_are_those_of_the_act():
    assert {day.isoformat(): name for day, name in holidays(2026).items()} == {
        "2026-01-01": "nieuwjaarsdag",
        "2026-04-03": "Goede Vrijdag",
        "2026-04-06": "tweede paasdag",
        "2026-04-27": "Koningsdag",
        "2026-05-05": "Bevrijdingsdag",
        "2026-05-14": "Hemelvaartsdag",
        "2026-05-25": "tweede pinksterdag",
        "2026-12-25": "eerste kerstdag",
        "2026-12-26": "tweede kerstdag",
    }


@pytest.mark.parametrize("year", [2014, 2025, 2031])
def test_kings_day_is_on_the_26th_when_the_27th_is_a_sunday(year):
    assert date(year, 4, 27).weekday() == 6
    assert holidays(year)[date(year, 4, 26)] == "Koningsdag"
    assert date(year, 4, 27) not in holidays(year)


@given(YEARS)
def test_a_year_has_as_many_holidays_as_the_act_names_unless_two_coincide(year):
    days = holidays(year)
    coinciding = easter(year) + timedelta(days=39) == date(year, 5, 5)
    assert len(days) == (8 if coinciding else 9)
    assert list(days) == sorted(days)
    assert all(day.year == year for day in days)


@given(YEARS)
def test_the_moving_feasts_stay_on_their_weekday(year):
    weekdays = {name: day.weekday() for day, name in holidays(year).items()}
    assert weekdays["tweede paasdag"] == weekdays["tweede pinksterdag"] == 0
    assert weekdays["Goede Vrijdag"] == 4
    assert weekdays.get("Hemelvaartsdag", 3) == 3
    assert weekdays["Koningsdag"] != 6


def test_five_working_days_skip_weekend_and_christmas():
    assert add_working_days(date(2026, 12, 21), 5) == date(2026, 12, 29)


def test_an_extra_closed_day_is_skipped_too():
    closed = {date(2026, 11, 24)}
    assert add_working_days(date(2026, 11, 23), 1, closed) == date(2026, 11, 25)


def test_zero_working_days_on_a_sunday_is_monday():
    assert add_working_days(date(2026, 11, 22), 0) == date(2026, 11, 23)


def test_a_negative_number_of_working_days_is_refused():
    with pytest.raises(ValueError, match="0 or more"):
        add_working_days(date(2026, 11, 23), -1)


@given(DATES, st.integers(1, 60))
def test_adding_and_counting_working_days_agree(day, number):
    end = add_working_days(day, number)
    assert is_working_day(end)
    assert working_days_between(day, end) == number


@given(DATES, st.integers(0, 30), st.integers(0, 30))
def test_adding_in_two_steps_is_adding_at_once(day, first, second):
    start = add_working_days(day, 0)
    in_steps = add_working_days(add_working_days(start, first), second)
    assert in_steps == add_working_days(start, first + second)
