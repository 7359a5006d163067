# SPDX-License-Identifier: EUPL-1.2
"""Facts to an outcome, as soon as it is settled: strong Kleene over rows, tables, procedure.

A table keeps two sets: outcomes that are sure, and outcomes that a missing fact may still bring.
What the procedure says is settled when only one can lead, or when whatever is missing makes no
difference to what leads (prospect.py).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gemeengoed.procedures.besides import also_in_chain, also_together
from gemeengoed.procedures.conditions import truth_of
from gemeengoed.procedures.derivations import derive
from gemeengoed.procedures.items import item_facts, said_in_lists
from gemeengoed.procedures.judged import JudgedRow, JudgedTable, Judgement
from gemeengoed.procedures.procedure import Combination, Procedure
from gemeengoed.procedures.prospect import Prospect
from gemeengoed.procedures.ranking import best_of_all, in_rank, leading
from gemeengoed.procedures.table import HitPolicy, Table
from gemeengoed.procedures.values import Facts


def evaluate(procedure: Procedure, facts: Facts, day: date) -> Judgement:
    """What comes of these facts by the rules in force on that day.

    facts: as reading.read_facts gives them; a fact that is missing is not known. Raises
    NoVersionError, and CannotCompareError for facts that were not read.
    """
    in_force = procedure.on(day)
    known = derive(in_force, {**in_force.fills, **facts, **said_in_lists(in_force, facts)})
    if in_force.combination is Combination.CHAIN:
        judgement = _settled(_along_the_chain(in_force, known, facts, day))
        return replace(judgement, also=also_in_chain(judgement))
    judgement = _settled(_all_together(in_force, known, facts, day))
    per_item = _per_item(in_force, judgement.tables)
    also = also_together(judgement, per_item)
    shown = {item: in_force.outcome(id).shown for item, id in per_item.items()}
    return replace(judgement, also=also, per_item=shown)


def _settled(judgement: Judgement) -> Judgement:
    """Row by row it may seem open what is the same however the missing facts turn out."""
    if judgement.outcome is not None:
        return replace(judgement, ahead=_what_may_hold_besides(judgement, judgement.outcome))
    ahead = Prospect(judgement)
    outcome = ahead.outcome()
    if outcome is None:
        return replace(judgement, ahead=ahead)
    return replace(
        judgement, outcome=outcome, candidates=(outcome,), is_reason_open=True, ahead=ahead
    )


def _what_may_hold_besides(judgement: Judgement, outcome: str) -> Prospect | None:
    """Of the outcomes that must be known beside this one; None when all that is known."""
    besides = judgement.procedure.outcome(outcome).besides
    open_rows = (row for each in judgement.tables for row in each.rows if row.hits is None)
    if not any(row.row.outcome in besides for row in open_rows):
        return None
    ahead = Prospect(judgement, besides)
    return ahead if ahead.is_open else None


# --- one table ------------------------------------------------------------------------------------


def judge(
    procedure: Procedure, table: Table, facts: Facts, *, is_reached: bool = True
) -> JudgedTable:
    """One table, for each item of its list when it has one. is_reached: surely come to."""
    if table.for_each is None:
        rows = _judged_rows(table, facts, None)
        return JudgedTable(table, rows, *_outcomes(table, rows), is_reached)
    items = facts.get(table.for_each)
    if not isinstance(items, tuple):
        return _not_known_for_whom(table)
    judged = [
        _judged_rows(table, {**facts, **item_facts(procedure.inputs[table.for_each], item)}, item)
        for item in items
    ]
    sets = [_outcomes(table, rows) for rows in judged]
    return JudgedTable(
        table,
        tuple(row for rows in judged for row in rows),
        frozenset().union(*(sure for sure, _ in sets)),
        frozenset().union(*(possible for _, possible in sets)),
    )


def _judged_rows(table: Table, facts: Facts, item: str | None) -> tuple[JudgedRow, ...]:
    return tuple(JudgedRow(row, truth_of(row.hits, facts), facts, item) for row in table.rows)


def _not_known_for_whom(table: Table) -> JudgedTable:
    possible = {row.outcome for row in table.rows}
    if table.otherwise is not None:
        possible.add(table.otherwise)
    return JudgedTable(table, (), frozenset(), frozenset(possible))


def _outcomes(table: Table, rows: Sequence[JudgedRow]) -> tuple[frozenset[str], frozenset[str]]:
    """(sure, possible) of a table by its hit policy."""
    if table.hit_policy is HitPolicy.COLLECT:
        return _collected(table, rows)
    return _single(table, rows)


def _collected(table: Table, rows: Sequence[JudgedRow]) -> tuple[frozenset[str], frozenset[str]]:
    sure = frozenset(row.row.outcome for row in rows if row.hits is True)
    possible = frozenset(row.row.outcome for row in rows if row.hits is None)
    if sure or table.otherwise is None:
        return sure, possible
    if possible:
        return frozenset(), possible | {table.otherwise}
    return frozenset({table.otherwise}), frozenset()


def _single(table: Table, rows: Sequence[JudgedRow]) -> tuple[frozenset[str], frozenset[str]]:
    """Unique, any and first: one outcome in the end. The first sure hit ends the search.

    For unique and any that is right too: no other row that hits can say something else
    (checking refuses such tables), so whatever is unknown before or after it does not count.
    """
    hit = next((row for row in rows if row.hits is True), None)
    if hit is not None and table.hit_policy is not HitPolicy.FIRST:
        return frozenset({hit.row.outcome}), frozenset()
    before = _before(rows, hit)
    possible = {row.row.outcome for row in before if row.hits is None}
    last = hit.row.outcome if hit is not None else table.otherwise
    if last is not None:
        possible.add(last)
    if len(possible) == 1:
        return frozenset(possible), frozenset()
    return frozenset(), frozenset(possible)


def _before(rows: Sequence[JudgedRow], hit: JudgedRow | None) -> Sequence[JudgedRow]:
    return rows if hit is None else rows[: list(rows).index(hit)]


# --- the tables of a procedure --------------------------------------------------------------------


def _along_the_chain(procedure: Procedure, facts: Facts, given: Facts, day: date) -> Judgement:
    """Table after table, until one surely ends it; what an earlier one may still say counts too."""
    judged: list[JudgedTable] = []
    candidates: set[str] = set()
    is_reached = True
    for place, table in enumerate(procedure.tables):
        result = judge(procedure, table, facts, is_reached=is_reached)
        judged.append(result)
        said = leading(procedure, table, result.sure, result.possible)
        is_last = place == len(procedure.tables) - 1
        candidates |= {table.ends.get(each, each) for each in said if is_last or each in table.ends}
        if all(each in table.ends for each in said):
            break
        is_reached = is_reached and not any(each in table.ends for each in said)
    outcome = next(iter(candidates)) if len(candidates) == 1 else None
    may_become = in_rank(procedure, candidates)
    return Judgement(procedure, day, facts, given, tuple(judged), outcome, may_become)


def _all_together(procedure: Procedure, facts: Facts, given: Facts, day: date) -> Judgement:
    """Every table counts: the outcome of the highest rank leads, the others hold as well."""
    judged = tuple(judge(procedure, table, facts) for table in procedure.tables)
    best, candidates = best_of_all(procedure, judged)
    outcome = best if len(candidates) == 1 else None
    may_become = in_rank(procedure, candidates)
    return Judgement(procedure, day, facts, given, judged, outcome, may_become)


def _per_item(procedure: Procedure, judged: Sequence[JudgedTable]) -> dict[str, str]:
    """For each item the id of its own leading outcome; none for an item that is not settled."""
    may_lead: dict[str, list[set[str]]] = {}
    for result in judged:
        for item in dict.fromkeys(row.item for row in result.rows if row.item is not None):
            mine = [row for row in result.rows if row.item == item]
            said = leading(procedure, result.table, *_outcomes(result.table, mine))
            may_lead.setdefault(item, []).append(said)
    return {
        item: min((each for said in tables for each in said), key=procedure.rank)
        for item, tables in may_lead.items()
        if any(tables) and all(len(said) <= 1 for said in tables)
    }
