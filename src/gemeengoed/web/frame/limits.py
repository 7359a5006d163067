# SPDX-License-Identifier: EUPL-1.2
"""What a resident is told when a limit is reached; the same words in every door."""

import math

from django.http import HttpResponse

from gemeengoed.access.errors import TooManyError
from gemeengoed.web.frame.errors import StreamsFullError
from gemeengoed.web.frame.problems import problem

_BUSY = "Het is nu erg druk."
_WHY = {
    "message": "Er kwamen te veel berichten vlak na elkaar.",
    "upload": "Er kwamen te veel bestanden vlak na elkaar.",
    "upload_talk": "Er kwamen te veel bestanden vlak na elkaar.",
    "code": "Voor dit nummer zijn er net al codes gevraagd.",
    "stream": "Dit gesprek staat al op te veel plekken open.",
}
LONG = 90  # seconds from which a wait is told in minutes
_FULL = "Er staan nu te veel gesprekken open. Berichten sturen kan wel."


def when_again(error: TooManyError) -> str:
    """Why it cannot be now, and after how many seconds or minutes it can."""
    wait = "1 seconde" if error.retry_after == 1 else f"{error.retry_after} seconden"
    if error.retry_after > LONG:
        wait = f"{math.ceil(error.retry_after / 60)} minuten"
    return f"{_WHY.get(error.kind, _BUSY)} Probeer het over {wait} opnieuw."


def refusal(error: TooManyError | StreamsFullError) -> HttpResponse:
    """The problem document, with Retry-After: 429 for who asks too much, 503 for our own limit."""
    headers = {"Retry-After": str(error.retry_after)}
    if isinstance(error, TooManyError):
        return problem(429, "Te veel tegelijk", when_again(error), headers=headers)
    return problem(503, "Even niet beschikbaar", _FULL, headers=headers)
