# SPDX-License-Identifier: EUPL-1.2
"""Which outcome leads among several."""

from collections.abc import Iterable, Sequence

from gemeengoed.procedures.judged import JudgedTable
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.table import HitPolicy, Table


def leading(
    procedure: Procedure, table: Table, sure: Iterable[str], possible: Iterable[str]
) -> set[str]:
    """Which outcomes of a table may turn out to lead."""
    sure, possible = set(sure), set(possible)
    if table.hit_policy is not HitPolicy.COLLECT or not sure:
        return sure | possible
    best = min(sure, key=procedure.rank)
    return {best} | {each for each in possible if procedure.rank(each) < procedure.rank(best)}


def in_rank(procedure: Procedure, outcomes: Iterable[str]) -> tuple[str, ...]:
    """The outcomes, the leading one first."""
    return tuple(sorted(set(outcomes), key=procedure.rank))


def best_of_all(procedure: Procedure, judged: Sequence[JudgedTable]) -> tuple[str | None, set[str]]:
    """(the highest that is sure, all that may lead)."""
    sure = {each for result in judged for each in result.sure}
    possible = {each for result in judged for each in result.possible} - sure
    best = min(sure, key=procedure.rank, default=None)
    if best is None:
        return None, possible
    return best, {best} | {e for e in possible if procedure.rank(e) < procedure.rank(best)}
