# SPDX-License-Identifier: EUPL-1.2
"""A decision table as DMN has it, over facts only: rules, values per column, hit policy.

A table that looks at the outcome of another table is folded: that column becomes the condition
under which the other table gives the outcome. What is left looks at facts alone, so that unknown
facts, margins and questions come through the whole file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gemeengoed.procedures.conditions import AllOf, AnyOf, Condition, Not
from gemeengoed.procedures.values import Value

Values = tuple[Value | None, ...]  # of the output columns; None is DMN's null


class Policy(StrEnum):
    """Hit policies and aggregators by the letters that DMN gives them."""

    UNIQUE = "U"
    ANY = "A"
    FIRST = "F"
    PRIORITY = "P"
    COLLECT = "C"
    RULE_ORDER = "R"
    OUTPUT_ORDER = "O"
    SUM = "C+"
    COUNT = "C#"
    MINIMUM = "C<"
    MAXIMUM = "C>"


ONE_RESULT = (Policy.UNIQUE, Policy.ANY, Policy.FIRST, Policy.PRIORITY)
SEVERAL_RESULTS = (Policy.COLLECT, Policy.RULE_ORDER, Policy.OUTPUT_ORDER)
COUNTED = (Policy.SUM, Policy.COUNT, Policy.MINIMUM, Policy.MAXIMUM)


@dataclass(frozen=True, slots=True)
class OutputColumn:
    """order: its values by priority, the first leads; empty when the file does not tell."""

    name: str
    order: Values = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """size: how many comparisons its condition has. told: its annotations, by name of column.

    conclusion: what residents read when it hits (STTR).
    """

    condition: Condition
    values: Values
    size: int
    label: str = ""
    conclusion: str = ""
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleTable:
    """default: the values when no rule hits; None when the file does not tell."""

    name: str
    policy: Policy
    columns: tuple[OutputColumn, ...]
    rules: tuple[Rule, ...]
    default: Values | None = None

    @property
    def size(self) -> int:
        """How many comparisons all rules have together."""
        return sum(rule.size for rule in self.rules)

    def priority(self, values: Values) -> tuple[int, ...]:
        """Where these values stand among the others: the first column decides first."""
        ordered = zip(self.columns, values, strict=True)
        return tuple(
            column.order.index(value) if value in column.order else len(column.order)
            for column, value in ordered
        )


def gives(table: RuleTable, wanted: Callable[[Values], bool]) -> Condition:
    """The condition under which a table that gives one result gives one that is wanted.

    Where no rule hits it gives its default, or null in every column. If that is wanted, it is
    enough that no other rule leads: so it is known as soon as the table itself is settled.
    """
    if wanted(table.default or (None,) * len(table.columns)):
        return Not(_leads(table, lambda values: not wanted(values)))
    return _leads(table, wanted)


def _leads(table: RuleTable, wanted: Callable[[Values], bool]) -> Condition:
    """The condition under which a rule leads of which the values are wanted."""
    parts: list[Condition] = []
    before: list[Condition] = []
    for rule in _in_order(table):
        if wanted(rule.values):
            parts.append(_not_after(rule.condition, before))
        elif table.policy in (Policy.FIRST, Policy.PRIORITY):
            before.append(rule.condition)
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def _in_order(table: RuleTable) -> Sequence[Rule]:
    """By which rule leads: the first that hits decides, also where priority does."""
    if table.policy is Policy.PRIORITY:
        return sorted(table.rules, key=lambda rule: table.priority(rule.values))
    return table.rules


def _not_after(condition: Condition, before: Sequence[Condition]) -> Condition:
    if not before:
        return condition
    return AllOf((condition, Not(AnyOf(tuple(before)))))
