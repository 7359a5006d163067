# SPDX-License-Identifier: EUPL-1.2
"""Values as FEEL writes them: ``"achter"``, ``1.75``, ``true``, ``date("2026-11-23")``."""

import re
from datetime import date
from decimal import Decimal

from gemeengoed.procedures.values import Value

NULL = "null"

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\Z', re.DOTALL)
_NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)\Z", re.ASCII)
_DATE = re.compile(r'(?:date\(\s*"([^"]*)"\s*\)|@"([^"]*)")\Z')
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_YES_NO = {"true": True, "false": False}


class NotLiteralError(ValueError):
    """The text is something else than a value: a name, a calculation, a function."""


def read_literal(text: str) -> Value | None:
    """The value; None for null. Raises NotLiteralError."""
    text = text.strip()
    if text == NULL:
        return None
    if text in _YES_NO:
        return _YES_NO[text]
    if _NUMBER.match(text):
        return Decimal(text)
    if match := _STRING.match(text):
        return _ESCAPE.sub(_plain_letter, match[1])
    if match := _DATE.match(text):
        try:
            return date.fromisoformat(match[1] or match[2] or "")
        except ValueError as error:
            raise NotLiteralError(text) from error
    raise NotLiteralError(text)


def write_literal(value: Value | None) -> str:
    """The value in FEEL. A list has no form in a cell: raises NotLiteralError."""
    match value:
        case None:
            return NULL
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case date():
            return f'date("{value.isoformat()}")'
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'"{escaped}"'
    raise NotLiteralError(str(value))


def _plain_letter(match: re.Match[str]) -> str:
    letter = match[1]
    if len(letter) > 1:
        return chr(int(letter[1:], 16))
    return _ESCAPED.get(letter, letter)
