# SPDX-License-Identifier: EUPL-1.2
"""The Algemene termijnenwet (Atw): where a term ends that falls on a weekend or a holiday.

Art. 1 lid 1: a term set in a law that ends on a Saturday, Sunday or public holiday runs up to and
including the next day that is none; lid 2: not a term that is counted back. Art. 2: a term of three
days or more has at least two such days in it. Art. 3: the holidays, Good Friday (lid 2) and days
put on a par by decree (lid 3). Art. 4: the act leaves terms alone in hours, of more than 90 days,
twelve weeks or three months, or of years; also those of publishing or coming into force of
regulations and those of detention. Art. 5: terms in an order in council as those in a law.

That a term in a municipal ordinance follows the act is not confirmed here.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from gemeengoed.terms.grondslag import ATW
from gemeengoed.terms.length import Length, Unit
from gemeengoed.terms.reasons import ClosedDay, Exempt, LeftAlone, MadeRoom, Moved
from gemeengoed.terms.workdays import holidays, is_working_day

_DAY = timedelta(days=1)
_LONGEST = {Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}  # art. 4 onder a
_LONGEST_WEEKS_IN_DAYS = 84
_SHORTEST_WITH_ROOM = 3  # days, art. 2
_ROOM = 2
_WEEKEND = {5: "zaterdag", 6: "zondag"}
_ON_A_PAR = "gelijkgesteld met een feestdag"

# Decrees by art. 3 lid 3: Stcrt. 2022, 7812 (2023-2025) and Stcrt. 2025, 24713 (2026-2028). Two
# sources quote their titles, which name all these days, and a third confirms those of 2026; the
# text in the Staatscourant itself was not read. They are ordinary working days for all but terms.
# Of later years no decree is known: an end is then the earlier day.
DAYS_ON_A_PAR = frozenset(
    {
        date(2023, 4, 28),
        date(2023, 5, 19),
        date(2024, 5, 10),
        date(2024, 12, 27),
        date(2025, 5, 30),
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    }
)

Span = tuple[date, date]  # from, until


def exempt(length: Length, extended_by: Length | date | None = None) -> LeftAlone | None:
    """Why the act leaves a term of this length alone; None when it applies.

    Not confirmed: that a term which an extension makes longer than art. 4 allows is left
    alone, and one that the body itself named (Awb 4:14). Both give the earlier day.
    """
    too_long = ATW.at("4", "onder a")
    if length.number > _LONGEST[length.unit]:
        return LeftAlone(Exempt.TOO_LONG, too_long, is_confirmed=True)
    if isinstance(extended_by, date):
        return LeftAlone(Exempt.NAMED_BY_THE_BODY, ATW.at("1", "lid 1"), is_confirmed=False)
    if extended_by is not None and _together_too_long(length, extended_by):
        return LeftAlone(Exempt.EXTENDED_TOO_LONG, too_long, is_confirmed=False)
    return None


def with_room(
    length: Length,
    first: date,
    last: date,
    *,
    still: Iterable[Span] = (),
    on_a_par: Collection[date] = DAYS_ON_A_PAR,
) -> MadeRoom | None:
    """The later end of a term without two working days in it; None when it has them (art. 2).

    still: spans in which the clock stood still; their days are not in the term.
    """
    if length.in_days is not None and length.in_days < _SHORTEST_WITH_ROOM:
        return None
    spans = tuple(still)
    found, day = 0, first
    while found < _ROOM:
        stands_still = any(start <= day < until for start, until in spans)
        found += not stands_still and is_working_day(day, on_a_par)
        day += _DAY
    return MadeRoom(day - _DAY, ATW.at("2")) if day - _DAY > last else None


def moved(last: date, on_a_par: Collection[date] = DAYS_ON_A_PAR) -> Moved | None:
    """To which day a term goes that ends on a closed day; None on a working day (art. 1 lid 1)."""
    closed: list[ClosedDay] = []
    while not is_working_day(last, on_a_par):
        closed.append(ClosedDay(last, _name(last)))
        last += _DAY
    return Moved(tuple(closed), last, ATW.at("1", "lid 1")) if closed else None


def _together_too_long(length: Length, more: Length) -> bool:
    """Months have no fixed number of days: together with another length they are too long."""
    if length.unit is more.unit:
        return length.number + more.number > _LONGEST[length.unit]
    if length.in_days is None or more.in_days is None:
        return True
    return length.in_days + more.in_days > _LONGEST_WEEKS_IN_DAYS


def _name(day: date) -> str:
    return holidays(day.year).get(day) or _WEEKEND.get(day.weekday(), _ON_A_PAR)
