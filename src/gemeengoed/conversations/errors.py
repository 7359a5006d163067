# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with a conversation.

ConversationError
├── UnknownConversationError   no such conversation in this municipality
├── TokenRefusedError          the token does not open this conversation
│   └── TalkMovedError         it did, until somebody logged in: it goes on on our own pages
├── ConversationErasedError    its contents were erased; it cannot go on
├── NoFileAskedError           the open question takes no file
└── MessageRefusedError        the message breaks a rule; nothing was stored
"""


class ConversationError(Exception):
    """Base of this room's errors."""


class UnknownConversationError(ConversationError):
    """There is no such conversation in this municipality."""


class TokenRefusedError(ConversationError):
    """The token does not open this conversation."""


class TalkMovedError(TokenRefusedError):
    """Somebody logged in; the conversation goes on where they did."""


class ConversationErasedError(ConversationError):
    """The contents were erased, so there is nothing to go on with."""


class NoFileAskedError(ConversationError):
    """The open question takes no file; nothing was stored."""


class MessageRefusedError(ConversationError):
    """faults: (field, Dutch sentence for the resident), all at once."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{field}: {sentence}" for field, sentence in faults))
        self.faults = faults
