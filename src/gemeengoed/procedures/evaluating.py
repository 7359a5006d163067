# SPDX-License-Identifier: EUPL-1.2
"""Facts to an outcome, as soon as it is settled: strong Kleene over rows, tables, procedure.

A table keeps two sets: outcomes that are sure, and outcomes that a missing fact may still bring.
What the procedure says is settled when only one can lead.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gemeengoed.procedures.conditions import truth_of
from gemeengoed.procedures.derivations import derive
from gemeengoed.procedures.items import item_facts, said_in_lists
from gemeengoed.procedures.judged import JudgedRow, JudgedTable, Judgement
from gemeengoed.procedures.procedure import Combination, Procedure
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
        return _along_the_chain(in_force, known, facts, day)
    return _all_together(in_force, known, facts, day)


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
    also = _also_in_chain(procedure, judged, outcome)
    return Judgement(
        procedure, day, facts, given, tuple(judged), outcome, in_rank(procedure, candidates), also
    )


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


def _also_in_chain(
    procedure: Procedure, judged: Sequence[JudgedTable], outcome: str | None
) -> tuple[str, ...]:
    """What the last table says besides: other outcomes that surely hold as well."""
    if outcome is None or not judged[-1].is_reached:
        return ()
    table = judged[-1].table
    others = {table.ends.get(each, each) for each in judged[-1].sure}
    return _shown_besides(procedure, others, outcome)


def _all_together(procedure: Procedure, facts: Facts, given: Facts, day: date) -> Judgement:
    """Every table counts: the outcome of the highest rank leads, the others hold as well."""
    judged = tuple(judge(procedure, table, facts) for table in procedure.tables)
    sure = {each for result in judged for each in result.sure}
    possible = {each for result in judged for each in result.possible} - sure
    best = min(sure, key=procedure.rank, default=None)
    if best is None:
        candidates = possible
    else:
        candidates = {best} | {e for e in possible if procedure.rank(e) < procedure.rank(best)}
    outcome = best if len(candidates) == 1 else None
    per_item = _per_item(procedure, judged)
    holding = _that_hold(procedure, judged, per_item)
    also = _shown_besides(procedure, holding, best) if best else ()
    return Judgement(
        procedure,
        day,
        facts,
        given,
        judged,
        outcome,
        in_rank(procedure, candidates),
        also,
        {item: procedure.outcome(id).shown for item, id in per_item.items()},
    )


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
    first = procedure.outcome(lead).shown
    shown = (procedure.outcome(each).shown for each in in_rank(procedure, outcomes))
    return tuple(dict.fromkeys(each for each in shown if each != first))


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
