# SPDX-License-Identifier: EUPL-1.2
"""What the house may ask of the BRP. municipality is always a slug."""

from typing import Protocol

from gemeengoed.gateways.brp.shapes import Household, Person, Residents


class Persons(Protocol):
    """Safe to call from several threads; each call raises BrpError when it fails."""

    def by_bsn(self, municipality: str, bsn: str) -> Person | None:
        """The person; None when the BRP of this municipality knows nobody of that number."""
        ...

    def household_of(self, municipality: str, bsn: str) -> Household | None:
        """The person, and who else is registered at their address, for their own eyes only."""
        ...

    def residents_of(self, municipality: str, address_id: str) -> Residents:
        """Who is registered at this address (nummeraanduiding), for the municipality's eyes."""
        ...
