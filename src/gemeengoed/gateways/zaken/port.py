# SPDX-License-Identifier: EUPL-1.2
"""What the house may ask of a zaakregister. municipality is a slug, zaak the url of a zaak.

Each call raises ZakenError; after a ZakenUnavailableError of a call that writes nobody knows
whether it was done, so the next try looks first. Safe to call from several threads.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from gemeengoed.gateways.zaken.shapes import AddressObject, NewZaak, Rol, Zaak


class Zaken(Protocol):
    def find(self, municipality: str, identificatie: str) -> Zaak | None:
        """The municipality's own zaak of that number, without status, resultaat and rollen."""
        ...

    def read(self, municipality: str, zaak: str) -> Zaak:
        """The zaak with its status, resultaat and rollen."""
        ...

    def create(self, municipality: str, new: NewZaak) -> Zaak:
        """Raises IdentificatieTakenError, and NotInCatalogueError for an unknown zaaktype."""
        ...

    def rollen(self, municipality: str, zaak: str) -> tuple[Rol, ...]:
        """Who takes part."""
        ...

    def add_rol(self, municipality: str, zaak: str, rol: Rol) -> None:
        """Not idempotent, but for a second initiator, which is refused."""
        ...

    def eigenschappen(self, municipality: str, zaak: str) -> Mapping[str, str]:
        """naam -> waarde as the register keeps it."""
        ...

    def add_eigenschap(self, municipality: str, zaak: str, name: str, value: str) -> None:
        """value: a date as ISO 8601 (2026-12-01); checked here, as registers take anything."""
        ...

    def objects(self, municipality: str, zaak: str) -> frozenset[str]:
        """The nummeraanduidingen of the addresses that the zaak is about."""
        ...

    def add_object(
        self, municipality: str, zaak: str, address: AddressObject, relation: str
    ) -> None:
        """relation: what the address is to the zaak, such as "nieuw adres"."""
        ...

    def set_status(
        self, municipality: str, zaak: str, status: str | int, at: datetime, toelichting: str = ""
    ) -> None:
        """status: omschrijving or volgnummer of the statustype; at: timezone-aware."""
        ...

    def set_resultaat(
        self, municipality: str, zaak: str, resultaat: str, toelichting: str = ""
    ) -> None:
        """resultaat: omschrijving of the resultaattype. A zaak has at most one."""
        ...

    def close(self, municipality: str, zaak: str, at: datetime, toelichting: str = "") -> None:
        """Give the end status, for which there must be a resultaat."""
        ...
