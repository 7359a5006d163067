# SPDX-License-Identifier: EUPL-1.2
"""What goes to a zaakregister and comes back, with the standard's own words for the fields.

A zaak is known by its ``url``: whoever holds it asks nothing of its shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

OMSCHRIJVING_LENGTH = 80
TOELICHTING_LENGTH = 1000
IDENTIFICATIE_LENGTH = 40


class Roltype(StrEnum):
    """What somebody is in a zaak: omschrijvingGeneriek of the Catalogi API, as far as used."""

    INITIATOR = "initiator"
    BELANGHEBBENDE = "belanghebbende"
    BEHANDELAAR = "behandelaar"


@dataclass(frozen=True, slots=True)
class NewZaak:
    """identificatie: our own number, which makes that a second try makes no second zaak.

    kenmerken: source (bron) -> kenmerk, such as the conversation it came from.
    """

    identificatie: str
    zaaktype: str  # identificatie of the zaaktype, never an address
    startdatum: date
    omschrijving: str  # at most 80 characters
    toelichting: str = ""  # at most 1000
    communicatiekanaal: str = ""
    kenmerken: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the betrokkene (contactpersoonRol); empty: not given."""

    name: str = field(repr=False)
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Rol:
    """Somebody in a zaak: natuurlijk_persoon with a BSN, or medewerker with a medewerker id."""

    roltype: Roltype | str  # what the register holds may be more than we use
    geslachtsnaam: str = field(repr=False)
    bsn: str = field(default="", repr=False)
    medewerker: str = ""
    toelichting: str = ""
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class AddressObject:
    """The address that a zaak is about; id: nummeraanduiding of the BAG. number: huisnummer."""

    id: str
    street: str
    number: int
    addition: str
    postcode: str
    place: str


@dataclass(frozen=True, slots=True)
class ZaakStatus:
    """number: volgnummer, place in the order of the zaaktype; the highest is the end status."""

    omschrijving: str
    number: int


@dataclass(frozen=True, slots=True)
class Zaak:
    """A zaak as the register has it now. rollen: in the order in which they were added."""

    url: str
    identificatie: str
    zaaktype: str  # the address of the version of the zaaktype that it was made with
    startdatum: date
    omschrijving: str = ""
    toelichting: str = ""
    uiterlijke_einddatum_afdoening: date | None = None
    einddatum: date | None = None  # when it got its end status
    status: ZaakStatus | None = None
    resultaat: str | None = None
    rollen: tuple[Rol, ...] = ()

    @property
    def is_closed(self) -> bool:
        return self.einddatum is not None
