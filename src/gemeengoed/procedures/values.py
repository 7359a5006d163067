# SPDX-License-Identifier: EUPL-1.2
"""What a fact can be. Numbers are Decimal: on a boundary a hundredth decides, a float may not."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

# yes or no, a choice or a text, a number (lengths in metres), a day, several words
Value = bool | str | Decimal | date | tuple[str, ...]

SEPARATOR = ":"  # between the parts of an item, and between a word of a list and its value

# A fact that is not in it is not known.
Facts = Mapping[str, Value]

SEPARATOR = ":"  # between a word and its value, and between the parts of an item


def word_of(written: str) -> str:
    """``personen_op_adres:7`` is the word ``personen_op_adres``."""
    return written.partition(SEPARATOR)[0]


def as_written(value: Value) -> str:
    """The value as it is written in a table or a file: ja, achter, 1.75, 2026-11-23, a;b."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value
