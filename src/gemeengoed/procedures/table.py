# SPDX-License-Identifier: EUPL-1.2
"""A decision table: rows with their source, their purpose and the way on where they say no."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gemeengoed.procedures.conditions import ALWAYS, AllOf, Condition, Not, facts_in


class RuleKind(StrEnum):
    """What kind of rule a row is: it decides which door is lawful where the row says no."""

    POLICY = "policy_rule"
    PLAN = "plan_rule"
    ORDINANCE = "ordinance_rule"
    STATUTE = "statute_rule"


class Door(StrEnum):
    """The lawful way on after a no."""

    DEVIATE = "A"  # deviation from a policy rule, Awb 4:84
    PLAN = "B"  # buitenplanse omgevingsplanactiviteit, Omgevingswet 5.21 lid 2 b
    HARDSHIP = "C"  # the hardheidsclausule of the ordinance itself
    OTHER_ROUTE = "D"  # no deviation: another route, help, or another norm that applies
    FACTS = "E"  # correct the fact first: no table gives it, whoever sees the mistake does


# An ordinance has its door only where it has a hardheidsclausule of its own: see Row.door.
DOORS: Mapping[RuleKind, Door] = {
    RuleKind.POLICY: Door.DEVIATE,
    RuleKind.PLAN: Door.PLAN,
    RuleKind.ORDINANCE: Door.HARDSHIP,
    RuleKind.STATUTE: Door.OTHER_ROUTE,
}


# The strictest rule decides: where a statute says no as well, deviating from policy does not help.
STRICTEST_FIRST = (Door.OTHER_ROUTE, Door.HARDSHIP, Door.PLAN, Door.DEVIATE)


class HitPolicy(StrEnum):
    """DMN's letters: how many rows may hit, and which counts."""

    UNIQUE = "U"  # at most one row hits
    ANY = "A"  # several may, if they agree
    FIRST = "F"  # the first that hits counts
    COLLECT = "C"  # all that hit count


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands. valid_to is the last day it was in force; None: it still is.

    hardship_clause: the article of an ordinance with which may be deviated from it; empty: none.
    """

    law: str
    article: str
    version: str  # the date of the text that was read, or the edition of a municipal rule
    url: str
    valid_from: date
    valid_to: date | None = None
    hardship_clause: str = ""

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why the rule is there, in plain words, and whose interest it protects."""

    text: str
    protects: str


@dataclass(frozen=True, slots=True)
class LocalRoom:
    """What a municipality may do with the threshold of a row: fill or change it, within bounds."""

    may: str = "none"  # none, fill, change
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Hits when ``when`` holds and ``requires``, if there is one, does not.

    A rule that demands something is written as a requirement: the row with its outcome hits
    where the demand is not met, and what is lacking can be told.
    """

    id: str
    label: str
    outcome: str
    rule_kind: RuleKind
    source: Source
    purpose: Purpose
    when: Condition = ALWAYS
    requires: Condition | None = None
    bubble_up: bool = False  # a person looks at it, whatever the outcome
    local: LocalRoom = LocalRoom()
    otherwise: str = ""  # a sentence for where nothing is measured: "Het dak is niet plat."
    too_much: str = "te veel"  # words of the margin: "4 cm te hoog"
    too_little: str = "te weinig"

    @property
    def hits(self) -> Condition:
        """The condition under which the row counts."""
        if self.requires is None:
            return self.when
        return AllOf((self.when, Not(self.requires)))

    @property
    def door(self) -> Door:
        """The way on after a no of this row.

        From an ordinance may be deviated only by its own hardheidsclausule: without one it is as
        strict as a statute.
        """
        if self.rule_kind is RuleKind.ORDINANCE and not self.source.hardship_clause:
            return Door.OTHER_ROUTE
        return DOORS[self.rule_kind]

    @property
    def facts(self) -> tuple[str, ...]:
        """The names of the facts it looks at."""
        return facts_in(self.hits)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that are judged together.

    otherwise: the outcome when no row hits. ends: outcomes that end the procedure and what they
    are called there; any other outcome goes on to the next table. for_each: the list fact whose
    items are judged one by one; its fields are then facts as well.
    """

    id: str
    label: str
    hit_policy: HitPolicy
    rows: tuple[Row, ...]
    otherwise: str | None = None
    ends: Mapping[str, str] = field(default_factory=dict)
    for_each: str | None = None
    is_open: bool = False  # a municipality writes the rows

    def on(self, day: date) -> "Table":
        """The table as it was in force on that day."""
        return replace(self, rows=tuple(row for row in self.rows if row.source.is_valid_on(day)))
