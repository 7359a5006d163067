# SPDX-License-Identifier: EUPL-1.2
"""The product's clock. Business time can be moved (a demo at three in the night); technical
time, by which tokens and certificates expire, never moves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class MomentError(ValueError):
    """A moment that cannot be read, such as a wrong GEMEENGOED_NOW."""


@dataclass(frozen=True, slots=True)
class Clock:
    """source tells the real time, timezone-aware.

    Moved business time runs on: it was shifted_to when the real time was shifted_at.
    """

    source: Callable[[], datetime]
    shifted_to: datetime | None = None
    shifted_at: datetime | None = None

    def now(self) -> datetime:
        """Business time, timezone-aware, in Dutch local time."""
        real = self.source()
        if self.shifted_to is not None and self.shifted_at is not None:
            real = self.shifted_to.astimezone(real.tzinfo) + (real - self.shifted_at)
        return real.astimezone(AMSTERDAM)

    def today(self) -> date:
        """The business day in the Netherlands."""
        return self.now().date()

    def technical(self) -> datetime:
        """Real time, timezone-aware; only for expiry of tokens and the like."""
        return self.source()


def parse_moment(text: str) -> datetime:
    """Read ``2026-11-23T03:05``; without an offset it is Dutch local time.

    Raises MomentError with a sentence that can be shown.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        message = f"{text!r} is not a moment; write it as 2026-11-23T03:05"
        raise MomentError(message) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)


def clock_from(moment: str | None, source: Callable[[], datetime]) -> Clock:
    """The clock for a setting such as GEMEENGOED_NOW; empty or None leaves real time.

    Raises MomentError.
    """
    if not moment or not moment.strip():
        return Clock(source)
    return Clock(source, shifted_to=parse_moment(moment), shifted_at=source())
