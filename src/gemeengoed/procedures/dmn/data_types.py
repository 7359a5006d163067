# SPDX-License-Identifier: EUPL-1.2
"""What kind of value a name of a type stands for, with what is allowed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from xml.etree.ElementTree import Element

from gemeengoed.procedures.conditions import Operator, comparisons_in
from gemeengoed.procedures.dmn.document import text_in, words_in
from gemeengoed.procedures.dmn.unary_tests import CellError, Column, read_cell, strings_in
from gemeengoed.procedures.procedure import Kind

_KINDS: Mapping[str, Kind] = {
    "boolean": Kind.YES_NO,
    "string": Kind.CHOICE,
    "number": Kind.NUMBER,
    "integer": Kind.NUMBER,
    "long": Kind.NUMBER,
    "double": Kind.NUMBER,
    "date": Kind.DATE,
}
_BOUND = Column("waarde", Kind.NUMBER, {})


@dataclass(frozen=True, slots=True)
class Type:
    """kind None: not told (name is empty) or not known here (name says which type it is)."""

    name: str
    kind: Kind | None = None
    options: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None


class Types:
    """The types of a file: those of FEEL, and those that it defines itself."""

    def __init__(self, root: Element) -> None:
        self._defined = {each.get("name", ""): each for each in root.findall("itemDefinition")}

    def find(self, name: str | None) -> Type:
        """The type of that name, with or without a prefix (``feel:string``)."""
        return self._find((name or "").rpartition(":")[2], frozenset())

    def _find(self, name: str, seen: frozenset[str]) -> Type:
        defined = self._defined.get(name)
        if defined is None or name in seen:
            return Type(name, _KINDS.get(name))
        if defined.get("isCollection") == "true" or defined.find("itemComponent") is not None:
            return Type(name)
        base_name = words_in(defined, "typeRef").rpartition(":")[2]
        base = self._find(base_name, seen | {name})
        return _narrowed(replace(base, name=name), text_in(defined, "allowedValues/text"))


def _narrowed(base: Type, allowed: str) -> Type:
    """The type with the values that it allows."""
    if base.kind is Kind.CHOICE:
        return replace(base, options=strings_in(allowed) or base.options)
    if base.kind is Kind.NUMBER:
        bounds = _bounds(allowed)
        return replace(
            base,
            minimum=bounds.get(Operator.AT_LEAST, base.minimum),
            maximum=bounds.get(Operator.AT_MOST, base.maximum),
        )
    return base


def _bounds(allowed: str) -> dict[Operator, Decimal]:
    """The lowest and the highest number that is allowed; an open end tells neither."""
    try:
        cell = read_cell(allowed, _BOUND)
    except CellError:
        return {}
    if cell is None or cell.negated or len(cell.tests) != 1:
        return {}
    return {
        each.operator: each.threshold
        for each in comparisons_in(cell.tests[0])
        if isinstance(each.threshold, Decimal)
    }
