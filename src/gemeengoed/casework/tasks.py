# SPDX-License-Identifier: EUPL-1.2
"""Jobs of casework. Those of submissions are in their own tasks.py."""

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gemeengoed.casework.following.operations import TASK
from gemeengoed.casework.following.sending import send_code
from gemeengoed.gateways.berichten.errors import BerichtenUnavailableError

# Once a minute, for as long as the code can be typed; then another can be asked for.
AGAIN = RetryStrategy(max_attempts=15, wait=60, retry_exceptions=[BerichtenUnavailableError])


@app.task(name=TASK, retry=AGAIN)
def send_code_by_mail(code: str) -> None:
    """code: its id."""
    send_code(UUID(code))
