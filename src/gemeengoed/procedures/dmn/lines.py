# SPDX-License-Identifier: EUPL-1.2
"""The tables of a procedure as DMN can have them: lines of cells, and a table for the whole.

Where all rows that hit count, the outcome of the highest rank leads: DMN's PRIORITY.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gemeengoed.procedures.conditions import facts_in
from gemeengoed.procedures.dmn.alternatives import alternatives, cells_of
from gemeengoed.procedures.dmn.annotations import annotations_of
from gemeengoed.procedures.dmn.literals import write_literal
from gemeengoed.procedures.procedure import Combination, Procedure
from gemeengoed.procedures.table import HitPolicy, Table

_HIT_POLICIES: Mapping[HitPolicy, str] = {
    HitPolicy.UNIQUE: "UNIQUE",
    HitPolicy.ANY: "ANY",
    HitPolicy.FIRST: "FIRST",
    HitPolicy.COLLECT: "PRIORITY",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One rule: per name of a column its cells, what comes of it, and its annotations."""

    cells: Mapping[str, Sequence[str]]
    outcome: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """One decision table. outcomes: by rank, the leading one first. needs: names it looks at."""

    name: str
    label: str
    policy: str
    lines: tuple[Line, ...]
    outcomes: tuple[str, ...]
    otherwise: str | None
    needs: tuple[str, ...]

    @property
    def columns(self) -> list[str]:
        """Names of columns; one stands there as often as a line has cells for it."""
        widest: dict[str, int] = {}
        for line in self.lines:
            for name, cells in line.cells.items():
                widest[name] = max(widest.get(name, 0), len(cells))
        return [name for name, times in widest.items() for _ in range(times)]


def lines_of(procedure: Procedure, names: Mapping[str, str], whole: str) -> list[Lines]:
    """All tables of a procedure as it is in force, the one for the whole last.

    names: table -> name of its decision. Raises DmnRefusedError for what a cell cannot say.
    """
    tables = procedure.tables
    if len(tables) == 1 and not tables[0].ends:
        return [_of_table(procedure, tables[0], whole, procedure.label)]
    each = [_of_table(procedure, table, names[table.id], table.label) for table in tables]
    return [*each, _of_the_whole(procedure, names, whole)]


def _of_table(procedure: Procedure, table: Table, name: str, label: str) -> Lines:
    lines = tuple(
        Line(cells_of(alternative), row.outcome, annotations_of(row))
        for row in table.rows
        for alternative in alternatives(row.hits)
    )
    policy = _HIT_POLICIES[table.hit_policy]
    if policy == "UNIQUE" and len(lines) > len(table.rows):
        policy = "ANY"  # one row became several rules, which say the same
    return Lines(
        name=name,
        label=label,
        policy=policy,
        lines=lines,
        outcomes=_ranked(procedure, _said(table)),
        otherwise=table.otherwise,
        needs=tuple(dict.fromkeys(fact for row in table.rows for fact in facts_in(row.hits))),
    )


def _of_the_whole(procedure: Procedure, names: Mapping[str, str], whole: str) -> Lines:
    """What comes of the tables together."""
    in_chain = procedure.combination is Combination.CHAIN
    together: dict[tuple[str, str], list[str]] = {}
    for table, said, outcome in _chained(procedure) if in_chain else _collected(procedure):
        together.setdefault((table.id, outcome), []).append(write_literal(said))
    lines = tuple(
        Line({names[id]: [",".join(said)]}, outcome) for (id, outcome), said in together.items()
    )
    outcomes = _ranked(procedure, (line.outcome for line in lines))
    return Lines(
        name=whole,
        label=procedure.label,
        policy="FIRST" if in_chain else "PRIORITY",
        lines=lines,
        outcomes=outcomes,
        otherwise=_left_over(procedure, outcomes),
        needs=tuple(names.values()),
    )


def _chained(procedure: Procedure) -> Iterable[tuple[Table, str, str]]:
    """(table, what it says, what comes of it): the first that ends it counts, else the last."""
    *before, last = procedure.tables
    for table in before:
        for said, outcome in table.ends.items():
            yield table, said, outcome
    for said in _said(last):
        yield last, said, last.ends.get(said, said)


def _collected(procedure: Procedure) -> Iterable[tuple[Table, str, str]]:
    for table in procedure.tables:
        for said in _said(table):
            yield table, said, said


def _left_over(procedure: Procedure, outcomes: Sequence[str]) -> str | None:
    """The outcome when no other comes of it; None where it could be that none does.

    Written as the default, so that a reader sees that there always is an outcome.
    """
    *_, last = tables = procedure.tables
    if procedure.combination is Combination.CHAIN:
        said = last.otherwise
        return None if said is None else last.ends.get(said, said)
    return None if all(table.otherwise is None for table in tables) else outcomes[-1]


def _said(table: Table) -> list[str]:
    """Every outcome that the table can give."""
    said = [row.outcome for row in table.rows]
    return list(dict.fromkeys(said if table.otherwise is None else [*said, table.otherwise]))


def _ranked(procedure: Procedure, outcomes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(outcomes), key=procedure.rank))
