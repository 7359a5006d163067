# SPDX-License-Identifier: EUPL-1.2
"""Nobody can be found in a figure."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta

import pytest

from gemeengoed.casework.submissions.queries_fates import Fate
from gemeengoed.insights.counting import FlowFigures, figures_of
from gemeengoed.insights.figures import ENOUGH, figure, middle
from gemeengoed.insights.runs import End, Run

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=3)


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (1, "1–4"), (4, "1–4"), (5, "5"), (7, "5"), (8, "10"), (12, "10"), (13, "15")],
)
def test_a_number_is_rounded_to_fives_and_few_are_never_told_apart(
    number: int, written: str
) -> None:
    assert figure(number) == written


def test_who_subtracts_one_figure_from_another_never_knows_what_is_left() -> None:
    written = defaultdict(list)
    for number in range(58):  # whole groups
        written[figure(number)].append(number)
    for figure_of_all, wholes in written.items():
        for parts in written.values():
            left = {whole - part for whole in wholes for part in parts if whole >= part}
            assert figure_of_all == "0" or not left or len(left) >= 3


def test_the_middle_is_told_of_enough_only() -> None:
    assert middle([3] * (ENOUGH - 1)) == "–"
    assert middle([*[3] * (ENOUGH - 1), None]) == "–"
    assert middle([*[3] * 5, *[4] * 5]) == "3,5"


def run(end: End = End.OPEN, *, reference: str = "", at: str = "", last: datetime = NOW) -> Run:
    return Run("verhuizing", last, end, at, reference=reference)


def counted(
    runs: list[Run], fates: dict[str, Fate] | None = None, done: tuple[str, ...] = ()
) -> FlowFigures:
    found = figures_of("verhuizing", runs, fates=fates or {}, finished_taken=done, now=NOW)
    assert found is not None
    return found


def test_of_fewer_than_enough_runs_nothing_is_told() -> None:
    runs = [run(last=LONG_AGO)] * (ENOUGH - 1)
    assert figures_of("x", runs, fates={}, finished_taken=(), now=NOW) is None


def test_who_spoke_today_is_under_way_and_who_was_silent_for_longer_stopped() -> None:
    found = counted([run(at="wie")] * 5 + [run(at="inloggen", last=LONG_AGO)] * 10)
    assert (found.under_way, found.stopped) == ("5", "10")
    assert found.stopped_at == (("inloggen", "10"),)


def test_who_stopped_in_so_many_words_stopped_at_once() -> None:
    assert counted([run(End.LEFT, at="wie")] * 10).stopped == "10"


def test_straight_through_is_closed_without_being_lifted_out() -> None:
    fates = {
        **{f"a{n}": Fate(True, False, False, False) for n in range(20)},
        **{f"b{n}": Fate(True, False, True, True) for n in range(10)},
        **{f"c{n}": Fate(False, True, False, False) for n in range(5)},
    }
    found = counted([run(End.HANDED_IN, reference=number) for number in fates], fates)
    assert (found.finished, found.closed, found.straight_through) == ("35", "30", "20")
    assert (found.lifted_out, found.corrected, found.withdrawn) == ("10", "10", "5")


def test_what_becomes_an_interne_taak_is_closed_when_that_is_and_never_straight_through() -> None:
    runs = [run(End.HANDED_IN, reference=f"t{number}") for number in range(10)]
    found = counted(runs, done=tuple(f"t{number}" for number in range(5)))
    assert (found.closed, found.straight_through, found.withdrawn) == ("5", "–", "–")
