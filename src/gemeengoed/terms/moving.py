# SPDX-License-Identifier: EUPL-1.2
"""From which day to which day one can declare a move, or a departure abroad."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from gemeengoed.terms.backward import counted_back
from gemeengoed.terms.counting import term_end
from gemeengoed.terms.grondslag import ATW, BRP, Grondslag
from gemeengoed.terms.known_terms import DECLARING_A_MOVE
from gemeengoed.terms.length import Length, days, weeks
from gemeengoed.terms.reasons import CountedBack, Reason
from gemeengoed.terms.termijnenwet import DAYS_ON_A_PAR

_AHEAD_OF_A_MOVE = weeks(4)
_AHEAD_OF_A_DEPARTURE = days(5)


@dataclass(frozen=True, slots=True)
class Window:
    """The days, both included, on which something can be declared in time."""

    earliest: date
    latest: date
    reasons: tuple[Reason, ...]

    def __contains__(self, day: date) -> bool:
        return self.earliest <= day <= self.latest


def move_window(moved_on: date, on_a_par: Collection[date] = DAYS_ON_A_PAR) -> Window:
    """Four weeks before the move up to the fifth day after it (Wet BRP 2.39 lid 2).

    The fifth day moves by the Algemene termijnenwet, the four weeks do not.
    """
    back = _back(moved_on, _AHEAD_OF_A_MOVE, BRP.at("2.39", "lid 2"))
    end = term_end(DECLARING_A_MOVE, moved_on, on_a_par=on_a_par)
    return Window(back.first, end.last, (back, *end.reasons))


def departure_window(leaves_on: date) -> Window:
    """The fifth day before the departure up to that day itself (Wet BRP 2.43 lid 1).

    On the day itself only before one leaves: the law says "before the departure".
    """
    back = _back(leaves_on, _AHEAD_OF_A_DEPARTURE, BRP.at("2.43", "lid 1"))
    return Window(back.first, leaves_on, (back,))


def _back(day: date, length: Length, grondslag: Grondslag) -> CountedBack:
    first = counted_back(day, length)
    return CountedBack(day, length, first, grondslag, unmoved=ATW.at("1", "lid 2"))
