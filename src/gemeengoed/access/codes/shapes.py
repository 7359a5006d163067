# SPDX-License-Identifier: EUPL-1.2
"""How long a code works, how often one may be wrong, and how its digits follow from its row."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from gemeengoed.access.models import OneTimeCode
from gemeengoed.access.secrecy import key_for

TO_TYPE = timedelta(minutes=15)  # a mail may take a few minutes to come
STAYS_OPEN = timedelta(minutes=20)
WRONG_AT_MOST = 5
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """browser: the secret for the cookie of who asked, shown once."""

    id: UUID
    browser: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ToSend:
    """A code that may still be sent: the same digits each time."""

    id: UUID
    municipality: str
    subject: str
    digits: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """token: for the cookie, shown once. subject: what it opens."""

    token: str = field(repr=False)
    subject: str


def digits_of(row: OneTimeCode) -> str:
    """They follow from the row and a secret of the installation, so they are stored nowhere, and
    who sends them again after a failure sends the same."""
    key = key_for(row.municipality_id, f"code:{row.purpose}")
    digest = hmac.new(key, row.pk.bytes, hashlib.sha256).digest()
    return f"{int.from_bytes(digest) % 10**DIGITS:0{DIGITS}d}"
