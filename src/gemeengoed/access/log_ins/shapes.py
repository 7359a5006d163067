# SPDX-License-Identifier: EUPL-1.2
"""What others see of log-ins, and how long one lasts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from gemeengoed.access.models import PendingLogIn, ResidentSession

TO_COME_BACK = timedelta(minutes=10)
WITHOUT_USE = timedelta(minutes=15)
AT_MOST = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class LogInTakenUp:
    """A browser that came back: what was remembered of it."""

    secrets: Mapping[str, str] = field(repr=False)
    level: str
    return_path: str
    conversation: UUID | None

    @classmethod
    def of(cls, row: PendingLogIn) -> "LogInTakenUp":
        return cls(dict(row.secrets), row.level, row.return_path, row.conversation)


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is logged in.

    ends_at: when it ends if nothing more is done; at_latest: when it ends however much is done.
    Both technical time. follows_another: in its conversation somebody
    else was logged in before, so what was said there may be of that person.
    """

    municipality: str
    person: UUID
    level: str
    conversation: UUID | None
    follows_another: bool
    ends_at: datetime
    at_latest: datetime

    @property
    def can_last_longer(self) -> bool:
        """Whether doing something puts off its end."""
        return self.ends_at < self.at_latest

    @classmethod
    def of(cls, row: ResidentSession) -> "Session":
        return cls(
            municipality=row.municipality_id,
            person=row.person,
            level=row.level,
            conversation=row.conversation,
            follows_another=row.follows_another,
            ends_at=min(row.ends_at, row.used_at + WITHOUT_USE),
            at_latest=row.ends_at,
        )
