# SPDX-License-Identifier: EUPL-1.2
"""When a legal term ends: suspensions, extensions and the Algemene termijnenwet together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gemeengoed.terms.counting import TermEnd, term_end
from gemeengoed.terms.errors import TermError
from gemeengoed.terms.grondslag import AWB
from gemeengoed.terms.known_terms import (
    BESLISTERMIJN,
    BEZWAAR,
    DECLARING_A_MOVE,
    OMGEVINGSVERGUNNING,
    OMGEVINGSVERGUNNING_UNIFORM,
    ZIENSWIJZE,
)
from gemeengoed.terms.legal_terms import Begins, Extension, LegalTerm
from gemeengoed.terms.length import Length, Unit, days, months, weeks
from gemeengoed.terms.reasons import Added, Exempt, Extended, LeftAlone, Suspended
from gemeengoed.terms.suspension import Suspension, SuspensionGround, lasting, waiting
from gemeengoed.terms.termijnenwet import DAYS_ON_A_PAR
from gemeengoed.terms.workdays import is_working_day

DAY = timedelta(days=1)
MONDAY = date(2026, 1, 5)  # eight weeks later is Monday 2 March
ALL = frozenset(SuspensionGround)
GROUND = SuspensionGround.AGREED_DELAY

DATES = st.dates(date(2015, 1, 1), date(2080, 1, 1))
LENGTHS = st.builds(Length, st.integers(1, 100), st.sampled_from([Unit.DAYS, Unit.WEEKS])) | (
    st.builds(Length, st.integers(1, 12), st.just(Unit.MONTHS))
)


def a_term(length: Length, begins: Begins = Begins.DAY_AFTER) -> LegalTerm:
    """A term that every ground suspends."""
    rule = AWB.at("4:13")
    return LegalTerm("proef", length, rule, rule, begins, suspended_by=ALL)


@st.composite
def happenings(draw: st.DrawFn) -> tuple[LegalTerm, date, list[Suspension]]:
    """A term, the day that makes it run, and suspensions before, in and after it."""
    event = draw(DATES)
    spans = draw(st.lists(st.tuples(st.integers(-20, 200), st.integers(0, 60)), max_size=5))
    grounds = draw(st.lists(st.sampled_from(SuspensionGround), min_size=5, max_size=5))
    suspensions = [
        Suspension(event + start * DAY, event + (start + length) * DAY, ground)
        for (start, length), ground in zip(spans, grounds, strict=False)
    ]
    return a_term(draw(LENGTHS), draw(st.sampled_from(Begins))), event, suspensions


def codes(end: TermEnd) -> list[str]:
    return [reason.code for reason in end.reasons]


def running_days(end: TermEnd, last: date, suspensions: list[Suspension]) -> list[date]:
    """The days up to and including last on which the clock ran, one by one."""
    counted = [s for s in suspensions if s.first <= end.counted_last]
    all_days = (end.first + n * DAY for n in range((last - end.first).days + 1))
    return [day for day in all_days if not any(s.first <= day < s.until for s in counted)]


# Begin and length


def test_a_term_begins_the_day_after_and_ends_on_its_weekday():
    end = term_end(BESLISTERMIJN, MONDAY)
    assert (end.first, end.last) == (date(2026, 1, 6), date(2026, 3, 2))
    assert codes(end) == ["started", "added"]


def test_a_term_that_begins_on_the_day_itself_ends_a_day_earlier():
    laid_out = date(2026, 2, 19)
    end = term_end(ZIENSWIJZE, laid_out)
    assert (end.first, end.last) == (laid_out, date(2026, 4, 1))


@pytest.mark.parametrize(("length", "is_confirmed"), [(weeks(8), True), (months(2), False)])
def test_how_months_are_counted_is_told_as_not_confirmed(length, is_confirmed):
    end = term_end(a_term(length), MONDAY)
    [added] = [reason for reason in end.reasons if isinstance(reason, Added)]
    assert added.is_confirmed is is_confirmed


# Suspension


def test_the_clock_stands_still_from_the_day_after_the_question_until_the_answer():
    asked, answered = date(2026, 1, 19), date(2026, 2, 2)
    asking = waiting(SuspensionGround.COMPLETION, asked, answered)
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[asking])
    assert end.counted_last == date(2026, 3, 15)  # 13 days: 20 January up to 1 February
    assert end.last == date(2026, 3, 16)
    [told] = [reason for reason in end.reasons if isinstance(reason, Suspended)]
    assert (told.first, told.until, told.days) == (date(2026, 1, 20), answered, 13)
    assert str(told.grondslag) == "Awb art. 4:15 lid 1 onder a"
    assert codes(end) == ["started", "added", "suspended", "moved"]


@pytest.mark.parametrize("answered", [date(2026, 1, 19), date(2026, 1, 20)])
def test_who_answers_the_same_or_the_next_day_stops_no_clock(answered):
    asking = waiting(SuspensionGround.COMPLETION, date(2026, 1, 19), answered)
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[asking])
    assert end.last == date(2026, 3, 2)


def test_a_delay_that_was_agreed_counts_its_first_and_its_last_day():
    agreed = lasting(SuspensionGround.AGREED_DELAY, date(2026, 2, 2), date(2026, 2, 8))
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[agreed])
    assert end.last == date(2026, 3, 9)


def test_a_delay_of_one_day_is_one_day():
    agreed = lasting(SuspensionGround.AGREED_DELAY, date(2026, 2, 2), date(2026, 2, 2))
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[agreed])
    assert end.last == date(2026, 3, 3)


def test_suspensions_that_overlap_count_once_and_each_is_told():
    first = lasting(SuspensionGround.AGREED_DELAY, date(2026, 2, 2), date(2026, 2, 8))
    inside = lasting(SuspensionGround.FORCE_MAJEURE, date(2026, 2, 4), date(2026, 2, 6))
    beyond = lasting(SuspensionGround.DELAY_BY_APPLICANT, date(2026, 2, 7), date(2026, 2, 10))
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[beyond, first, inside])
    told = [reason for reason in end.reasons if isinstance(reason, Suspended)]
    assert [(reason.ground, reason.days) for reason in told] == [
        (SuspensionGround.AGREED_DELAY, 7),
        (SuspensionGround.FORCE_MAJEURE, 0),
        (SuspensionGround.DELAY_BY_APPLICANT, 2),
    ]
    assert end.counted_last == date(2026, 3, 11)


def test_a_suspension_after_the_term_is_over_changes_nothing():
    late = lasting(GROUND, date(2026, 3, 3), date(2026, 3, 20))
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[late])
    assert end.last == date(2026, 3, 2)
    assert codes(end) == ["started", "added", "suspended"]


def test_a_suspension_on_the_last_day_still_counts():
    just_in_time = lasting(GROUND, date(2026, 3, 2), date(2026, 3, 3))
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[just_in_time])
    assert end.last == date(2026, 3, 4)


def test_a_suspension_can_keep_the_term_alive_for_the_next_one():
    first = lasting(GROUND, date(2026, 3, 1), date(2026, 3, 10))
    second = lasting(GROUND, date(2026, 3, 11), date(2026, 3, 12))
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[second, first])
    assert end.counted_last == date(2026, 3, 14)


@pytest.mark.parametrize("make", [lasting, waiting])
def test_a_suspension_that_ends_before_it_begins_is_refused(make):
    with pytest.raises(ValueError, match="before"):
        make(GROUND, date(2026, 2, 2), date(2026, 2, 1))
    with pytest.raises(ValueError, match="before"):
        Suspension(date(2026, 2, 2), date(2026, 2, 1), GROUND)


@given(DATES, LENGTHS, st.integers(0, 40), st.integers(0, 300))
def test_a_suspension_of_so_many_days_moves_the_counted_end_exactly_that_many(
    event, length, after, number
):
    plain = term_end(a_term(length), event)
    begins = plain.first + after * DAY
    assume(begins <= plain.counted_last)
    suspension = Suspension(begins, begins + number * DAY, GROUND)
    end = term_end(a_term(length), event, suspensions=[suspension])
    assert end.counted_last == plain.counted_last + number * DAY


@given(happenings(), st.randoms())
def test_the_order_in_which_suspensions_are_given_does_not_matter(happening, random):
    term, event, suspensions = happening
    end = term_end(term, event, suspensions=suspensions)
    random.shuffle(suspensions)
    assert term_end(term, event, suspensions=suspensions) == end


@given(happenings())
def test_what_is_given_twice_counts_once(happening):
    term, event, suspensions = happening
    once = term_end(term, event, suspensions=suspensions)
    twice = term_end(term, event, suspensions=suspensions * 2)
    assert (twice.counted_last, twice.last) == (once.counted_last, once.last)


@given(happenings())
def test_the_days_on_which_the_clock_ran_are_the_length_of_the_term(happening):
    term, event, suspensions = happening
    end = term_end(term, event, suspensions=suspensions)
    ran = running_days(end, end.counted_last, suspensions)
    assert len(ran) == (term.length.after(end.first - DAY) - end.first).days + 1
    assert end.counted_last in ran


# The Algemene termijnenwet


@given(happenings())
def test_a_term_ends_on_a_working_day_with_two_of_them_in_it_where_the_act_applies(happening):
    term, event, suspensions = happening
    end = term_end(term, event, suspensions=suspensions)
    assert end.first - DAY <= event <= end.first <= end.counted_last <= end.last
    if "left_alone" in codes(end):
        assert end.last == end.counted_last
        return
    assert is_working_day(end.last, DAYS_ON_A_PAR)
    ran = running_days(end, end.last, suspensions)
    working = [day for day in ran if is_working_day(day, DAYS_ON_A_PAR)]
    assert len(working) >= 2 or (term.length.in_days or 3) < 3


def test_a_term_of_six_months_ends_on_its_own_day_even_on_a_sunday():
    end = term_end(OMGEVINGSVERGUNNING_UNIFORM, date(2026, 2, 22) - 14 * DAY)
    assert end.last == date(2026, 8, 8)
    assert end.last.weekday() == 5
    [left] = [reason for reason in end.reasons if isinstance(reason, LeftAlone)]
    assert (left.why, left.is_confirmed) == (Exempt.TOO_LONG, True)


def test_a_law_can_shut_the_act_out():
    term = replace(DECLARING_A_MOVE, follows_act=False)
    saturday = date(2026, 11, 28)
    end = term_end(term, saturday - 5 * DAY)
    assert end.last == saturday
    [left] = [reason for reason in end.reasons if isinstance(reason, LeftAlone)]
    assert (left.why, left.grondslag) == (Exempt.BY_ITS_OWN_LAW, term.grondslag)
    assert left.is_confirmed


# Extension


def test_a_permit_can_take_six_weeks_more_when_that_was_announced_in_time():
    longer = Extension(announced_on=date(2026, 3, 2), by=weeks(6))
    end = term_end(OMGEVINGSVERGUNNING, MONDAY, extensions=[longer])
    assert end.last == date(2026, 4, 13)
    assert codes(end) == ["started", "added", "extended", "left_alone"]
    [told] = [reason for reason in end.reasons if isinstance(reason, Extended)]
    assert str(told.grondslag) == "Ow art. 16.64 lid 2"


def test_an_extended_term_longer_than_twelve_weeks_stays_on_its_saturday_and_says_so():
    saturday = date(2026, 1, 3)
    longer = Extension(announced_on=date(2026, 2, 2), by=weeks(6))
    end = term_end(OMGEVINGSVERGUNNING, saturday, extensions=[longer])
    assert end.last == saturday + 14 * 7 * DAY
    [left] = [reason for reason in end.reasons if isinstance(reason, LeftAlone)]
    assert (left.why, left.is_confirmed) == (Exempt.EXTENDED_TOO_LONG, False)


def test_a_shorter_extension_stays_within_the_act():
    saturday = date(2026, 1, 3)
    longer = Extension(announced_on=date(2026, 2, 2), by=weeks(4))
    end = term_end(OMGEVINGSVERGUNNING, saturday, extensions=[longer])
    assert end.last == saturday + 12 * 7 * DAY + 2 * DAY


def test_an_extension_may_be_announced_on_the_day_to_which_the_act_moved_the_end():
    saturday = date(2026, 1, 3)
    monday = date(2026, 3, 2)
    assert term_end(OMGEVINGSVERGUNNING, saturday).last == monday
    term_end(OMGEVINGSVERGUNNING, saturday, extensions=[Extension(monday, weeks(6))])
    with pytest.raises(TermError, match="up to 2026-03-02"):
        term_end(OMGEVINGSVERGUNNING, saturday, extensions=[Extension(monday + DAY, weeks(6))])


def test_a_suspension_gives_time_to_announce_and_counts_in_the_extension_too():
    agreed = lasting(GROUND, date(2026, 2, 2), date(2026, 2, 8))
    in_the_extension = lasting(GROUND, date(2026, 4, 1), date(2026, 4, 3))
    longer = Extension(announced_on=date(2026, 3, 9), by=weeks(6))
    with pytest.raises(TermError, match="up to 2026-03-02"):
        term_end(OMGEVINGSVERGUNNING, MONDAY, extensions=[longer])
    end = term_end(
        OMGEVINGSVERGUNNING, MONDAY, suspensions=[in_the_extension, agreed], extensions=[longer]
    )
    assert end.counted_last == date(2026, 4, 13) + 10 * DAY


def test_faults_of_an_input_are_told_all_at_once():
    unknown = {
        SuspensionGround.OMISSION,
        SuspensionGround.AGREED_DELAY,
        SuspensionGround.COMPLETION,
    }
    with pytest.raises(TermError) as refused:
        term_end(
            replace(OMGEVINGSVERGUNNING, suspended_by=ALL - unknown),
            MONDAY,
            suspensions=[Suspension(MONDAY, MONDAY + DAY, ground) for ground in ALL],
            extensions=[Extension(date(2026, 3, 3), weeks(6)), Extension(MONDAY, days(43))],
        )
    assert refused.value.faults == (
        "agreed_delay does not suspend omgevingsvergunning-regulier",
        "completion does not suspend omgevingsvergunning-regulier",
        "omission does not suspend omgevingsvergunning-regulier",
        "omgevingsvergunning-regulier can be extended only once",
        "an extension must be announced from 2026-01-05 up to 2026-03-02",
        "Ow art. 16.64 lid 2 allows at most 6 weeks",
    )


def test_a_term_that_its_law_does_not_extend_is_not_extended():
    with pytest.raises(TermError, match="bezwaar cannot be extended"):
        term_end(BEZWAAR, MONDAY, extensions=[Extension(MONDAY, days(1))])


@pytest.mark.parametrize("by", [days(42), weeks(1)])
def test_an_extension_may_be_shorter_than_the_law_allows_and_in_days(by):
    end = term_end(OMGEVINGSVERGUNNING, MONDAY, extensions=[Extension(MONDAY, by)])
    assert end.counted_last == date(2026, 3, 2) + (by.in_days or 0) * DAY


@pytest.mark.parametrize("by", [weeks(7), days(43), months(1)])
def test_an_extension_that_is_longer_or_cannot_be_compared_is_refused(by):
    with pytest.raises(TermError, match="at most 6 weeks"):
        term_end(OMGEVINGSVERGUNNING, MONDAY, extensions=[Extension(MONDAY, by)])


def test_a_day_is_no_length_and_a_length_is_no_day():
    with pytest.raises(TermError, match="asks for a length"):
        term_end(OMGEVINGSVERGUNNING, MONDAY, extensions=[Extension(MONDAY, date(2026, 4, 1))])
    with pytest.raises(TermError, match="asks for a new day"):
        term_end(BESLISTERMIJN, MONDAY, extensions=[Extension(MONDAY, weeks(6))])


@given(happenings(), st.integers(0, 40), st.integers(0, 40))
def test_an_extension_is_given_at_most_once(happening, one_day, other_day):
    _, event, suspensions = happening
    term = replace(OMGEVINGSVERGUNNING, suspended_by=ALL)
    one, other = (Extension(event + n * DAY, weeks(1)) for n in (one_day, other_day))
    without = term_end(term, event, suspensions=suspensions)
    extended = term_end(term, event, suspensions=suspensions, extensions=[one])
    assert extended.counted_last >= without.counted_last + 7 * DAY
    with pytest.raises(TermError, match="only once"):
        term_end(term, event, suspensions=suspensions, extensions=[one, other])


# A new day that the body names (Awb 4:14 lid 3)


def test_a_new_day_that_was_named_in_time_is_the_end_as_it_was_named():
    sunday = date(2026, 5, 17)
    end = term_end(BESLISTERMIJN, MONDAY, extensions=[Extension(date(2026, 3, 2), sunday)])
    assert end.last == sunday
    assert codes(end) == ["started", "added", "extended", "left_alone"]


def test_only_what_suspends_after_a_new_day_was_named_moves_that_day():
    named = Extension(date(2026, 2, 16), date(2026, 5, 18))
    before = lasting(GROUND, date(2026, 2, 2), date(2026, 2, 20))
    overlapping = lasting(GROUND, date(2026, 2, 18), date(2026, 2, 22))
    after = lasting(GROUND, date(2026, 4, 1), date(2026, 4, 5))
    end = term_end(
        BESLISTERMIJN, MONDAY, suspensions=[after, overlapping, before], extensions=[named]
    )
    assert end.last == date(2026, 5, 18) + 2 * DAY + 5 * DAY
    assert codes(end)[2:-1] == ["suspended", "extended", "suspended", "suspended"]


@pytest.mark.parametrize(("announced", "moves"), [("2026-02-15", 5), ("2026-02-16", 0)])
def test_a_suspension_from_the_day_on_which_a_new_day_is_named_is_in_that_day(announced, moves):
    named = Extension(date.fromisoformat(announced), date(2026, 5, 18))
    suspension = lasting(GROUND, date(2026, 2, 16), date(2026, 2, 20))
    end = term_end(BESLISTERMIJN, MONDAY, suspensions=[suspension], extensions=[named])
    assert end.last == date(2026, 5, 18) + moves * DAY
    assert codes(end).count("suspended") == 1


def test_a_new_day_before_the_end_is_refused():
    with pytest.raises(TermError, match="lies after 2026-03-02"):
        term_end(BESLISTERMIJN, MONDAY, extensions=[Extension(MONDAY, date(2026, 3, 2))])


# The uniform procedure has its own moment to announce


def test_the_uniform_procedure_is_extended_within_eight_weeks_of_the_application():
    in_time, too_late = Extension(date(2026, 3, 2), weeks(6)), Extension(date(2026, 3, 3), weeks(6))
    end = term_end(OMGEVINGSVERGUNNING_UNIFORM, MONDAY, extensions=[in_time])
    assert end.last == date(2026, 7, 5) + 42 * DAY
    with pytest.raises(TermError, match="up to 2026-03-02"):
        term_end(OMGEVINGSVERGUNNING_UNIFORM, MONDAY, extensions=[too_late])


def test_eight_weeks_that_end_on_a_saturday_leave_until_monday_to_announce():
    on_monday = Extension(date(2026, 3, 2), weeks(6))
    term_end(OMGEVINGSVERGUNNING_UNIFORM, date(2026, 1, 3), extensions=[on_monday])
