# SPDX-License-Identifier: EUPL-1.2
"""The Algemene termijnenwet on days that one can look up in a calendar, and on all others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.terms.length import Length, Unit, days, months, weeks
from gemeengoed.terms.reasons import Exempt
from gemeengoed.terms.termijnenwet import DAYS_ON_A_PAR, exempt, moved, with_room
from gemeengoed.terms.workdays import is_working_day, working_days_between

DAY = timedelta(days=1)
DATES = st.dates(date(2014, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("ends_on", "last", "because"),
    [
        ("2026-11-28", "2026-11-30", "zaterdag, zondag"),
        ("2026-11-29", "2026-11-30", "zondag"),
        ("2026-12-25", "2026-12-28", "eerste kerstdag, tweede kerstdag, zondag"),
        ("2027-12-25", "2027-12-27", "eerste kerstdag, tweede kerstdag"),
        ("2027-01-01", "2027-01-04", "nieuwjaarsdag, zaterdag, zondag"),
        ("2026-04-03", "2026-04-07", "Goede Vrijdag, zaterdag, zondag, tweede paasdag"),
        ("2026-04-06", "2026-04-07", "tweede paasdag"),
        ("2026-04-27", "2026-04-28", "Koningsdag"),
        # The 27th is a Sunday: King's Day is the Saturday before it.
        ("2025-04-26", "2025-04-28", "Koningsdag, zondag"),
        ("2025-04-27", "2025-04-28", "zondag"),
        ("2026-05-05", "2026-05-06", "Bevrijdingsdag"),
        ("2024-05-05", "2024-05-06", "Bevrijdingsdag"),
        ("2026-05-25", "2026-05-26", "tweede pinksterdag"),
    ],
)
def test_an_end_on_a_weekend_or_holiday_goes_to_the_next_working_day(ends_on, last, because):
    move = moved(date.fromisoformat(ends_on))
    assert move is not None
    assert move.last == date.fromisoformat(last)
    assert [closed.name for closed in move.because] == because.split(", ")
    assert move.because[0].day == date.fromisoformat(ends_on)
    assert str(move.grondslag) == "Atw art. 1 lid 1"


@pytest.mark.parametrize(
    ("ends_on", "last", "last_without_decree"),
    [
        ("2026-01-01", "2026-01-05", "2026-01-02"),
        ("2026-05-14", "2026-05-18", "2026-05-15"),
        # Liberation Day, Ascension Day, a day put on a par and a weekend in one row.
        ("2027-05-05", "2027-05-10", "2027-05-07"),
        ("2028-04-28", "2028-05-01", "2028-04-28"),
        ("2024-12-26", "2024-12-30", "2024-12-27"),
    ],
)
def test_a_day_put_on_a_par_by_decree_counts_as_a_holiday(ends_on, last, last_without_decree):
    day = date.fromisoformat(ends_on)
    with_decree, without = moved(day), moved(day, on_a_par=())
    assert with_decree is not None
    assert with_decree.last == date.fromisoformat(last)
    assert "gelijkgesteld met een feestdag" in {closed.name for closed in with_decree.because}
    assert (without.last if without else day) == date.fromisoformat(last_without_decree)


def test_days_put_on_a_par_would_be_ordinary_working_days_otherwise():
    assert all(is_working_day(day) for day in DAYS_ON_A_PAR)


def test_a_term_that_ends_on_a_working_day_stays():
    assert moved(date(2026, 11, 23)) is None


@given(DATES)
def test_an_end_that_moves_goes_over_closed_days_only(day):
    move = moved(day)
    last = move.last if move else day
    assert is_working_day(last, DAYS_ON_A_PAR)
    skipped = [day + n * DAY for n in range((last - day).days)]
    assert not any(is_working_day(one, DAYS_ON_A_PAR) for one in skipped)
    assert skipped == ([closed.day for closed in move.because] if move else [])


@pytest.mark.parametrize(
    ("first", "length", "last"),
    [
        # Good Friday up to Easter Monday: only the Tuesday is a working day.
        ("2026-04-03", 5, "2026-04-08"),
        ("2026-04-03", 4, "2026-04-08"),
        ("2026-12-25", 3, "2026-12-29"),
        ("2026-11-28", 3, "2026-12-01"),
    ],
)
def test_a_term_of_three_days_or_more_has_two_working_days_in_it(first, length, last):
    begin = date.fromisoformat(first)
    room = with_room(days(length), begin, begin + (length - 1) * DAY)
    assert room is not None
    assert room.last == date.fromisoformat(last)
    assert str(room.grondslag) == "Atw art. 2"


@pytest.mark.parametrize("length", [1, 2])
def test_a_term_of_less_than_three_days_needs_no_two_working_days(length):
    saturday = date(2026, 11, 28)
    assert with_room(days(length), saturday, saturday + (length - 1) * DAY) is None


def test_days_on_which_the_clock_stood_still_are_not_in_the_term():
    monday = date(2026, 11, 23)
    until_saturday, until_friday = [(date(2026, 11, 24), date(2026, 11, day)) for day in (28, 27)]
    room = with_room(days(3), monday, date(2026, 11, 29), still=[until_saturday])
    assert room is not None
    assert room.last == date(2026, 11, 30)
    assert with_room(days(3), monday, date(2026, 11, 29), still=[until_friday]) is None


@given(DATES, st.integers(3, 90))
def test_room_is_made_only_where_it_lacked_and_no_more_than_needed(first, length):
    last = first + (length - 1) * DAY
    room = with_room(days(length), first, last)
    enough = working_days_between(first - DAY, last, DAYS_ON_A_PAR) >= 2
    assert (room is None) == enough
    if room:
        assert room.last > last
        assert working_days_between(first - DAY, room.last, DAYS_ON_A_PAR) == 2


@pytest.mark.parametrize("length", [days(90), weeks(12), months(3), days(1)])
def test_the_act_applies_up_to_ninety_days_twelve_weeks_and_three_months(length):
    assert exempt(length) is None


@pytest.mark.parametrize("length", [days(91), weeks(13), months(4), months(12)])
def test_the_act_leaves_longer_terms_alone(length):
    left = exempt(length)
    assert left is not None
    assert (left.why, left.is_confirmed) == (Exempt.TOO_LONG, True)
    assert str(left.grondslag) == "Atw art. 4 onder a"


@pytest.mark.parametrize(
    ("length", "extended_by", "applies"),
    [
        (weeks(8), weeks(4), True),
        (weeks(8), weeks(5), False),
        (weeks(8), days(28), True),
        (weeks(8), days(29), False),
        (days(45), days(45), True),
        (days(45), days(46), False),
        (months(1), months(2), True),
        (months(1), months(3), False),
        (months(1), weeks(1), False),
    ],
)
def test_an_extension_that_makes_a_term_too_long_takes_it_out_of_the_act(
    length, extended_by, applies
):
    left = exempt(length, extended_by)
    assert (left is None) == applies
    if left:
        assert (left.why, left.is_confirmed) == (Exempt.EXTENDED_TOO_LONG, False)


def test_a_day_that_the_body_named_is_not_moved_and_that_is_not_confirmed():
    left = exempt(weeks(8), date(2026, 11, 28))
    assert left is not None
    assert (left.why, left.is_confirmed) == (Exempt.NAMED_BY_THE_BODY, False)


@pytest.mark.parametrize(
    ("day", "length", "last"),
    [
        ("2026-01-15", months(1), "2026-02-15"),
        ("2026-01-31", months(1), "2026-02-28"),
        ("2026-02-28", months(1), "2026-03-28"),
        ("2026-08-31", months(6), "2027-02-28"),
        ("2026-11-23", weeks(6), "2027-01-04"),
        ("2026-11-23", days(5), "2026-11-28"),
    ],
)
def test_a_length_ends_on_its_weekday_or_its_number_in_the_month(day, length, last):
    assert length.after(date.fromisoformat(day)) == date.fromisoformat(last)


@pytest.mark.parametrize("number", [0, -1])
def test_a_length_of_nothing_is_refused(number):
    with pytest.raises(ValueError, match="1 or more"):
        Length(number, Unit.WEEKS)
