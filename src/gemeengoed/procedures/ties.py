# SPDX-License-Identifier: EUPL-1.2
"""What missing facts can be together: where one follows from another, or two are compared.

In a diagram each comparison counts as independent. Under a roof of 2.00 m it seems possible that a
dormer of 1.50 m stays under the ridge and its underside high enough: not together. Here such
facts are tried together, one case of each kind. Only where that is sure to leave none out:
words, yes or no, and at most two numbers in sums; all else stays independent.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, product
from math import prod

from gemeengoed.procedures.conditions import Comparison, facts_in, threshold_of, truth_of
from gemeengoed.procedures.derivations import derive
from gemeengoed.procedures.diagram import Node
from gemeengoed.procedures.judged import Judgement
from gemeengoed.procedures.procedure import Input, Kind
from gemeengoed.procedures.values import Facts, Value
from gemeengoed.procedures.variables import Variables

MOST_WORDS = 500  # ways in which the words of one group are tried
MOST_NUMBERS = 2
_NUMBERS = (Kind.LENGTH, Kind.NUMBER)
_ZERO, _ONE = Decimal(0), Decimal(1)

Cases = Mapping[int, int]  # by the number of a variable the case that it is in


@dataclass(frozen=True, slots=True)
class Group:
    """Variables that hang together, their comparisons, and the missing facts behind them."""

    variables: tuple[int, ...]
    compared: tuple[Comparison, ...]
    words: tuple[Input, ...]
    numbers: tuple[Input, ...]


class Ties:
    """Between the variables on which a diagram depends."""

    def __init__(self, judgement: Judgement, variables: Variables, diagram: Node) -> None:
        self._procedure, self._known = judgement.procedure, judgement.facts
        self._variables = variables
        self._derived = {each.name: each for each in judgement.procedure.derived}
        numbers = [n for n in range(len(variables.all)) if diagram.variables >> n & 1]
        joined = _joined({n: self._missing_behind(n) for n in numbers})
        self._groups = [g for names, ns in joined if (g := self._group(names, ns)) is not None]

    def cases(self) -> Iterator[Cases]:
        """Each way in which variables that hang together can be; all others are open in it."""
        for together in product(*map(self._cases_of, self._groups)):
            yield {number: case for cases in together for number, case in cases}

    # --- what hangs together ----------------------------------------------------------------------

    def _missing_behind(self, number: int) -> frozenset[str]:
        compared = self._variables.all[number].compared
        facts = {fact for each in compared for fact in facts_in(each)}
        return frozenset(name for fact in facts for name in self._missing(fact))

    def _missing(self, fact: str) -> Iterator[str]:
        """The missing inputs by which the fact becomes known: itself, or those it follows from."""
        if fact in self._known:
            return
        if self._follows(fact):
            for taken in self._derived[fact].takes:
                yield from self._missing(taken)
        else:
            yield fact

    def _follows(self, fact: str) -> bool:
        """Whether it comes by others. Of an input: unless it takes what nobody need ever tell."""
        derived, inputs = self._derived.get(fact), self._procedure.inputs
        if derived is None or fact not in inputs:
            return derived is not None
        missing = [name for name in derived.takes if name not in self._known]
        return not any(name in inputs and inputs[name].optional for name in missing)

    def _group(self, names: frozenset[str], variables: tuple[int, ...]) -> Group | None:
        """None where nothing hangs together, or where not every case would be tried."""
        inputs = self._procedure.inputs
        if not names <= inputs.keys():
            return None
        declared = [inputs[name] for name in sorted(names)]
        numbers = tuple(each for each in declared if each.kind in _NUMBERS)
        words = tuple(each for each in declared if each.kind in (Kind.YES_NO, Kind.CHOICE))
        ways = prod(len(_words(each)) for each in words)
        links = [
            n for n in variables if len(self._missing_behind(n) & {e.name for e in numbers}) > 1
        ]
        is_alone = len(variables) == 1 and not links
        is_too_much = len(numbers) > MOST_NUMBERS or len(links) > 1 or ways > MOST_WORDS
        if is_alone or is_too_much or len(words) + len(numbers) < len(declared):
            return None
        compared = tuple(each for n in variables for each in self._variables.all[n].compared)
        return Group(variables, compared, words, numbers)

    # --- one of each kind -------------------------------------------------------------------------

    def _cases_of(self, group: Group) -> Sequence[tuple[tuple[int, int], ...]]:
        found: dict[tuple[tuple[int, int], ...], None] = {}
        for values in product(*map(_words, group.words)):
            told = dict(zip((each.name for each in group.words), values, strict=True))
            for facts in self._with_numbers(group, {**self._known, **told}, group.numbers):
                found[tuple(self._cases_with(group, facts))] = None
        return list(found)

    def _cases_with(self, group: Group, facts: Facts) -> Iterator[tuple[int, int]]:
        known = derive(self._procedure, facts)
        for number in group.variables:
            variable = self._variables.all[number]
            truths = tuple(truth_of(each, known) for each in variable.compared)
            if truths in variable.cases:
                yield number, variable.cases.index(truths)

    def _with_numbers(
        self, group: Group, facts: Facts, missing: Sequence[Input]
    ) -> Iterator[Facts]:
        """The facts with each number in turn on, below, between and above where something turns."""
        if not missing:
            yield facts
            return
        first, *others = missing
        turning = set(self._turning(group, facts, first))
        for other in others:  # also where it turns when the other number lies on a bound of its own
            for value in _bounded(other, self._turning(group, facts, other)):
                turning |= set(self._turning(group, {**facts, other.name: value}, first))
        for value in _one_of_each(first, turning):
            yield from self._with_numbers(group, {**facts, first.name: value}, others)

    def _turning(self, group: Group, facts: Facts, number: Input) -> Iterator[Decimal]:
        """The values at which a comparison that hangs on this number alone comes to equality."""
        for comparison in group.compared:
            at_zero, at_one = (
                self._distance(comparison, {**facts, number.name: each}) for each in (_ZERO, _ONE)
            )
            if at_zero is not None and at_one is not None and at_zero != at_one:
                yield at_zero / (at_zero - at_one)

    def _distance(self, comparison: Comparison, facts: Facts) -> Decimal | None:
        known = derive(self._procedure, facts)
        given, threshold = known.get(comparison.fact), threshold_of(comparison, known)
        if isinstance(given, Decimal) and isinstance(threshold, Decimal):
            return given - threshold
        return None


def _joined(
    missing: Mapping[int, frozenset[str]],
) -> list[tuple[frozenset[str], tuple[int, ...]]]:
    """(the missing facts, the variables): those that share a fact together."""
    groups: list[tuple[frozenset[str], tuple[int, ...]]] = []
    for number, names in missing.items():
        apart = [each for each in groups if not each[0] & names]
        together = [each for each in groups if each[0] & names]
        all_names = names.union(*(each for each, _ in together))
        groups = [*apart, (all_names, (*(n for _, ns in together for n in ns), number))]
    return groups


def _words(declared: Input) -> tuple[Value, ...]:
    return (True, False) if declared.kind is Kind.YES_NO else declared.options


def _bounded(number: Input, values: Iterable[Decimal]) -> list[Decimal]:
    """The values that are plausible, and the bounds of what is."""
    low, high = number.minimum, number.maximum
    found = {each for each in (low, high) if each is not None}
    for each in values:
        if (low is None or each >= low) and (high is None or each <= high):
            found.add(each)
    return sorted(found)


def _one_of_each(number: Input, turning: Iterable[Decimal]) -> Iterator[Decimal]:
    """Each value at which something turns, and one in each stretch before, between and after."""
    bounds = _bounded(number, turning) or [_ZERO]
    if number.minimum is None:
        yield bounds[0] - 1
    for here, after in pairwise(bounds):
        yield from (here, (here + after) / 2)
    yield bounds[-1]
    if number.maximum is None:
        yield bounds[-1] + 1
