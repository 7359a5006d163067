# SPDX-License-Identifier: EUPL-1.2
"""What is missing, as variables: of each fact only what the open rows can tell apart.

Exact, but that two missing facts that are compared with each other, and a missing fact that follows
from others, count as independent of all else. That can only make a fact seem to matter which does
not, never the other way round.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gemeengoed.procedures.conditions import Comparison, comparisons_in, facts_in, truth_of
from gemeengoed.procedures.derivations import derive
from gemeengoed.procedures.diagram import Diagram, Node, Open
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.kleene import Truth
from gemeengoed.procedures.remaining import OpenRows, Rest
from gemeengoed.procedures.space import Space, known_in
from gemeengoed.procedures.values import Facts, Value


@dataclass(frozen=True, slots=True)
class Variable:
    """Comparisons that hang together, and the cases in which they can turn out, one truth each.

    asks: the inputs by which it becomes known.
    """

    compared: tuple[Comparison, ...]
    cases: tuple[tuple[Truth, ...], ...]
    asks: tuple[str, ...]


class Variables:
    """In the order in which the tables look at them."""

    def __init__(self, judgement: Judgement, parts: Sequence[OpenRows]) -> None:
        self._judgement = judgement
        self._asks_of: dict[int, tuple[str, ...]] = {}
        self._taken = {name for each in judgement.procedure.derived for name in each.takes}
        self._listed = {name: part.table.for_each or "" for part in parts for name in part.own}
        compared = tuple(dict.fromkeys(_compared(parts)))
        facts = known_in(judgement.procedure, None)
        space = Space(
            facts | {name: fact for part in parts for name, fact in part.own.items()}, compared
        )
        by_axis: list[dict[Comparison, int]] = [{} for _ in space.axes]
        self._places: dict[Comparison, tuple[int, int]] = {}
        for comparison in compared:
            axis, cells = space.cells_of(comparison)
            self._places[comparison] = axis, len(by_axis[axis])
            by_axis[axis][comparison] = cells
        self.all = tuple(
            Variable(tuple(cells), _cases(len(axis.cells), cells.values()), self._inputs_for(cells))
            for axis, cells in zip(space.axes, by_axis, strict=True)
        )
        self._answered: dict[tuple[str, Value], Mapping[int, int]] = {}
        self._known_by: dict[str, list[int]] = {}
        for number, variable in enumerate(self.all):
            for name in variable.asks:
                self._known_by.setdefault(name, []).append(number)

    def place(self, comparison: Comparison) -> tuple[int, int]:
        """The number of its variable, and which of the comparisons of that variable it is."""
        return self._places[comparison]

    def asks(self, outcome: Diagram | Open) -> tuple[str, ...]:
        """The inputs behind the variables on which it depends; of what is open, behind all."""
        if isinstance(outcome, Node):
            bits = outcome.variables
        else:
            bits = -1 if isinstance(outcome, Open) else 0
        if bits not in self._asks_of:
            on = (each for number, each in enumerate(self.all) if bits >> number & 1)
            self._asks_of[bits] = tuple(dict.fromkeys(name for each in on for name in each.asks))
        return self._asks_of[bits]

    def asked_for(self, rest: Rest) -> tuple[str, ...]:
        """The inputs by which what is left of a condition becomes known."""
        open_ones = () if isinstance(rest, bool) else comparisons_in(rest)
        numbers = dict.fromkeys(self._places[each][0] for each in open_ones)
        return tuple(dict.fromkeys(name for number in numbers for name in self.all[number].asks))

    def thresholds(self, fact: str) -> Iterator[object]:
        """What the fact is compared with."""
        return (
            comparison.threshold
            for number in self._known_by.get(fact, ())
            for comparison in self.all[number].compared
            if comparison.fact == fact
        )

    def cases_with(self, fact: str, answer: Value) -> Mapping[int, int]:
        """By variable the case that it is in when this answer is given; no other is known then."""
        key = (fact, answer)
        if key not in self._answered:
            facts: Facts = {**self._judgement.facts, fact: answer}
            if fact in self._taken:
                facts = derive(self._judgement.procedure, facts)
            self._answered[key] = dict(self._settled(fact, facts))
        return self._answered[key]

    def _settled(self, fact: str, facts: Facts) -> Iterator[tuple[int, int]]:
        for number in self._known_by.get(fact, ()):
            variable = self.all[number]
            truths = tuple([truth_of(each, facts) for each in variable.compared])
            if truths in variable.cases:
                yield number, variable.cases.index(truths)

    def _inputs_for(self, compared: Iterable[Comparison]) -> tuple[str, ...]:
        facts = dict.fromkeys(fact for each in compared for fact in facts_in(each))
        return tuple(dict.fromkeys(name for fact in facts for name in self._behind(fact)))

    def _behind(self, fact: str) -> Iterator[str]:
        """The inputs to ask for a missing fact: itself, what it follows from, or its list."""
        procedure, known = self._judgement.procedure, self._judgement.facts
        if fact in known:
            return
        derived = next((each for each in procedure.derived if each.name == fact), None)
        if fact in self._listed:
            yield self._listed[fact]
        elif fact in procedure.inputs:
            yield fact
        elif derived is not None:
            for taken in derived.takes:
                yield from self._behind(taken)
        else:
            yield from (
                each.name
                for each in procedure.inputs.values()
                if each.name not in known and fact in (field.name for field in each.fields)
            )


def _compared(parts: Sequence[OpenRows]) -> Iterator[Comparison]:
    for part in parts:
        for rest in (part.is_there, *(rest for _, rest in part.rests)):
            if not isinstance(rest, bool):
                yield from comparisons_in(rest)


def _cases(cells: int, holding: Iterable[int]) -> tuple[tuple[Truth, ...], ...]:
    """What comparisons can be together. holding: of each the cells in which it holds, as bits."""
    together = [tuple([bool(bits >> cell & 1) for bits in holding]) for cell in range(cells)]
    return tuple(dict.fromkeys(together))
