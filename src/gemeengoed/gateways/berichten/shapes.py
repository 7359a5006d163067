# SPDX-License-Identifier: EUPL-1.2
"""A message as the house wants it sent."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Mail:
    """reference: the same for each try of one message, so that it arrives once.

    text: plain. sent_at: business time, timezone-aware.
    """

    reference: str
    to: str = field(repr=False)
    subject: str
    text: str = field(repr=False)
    sender_name: str
    sender_address: str
    sent_at: datetime
