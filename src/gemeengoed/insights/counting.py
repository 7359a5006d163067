# SPDX-License-Identifier: EUPL-1.2
"""From runs and what became of them to the figures of one flow. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from gemeengoed.casework.submissions.queries_fates import Fate
from gemeengoed.insights.figures import ENOUGH, NOT_COUNTED, figure, middle
from gemeengoed.insights.runs import End, Run

GOES_ON_FOR = timedelta(days=1)  # who was silent for longer has stopped


@dataclass(frozen=True, slots=True)
class FlowFigures:
    """All as figures.py writes them. NOT_COUNTED where it cannot happen in this flow.

    finished: handed in, or (``told``) the outcome was told and there was nothing to hand in.
    straight_through: closed without a person having to look. stopped_at: step and how many, most
    first. questions, before_login: the median of those that finished, without the summary.
    """

    flow: str
    started: str
    under_way: str
    finished: str
    told: str
    stopped: str
    stopped_at: tuple[tuple[str, str], ...]
    closed: str
    straight_through: str
    lifted_out: str
    corrected: str
    withdrawn: str
    questions: str
    before_login: str


def figures_of(
    flow: str,
    runs: Sequence[Run],
    *,
    fates: Mapping[str, Fate],
    finished_taken: Collection[str],
    now: datetime,
) -> FlowFigures | None:
    """None when there are too few runs to tell anything.

    fates: of submissions, by ontvangstnummer. finished_taken: references of the interne taken that
    are dealt with.
    """
    if len(runs) < ENOUGH:
        return None
    handed_in = [run for run in runs if run.end is End.HANDED_IN]
    told = [run for run in runs if run.end is End.TOLD]
    under_way = [run for run in runs if _goes_on(run, now)]
    finished = [*handed_in, *told]
    stopped = [r for r in runs if r.end in (End.LEFT, End.OPEN) and not _goes_on(r, now)]
    places = Counter(run.at for run in stopped)
    own = [fates[run.reference] for run in handed_in if run.reference in fates]
    closed = sum(run.reference in finished_taken for run in handed_in)
    return FlowFigures(
        flow=flow,
        started=figure(len(runs)),
        under_way=figure(len(under_way)),
        finished=figure(len(finished)),
        told=figure(len(told)),
        stopped=figure(len(stopped)),
        stopped_at=tuple((at, figure(number)) for at, number in places.most_common()),
        closed=figure(closed + sum(fate.is_closed for fate in own)),
        straight_through=_of(own, lambda fate: fate.is_closed and not fate.is_lifted_out),
        lifted_out=_of(own, lambda fate: fate.is_lifted_out),
        corrected=_of(own, lambda fate: fate.is_corrected),
        withdrawn=_of(own, lambda fate: fate.is_withdrawn),
        questions=middle(run.questions for run in finished),
        before_login=middle(run.before_login for run in finished),
    )


def _goes_on(run: Run, now: datetime) -> bool:
    return run.end is End.OPEN and now - run.last_at < GOES_ON_FOR


def _of(fates: Sequence[Fate], wanted: Callable[[Fate], bool]) -> str:
    return figure(sum(map(wanted, fates))) if fates else NOT_COUNTED
