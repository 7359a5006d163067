# SPDX-License-Identifier: EUPL-1.2
"""Facts as somebody wrote them (a file, a form) to values, with all faults at once."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from gemeengoed.procedures.errors import FactFault, FactsRefusedError
from gemeengoed.procedures.items import SEPARATOR
from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.values import Facts, Value

_YES_NO = {"ja": True, "nee": False, "true": True, "false": False}


class UnreadableError(ValueError):
    """The sentence says what is expected."""


def read_facts(procedure: Procedure, written: Mapping[str, Any]) -> Facts:
    """The values of what is written; empty, None or absent means: not known.

    written: texts, or the values of JSON. A list may be one text with semicolons. An optional
    list that is empty has nothing in it. Raises FactsRefusedError with every fault; a name that
    the procedure does not know is one.
    """
    faults = [
        FactFault(name, f"dit gegeven kent {procedure.id} niet")
        for name in written
        if name not in procedure.inputs
    ]
    facts: dict[str, Value] = {}
    for name, declared in procedure.inputs.items():
        try:
            value = read_value(declared, written.get(name))
        except UnreadableError as fault:
            faults.append(FactFault(name, str(fault)))
            continue
        if value is not None:
            facts[name] = value
    if faults:
        raise FactsRefusedError(faults)
    return facts


def read_value(declared: Input, written: Any) -> Value | None:
    """One value; None when nothing is written. Raises ValueError with a sentence in Dutch."""
    if written is None or (isinstance(written, str) and not written.strip()):
        return () if declared.optional and declared.kind in (Kind.LIST, Kind.ITEMS) else None
    return _READERS[declared.kind](declared, written)


def doubted(declared: Input, value: Value) -> bool:
    """Whether a number lies outside what is plausible for this fact."""
    if not isinstance(value, Decimal):
        return False
    below = declared.minimum is not None and value < declared.minimum
    return below or (declared.maximum is not None and value > declared.maximum)


def _yes_no(declared: Input, written: Any) -> Value:
    value = written if isinstance(written, bool) else _YES_NO.get(str(written).strip().lower())
    if value is None:
        raise UnreadableError(f"{written!r} is geen ja of nee")
    return value


def _choice(declared: Input, written: Any) -> Value:
    text = str(written).strip()
    if text not in declared.options:
        raise UnreadableError(f"{text!r} kan niet; kies uit: {', '.join(declared.options)}")
    return text


def _number(declared: Input, written: Any) -> Value:
    try:
        number = Decimal(str(written).strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(written, bool) or not number.is_finite():
        raise UnreadableError(f"{written!r} is geen getal; schrijf bijvoorbeeld 1.75")
    if doubted(declared, number):
        low, high = declared.minimum, declared.maximum
        raise UnreadableError(f"{written} is niet aannemelijk; verwacht {low} tot {high}")
    return number


def _date(declared: Input, written: Any) -> Value:
    try:
        return date.fromisoformat(str(written).strip())
    except ValueError:
        raise UnreadableError(f"{written!r} is geen datum; schrijf 2026-11-23") from None


def _words(written: Any) -> tuple[str, ...]:
    parts = written if isinstance(written, list) else str(written).split(";")
    return tuple(text for part in parts if (text := str(part).strip()))


def _list(declared: Input, written: Any) -> Value:
    words = _words(written)
    unknown = [word for word in words if word.split(SEPARATOR)[0] not in declared.options]
    if declared.options and unknown:
        raise UnreadableError(f"onbekend: {', '.join(unknown)}")
    return words


def _items(declared: Input, written: Any) -> Value:
    items = _words(written)
    for item in items:
        parts = item.split(SEPARATOR)
        if len(parts) > len(declared.fields):
            raise UnreadableError(f"{item!r} heeft te veel delen")
        for field, part in zip(declared.fields, parts, strict=False):
            read_value(field, part)
    return items


_READERS: Mapping[Kind, Callable[[Input, Any], Value]] = {
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.LENGTH: _number,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.LIST: _list,
    Kind.ITEMS: _items,
}
