# SPDX-License-Identifier: EUPL-1.2
"""Facts of one item of a list: ``echtgenoot:43`` as relation and age."""

from decimal import Decimal, InvalidOperation

from gemeengoed.procedures.procedure import Input, Kind
from gemeengoed.procedures.values import Facts, Value

SEPARATOR = ":"


def item_facts(declared: Input, item: str) -> Facts:
    """The fields of one item, by position; one that is not given is not known."""
    parts = item.split(SEPARATOR)
    found: dict[str, Value] = {}
    for field, part in zip(declared.fields, parts, strict=False):
        value = _value(field, part.strip())
        if value is not None:
            found[field.name] = value
    return found


def _value(field: Input, text: str) -> Value | None:
    if not text:
        return None
    if field.kind is not Kind.NUMBER:
        return text
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
