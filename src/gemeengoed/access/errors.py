# SPDX-License-Identifier: EUPL-1.2
"""Why somebody may not come in.

AccessError
├── TooManyError         wait and try again
├── LinkNotValidError    unknown, used or expired: deliberately not told which
├── CodeNotValidError    a typed code opens nothing: deliberately not told why
├── NotABsnError         what came from outside as a BSN is none
├── UnknownPersonError   no such person here (any more), or the key to read the BSN is gone
├── UnknownLogInError    nobody of this browser is on the way to log in so
├── ExpiredLogInError    on the way to log in for too long
├── UsedLogInError       came back from logging in once already
└── NotLoggedInError     not logged in (any more)
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


class CodeNotValidError(AccessError):
    """tries_left: how often it may still be tried; 0: another code must be asked for."""

    def __init__(self, tries_left: int) -> None:
        super().__init__("the code opens nothing")
        self.tries_left = tries_left


class NotABsnError(AccessError):
    """Not nine digits that pass the elfproef. The text never holds the number."""

    def __init__(self) -> None:
        super().__init__("not a valid BSN")


class UnknownPersonError(AccessError):
    """This municipality knows no such person (any more), or cannot read the BSN any more."""


class UnknownLogInError(AccessError):
    """The state is unknown here, or belongs to another browser."""


class ExpiredLogInError(AccessError):
    """The log-in was begun too long ago."""


class UsedLogInError(AccessError):
    """This log-in was taken up already; a second time is a repeat or an attack."""


class NotLoggedInError(AccessError):
    """The log-in is unknown here, has ended, or was not used for too long."""
