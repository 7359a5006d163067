# SPDX-License-Identifier: EUPL-1.2
"""Conditions of a decision table as they are written: ``{hoogte_m: "<= 1.75", vlak: achter}``."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from gemeengoed.content.loading.document import Entry
from gemeengoed.procedures.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    FactNamed,
    Not,
    Operator,
)
from gemeengoed.procedures.procedure import Kind
from gemeengoed.procedures.values import Value, word_of

_CELL = re.compile(r"(?:(<=|>=|!=|<|>|=)\s*|(in|has)\s+)?(.+)\Z", re.DOTALL)
_NAMES_A_FACT = "@"
_ORDERED = (Operator.BELOW, Operator.AT_MOST, Operator.ABOVE, Operator.AT_LEAST)
_NUMBERS = (Kind.LENGTH, Kind.NUMBER)

# name of a fact -> what kind it is, and the words it may be (empty: any)
Known = Mapping[str, tuple[Kind, tuple[str, ...]]]


def read_condition(entry: Entry, known: Known) -> Condition:
    """A mapping of facts to tests, all of which must hold; any, all and not hold others."""
    parts: list[Condition] = []
    for key, key_entry, value in entry.pairs():
        match key:
            case "any" | "all":
                listed = tuple(read_condition(item, known) for item in value.items())
                parts.append(AnyOf(listed) if key == "any" else AllOf(listed))
            case "not":
                parts.append(Not(read_condition(value, known)))
            case _ if key in known:
                parts.extend(_tests(value, key, known))
            case _:
                key_entry.fail(
                    f"there is no fact {key!r}", f"known are: {', '.join(sorted(known))}"
                )
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts)) if parts else ALWAYS


def _tests(entry: Entry, fact: str, known: Known) -> list[Condition]:
    """One cell, or a list of cells that must all hold: ``["> 0.5", "< 1.0"]``."""
    cells = entry.items() if entry.is_sequence else [entry]
    return [test for cell in cells if (test := _test(cell, fact, known)) is not None]


def _test(entry: Entry, fact: str, known: Known) -> Comparison | None:
    match = _CELL.match(entry.text())
    if match is None:
        entry.fail("an empty test", 'write for example "<= 1.75", ja or "in a, b"')
        return None
    operator = Operator(match[1] or match[2] or "=")
    kind, words = known[fact]
    if operator in _ORDERED and kind not in (*_NUMBERS, Kind.DATE):
        entry.fail(f"{fact!r} has no order", "compare it with a bare word, != or in")
        return None
    if (operator is Operator.HAS) != (kind is Kind.LIST):
        entry.fail("has is for lists, and lists have nothing else", 'write "has word"')
        return None
    if operator is Operator.AMONG and kind is not Kind.CHOICE:
        hint = (
            f'write any: [{{{fact}: …}}, {{{fact}: …}}], or for numbers a range: [">= 1", "<= 3"]'
        )
        entry.fail(f"in is for words, and {fact!r} is a {kind}", hint)
        return None
    threshold = _threshold(entry, match[3].strip(), operator, (kind, words), known)
    return None if threshold is None else Comparison(fact, operator, threshold)


def _threshold(
    entry: Entry, text: str, operator: Operator, of: tuple[Kind, tuple[str, ...]], known: Known
) -> Value | FactNamed | None:
    if text.startswith(_NAMES_A_FACT) and operator is Operator.AMONG:
        entry.fail("in takes words, not a fact", "write the words, or = @fact")
        return None
    if text.startswith(_NAMES_A_FACT):
        name = text[1:]
        if name not in known or known[name][0] is not of[0]:
            entry.fail(f"there is no fact {name!r} of the same kind", "declare it as an input")
        return FactNamed(name)
    if operator is Operator.AMONG:
        options = tuple(part.strip() for part in text.split(","))
        values = [_value(entry, option, *of) for option in options]
        return None if None in values else options
    return _value(entry, text, *of)


def _value(entry: Entry, text: str, kind: Kind, words: tuple[str, ...]) -> Value | None:
    """The text as a value of this kind; None (and a fault) when it cannot be."""
    try:
        match kind:
            case Kind.YES_NO:
                return {"ja": True, "nee": False}[text]
            case Kind.LENGTH | Kind.NUMBER:
                return Decimal(text)
            case Kind.DATE:
                return date.fromisoformat(text)
    except (KeyError, ValueError, InvalidOperation):
        entry.fail(f"{text!r} is no {kind}", "see docs/procedures.md, Conditions")
        return None
    if words and (word_of(text) if kind is Kind.LIST else text) not in words:
        entry.fail(f"{text!r} is not one of its words", f"choose from: {', '.join(words)}")
        return None
    return text
