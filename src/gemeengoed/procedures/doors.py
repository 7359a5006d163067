# SPDX-License-Identifier: EUPL-1.2
"""Which lawful way is open after a no: by the kind of rule that said it."""

from collections.abc import Iterable, Iterator

from gemeengoed.procedures.judged import JudgedRow, JudgedTable, Judgement, stands_in_the_way
from gemeengoed.procedures.prospect import Prospect
from gemeengoed.procedures.table import STRICTEST_FIRST, Door, Row, RuleKind


def door_of(judgement: Judgement) -> Door | None:
    """The door of the last table that said no.

    None while facts are missing that can change the outcome or the door (then the facts come
    first), and None where the outcome stands in nobody's way, unless a rule of a statute asks for
    another route all the same.
    """
    if judgement.outcome is None:
        return None
    counting = list(_that_count(judgement, judgement.tables))
    if any(row.hits is None for row in counting) and not _all_say_the_same(judgement, counting):
        return (judgement.ahead or Prospect(judgement)).door(judgement.outcome)
    return _strictest(_saying_no(judgement))


def rows_behind_door(judgement: Judgement, door: Door) -> tuple[Row, ...]:
    """The rows because of which there is no other door than this, that of the judgement; each once.

    Where it is not sure which rows say no: those that may.
    """
    rows = _saying_no(judgement) or list(_that_count(judgement, judgement.tables))
    return tuple({id(each.row): each.row for each in rows if each.row.door is door}.values())


def _saying_no(judgement: Judgement) -> list[JudgedRow]:
    """The rows that surely do, of the table that has the last word about it."""
    if judgement.outcome is None:
        return []
    is_no = judgement.procedure.outcome(judgement.outcome).is_no
    if not is_no:
        return [row for row in _that_count(judgement, judgement.deciding) if row.hits is True]
    for table in reversed([each for each in judgement.tables if each.is_reached]):
        if rows := [row for row in _that_count(judgement, [table]) if row.hits is True]:
            return rows
    return []


def _that_count(judgement: Judgement, tables: Iterable[JudgedTable]) -> Iterator[JudgedRow]:
    """The rows that hit or may, and by which the door is told: of a no those that say no."""
    procedure = judgement.procedure
    is_no = judgement.outcome is not None and procedure.outcome(judgement.outcome).is_no
    for row in (row for table in tables for row in table.rows if row.hits is not False):
        if is_no:
            counts = procedure.outcome(row.row.outcome).is_no
        else:
            counts = row.row.rule_kind is RuleKind.STATUTE and stands_in_the_way(procedure, row.row)
        if counts:
            yield row


def _all_say_the_same(judgement: Judgement, counting: Iterable[JudgedRow]) -> bool:
    """Whether it makes no difference which of them hit: a quick look, for it is mostly so."""
    is_no = judgement.outcome is not None and judgement.procedure.outcome(judgement.outcome).is_no
    return is_no and len({each.row.door for each in counting}) == 1 and bool(_saying_no(judgement))


def _strictest(rows: Iterable[JudgedRow]) -> Door | None:
    doors = {each.row.door for each in rows}
    return next((door for door in STRICTEST_FIRST if door in doors), None)
