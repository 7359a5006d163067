# SPDX-License-Identifier: EUPL-1.2
"""A matter as its resident follows it. Words are named by the keys of fixed texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from gemeengoed.casework.models import InterneTaak
from gemeengoed.casework.submissions.models import Submission


class Standing(StrEnum):
    """Where a matter is, for who waits for it."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Step:
    """key, values: of the fixed text. at: business time; None where no moment is kept or it is not
    done yet."""

    key: str
    at: datetime | None = None
    is_done: bool = True
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """A message about it. text: Markdown."""

    at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """label, who: inside a sentence. resultaat: of what is over, as the register calls it.

    steps, messages: in order. lines: label and value of what was handed in. submission, taak: the
    one of both that it is. is_own: handed in by who looks, and not by another who named them.
    """

    reference: str
    label: str
    standing: Standing
    handed_in_at: datetime
    due_on: date
    who: str
    is_looked_at: bool
    planned_at: datetime | None = None
    over_at: datetime | None = None
    resultaat: str = ""
    steps: tuple[Step, ...] = ()
    lines: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    messages: tuple[Told, ...] = field(default=(), repr=False)
    email: str = field(default="", repr=False)
    is_own: bool = True
    submission: Submission | None = None
    taak: InterneTaak | None = None

    @property
    def is_open(self) -> bool:
        return self.standing is Standing.OPEN

    @property
    def can_be_withdrawn(self) -> bool:
        """By who looks, as long as it is not closed."""
        return self.is_open and self.is_own

    def state_only(self) -> "Matter":
        """Where it is and nothing of anybody: for who is not known for sure, or is only named."""
        return replace(self, lines=(), messages=(), email="", is_own=False)
