# SPDX-License-Identifier: EUPL-1.2
"""Why somebody may not come in.

AccessError
├── TooManyError         wait and try again
└── LinkNotValidError    unknown, used or expired: deliberately not told which
"""


class AccessError(Exception):
    """Base of this room's errors."""


class TooManyError(AccessError):
    """The limit is reached; ``retry_after`` is in whole seconds, at least 1."""

    def __init__(self, kind: str, retry_after: int) -> None:
        super().__init__(f"too many: {kind}")
        self.kind = kind
        self.retry_after = retry_after


class LinkNotValidError(AccessError):
    """The one-time link opens nothing (any more)."""
