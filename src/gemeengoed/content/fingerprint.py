# SPDX-License-Identifier: EUPL-1.2
"""A stable fingerprint of any immutable value: the same on every machine and in every process."""

import json
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from typing import Any

_PLAIN = frozenset({str, int, float, bool, type(None)})


def fingerprint(value: Any) -> str:
    """SHA-256 (64 hexadecimal characters) of the value's content.

    Takes strings, numbers, dates, None, enums, tuples, lists, sets, mappings and dataclasses;
    fields that do not count for equality (places) do not count here either.
    """
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


@cache
def _compared(kind: type) -> tuple[str, ...] | None:
    """The fields of a dataclass that count; None when it is none."""
    if not is_dataclass(kind):
        return None
    return tuple(each.name for each in fields(kind) if each.compare)


def _plain(value: Any) -> Any:
    kind: type = type(value)
    if kind in _PLAIN:  # by far the most
        return value
    if (names := _compared(kind)) is not None:
        return [kind.__name__, {name: _plain(getattr(value, name)) for name in names}]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Set):
        return sorted(str(item) for item in value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)
