# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.terms.clock import AMSTERDAM, Clock, MomentError, clock_from, parse_moment

MOMENTS = st.integers(946_684_800, 3_786_912_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


class Ticking:
    """A source of time that the test moves."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def test_real_time_is_told_in_dutch_local_time():
    clock = clock_from(None, Ticking(datetime(2026, 7, 1, 10, 0, tzinfo=UTC)))
    assert clock.now().isoformat() == "2026-07-01T12:00:00+02:00"


def test_the_business_day_begins_at_dutch_midnight():
    clock = clock_from("", Ticking(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)))
    assert clock.today().isoformat() == "2026-11-23"


def test_a_moment_without_offset_is_dutch_local_time():
    assert parse_moment("2026-11-23T03:05").isoformat() == "2026-11-23T03:05:00+01:00"


def test_a_moment_with_offset_keeps_it():
    clock = clock_from("2026-11-23T03:05Z", Ticking(datetime(2026, 1, 1, tzinfo=UTC)))
    assert clock.now().isoformat() == "2026-11-23T04:05:00+01:00"


@pytest.mark.parametrize("text", ["gisteren", "2026-13-01T00:00", "25:00", "2026-11-23T3:5"])
def test_a_wrong_moment_is_told_in_one_sentence(text):
    with pytest.raises(MomentError, match="2026-11-23T03:05"):
        clock_from(text, Ticking(datetime(2026, 1, 1, tzinfo=UTC)))


@given(start=MOMENTS, to=MOMENTS, elapsed=st.timedeltas(timedelta(0), timedelta(days=400)))
def test_moved_time_runs_on_as_fast_as_real_time_and_technical_time_stays(start, to, elapsed):
    source = Ticking(start)
    clock = Clock(source, shifted_to=to.astimezone(AMSTERDAM), shifted_at=start)
    source.at = start + elapsed
    assert clock.now().astimezone(UTC) == to + elapsed
    assert clock.technical() == start + elapsed
