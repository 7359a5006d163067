# SPDX-License-Identifier: EUPL-1.2
"""Conditions over facts: comparisons, and how they hang together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gemeengoed.procedures.errors import CannotCompareError
from gemeengoed.procedures.kleene import Truth, all_of, any_of, opposite
from gemeengoed.procedures.values import Facts, Value, word_of


class Operator(StrEnum):
    """How a fact is compared; the values are those of the pack files."""

    IS = "="
    IS_NOT = "!="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
    AMONG = "in"  # the fact is one of the words
    HAS = "has"  # the fact, a list, has this word; with a value only where it is named: word:7


@dataclass(frozen=True, slots=True)
class FactNamed:
    """A threshold that is itself a fact: another input, or one that a municipality fills."""

    name: str


@dataclass(frozen=True, slots=True)
class Comparison:
    fact: str
    operator: Operator
    threshold: Value | FactNamed


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


Condition = Comparison | AllOf | AnyOf | Not

ALWAYS = AllOf(())


def truth_of(condition: Condition, facts: Facts) -> Truth:
    """Whether the condition holds; None when what is known does not settle it.

    Raises CannotCompareError when a fact is of another type than its threshold: reading.py
    refuses such facts before they come here.
    """
    match condition:
        case Comparison():
            return _compare(condition, facts)
        case AllOf(parts):
            return all_of(truth_of(part, facts) for part in parts)
        case AnyOf(parts):
            return any_of(truth_of(part, facts) for part in parts)
        case Not(part):
            return opposite(truth_of(part, facts))


def threshold_of(comparison: Comparison, facts: Facts) -> Value | None:
    """The threshold as a value; None when it is a fact that is not known."""
    threshold = comparison.threshold
    return facts.get(threshold.name) if isinstance(threshold, FactNamed) else threshold


def _compare(comparison: Comparison, facts: Facts) -> Truth:
    given, threshold = facts.get(comparison.fact), threshold_of(comparison, facts)
    if given is None or threshold is None:
        return None
    return compares(given, comparison.operator, threshold)


def compares(given: Value, operator: Operator, threshold: Value) -> bool:
    """Two known values. Raises CannotCompareError where their types do not fit the operator."""
    match operator:
        case Operator.AMONG if isinstance(threshold, tuple):
            return given in threshold
        case Operator.HAS if isinstance(given, tuple) and isinstance(threshold, str):
            return threshold in given or threshold in (word_of(each) for each in given)
        case Operator.IS if type(given) is type(threshold):
            return given == threshold
        case Operator.IS_NOT if type(given) is type(threshold):
            return given != threshold
    for kind in (Decimal, date):
        if isinstance(given, kind) and isinstance(threshold, kind):
            return _in_order(given, operator, threshold)
    raise CannotCompareError(given, operator, threshold)


def _in_order(given: Decimal | date, operator: Operator, threshold: Decimal | date) -> bool:
    below, equal = given < threshold, given == threshold  # type: ignore[operator]
    return {
        Operator.BELOW: below,
        Operator.AT_MOST: below or equal,
        Operator.ABOVE: not (below or equal),
        Operator.AT_LEAST: not below,
    }[operator]


def rest_of(condition: Condition, facts: Facts) -> Condition | bool:
    """What is left of it when what is known is filled in; True or False when that settles it.

    Of a rest no comparison is settled: what an ``any`` or ``all`` does not hang on is gone.
    Raises CannotCompareError, as truth_of does.
    """
    match condition:
        case Comparison():
            return _rest_of_comparison(condition, facts)
        case Not(part):
            rest = rest_of(part, facts)
            return not rest if isinstance(rest, bool) else Not(rest)
        case AllOf(parts) | AnyOf(parts):
            neutral = isinstance(
                condition, AllOf
            )  # what changes nothing: true of all, false of any
            rests: list[Condition] = []
            for part in parts:
                rest = rest_of(part, facts)
                if rest is (not neutral):
                    return rest
                if not isinstance(rest, bool):
                    rests.append(rest)
            return type(condition)(tuple(rests)) if rests else neutral


def _rest_of_comparison(comparison: Comparison, facts: Facts) -> Condition | bool:
    given, threshold = facts.get(comparison.fact), threshold_of(comparison, facts)
    if threshold is None:
        return comparison
    if given is None:
        return replace(comparison, threshold=threshold)
    return compares(given, comparison.operator, threshold)


def renamed(condition: Condition, names: Mapping[str, str]) -> Condition:
    """The condition over facts of other names; those that are not in names keep theirs."""
    match condition:
        case Comparison(fact, _, threshold):
            if isinstance(threshold, FactNamed):
                threshold = FactNamed(names.get(threshold.name, threshold.name))
            return replace(condition, fact=names.get(fact, fact), threshold=threshold)
        case Not(part):
            return Not(renamed(part, names))
        case AllOf(parts) | AnyOf(parts):
            return type(condition)(tuple(renamed(part, names) for part in parts))


def comparisons_in(condition: Condition) -> Iterator[Comparison]:
    """Every comparison of the condition, in the order in which it is written."""
    match condition:
        case Comparison():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from comparisons_in(part)
        case Not(part):
            yield from comparisons_in(part)


def facts_in(condition: Condition) -> tuple[str, ...]:
    """The names of the facts it looks at, thresholds too, each once."""
    names: dict[str, None] = {}
    for comparison in comparisons_in(condition):
        names[comparison.fact] = None
        if isinstance(comparison.threshold, FactNamed):
            names[comparison.threshold.name] = None
    return tuple(names)
