# SPDX-License-Identifier: EUPL-1.2
"""Cells of an input column: ``>= 18``, ``(0.5..1.0)``, ``"zij", "voor"``, ``not("achter")``."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gemeengoed.procedures.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    FactNamed,
    Not,
    Operator,
    truth_of,
)
from gemeengoed.procedures.dmn.literals import NULL, NotLiteralError, read_literal
from gemeengoed.procedures.errors import CannotCompareError
from gemeengoed.procedures.procedure import Kind
from gemeengoed.procedures.values import Value

ANYTHING = "-"

_NEGATED = re.compile(r"not\s*\((.*)\)\Z", re.DOTALL)
_INTERVAL = re.compile(r"([\[\](])\s*(.+?)\s*\.\.\s*(.+?)\s*([\[\])])\Z", re.DOTALL)
_COMPARED = re.compile(r"(<=|>=|!=|<|>|=)\s*(.+)\Z", re.DOTALL)
_STRING_OR_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,', re.DOTALL)
_TYPES: Mapping[Kind, type] = {
    Kind.YES_NO: bool,
    Kind.CHOICE: str,
    Kind.NUMBER: Decimal,
    Kind.DATE: date,
}


class CellError(ValueError):
    """The cell says something that cannot be read; the sentence (Dutch) says what."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a cell is about. kind None: not told, any value will do.

    others: facts that a cell may compare with, by their name in the file.
    """

    fact: str
    kind: Kind | None
    others: Mapping[str, tuple[str, Kind]]


@dataclass(frozen=True, slots=True)
class Cell:
    """Holds when one of the tests does; negated: when none does. null: of no value as well."""

    tests: tuple[Condition, ...]
    null: bool = False
    negated: bool = False

    def condition(self) -> Condition:
        """As a condition over a fact. Raises CellError for null: what is missing is not known."""
        if self.null:
            raise CellError("null: een gegeven dat er niet is, is hier onbekend en niet leeg")
        together = _one_of(self.tests)
        return _opposite(together) if self.negated else together

    def holds_for(self, column: Column, value: Value | None) -> bool:
        """Whether it holds for a value that is known; None is null. Raises CellError."""
        found = self.null if value is None else self._fits(column, value)
        return found is not self.negated

    def _fits(self, column: Column, value: Value) -> bool:
        try:
            return truth_of(AnyOf(self.tests), {column.fact: value}) is True
        except CannotCompareError as error:
            raise CellError(f"vergelijkt wat niet gelijk van soort is: {error}") from error


def read_cell(text: str, column: Column) -> Cell | None:
    """The cell; None when it says nothing. Raises CellError."""
    if text in ("", ANYTHING):
        return None
    match = _NEGATED.match(text)
    pieces = list(_pieces(match[1] if match else text))
    tests = tuple(_test(piece, column) for piece in pieces if piece != NULL)
    return Cell(tests, null=NULL in pieces, negated=match is not None)


def strings_in(text: str) -> tuple[str, ...]:
    """The words between quotes in a cell or a list of allowed values."""
    found = (match[0] for match in _STRING_OR_COMMA.finditer(text) if match[0] != ",")
    return tuple(str(read_literal(each)) for each in found)


def _pieces(text: str) -> Iterator[str]:
    """What stands between commas; a comma within quotes is part of the word."""
    start = 0
    for match in _STRING_OR_COMMA.finditer(text):
        if match[0] == ",":
            yield text[start : match.start()].strip()
            start = match.end()
    yield text[start:].strip()


def _test(text: str, column: Column) -> Condition:
    if match := _INTERVAL.match(text):
        above = Operator.AT_LEAST if match[1] == "[" else Operator.ABOVE
        below = Operator.AT_MOST if match[4] == "]" else Operator.BELOW
        return AllOf((_ordered(above, match[2], column), _ordered(below, match[3], column)))
    if match := _COMPARED.match(text):
        operator = Operator(match[1])
        if operator in (Operator.IS, Operator.IS_NOT):
            return Comparison(column.fact, operator, _end(match[2], column))
        return _ordered(operator, match[2], column)
    return Comparison(column.fact, Operator.IS, _end(text, column))


def _ordered(operator: Operator, text: str, column: Column) -> Comparison:
    if column.kind not in (Kind.NUMBER, Kind.DATE, None):
        raise CellError(f"{text}: kleiner en groter zijn er alleen voor getallen en datums")
    end = _end(text, column)
    if isinstance(end, bool | str | tuple):
        raise CellError(f"{text}: kleiner en groter zijn er alleen voor getallen en datums")
    return Comparison(column.fact, operator, end)


def _end(text: str, column: Column) -> Value | FactNamed:
    """A value, or the name of another fact of the same kind."""
    name = " ".join(text.split())
    if name in column.others:
        fact, kind = column.others[name]
        if kind is not column.kind:
            raise CellError(f"{name} is van een andere soort dan de kolom")
        return FactNamed(fact)
    try:
        value = read_literal(text)
    except NotLiteralError:
        raise CellError(f"{text!r} rekent, roept een functie aan of is onbekend") from None
    if value is None:
        raise CellError("null kan niet binnen een vergelijking staan")
    if column.kind is not None and not isinstance(value, _TYPES[column.kind]):
        raise CellError(f"{text} past niet bij een kolom van de soort {column.kind}")
    return value


def _one_of(tests: tuple[Condition, ...]) -> Condition:
    if len(tests) == 1:
        return tests[0]
    words = [_word(test) for test in tests]
    if all(isinstance(word, str) for word in words) and isinstance(tests[0], Comparison):
        return Comparison(tests[0].fact, Operator.AMONG, tuple(str(word) for word in words))
    return AnyOf(tests)


def _word(test: Condition) -> object:
    is_word = isinstance(test, Comparison) and test.operator is Operator.IS
    return test.threshold if is_word and isinstance(test, Comparison) else None


def _opposite(condition: Condition) -> Condition:
    if isinstance(condition, Comparison) and condition.operator is Operator.IS:
        return Comparison(condition.fact, Operator.IS_NOT, condition.threshold)
    return Not(condition)


def both(parts: list[Condition]) -> Condition:
    """All of these; a single one as it is, none as what always holds."""
    if not parts:
        return ALWAYS
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def values_in(text: str) -> tuple[Value | None, ...]:
    """The values of a list of allowed values; empty where it is something else than a list."""
    try:
        return tuple(read_literal(piece) for piece in _pieces(text)) if text else ()
    except NotLiteralError:
        return ()
