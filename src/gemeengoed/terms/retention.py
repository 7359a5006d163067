# SPDX-License-Identifier: EUPL-1.2
"""How long data is kept: a policy as each room declares it for its own tables.

Declared in the retention.py of a room, carried out by one task in project. A period is a default of
this house; a longer or shorter one that the law gives a municipality goes first.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol


class Then(StrEnum):
    """What happens when the time is over."""

    EMPTIED = "emptied"  # what says something of a person goes; the skeleton stays to be counted
    DELETED = "deleted"


class CarryOut(Protocol):
    """An operation of the room. Takes a part of what is over and returns how many; 0 is done."""

    def __call__(self, *, keep: timedelta) -> int: ...


@dataclass(frozen=True, slots=True)
class Retention:
    """models: labels such as ``audit.AuditRecord``. since and why: for people, in English.

    keep counts from the moment that since tells.
    """

    models: tuple[str, ...]
    keep: timedelta
    since: str
    then: Then
    why: str
    carry_out: CarryOut

    @property
    def when(self) -> str:
        """In words: "90 days after it began", "as soon as it is used"."""
        if not self.keep:
            return f"as soon as {self.since}"
        days = self.keep.days
        return f"{days} {'day' if days == 1 else 'days'} after {self.since}"
