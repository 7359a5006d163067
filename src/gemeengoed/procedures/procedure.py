# SPDX-License-Identifier: EUPL-1.2
"""A procedure: the facts it needs, its tables in order, and its outcomes by rank."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gemeengoed.procedures.errors import NoVersionError
from gemeengoed.procedures.table import Table
from gemeengoed.procedures.values import Facts, Value

UNKNOWN = "onbekend"  # the outcome as long as a fact that can still change it is missing


class Kind(StrEnum):
    """What a fact is; the values are those of the pack files."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    LENGTH = "length"  # metres
    NUMBER = "number"
    DATE = "date"
    LIST = "list"  # words, several
    ITEMS = "items"  # several things with fields of their own: echtgenoot:43


@dataclass(frozen=True, slots=True)
class Input:
    """One fact that tables look at.

    minimum and maximum are what is plausible: outside them a fact is doubted, not judged.
    register: which register knows it, so that it is looked up and not asked. changeable: whether
    another plan could have it otherwise (a height can, a monument cannot). likely: how often a
    value occurs, in parts, and typical: between which numbers nine out of ten lie; they decide
    only which question comes first.
    """

    name: str
    kind: Kind
    label: str
    unit: str | None = None
    options: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    step: Decimal = Decimal("0.01")  # the smallest change that makes sense
    register: str | None = None
    changeable: bool = True
    likely: Mapping[str, int] | None = None
    typical: tuple[Decimal, Decimal] | None = None
    others: str | None = None  # the option that every word stands for that is no option itself
    fields: tuple["Input", ...] = ()  # of items
    optional: bool = False  # nobody asks for it: when it is missing it is simply not there


@dataclass(frozen=True, slots=True)
class Derived:
    """A fact that follows from others by a named step in derivations.py."""

    name: str
    label: str
    step: str
    takes: tuple[str, ...]
    kind: Kind
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a procedure can say. id tells ranks apart that are shown by the same word.

    holds_alone: it is a verdict on the whole ("the plan fits"), so never told beside another.
    besides: outcomes of which somebody who acts on this one must know whether they hold as well;
    so what can still bring them is asked.
    """

    id: str
    label: str
    shown: str
    is_no: bool = False  # it stands in the way of what was asked: a door follows
    holds_alone: bool = False
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledBy:
    """On whose word a municipality filled in a fact. url: empty where the source has no address."""

    title: str
    url: str
    checked_on: date | None


class Combination(StrEnum):
    """How the tables of a procedure hang together."""

    CHAIN = "chain"  # the next table counts only where this one does not end it
    COLLECT = "collect"  # all tables count; the leading outcome is the first by rank


Derivation = Callable[..., Value | None]


@dataclass(frozen=True, slots=True)
class Procedure:
    """outcomes stand in order of rank, the leading one first.

    fills are the facts that a municipality filled in (thresholds), and filled_by says on whose
    word; that is no part of the fingerprints, for it changes no outcome. fingerprint is that of all
    but the overlay, overlay_fingerprint that of what the municipality filled; content sets both.
    """

    id: str
    label: str
    inputs: Mapping[str, Input]
    derived: tuple[Derived, ...]
    tables: tuple[Table, ...]
    outcomes: tuple[Outcome, ...]
    combination: Combination = Combination.CHAIN
    fills: Facts = field(default_factory=dict)
    filled_by: Mapping[str, FilledBy] = field(default_factory=dict, compare=False)
    fingerprint: str = ""
    overlay_fingerprint: str = ""

    def on(self, day: date) -> "Procedure":
        """The procedure as it was in force on that day; raises NoVersionError.

        Every table of a chain must have had rows, else what is said when no row hits would be
        taken for a rule. Where all tables count, those without rows had nothing to say yet.
        """
        tables = tuple(table.on(day) for table in self.tables)
        in_force = tuple(table for table in tables if table.rows)
        if not in_force or (self.combination is Combination.CHAIN and in_force != tables):
            raise NoVersionError(self.id, day)
        return replace(self, tables=in_force)

    def whose_word(self, fact: str) -> FilledBy | None:
        """The source of a fact that the municipality filled in, or that follows from one."""
        behind = next((each.takes for each in self.derived if each.name == fact), ())
        names = (name for name in (fact, *behind) if name in self.filled_by)
        return next((self.filled_by[name] for name in names), None)

    def outcome(self, id: str) -> Outcome:
        """The outcome of that id; raises KeyError."""
        return next(each for each in self.outcomes if each.id == id)

    def rank(self, id: str) -> int:
        """Its place in the order of leading; the first is 0."""
        return [each.id for each in self.outcomes].index(id)
