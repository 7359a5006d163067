# SPDX-License-Identifier: EUPL-1.2
"""What others may ask of this room."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gemeengoed.casework.queries import finished_references
from gemeengoed.casework.submissions.queries_fates import fates_of
from gemeengoed.conversations.queries_log import happened_in_talks, talks_that_began
from gemeengoed.insights.counting import FlowFigures, figures_of
from gemeengoed.insights.figures import figure
from gemeengoed.insights.runs import TYPES, Run, runs_of
from gemeengoed.terms.clock import AMSTERDAM

# As long as the contents of a talk are kept: of what was before, nothing is left to count.
USUAL = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Counts:
    """talks: how many began. erased: of those, the ones of which nothing is counted any more.

    flows: by id; None for one of which there is too little to tell anything.
    """

    since: date
    until: date
    talks: str
    erased: str
    flows: dict[str, FlowFigures | None]


def counts_of(municipality: str, *, since: date, until: date, now: datetime) -> Counts:
    """Of the talks that began on these days (until included), as it stands now.

    What is handed in later in such a talk counts, and so does what became of it since.
    """
    begin = datetime.combine(since, time.min, AMSTERDAM)
    end = datetime.combine(until + timedelta(days=1), time.min, AMSTERDAM)
    happened = happened_in_talks(municipality=municipality, since=begin, until=end, types=TYPES)
    by_flow: defaultdict[str, list[Run]] = defaultdict(list)
    for run in runs_of(happened):
        by_flow[run.flow].append(run)
    fates = fates_of(municipality=municipality, since=begin)
    finished = finished_references(municipality, since=begin)
    talks, erased = talks_that_began(municipality=municipality, since=begin, until=end)
    flows = {
        flow: figures_of(flow, runs, fates=fates, finished_taken=finished, now=now)
        for flow, runs in sorted(by_flow.items())
    }
    return Counts(since, until, figure(talks), figure(erased), flows)
