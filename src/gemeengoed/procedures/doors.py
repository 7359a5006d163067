# SPDX-License-Identifier: EUPL-1.2
"""Which lawful way is open after a no: by the kind of rule that said it."""

from gemeengoed.procedures.judged import JudgedRow, Judgement
from gemeengoed.procedures.table import DOORS, Door, RuleKind

# The strictest kind decides: where a statute says no as well, deviating from policy does not help.
_STRICTEST_FIRST = (RuleKind.STATUTE, RuleKind.ORDINANCE, RuleKind.PLAN, RuleKind.POLICY)


def door_of(judgement: Judgement) -> Door | None:
    """The door of the last table that said no.

    None while facts are missing (then the facts come first), and None where the outcome stands
    in nobody's way, unless a rule of a statute asks for another route all the same.
    """
    if judgement.outcome is None:
        return None
    procedure = judgement.procedure
    if not procedure.outcome(judgement.outcome).is_no:
        return strictest([r for r in judgement.failed if r.row.rule_kind is RuleKind.STATUTE])
    for table in reversed([each for each in judgement.tables if each.is_reached]):
        hitting = [row for row in table.rows if row.hits is True]
        if rows := [row for row in hitting if procedure.outcome(row.row.outcome).is_no]:
            return strictest(rows)
    return None


def strictest(rows: list[JudgedRow]) -> Door | None:
    """The door of the strictest kind of rule among these; None of none."""
    kinds = {row.row.rule_kind for row in rows}
    return next((DOORS[kind] for kind in _STRICTEST_FIRST if kind in kinds), None)
