# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.terms.clock import AMSTERDAM, parse_moment
from gemeengoed.terms.opening_hours import DAYS, OpeningHoursError, parse_opening_hours

OFFICE = {day: ["8:30-17:00"] for day in DAYS[:5]}
MORNINGS = {day: ["9:00-12:30"] for day in DAYS[:5]} | {"do": ["9:00-12:30", "17:00-20:00"]}
MOMENTS = st.integers(1_577_836_800, 2_208_988_800).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (OFFICE, "maandag tot en met vrijdag van 8.30 tot 17.00 uur"),
        (
            MORNINGS,
            "maandag tot en met woensdag en vrijdag van 9.00 tot 12.30 uur, "
            "en donderdag van 9.00 tot 12.30 uur en van 17.00 tot 20.00 uur",
        ),
        ({"ma": ["9:00-12:00"], "di": ["9:00-12:00"]}, "maandag en dinsdag van 9.00 tot 12.00 uur"),
        ({"za": ["0:00-24:00"]}, "zaterdag van 0.00 tot 24.00 uur"),
        ({}, "gesloten"),
    ],
)
def test_hours_are_told_in_plain_dutch(week, words):
    assert parse_opening_hours(week).in_words() == words


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23T08:29", False),
        ("2026-11-23T08:30", True),
        ("2026-11-23T16:59", True),
        ("2026-11-23T17:00", False),
        ("2026-11-21T10:00", False),
        ("2026-12-25T10:00", False),
        ("2026-04-27T10:00", False),
    ],
)
def test_it_is_open_on_working_days_within_its_hours(moment, is_open):
    assert parse_opening_hours(OFFICE).is_open(parse_moment(moment)) is is_open


def test_open_until_midnight_is_open_in_the_last_minute():
    assert parse_opening_hours({"ma": ["20:00-24:00"]}).is_open(parse_moment("2026-11-23T23:59"))


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-11-23T03:05", "2026-11-23T08:30:00+01:00"),
        ("2026-11-27T17:30", "2026-11-30T08:30:00+01:00"),
        ("2026-12-24T18:00", "2026-12-28T08:30:00+01:00"),
        ("2026-03-27T18:00", "2026-03-30T08:30:00+02:00"),  # summer time began in between
        ("2026-10-23T18:00", "2026-10-26T08:30:00+01:00"),  # and ended
        ("2026-11-23T10:00", "2026-11-23T10:00:00+01:00"),
    ],
)
def test_the_next_opening_skips_nights_weekends_and_holidays(moment, opening):
    found = parse_opening_hours(OFFICE).next_opening(parse_moment(moment))
    assert found is not None
    assert found.isoformat() == opening


def test_what_never_opens_has_no_next_opening():
    assert parse_opening_hours({}).next_opening(parse_moment("2026-11-23T10:00")) is None


@given(MOMENTS)
def test_it_is_open_at_the_next_opening_and_never_before(at):
    hours = parse_opening_hours(MORNINGS)
    opening = hours.next_opening(at)
    assert opening is not None
    assert hours.is_open(opening)
    assert opening.astimezone(UTC) >= at
    between = at + (opening.astimezone(UTC) - at) / 2
    assert not hours.is_open(between) or between == opening.astimezone(UTC)


@given(MOMENTS)
def test_the_zone_of_the_moment_does_not_matter(at):
    hours = parse_opening_hours(OFFICE)
    assert hours.is_open(at) == hours.is_open(at.astimezone(AMSTERDAM))
    assert hours.next_opening(at + timedelta(0)) == hours.next_opening(at.astimezone(AMSTERDAM))


def test_all_faults_are_told_at_once():
    with pytest.raises(OpeningHoursError) as caught:
        parse_opening_hours(
            {"maandag": ["9-12"], "di": ["9"], "wo": ["12:00-9:00"], "do": ["9-12", "11-13"]}
        )
    assert len(caught.value.faults) == 4


CHRISTMAS = OFFICE | {"2026-12-24": ["8:30-12:00"], "2026-12-26": ["10:00-12:00"], "2026-12-28": []}


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-12-24T11:00", True),
        ("2026-12-24T12:00", False),
        ("2026-12-25T10:00", False),
        ("2026-12-26T10:30", True),  # a holiday and a Saturday, on which it opens all the same
        ("2026-12-28T10:00", False),
        ("2026-12-29T10:00", True),
    ],
)
def test_a_day_that_is_named_is_as_it_says(moment, is_open):
    at = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)
    assert parse_opening_hours(CHRISTMAS).is_open(at) is is_open


def test_the_next_opening_knows_the_days_that_are_otherwise():
    at = datetime(2026, 12, 26, 13, 0, tzinfo=AMSTERDAM)
    opening = parse_opening_hours(CHRISTMAS).next_opening(at)
    assert opening == datetime(2026, 12, 29, 8, 30, tzinfo=AMSTERDAM)


def test_days_that_are_otherwise_are_told_two_weeks_ahead():
    hours = parse_opening_hours(CHRISTMAS)
    week = "maandag tot en met vrijdag van 8.30 tot 17.00 uur"
    assert hours.in_words(date(2026, 12, 10)) == week
    assert hours.in_words(date(2026, 12, 14)) == (
        f"{week} (donderdag 24 december van 8.30 tot 12.00 uur, vrijdag 25 december gesloten, "
        "zaterdag 26 december van 10.00 tot 12.00 uur)"
    )
    assert hours.in_words() == week


def test_a_holiday_on_which_it_is_never_open_is_not_told():
    hours = parse_opening_hours({"ma": ["9:00-12:00"]})
    assert hours.in_words(date(2026, 12, 20)) == "maandag van 9.00 tot 12.00 uur"
