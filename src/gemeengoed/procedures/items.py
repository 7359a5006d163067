# SPDX-License-Identifier: EUPL-1.2
"""Facts inside lists: ``echtgenoot:43`` as relation and age, ``personen:7`` as a number."""

from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.reading import UnreadableError, read_value
from gemeengoed.procedures.values import SEPARATOR, Facts, Value


def item_facts(declared: Input, item: str) -> Facts:
    """The fields of one item, by position; one that is not given, or cannot be, is not known."""
    parts = item.split(SEPARATOR)
    found: dict[str, Value] = {}
    for field, part in zip(declared.fields, parts, strict=False):
        value = _value(field, part)
        if value is not None:
            found[field.name] = value
    return found


def said_in_lists(procedure: Procedure, facts: Facts) -> Facts:
    """The values that words of lists carry, under the name of the word."""
    found: dict[str, Value] = {}
    for declared in procedure.inputs.values():
        words = facts.get(declared.name)
        if declared.kind is not Kind.LIST or not isinstance(words, tuple):
            continue
        given = dict(word.partition(SEPARATOR)[::2] for word in words)
        for field in declared.fields:
            value = _value(field, given.get(field.name, ""))
            if value is not None:
                found[field.name] = value
    return found


def _value(field: Input, text: str) -> Value | None:
    try:
        return read_value(field, text)
    except UnreadableError:
        return None
