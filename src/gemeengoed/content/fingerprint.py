# SPDX-License-Identifier: EUPL-1.2
"""A stable fingerprint of any immutable value: the same on every machine and in every process."""

import json
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any


def fingerprint(value: Any) -> str:
    """SHA-256 (64 hexadecimal characters) of the value's content.

    Takes strings, numbers, dates, None, enums, tuples, lists, sets, mappings and dataclasses;
    fields that do not count for equality (places) do not count here either.
    """
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.compare}
        return [type(value).__name__, parts]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Set):
        return sorted(str(item) for item in value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)
