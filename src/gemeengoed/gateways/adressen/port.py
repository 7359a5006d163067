# SPDX-License-Identifier: EUPL-1.2
"""What the house may ask of an address register. municipality is always a slug."""

from typing import Protocol

from gemeengoed.gateways.adressen.shapes import Address, Found, Neighbour, Premises


class Addresses(Protocol):
    """Safe to call from several threads; each call raises AdressenError when it fails."""

    def find(
        self,
        municipality: str,
        *,
        street: str | None = None,
        number: int | None = None,
        addition: str | None = None,
        postcode: str | None = None,
        place: str | None = None,
    ) -> Found:
        """The addresses of the municipality that these parts, as a resident typed them, mean."""
        ...

    def streets(self, municipality: str) -> frozenset[str]:
        """The street names, as officially written."""
        ...

    def places(self, municipality: str) -> frozenset[str]:
        """The names of its towns and villages."""
        ...

    def by_id(self, municipality: str, id: str) -> Address | None:
        """The address with this nummeraanduiding."""
        ...

    def premises(self, address: Address) -> Premises:
        """What is known of the building and of who lives there."""
        ...

    def neighbours(self, address: Address) -> tuple[Neighbour, ...]:
        """The nearest building on each side, all its addresses, by side and distance."""
        ...
