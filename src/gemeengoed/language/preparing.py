# SPDX-License-Identifier: EUPL-1.2
"""From a message to the words by which its topic is told: without greeting and values.

Used for training and for reading alike, so that both see the same.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from gemeengoed.language.flags import without_greeting
from gemeengoed.language.normalising import Plain, plain
from gemeengoed.language.reading import Value
from gemeengoed.language.values.finding import values_in
from gemeengoed.language.wording import words_of

_NAMES_THINGS = frozenset(  # values whose words say nothing of the topic
    {"telefoon", "email", "kenteken", "naam", "straat", "huisnummer", "toevoeging", "postcode",
     "mastnummer", "datum_ongeldig"}
)  # fmt: skip
HEAD = 1_500  # of a long message, the characters that count: its beginning
_TAIL = 500  # and its end, where the question often stands
_HIDDEN = re.compile(r"\[\w+ verborgen\]")
_ANY_DAY = date(2026, 1, 1)  # where a value stands does not depend on the day


def prepared(text: str) -> list[str]:
    """The words of an example question."""
    told = plain(text)
    return told_words(told, values_in(text, told, today=_ANY_DAY))


def told_words(told: Plain, values: Sequence[Value]) -> list[str]:
    """The words of a message by which its topic is told."""
    text = told.text if told.origins is not None else _without(told.text, values)
    if len(text) > HEAD + _TAIL:
        text = f"{text[:HEAD]} {text[-_TAIL:]}"
    return words_of(without_greeting(_HIDDEN.sub(" ", text)))


def _without(text: str, values: Iterable[Value]) -> str:
    parts: list[str] = []
    position = 0
    for value in values:
        if value.kind in _NAMES_THINGS and value.start >= position:
            parts.append(text[position : value.start])
            position = value.end
    parts.append(text[position:])
    return " ".join(parts)
