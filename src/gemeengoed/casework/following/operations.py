# SPDX-License-Identifier: EUPL-1.2
"""All writes of following: asking for a code."""

from django.db import transaction
from procrastinate.contrib.django import app

from gemeengoed.access.codes import operations as codes
from gemeengoed.municipalities.models import Municipality

FOLLOWING = "volgen"  # purpose of the code
TASK = "casework.send_code"


@transaction.atomic
def ask_code(*, municipality: Municipality, reference: str) -> str:
    """Somebody wants to see the matter with this number. Returns the secret for their cookie.

    Whether there is such a matter, and where to send a code, is looked up by the worker only: here
    everything is the same, and takes as long, when there is none.
    """
    asked = codes.ask_code(municipality=municipality, purpose=FOLLOWING, subject=reference)
    app.configure_task(TASK).defer(code=str(asked.id))
    return asked.browser
