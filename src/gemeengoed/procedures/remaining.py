# SPDX-License-Identifier: EUPL-1.2
"""What is left of the rows of a judgement when all that is known is filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from gemeengoed.procedures.conditions import Comparison, Condition, Operator, renamed, rest_of
from gemeengoed.procedures.judged import JudgedRow, JudgedTable, Judgement
from gemeengoed.procedures.procedure import Input
from gemeengoed.procedures.table import Row, Table

SOMEBODY = "iemand"  # stands for whatever is in a list that is not known

Rest = Condition | bool  # settled, or what is left of it


@dataclass(frozen=True, slots=True)
class OpenRows:
    """The rows of a table with their rest, in order; where it judges items, those of one item.

    own: the missing facts of that item, under names of their own. is_there: whether there is such
    an item, which is open as long as the list is not known.
    """

    table: Table
    rests: tuple[tuple[Row, Rest], ...]
    own: Mapping[str, Input] = field(default_factory=dict)
    is_there: Rest = True


def open_rows(judgement: Judgement, judged: JudgedTable) -> Iterator[OpenRows]:
    """The rows of the table; once for each item, for one that may be there, or not at all."""
    table, listed = judged.table, judged.table.for_each
    if listed is None:
        yield OpenRows(table, tuple((row.row, _rest(row)) for row in judged.rows))
    elif listed in judgement.facts:
        size = len(table.rows)
        for start in range(0, len(judged.rows), size):
            rows = judged.rows[start : start + size]
            yield _of_item(judgement, table, rows, f"{listed}[{start // size}]")
    else:
        rows = tuple(JudgedRow(row, None, judgement.facts) for row in table.rows)
        of_somebody = _of_item(judgement, table, rows, f"{listed}[{SOMEBODY}]")
        yield replace(of_somebody, is_there=Comparison(listed, Operator.HAS, SOMEBODY))


def _rest(row: JudgedRow) -> Rest:
    return row.hits if row.hits is not None else rest_of(row.row.hits, row.facts)


def _of_item(
    judgement: Judgement, table: Table, rows: tuple[JudgedRow, ...], item: str
) -> OpenRows:
    """Of two children whose age is missing, the ages are two different facts."""
    fields = judgement.procedure.inputs[table.for_each or ""].fields
    missing = [each for each in fields if each.name not in rows[0].facts]
    names = {each.name: f"{item}.{each.name}" for each in missing}
    own = {names[each.name]: each for each in missing}
    return OpenRows(table, tuple((row.row, _named(_rest(row), names)) for row in rows), own)


def _named(rest: Rest, names: Mapping[str, str]) -> Rest:
    return rest if isinstance(rest, bool) else renamed(rest, names)
