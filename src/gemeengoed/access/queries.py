# SPDX-License-Identifier: EUPL-1.2
"""All reads of access that others may use."""

from uuid import UUID

from django.utils import timezone

from gemeengoed.access.errors import LinkNotValidError, UnknownPersonError
from gemeengoed.access.models import KnownPerson, OneTimeLink
from gemeengoed.access.secrecy import decrypted
from gemeengoed.access.tokens import fingerprint


def subject_of_link(municipality: str, purpose: str, code: str) -> UUID:
    """What a link opens, without using it up; raises LinkNotValidError.

    For a link that is used by what its reader answers, not by looking at it.
    """
    link = OneTimeLink.objects.filter(
        municipality_id=municipality,
        purpose=purpose,
        code_hash=fingerprint(code),
        used_at=None,
        valid_until__gt=timezone.now(),
    ).first()
    if link is None:
        raise LinkNotValidError
    return link.subject


def bsn_of(municipality: str, person: UUID) -> str:
    """The nine digits, for a gateway that must send them; never store, log or show them.

    Raises UnknownPersonError.
    """
    found = KnownPerson.objects.filter(municipality_id=municipality, pk=person).first()
    if found is None:
        raise UnknownPersonError(str(person))
    return decrypted(municipality, found.bsn_encrypted)
