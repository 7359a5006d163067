# SPDX-License-Identifier: EUPL-1.2
"""All reads of access that others may use."""

from uuid import UUID

from gemeengoed.access.errors import UnknownPersonError
from gemeengoed.access.models import KnownPerson
from gemeengoed.access.secrecy import decrypted


def bsn_of(municipality: str, person: UUID) -> str:
    """The nine digits, for a gateway that must send them; never store, log or show them.

    Raises UnknownPersonError.
    """
    found = KnownPerson.objects.filter(municipality_id=municipality, pk=person).first()
    if found is None:
        raise UnknownPersonError(str(person))
    return decrypted(municipality, found.bsn_encrypted)
