# SPDX-License-Identifier: EUPL-1.2
"""Which lawful way is open after a no: by the kind of rule that said it."""

from collections.abc import Sequence

from gemeengoed.procedures.judged import JudgedRow, Judgement
from gemeengoed.procedures.table import DOORS, Door, Row, RuleKind

# The strictest rule decides: where a statute says no as well, deviating from policy does not help.
_STRICTEST_FIRST = (Door.OTHER_ROUTE, Door.HARDSHIP, Door.PLAN, Door.DEVIATE)


def door_by(row: Row) -> Door:
    """The way on after a no of this row.

    From an ordinance may be deviated only by its own hardheidsclausule: without one it is as
    strict as a statute.
    """
    if row.rule_kind is RuleKind.ORDINANCE and not row.source.hardship_clause:
        return Door.OTHER_ROUTE
    return DOORS[row.rule_kind]


def door_of(judgement: Judgement) -> Door | None:
    """The door of the last table that said no.

    None while facts are missing (then the facts come first), and None where the outcome stands
    in nobody's way, unless a rule of a statute asks for another route all the same.
    """
    return strictest(_saying_no(judgement))


def rows_behind_door(judgement: Judgement) -> tuple[Row, ...]:
    """The rows because of which there is no other door than that of the judgement; each once."""
    rows = _saying_no(judgement)
    door = strictest(rows)
    return tuple({id(each.row): each.row for each in rows if door_by(each.row) is door}.values())


def _saying_no(judgement: Judgement) -> list[JudgedRow]:
    if judgement.outcome is None:
        return []
    procedure = judgement.procedure
    if not procedure.outcome(judgement.outcome).is_no:
        return [row for row in judgement.failed if row.row.rule_kind is RuleKind.STATUTE]
    for table in reversed([each for each in judgement.tables if each.is_reached]):
        hitting = [row for row in table.rows if row.hits is True]
        if rows := [row for row in hitting if procedure.outcome(row.row.outcome).is_no]:
            return rows
    return []


def strictest(rows: Sequence[JudgedRow]) -> Door | None:
    """The door of the strictest rule among these; None of none."""
    doors = {door_by(row.row) for row in rows}
    return next((door for door in _STRICTEST_FIRST if door in doors), None)
