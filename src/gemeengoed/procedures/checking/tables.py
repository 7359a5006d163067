# SPDX-License-Identifier: EUPL-1.2
"""One table: cases for which no row hits, rows that contradict each other, rows that never count.

Each period of law is looked at by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from gemeengoed.procedures.checking.boxes import Box, Boxes
from gemeengoed.procedures.checking.examples import example, in_words
from gemeengoed.procedures.checking.finding import Finding
from gemeengoed.procedures.checking.periods import Period, periods
from gemeengoed.procedures.conditions import comparisons_in, truth_of
from gemeengoed.procedures.errors import TooTangledError
from gemeengoed.procedures.procedure import Combination, Procedure
from gemeengoed.procedures.space import Space, known_in
from gemeengoed.procedures.table import HitPolicy, Row, Table
from gemeengoed.procedures.values import Facts

_PERHAPS = "perhaps (no facts were found with which it happens)"
_TANGLED = "too many combinations to check"


def check_table(
    procedure: Procedure, table: Table, *, awaits_local: bool = False
) -> Iterator[Finding]:
    """Everything about the rows of one table whose names were found in order.

    awaits_local: rows of an open table are still to come, so that nothing is lacking yet.
    """
    found = periods(table.rows)
    counting: set[int] = set()
    try:
        for period in found:
            part = _Part(procedure, table, period, is_only=len(found) == 1)
            counting |= {id(row) for row in part.rows_that_count()}
            yield from part.contradictions()
            if must_answer(procedure, table) and not (table.is_open and awaits_local):
                yield from part.gaps()
    except TooTangledError:
        hint = "split the table, or give the rows simpler conditions"
        yield Finding(f"table {table.id!r}: {_TANGLED}", hint)
        return
    for row in table.rows:
        if id(row) not in counting:
            yield _never_counts(table, row)


def must_answer(procedure: Procedure, table: Table) -> bool:
    """Whether a row has to hit in every case.

    Where all tables count, one that collects may have nothing to say.
    """
    if table.otherwise is not None:
        return False
    in_chain = procedure.combination is Combination.CHAIN
    return in_chain or table.hit_policy is not HitPolicy.COLLECT


def check_silence(procedure: Procedure, *, awaits_local: bool = False) -> Iterator[Finding]:
    """Where all tables count: a case of which no table says anything."""
    tables = [table for table in procedure.tables if table.for_each is None]
    says_always = any(
        table.otherwise is not None or must_answer(procedure, table) for table in tables
    )
    to_come = awaits_local and any(table.is_open for table in tables)
    if procedure.combination is Combination.CHAIN or says_always or to_come:
        return
    rows = tuple(row for table in tables for row in table.rows)
    if not rows:
        hint = "give a table without for_each an otherwise"
        yield Finding(f"{procedure.id}: nothing is said when a list is empty", hint)
        return
    together = Table("all tables together", procedure.label, HitPolicy.COLLECT, rows)
    yield from check_table(replace(procedure, combination=Combination.CHAIN), together)


class _Part:
    """A table in one period of law."""

    def __init__(
        self, procedure: Procedure, table: Table, period: Period, *, is_only: bool
    ) -> None:
        self._procedure = procedure
        self._table = table
        self._rows = period.rows
        self._when = "" if is_only else f" (law of {period.first_day.isoformat()})"
        compared = (each for row in period.rows for each in comparisons_in(row.hits))
        self._space = Space(known_in(procedure, table.for_each), compared)
        self._boxes = Boxes(self._space)
        self._hits = [self._boxes.of(row.hits) for row in period.rows]

    def rows_that_count(self) -> Iterator[Row]:
        """The rows that hit in some case, and that no row before them takes all cases from."""
        is_first = self._table.hit_policy is HitPolicy.FIRST
        before: list[Box] = []
        for row, hits in zip(self._rows, self._hits, strict=True):
            if self._boxes.without(hits, before) if is_first else hits:
                yield row
            before += hits

    def contradictions(self) -> Iterator[Finding]:
        """Two rows that hit together where that may not be."""
        if self._table.hit_policy not in (HitPolicy.UNIQUE, HitPolicy.ANY):
            return
        numbered = list(zip(self._rows, self._hits, strict=True))
        for (row, hits), (other, also) in combinations(numbered, 2):
            agrees = row.outcome == other.outcome and self._table.hit_policy is HitPolicy.ANY
            if not agrees and (both := self._boxes.common(hits, also)):
                yield self._contradiction(row, other, both)

    def _contradiction(self, row: Row, other: Row, boxes: Sequence[Box]) -> Finding:
        message, facts = self._seen(boxes, partial(_all_hit, (row, other)))
        say = f"rows {row.id!r} and {other.id!r} of table {self._table.id!r} both hit"
        outcomes = f"and say {row.outcome!r} and {other.outcome!r}"
        policy = self._table.hit_policy
        hint = f"hit policy {policy}: let them exclude each other, or choose F or C"
        return Finding(f"{say} {message} {outcomes}{self._when}", hint, other, facts is not None)

    def gaps(self) -> Iterator[Finding]:
        """A case in which no row hits."""
        taken = [box for hits in self._hits for box in hits]
        left = self._boxes.without([{}], taken)
        if left:
            message, facts = self._seen(left, partial(_none_hits, self._rows))
            say = f"table {self._table.id!r}: no row hits {message}{self._when}"
            hint = "write a row for it, or otherwise"
            yield Finding(say, hint, is_fault=facts is not None)

    def _seen(self, boxes: Sequence[Box], happens: partial[bool]) -> tuple[str, Facts | None]:
        """Facts of one of these boxes, in words."""
        for box in boxes[:20]:
            facts = example(self._procedure, self._space, box, happens)
            if facts is not None:
                return f"for {in_words(facts)}", facts
        return _PERHAPS, None


def _all_hit(rows: Sequence[Row], facts: Facts) -> bool:
    return all(truth_of(row.hits, facts) is True for row in rows)


def _none_hits(rows: Sequence[Row], facts: Facts) -> bool:
    return all(truth_of(row.hits, facts) is False for row in rows)


def _never_counts(table: Table, row: Row) -> Finding:
    why = "its condition contradicts itself, or asks what its facts can never be"
    if table.hit_policy is HitPolicy.FIRST:
        why += ", or rows before it always hit first"
    message = f"row {row.id!r} of table {table.id!r} never counts"
    return Finding(f"{message}: {why}", "mend the condition, or remove the row", row)
