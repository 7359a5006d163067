# SPDX-License-Identifier: EUPL-1.2
"""What evaluation gives: rows with their truth, tables with what they may still say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from gemeengoed.procedures.kleene import Truth
from gemeengoed.procedures.procedure import UNKNOWN, Combination, Procedure
from gemeengoed.procedures.table import Door, Row, Table
from gemeengoed.procedures.values import Facts, Value


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """hits: whether the row counts. facts: with which it was judged, an item's own among them."""

    row: Row
    hits: Truth
    facts: Facts
    item: str | None = None  # the item of a list that it was judged for


@dataclass(frozen=True, slots=True)
class JudgedTable:
    """sure: outcomes that are certain; possible: those that missing facts may still bring.

    is_reached: no missing fact can end the chain before it.
    """

    table: Table
    rows: tuple[JudgedRow, ...]
    sure: frozenset[str]
    possible: frozenset[str]
    is_reached: bool = True


def stands_in_the_way(procedure: Procedure, row: Row) -> bool:
    """Whether this row, when it hits, is in somebody's way: a demand, a no, or for a person."""
    return row.requires is not None or row.bubble_up or procedure.outcome(row.outcome).is_no


class Ahead(Protocol):
    """What may still come of a judgement: prospect.Prospect, kept so that it is made once."""

    def facts_that_matter(self) -> tuple[str, ...]: ...
    def thresholds(self, fact: str) -> Iterator[object]: ...
    def settles(self, fact: str, answer: Value) -> bool: ...
    def left_after(self, fact: str, answer: Value) -> int: ...
    def door(self, outcome: str) -> Door | None: ...


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of the facts.

    outcome: the id of the leading outcome, or None as long as a missing fact can change it.
    candidates: the ids it may still become, the leading first; one when it is settled.
    is_reason_open: every way in which the missing facts can turn out gives this outcome, but not
    by the same rows. also: other outcomes that hold as well, as shown. tables: those that were
    come to, in order. ahead: there as long as something may
    still be asked.
    per_item: for items of a list, the outcome (as shown) that holds for that item alone.
    """

    procedure: Procedure
    day: date
    facts: Facts  # given, filled and derived
    given: Facts
    tables: tuple[JudgedTable, ...]
    outcome: str | None
    candidates: tuple[str, ...]
    also: tuple[str, ...] = ()
    per_item: Mapping[str, str] = field(default_factory=dict)
    is_reason_open: bool = False
    ahead: Ahead | None = field(default=None, compare=False, repr=False)

    @property
    def shown(self) -> str:
        """The outcome as it is called outside; ``onbekend`` when it is not settled."""
        return UNKNOWN if self.outcome is None else self.procedure.outcome(self.outcome).shown

    @property
    def of_whole(self) -> str:
        """What the tables say that look at the whole and not at the items of a list, as shown."""
        tables = [table for table in self.deciding if table.table.for_each is None]
        sure = {each for table in tables for each in table.sure}
        possible = {each for table in tables for each in table.possible}
        best = min(sure, key=self.procedure.rank, default=None)
        if best is None or any(
            self.procedure.rank(e) < self.procedure.rank(best) for e in possible
        ):
            return UNKNOWN
        return self.procedure.outcome(best).shown

    @property
    def fitting(self) -> tuple[JudgedRow, ...]:
        """The rows of the whole that surely say something good."""
        rows = (row for table in self.deciding for row in table.rows if row.item is None)
        return tuple(
            row
            for row in rows
            if row.hits is True and not stands_in_the_way(self.procedure, row.row)
        )

    @property
    def failed(self) -> tuple[JudgedRow, ...]:
        """The rows that surely stand in the way, of the tables that gave the outcome.

        A row that merely says something good when it hits is not among them.
        """
        hitting = (row for table in self.deciding for row in table.rows if row.hits is True)
        return tuple(row for row in hitting if stands_in_the_way(self.procedure, row.row))

    @property
    def deciding(self) -> tuple[JudgedTable, ...]:
        """The last table that is surely come to in a chain; all of them where all count."""
        reached = tuple(table for table in self.tables if table.is_reached)
        all_count = self.procedure.combination is Combination.COLLECT
        return reached if all_count else reached[-1:]
