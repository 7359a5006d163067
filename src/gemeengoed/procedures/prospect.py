# SPDX-License-Identifier: EUPL-1.2
"""What may still come of a judgement: its outcome as a function of what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial

from gemeengoed.procedures.conditions import AllOf, AnyOf, Comparison, Not
from gemeengoed.procedures.diagram import OPEN, Diagram, Diagrams, Node, Open, leaf_of
from gemeengoed.procedures.errors import TooTangledError
from gemeengoed.procedures.evaluating import leading
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Combination, Procedure
from gemeengoed.procedures.remaining import OpenRows, Rest, open_rows
from gemeengoed.procedures.table import HitPolicy, Row, Table
from gemeengoed.procedures.values import Value
from gemeengoed.procedures.variables import Variables

MOST_COMBINED = 20_000  # some tenths of a second; the tables of a municipality need some hundreds


class Prospect:
    """Of a judgement that is not settled."""

    def __init__(self, judgement: Judgement) -> None:
        self._judgement = judgement
        self._procedure = judgement.procedure
        self._parts = [list(open_rows(judgement, each)) for each in judgement.tables]
        self._variables = Variables(judgement, [part for parts in self._parts for part in parts])
        self._diagrams = Diagrams(MOST_COMBINED)
        building = _Building(self._procedure, self._variables, self._diagrams)
        self._outcome: Diagram | Open = OPEN
        self._settles: dict[tuple[object, ...], bool] = {}
        self._left: dict[tuple[object, ...], int] = {}
        with suppress(TooTangledError):  # then whatever the open rows look at may matter
            self._outcome = building.outcome(self._parts)

    def facts_that_matter(self) -> tuple[str, ...]:
        """The inputs on which the outcome depends, in the order in which the tables look at them.

        Where the outcome is sure but not because of which row, those by which that becomes known.
        """
        if isinstance(self._outcome, str):
            return self._facts_of_the_reason(self._outcome)
        return self._variables.asks(self._outcome)

    def thresholds(self, fact: str) -> Iterator[object]:
        """What open rows compare the fact with."""
        return self._variables.thresholds(fact)

    def settles(self, fact: str, answer: Value) -> bool:
        """Whether no other answer can change the outcome any more once this is known too."""
        if isinstance(self._outcome, Open):
            return False
        cases = self._variables.cases_with(fact, answer)
        key = (fact, *cases.items())
        if key not in self._settles:  # many answers come to the same
            self._settles[key] = isinstance(leaf_of(self._outcome, cases), str)
        return self._settles[key]

    def left_after(self, fact: str, answer: Value) -> int:
        """How many facts can still change the outcome once this is known too."""
        cases = self._variables.cases_with(fact, answer)
        key = (fact, *cases.items())
        if key not in self._left:
            left = self._outcome
            if not isinstance(left, Open):
                left = self._diagrams.restricted(left, cases)
            self._left[key] = len({*self._variables.asks(left)} - {fact})
        return self._left[key]

    def _facts_of_the_reason(self, outcome: str) -> tuple[str, ...]:
        """Of the open rows that can give it, those of which the least is missing.

        When none can, it is what is said when no row hits: then of all open rows.
        """
        missing: dict[bool, list[tuple[str, ...]]] = {True: [], False: []}
        for part in self._parts_that_are_open():
            for row, rest in part.rests:
                if asked := self._variables.asked_for(rest):
                    missing[_can_give(self._procedure, part.table, row, outcome)].append(asked)
        rows = missing[True] or missing[False]
        least = min(map(len, rows), default=0)
        return _each_once(name for names in rows if len(names) == least for name in names)

    def _parts_that_are_open(self) -> Iterator[OpenRows]:
        """Of the tables of which it is not sure what they say."""
        for judged, parts in zip(self._judgement.tables, self._parts, strict=True):
            leads = leading(self._procedure, judged.table, judged.sure, judged.possible)
            if not judged.sure or len(leads) > 1:
                yield from parts


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _can_give(procedure: Procedure, table: Table, row: Row, outcome: str) -> bool:
    """Whether it gives that outcome, or lets a chain come to the table that does."""
    if procedure.combination is Combination.COLLECT:
        return row.outcome == outcome
    goes_on = table is not procedure.tables[-1] and row.outcome not in table.ends
    return goes_on or table.ends.get(row.outcome, row.outcome) == outcome


class _Building:
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
