# SPDX-License-Identifier: EUPL-1.2
"""All grammars over one message; where two find something in one place, the surer one counts."""

import re
from collections.abc import Iterator
from datetime import date

from gemeengoed.language.normalising import Plain
from gemeengoed.language.reading import Context, Value
from gemeengoed.language.values.amounts import ages, amounts, bare_numbers, lengths, people
from gemeengoed.language.values.contact import emails, phones, plates
from gemeengoed.language.values.dates import dates
from gemeengoed.language.values.found import Found, Message
from gemeengoed.language.values.people import masts, names
from gemeengoed.language.values.places import addresses, places
from gemeengoed.language.values.times import times

MAX_LENGTH = 2_000  # characters in which values are looked for
NOWHERE = Context()
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")


def values_in(
    typed: str,
    told: Plain,
    *,
    today: date,
    context: Context = NOWHERE,
    within: int = MAX_LENGTH,
) -> tuple[Value, ...]:
    """The values of the first ``within`` characters of a text, in their order. Never raises.

    told is plain(typed).
    """
    text = told.text[:within]
    same_length = told.origins is None and len(typed) >= len(text)
    message = Message(
        text,
        typed[: len(text)] if same_length else text,
        frozenset(_LETTERS.findall(text)),
        has_digits=_DIGIT.search(text) is not None,
        expected=context.expected,
    )
    kept: list[Found] = []
    for found in _all(message, today, context):
        if not any(found.start < other.end and other.start < found.end for other in kept):
            kept.append(found)
    kept.sort(key=lambda found: found.start)
    return tuple(_value(found, told) for found in kept)


def _all(message: Message, today: date, context: Context) -> Iterator[Found]:
    """From the surest grammar to the one that guesses most."""
    yield from emails(message)
    yield from dates(message, today)
    if message.has_digits:
        yield from phones(message)
        yield from plates(message)
        yield from masts(message)
    yield from ages(message)
    yield from amounts(message)
    yield from lengths(message)
    yield from times(message)
    yield from people(message)
    yield from names(message)
    yield from addresses(message, context.streets)
    yield from places(message, context.places)
    yield from bare_numbers(message)


def _value(found: Found, told: Plain) -> Value:
    start, end = told.place(found.start, found.end)
    return Value(found.kind, found.value, start, end, found.role)
