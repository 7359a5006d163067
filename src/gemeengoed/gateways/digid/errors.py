# SPDX-License-Identifier: EUPL-1.2
"""Why DigiD did not tell who somebody is. No error ever holds a BSN, a code or a token.

DigidError
├── NotConnectedError     this municipality has no broker here, or its secret is not there
├── CancelledError        the resident did not want to go on
├── TimedOutError         the resident took too long
├── LevelTooLowError      logged in, but less surely than was asked
├── ProviderDownError     the broker does not answer, not in time, or says that it cannot now
└── WrongAnswerError      the broker's answer cannot be trusted or not be understood
"""


class DigidError(Exception):
    """Base of this gateway's errors; nothing is known about who the resident is."""

    def __init__(self, municipality: str, problem: str) -> None:
        super().__init__(f"digid of {municipality}: {problem}")
        self.municipality = municipality


class NotConnectedError(DigidError):
    """Nobody can log in with DigiD at this municipality."""


class CancelledError(DigidError):
    """The resident pressed cancel, or refused."""


class TimedOutError(DigidError):
    """The attempt ended by itself at the broker."""


class LevelTooLowError(DigidError):
    """Somebody logged in with a lower level than was asked."""


class ProviderDownError(DigidError):
    """Trying again later may help."""


class WrongAnswerError(DigidError):
    """Wrong signature, audience, nonce, or a shape that is no answer."""


class BadBrokerError(ValueError):
    """A broker cannot be saved so; ``faults`` tells all of them."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults
