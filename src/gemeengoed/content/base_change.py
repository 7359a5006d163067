# SPDX-License-Identifier: EUPL-1.2
"""What was changed in a text of the base, of which kind, and what stood there before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gemeengoed.content.errors import Place
from gemeengoed.content.text import Text

TextKey = tuple[str | None, str]  # topic (None: a text of the assistant) and path, as in a pin


class ChangeKind(StrEnum):
    """What a change means for a municipality that wrote its own text; in order of weight."""

    EDITORIAL = "editorial"  # the same, said better: nobody need look
    FACTUAL = "factual"
    LEGAL = "legal"  # the old text is wrong from a day on


@dataclass(frozen=True, slots=True)
class BaseChange:
    """One change of one text. was: the base text until then.

    old_ends_on: of a legal change, the first day on which a text that was written against the old
    one may no longer be shown; None for the other kinds.
    """

    key: TextKey
    was: Text
    kind: ChangeKind
    changed_on: date
    reason: str
    old_ends_on: date | None = None
    place: Place = field(compare=False, default=Place(""))


Changes = Mapping[TextKey, tuple[BaseChange, ...]]  # per text, oldest first


def changes_since(changes: Changes, key: TextKey, base: str) -> tuple[BaseChange, ...]:
    """The changes of a text after it had this fingerprint, oldest first; empty: not written down.

    Of a text that came back to what it once was, all since the first time.
    """
    found = changes.get(key, ())
    for position, change in enumerate(found):
        if change.was.fingerprint == base:
            return found[position:]
    return ()


def main_kind(changes: tuple[BaseChange, ...]) -> ChangeKind | None:
    """The kind that weighs most; None: there is no change that anybody wrote down."""
    kinds = {change.kind for change in changes}
    return next((kind for kind in reversed(ChangeKind) if kind in kinds), None)


def first_end(changes: tuple[BaseChange, ...]) -> date | None:
    """The first day on which a text from before these changes may no longer be shown."""
    return min((change.old_ends_on for change in changes if change.old_ends_on), default=None)
