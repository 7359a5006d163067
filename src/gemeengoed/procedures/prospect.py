# SPDX-License-Identifier: EUPL-1.2
"""What may still come of a judgement: its outcome as a function of what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from gemeengoed.procedures.building import Building
from gemeengoed.procedures.diagram import OPEN, Diagram, Diagrams, Leaf, Node, Open, leaf_of
from gemeengoed.procedures.errors import TooTangledError
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Combination, Procedure
from gemeengoed.procedures.ranking import leading
from gemeengoed.procedures.remaining import OpenRows, open_rows
from gemeengoed.procedures.table import Door, Row, Table
from gemeengoed.procedures.ties import Ties
from gemeengoed.procedures.values import Value
from gemeengoed.procedures.variables import Variables

MOST_COMBINED = 20_000  # some tenths of a second; the tables of a municipality need some hundreds


class Prospect:
    """Of a judgement of which facts are missing: of its outcome, or of what may hold besides."""

    def __init__(self, judgement: Judgement, besides: Sequence[str] = ()) -> None:
        """besides: outcomes; then what may still come is which of these hold as well."""
        self._judgement = judgement
        self._procedure = judgement.procedure
        self._parts = [list(open_rows(judgement, each)) for each in judgement.tables]
        self._variables = Variables(judgement, [part for parts in self._parts for part in parts])
        self._diagrams = Diagrams(MOST_COMBINED)
        self._building = Building(self._procedure, self._variables, self._diagrams)
        self._outcome: Diagram | Open = OPEN
        self._settles: dict[tuple[object, ...], bool] = {}
        self._left: dict[tuple[object, ...], int] = {}
        with suppress(TooTangledError):  # then whatever the open rows look at may matter
            self._outcome = (
                self._building.holding(self._parts, besides)
                if besides
                else self._building.outcome(self._parts)
            )

    @property
    def is_open(self) -> bool:
        """Whether a missing fact can still change it."""
        return isinstance(self._outcome, Node | Open)

    def outcome(self) -> str | None:
        """The outcome that every way in which the missing facts can turn out gives; else None."""
        found = self._whatever_comes(self._outcome)
        return found if isinstance(found, str) else None

    def door(self, outcome: str) -> Door | None:
        """The door that every such way leads to, where that outcome is sure.

        None where they lead to different ones, where there is none, and where rows are too tangled.
        """
        found: Leaf | Open = None
        with suppress(TooTangledError):
            found = self._whatever_comes(self._building.door(self._parts, outcome))
        return Door(found) if isinstance(found, str) else None

    def _whatever_comes(self, diagram: Diagram | Open) -> Leaf | Open:
        """What is the same in all cases that there can be; else OPEN."""
        if not isinstance(diagram, Node):
            return diagram
        ties = Ties(self._judgement, self._variables, diagram)
        found: set[Leaf | Open] = set()
        for cases in ties.cases():
            found.add(leaf_of(diagram, cases))
            if OPEN in found or len(found) > 1:
                return OPEN
        return found.pop()

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
