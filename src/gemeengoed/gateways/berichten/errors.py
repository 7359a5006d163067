# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with sending a message. No error ever holds an address or a text.

BerichtenError
├── BerichtenUnavailableError    try again later
│   ├── BerichtenTimeoutError    it may have been sent all the same
│   └── WrongAnswerError         it may have been sent all the same
└── NotDeliverableError          trying again is of no use
"""


class BerichtenError(Exception):
    """Base of this gateway's errors."""

    def __init__(self, municipality: str, code: str) -> None:
        super().__init__(f"messages of {municipality}: {code}")
        self.municipality = municipality
        self.code = code


class BerichtenUnavailableError(BerichtenError):
    """The mail server cannot be reached."""


class BerichtenTimeoutError(BerichtenUnavailableError):
    """The mail server did not answer within the time limit."""


class WrongAnswerError(BerichtenUnavailableError):
    """What answered is no mail server."""


class NotDeliverableError(BerichtenError):
    """The address cannot be one, or the message cannot be written as a mail."""
