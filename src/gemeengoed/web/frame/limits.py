# SPDX-License-Identifier: EUPL-1.2
"""What a resident is told when a limit is reached; the same words in every door."""

from gemeengoed.access.errors import TooManyError

_BUSY = "Het is nu erg druk."
_WHY = {
    "message": "Er kwamen te veel berichten vlak na elkaar.",
    "stream": "Dit gesprek staat al op te veel plekken open.",
}


def when_again(error: TooManyError) -> str:
    """Why it cannot be now, and after how many seconds it can."""
    wait = "1 seconde" if error.retry_after == 1 else f"{error.retry_after} seconden"
    return f"{_WHY.get(error.kind, _BUSY)} Probeer het over {wait} opnieuw."
