# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong around a link to follow.

JoiningError
├── NotMeantError            somebody else logged in than who is asked
├── AlreadyAnsweredError     it was answered before
├── MoveGoneError            the move was withdrawn, or is long over
└── CannotDeclareError       registers do not know this person, or there is nothing to judge by
"""

from gemeengoed.casework.errors import CaseworkError


class JoiningError(CaseworkError):
    """Base of these errors."""


class NotMeantError(JoiningError):
    """Nothing of the move may be told."""


class AlreadyAnsweredError(JoiningError):
    """Nothing is left to do."""


class MoveGoneError(JoiningError):
    """There is nothing to follow any more."""


class CannotDeclareError(JoiningError):
    """A person must help."""
