# SPDX-License-Identifier: EUPL-1.2
"""What holds beside the leading outcome."""

from collections.abc import Iterable, Mapping, Sequence

from gemeengoed.procedures.judged import JudgedTable, Judgement
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.ranking import best_of_all, in_rank


def also_in_chain(judgement: Judgement) -> tuple[str, ...]:
    """What the last table says besides: other outcomes that surely hold as well."""
    if judgement.outcome is None or not judgement.tables[-1].is_reached:
        return ()
    procedure, last = judgement.procedure, judgement.tables[-1]
    others = {last.table.ends.get(each, each) for each in last.sure}
    return _shown_besides(procedure, others, judgement.outcome)


def also_together(judgement: Judgement, per_item: Mapping[str, str]) -> tuple[str, ...]:
    procedure = judgement.procedure
    lead = judgement.outcome or best_of_all(procedure, judgement.tables)[0]
    if lead is None:
        return ()
    return _shown_besides(procedure, _that_hold(procedure, judgement.tables, per_item), lead)


def _that_hold(
    procedure: Procedure, judged: Sequence[JudgedTable], per_item: Mapping[str, str]
) -> set[str]:
    """The outcomes that hold side by side.

    That nothing is the matter (an ``otherwise``) holds beside another outcome only where items
    are judged one by one: for who is in order, as long as nothing is the matter with the whole.
    """
    fine = {table.otherwise for table in procedure.tables if table.otherwise is not None}
    sure = {each for result in judged for each in result.sure}
    of_whole = [result for result in judged if result.table.for_each is None]
    by_rows = {
        each
        for result in of_whole
        if any(row.hits is True for row in result.rows)
        for each in result.sure
    }
    still_open = {each for result in of_whole for each in result.possible}
    if (by_rows | still_open) - fine:
        return sure - fine
    return (sure - fine) | (fine & (by_rows | set(per_item.values())))


def _shown_besides(procedure: Procedure, outcomes: Iterable[str], lead: str) -> tuple[str, ...]:
    """Without what holds alone: that a plan fits says nothing beside that it does not."""
    first = procedure.outcome(lead).shown
    found = (procedure.outcome(each) for each in in_rank(procedure, outcomes))
    shown = (each.shown for each in found if not each.holds_alone)
    return tuple(dict.fromkeys(each for each in shown if each != first))
