# SPDX-License-Identifier: EUPL-1.2
"""Rows of which facts are missing, as diagrams: what outcome comes of them, and which door."""

from collections.abc import Iterable, Sequence
from functools import partial

from gemeengoed.procedures.conditions import AllOf, AnyOf, Comparison, Not
from gemeengoed.procedures.diagram import OPEN, Diagram, Diagrams, Node, Open
from gemeengoed.procedures.judged import stands_in_the_way
from gemeengoed.procedures.procedure import Combination, Procedure
from gemeengoed.procedures.remaining import OpenRows, Rest
from gemeengoed.procedures.table import STRICTEST_FIRST, HitPolicy, Row, RuleKind, Table
from gemeengoed.procedures.variables import Variables


class Building:
    """From rows to a diagram of what comes of them, in which None says: nothing."""

    def __init__(self, procedure: Procedure, variables: Variables, diagrams: Diagrams) -> None:
        self._procedure = procedure
        self._variables = variables
        self._diagrams = diagrams
        self._ranks: dict[Diagram, int] = {
            each.id: rank for rank, each in enumerate(procedure.outcomes)
        }

    def outcome(self, tables: Sequence[Sequence[OpenRows]]) -> Diagram:
        """All tables together, each with its rows, which it may have for several items.

        In a chain what comes after a table counts where it goes on.
        """
        if self._procedure.combination is Combination.COLLECT:
            return self._leading(part for parts in tables for part in parts)
        found: Diagram = None
        for parts in reversed(tables):
            if parts:
                table = parts[0].table
                is_last = table is self._procedure.tables[-1]
                rule = partial(_going_on, table, is_last)
                found = self._diagrams.combine(rule, self._leading(parts), found)
        return found

    def holding(self, tables: Sequence[Sequence[OpenRows]], outcomes: Sequence[str]) -> Diagram:
        """Which of these outcomes hold, by their rows: their ids in order, as one text."""
        found: Diagram = ""
        parts = [part for parts in tables for part in parts]
        for outcome in outcomes:
            holds: Diagram = False
            for part in parts:
                rests = [rest for row, rest in part.rests if row.outcome == outcome]
                for hits in map(self._truth, rests):
                    here = self._diagrams.choose(self._truth(part.is_there), hits, False)
                    holds = self._diagrams.choose(here, True, holds)
            said = self._diagrams.choose(holds, outcome, "")
            found = self._diagrams.combine(_both, found, said)
        return found

    def door(self, tables: Sequence[Sequence[OpenRows]], outcome: str) -> Diagram:
        """The door, by its letter, where this outcome is sure; None: there is none.

        Of a no that of the last table that says no; else D where a statute stands in the way in
        the table that has the last word.
        """
        is_chain = self._procedure.combination is Combination.CHAIN
        is_no = self._procedure.outcome(outcome).is_no
        found: Diagram = None
        is_reached: Diagram = True
        for parts in tables:
            said = self._strictest(parts, is_no=is_no)
            if is_no or not is_chain:
                said = self._diagrams.combine(_the_last, found, said)
            found = self._diagrams.choose(is_reached, said, found)
            if is_chain and parts:
                goes_on = self._diagrams.combine(
                    partial(_ends, parts[0].table), None, self._leading(parts)
                )
                is_reached = self._diagrams.choose(is_reached, goes_on, False)
        return found

    def _strictest(self, parts: Iterable[OpenRows], *, is_no: bool) -> Diagram:
        """Of the rows of one table that count for the door."""
        counting = [
            (row, self._diagrams.choose(self._truth(part.is_there), self._truth(rest), False))
            for part in parts
            for row, rest in part.rests
            if (
                self._procedure.outcome(row.outcome).is_no
                if is_no
                else _is_statute_in_the_way(self._procedure, row)
            )
        ]
        found: Diagram = None
        for door in reversed(STRICTEST_FIRST):
            for row, hits in counting:
                if row.door is door:
                    found = self._diagrams.choose(hits, door.value, found)
        return found

    def _leading(self, parts: Iterable[OpenRows]) -> Diagram:
        found: Diagram = None
        for part in parts:
            found = self._diagrams.combine(self._higher, found, self._said(part))
        return found

    def _higher(self, one: Diagram, other: Diagram) -> Diagram | Open:
        if one is None or one is other or self._ranks.get(other) == 0:
            return other
        if other is None or self._ranks.get(one) == 0:
            return one
        if isinstance(one, Node) or isinstance(other, Node):
            return OPEN
        return min(one, other, key=self._ranks.__getitem__)

    # --- one table --------------------------------------------------------------------------------

    def _said(self, part: OpenRows) -> Diagram:
        said: Diagram = part.table.otherwise
        for row, rest in reversed(list(self._in_order(part))):
            said = self._diagrams.choose(self._truth(rest), row.outcome, said)
        return self._diagrams.choose(self._truth(part.is_there), said, None)

    def _in_order(self, part: OpenRows) -> Sequence[tuple[Row, Rest]]:
        """The rows that may hit, so that the first that does counts."""
        rows = [(row, rest) for row, rest in part.rests if rest is not False]
        policy = part.table.hit_policy
        if policy is HitPolicy.COLLECT:
            return sorted(rows, key=lambda each: self._ranks[each[0].outcome])
        if policy is not HitPolicy.FIRST:
            # Others that hit say the same, or there are none: tables that do not are refused.
            rows = [each for each in rows if each[1] is True][:1] or rows
        if part.table.otherwise is None and rows:
            rows[-1] = rows[-1][0], True  # one of them hits: tables with a gap are refused
        return rows

    def _truth(self, rest: Rest) -> Diagram:
        match rest:
            case bool():
                return rest
            case Comparison():
                number, place = self._variables.place(rest)
                cases = self._variables.all[number].cases
                return self._diagrams.looking_at(number, tuple(case[place] for case in cases))
            case Not(part):
                return self._diagrams.choose(self._truth(part), False, True)
            case AllOf(parts):
                truth: Diagram = True
                for part in parts:
                    truth = self._diagrams.choose(truth, self._truth(part), False)
                return truth
            case AnyOf(parts):
                truth = False
                for part in parts:
                    truth = self._diagrams.choose(truth, True, self._truth(part))
                return truth


def _going_on(table: Table, is_last: bool, said: Diagram, after: Diagram) -> Diagram | Open:
    """What a chain says: an outcome of this table that ends it, else what comes after."""
    if isinstance(said, Node):
        return OPEN
    if not isinstance(said, str):
        return said
    return table.ends.get(said, said if is_last else after)


def _ends(table: Table, _: Diagram, said: Diagram) -> Diagram | Open:
    """Whether a chain goes on after what this table says."""
    return OPEN if isinstance(said, Node) else said not in table.ends


def _the_last(one: Diagram, other: Diagram) -> Diagram | Open:
    """The second of two, where it says something."""
    if isinstance(other, Node):
        return OPEN
    return one if other is None else other


def _both(one: Diagram, other: Diagram) -> Diagram | Open:
    if isinstance(one, Node) or isinstance(other, Node):
        return OPEN
    return f"{one} {other}".strip()


def _is_statute_in_the_way(procedure: Procedure, row: Row) -> bool:
    return row.rule_kind is RuleKind.STATUTE and stands_in_the_way(procedure, row)
