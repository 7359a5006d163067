# SPDX-License-Identifier: EUPL-1.2
"""All reads of codes that others may use."""

from uuid import UUID

from django.utils import timezone

from gemeengoed.access.codes.shapes import ToSend, digits_of
from gemeengoed.access.models import OneTimeCode
from gemeengoed.access.tokens import fingerprint


def code_to_send(id: UUID) -> ToSend | None:
    """None when there is no such code (any more) that can still be used."""
    row = OneTimeCode.objects.filter(pk=id, used_at=None, valid_until__gt=timezone.now()).first()
    return ToSend(row.pk, row.municipality_id, row.subject, digits_of(row)) if row else None


def is_asked(municipality: str, purpose: str, browser: str) -> bool:
    """Whether this browser asked for a code; not whether one was sent."""
    found = OneTimeCode.objects.filter(
        municipality_id=municipality, purpose=purpose, browser_hash=fingerprint(browser)
    )
    return bool(browser) and found.filter(valid_until__gt=timezone.now(), used_at=None).exists()


def opened_by(municipality: str, purpose: str, token: str) -> str | None:
    """The subject that the holder of this token opened with a code; None when it is shut again."""
    found = OneTimeCode.objects.filter(
        municipality_id=municipality,
        purpose=purpose,
        open_hash=fingerprint(token),
        open_until__gt=timezone.now(),
    )
    return found.values_list("subject", flat=True).first()
