# SPDX-License-Identifier: EUPL-1.2
"""From which to which day a move or a departure can be declared (Wet BRP 2.39, 2.43)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.terms.backward import counted_back
from gemeengoed.terms.length import days, months, weeks
from gemeengoed.terms.moving import departure_window, move_window
from gemeengoed.terms.reasons import CountedBack, Moved
from gemeengoed.terms.termijnenwet import DAYS_ON_A_PAR
from gemeengoed.terms.workdays import is_working_day, working_days_between

DAY = timedelta(days=1)
DATES = st.dates(date(2015, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("moved_on", "earliest", "latest"),
    [
        ("2026-11-18", "2026-10-21", "2026-11-23"),  # the fifth day is a Monday
        ("2026-11-23", "2026-10-26", "2026-11-30"),  # Saturday
        ("2026-11-24", "2026-10-27", "2026-11-30"),  # Sunday
        ("2026-12-20", "2026-11-22", "2026-12-28"),  # Christmas Day, a Friday
        ("2026-12-21", "2026-11-23", "2026-12-28"),  # Boxing Day, a Saturday
        ("2025-12-27", "2025-11-29", "2026-01-05"),  # New Year's Day and the day on a par after it
        ("2026-04-01", "2026-03-04", "2026-04-07"),  # Easter Monday
        ("2026-04-02", "2026-03-05", "2026-04-08"),  # only one working day in five: Atw art. 2
        ("2026-04-22", "2026-03-25", "2026-04-28"),  # King's Day
        ("2025-04-22", "2025-03-25", "2025-04-28"),  # King's Day on the 26th, as the 27th is Sunday
        ("2026-05-09", "2026-04-11", "2026-05-18"),  # Ascension Day, and the Friday after it
        ("2027-05-01", "2027-04-03", "2027-05-10"),  # Ascension Day follows Liberation Day
    ],
)
def test_a_move_is_declared_from_four_weeks_before_up_to_the_fifth_day_after(
    moved_on, earliest, latest
):
    window = move_window(date.fromisoformat(moved_on))
    assert (window.earliest, window.latest) == (
        date.fromisoformat(earliest),
        date.fromisoformat(latest),
    )


def test_the_reasons_of_a_move_tell_each_day_with_its_article():
    window = move_window(date(2026, 4, 2))
    assert [(reason.code, str(reason.grondslag)) for reason in window.reasons] == [
        ("counted_back", "Wet BRP art. 2.39 lid 2"),
        ("started", "Wet BRP art. 2.39 lid 2"),
        ("added", "Wet BRP art. 2.39 lid 2"),
        ("two_working_days", "Atw art. 2"),
    ]


def test_a_move_before_christmas_tells_over_which_days_the_end_moved():
    [move] = [r for r in move_window(date(2026, 12, 20)).reasons if isinstance(r, Moved)]
    assert [(closed.day.day, closed.name) for closed in move.because] == [
        (25, "eerste kerstdag"),
        (26, "tweede kerstdag"),
        (27, "zondag"),
    ]


def test_the_four_weeks_before_a_move_stay_on_a_sunday_and_say_why():
    window = move_window(date(2026, 12, 20))
    assert window.earliest.weekday() == 6
    [back] = [reason for reason in window.reasons if isinstance(reason, CountedBack)]
    assert (back.first, back.length) == (window.earliest, weeks(4))
    assert str(back.unmoved) == "Atw art. 1 lid 2"


@given(DATES)
def test_who_moved_always_has_five_days_and_two_working_days(moved_on):
    window = move_window(moved_on)
    assert window.earliest == moved_on - 28 * DAY
    assert window.latest >= moved_on + 5 * DAY
    assert is_working_day(window.latest, DAYS_ON_A_PAR)
    assert working_days_between(moved_on, window.latest, DAYS_ON_A_PAR) >= 2


@pytest.mark.parametrize(
    ("day", "is_in_time"),
    [
        ("2026-10-25", False),
        ("2026-10-26", True),
        ("2026-11-30", True),
        ("2026-12-01", False),
    ],
)
def test_both_ends_of_the_window_are_in_time(day, is_in_time):
    assert (date.fromisoformat(day) in move_window(date(2026, 11, 23))) == is_in_time


def test_a_departure_is_declared_from_the_fifth_day_before_it():
    window = departure_window(date(2026, 12, 7))
    assert (window.earliest, window.latest) == (date(2026, 12, 2), date(2026, 12, 7))
    assert [str(reason.grondslag) for reason in window.reasons] == ["Wet BRP art. 2.43 lid 1"]


def test_the_fifth_day_before_a_departure_stays_on_a_holiday():
    assert departure_window(date(2027, 1, 6)).earliest == date(2027, 1, 1)


@given(DATES, st.integers(1, 400))
def test_counting_back_is_the_reverse_of_counting_on(day, number):
    assert counted_back(days(number).after(day), days(number)) == day
    assert counted_back(weeks(number).after(day), weeks(number)) == day


def test_months_are_not_counted_back():
    with pytest.raises(ValueError, match="not counted back"):
        counted_back(date(2026, 3, 31), months(1))
