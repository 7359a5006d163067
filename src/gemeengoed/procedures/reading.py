# SPDX-License-Identifier: EUPL-1.2
"""Facts as somebody wrote them (a file, a form) to values, with all faults at once."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from gemeengoed.procedures.errors import FactFault, FactsRefusedError
from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.values import SEPARATOR, Facts, Value, word_of

_YES_NO = {"ja": True, "nee": False, "true": True, "false": False}
_NONE = ("nvt", "geen")  # in place of a list: nothing is in it; of ja or nee: not known here
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)  # days that are plausible at all
# Decimal itself would also take 1_75, other digits than these, and numbers of a million digits.
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,12}\.?[0-9]{0,12}|\.[0-9]{1,12})\Z")


class UnreadableError(ValueError):
    """The sentence says what is expected."""


def read_facts(procedure: Procedure, written: Mapping[str, Any]) -> Facts:
    """The values of what is written; empty, None or absent means: not known.

    written: texts, or the values of JSON. A list may be one text with semicolons. A list that
    says ``nvt`` or ``geen``, and an optional one that is empty, has nothing in it; ``nvt`` in
    place of ja or nee is not known, and asked where it matters. Raises FactsRefusedError with
    every fault; a name that the procedure does not know is one.
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
        return () if declared.optional and declared.kind in _LISTS else None
    if isinstance(written, str) and written.strip().lower() in _NONE:
        if declared.kind in _LISTS:
            return ()
        if declared.kind is Kind.YES_NO:
            return None
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
    if text in declared.options:
        return text
    if declared.others is None:
        raise UnreadableError(f"{text!r} kan niet; kies uit: {', '.join(declared.options)}")
    return declared.others


def _number(declared: Input, written: Any) -> Value:
    text = str(written).strip()
    if isinstance(written, bool) or not _NUMBER.match(text):
        raise UnreadableError(f"{written!r} is geen getal; schrijf bijvoorbeeld 1.75")
    number = Decimal(text)
    if doubted(declared, number):
        raise UnreadableError(f"{written} is niet aannemelijk; verwacht {_bounds(declared)}")
    return number


def _bounds(declared: Input) -> str:
    if declared.maximum is None:
        return f"minstens {declared.minimum}"
    if declared.minimum is None:
        return f"hoogstens {declared.maximum}"
    return f"{declared.minimum} tot {declared.maximum}"


def _date(declared: Input, written: Any) -> Value:
    try:
        day = date.fromisoformat(str(written).strip())
    except ValueError:
        raise UnreadableError(f"{written!r} is geen datum; schrijf 2026-11-23") from None
    if not _FIRST_DAY <= day <= _LAST_DAY:
        expected = f"{_FIRST_DAY.year} tot en met {_LAST_DAY.year}"
        raise UnreadableError(f"{written} is niet aannemelijk; verwacht een jaar van {expected}")
    return day


# --- lists ----------------------------------------------------------------------------------------


def _parts(written: Any) -> tuple[str, ...]:
    """What stands between the semicolons of a list, without spaces around it."""
    listed = written if isinstance(written, list) else str(written).split(";")
    return tuple(text for part in listed if (text := str(part).strip()))


def _list(declared: Input, written: Any) -> Value:
    """Words. Those that belong together may stand between semicolons: ``a:7 b:6;c``."""
    apart = (word for part in _parts(written) for word in _apart(declared, part))
    words = tuple(_as_option(declared, word) for word in apart)
    carried = {field.name: field for field in declared.fields}
    problems: list[str] = []
    for word in words:
        name, _, value = word.partition(SEPARATOR)
        if declared.options and name not in declared.options:
            problems.append(f"{name!r} is onbekend; kies uit: {', '.join(declared.options)}")
        elif name in carried and not value:
            problems.append(f"bij {name} hoort een waarde, bijvoorbeeld {name}:7")
        elif name in carried:
            problems += _problems(carried[name], value, word)
    names = [word_of(word) for word in words]
    twice = [name for name in carried if names.count(name) > 1]
    problems += [f"{name} staat er meer dan een keer" for name in twice]
    return _unless(problems, words)


def _as_option(declared: Input, word: str) -> str:
    """A word nobody thought of stands behind the option for such words, so that it is kept."""
    if declared.others is None or word_of(word) in declared.options:
        return word
    return f"{declared.others}{SEPARATOR}{word}"


def _apart(declared: Input, part: str) -> list[str]:
    """``a:7 b:6`` is two words; ``a:twee delen`` is one, for ``delen`` is no word of this list."""
    words: list[str] = []
    for piece in part.split():
        if words and SEPARATOR in words[-1] and word_of(piece) not in declared.options:
            words[-1] += f" {piece}"
        else:
            words.append(piece)
    return words


def _items(declared: Input, written: Any) -> Value:
    items = _parts(written)
    problems: list[str] = []
    for item in items:
        parts = item.split(SEPARATOR)
        if len(parts) > len(declared.fields):
            problems.append(f"{item!r} heeft te veel delen")
        for field, part in zip(declared.fields, parts, strict=False):
            problems += _problems(field, part, item)
    return _unless(problems, items)


def _problems(field: Input, written: str, whole: str) -> list[str]:
    """What is wrong with one part of a list, with the whole in front when that says more."""
    try:
        read_value(field, written)
    except UnreadableError as fault:
        return [f"in {whole!r}: {fault}"]
    return []


def _unless(problems: list[str], value: Value) -> Value:
    if problems:
        raise UnreadableError("; ".join(dict.fromkeys(problems)))
    return value


_LISTS = (Kind.LIST, Kind.ITEMS)
_READERS: Mapping[Kind, Callable[[Input, Any], Value]] = {
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.LENGTH: _number,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.LIST: _list,
    Kind.ITEMS: _items,
}
