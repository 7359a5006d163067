# SPDX-License-Identifier: EUPL-1.2
"""What the house knows of an address, whichever register told it.

Words of the BAG (nummeraanduiding, adresseerbaar object, pand) are translated here, once.
"""

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What a building is used for; the BAG's gebruiksdoel, in the words people use."""

    HOME = "woning"
    SHOP = "winkel"
    HOLIDAY_HOME = "recreatiewoning"
    CARE = "zorginstelling"
    INDUSTRY = "industrie"
    OFFICE = "kantoor"
    EDUCATION = "onderwijs"
    MEETING = "bijeenkomst"


class Monument(StrEnum):
    NONE = "geen"
    MUNICIPAL = "gemeentelijk"
    NATIONAL = "rijks"


class Tenure(StrEnum):
    """By what right the residents live there."""

    OWNER = "eigenaar"
    TENANT = "huurder"


class RoofPlane(StrEnum):
    """A plane of the roof; left and right as seen from the street."""

    FRONT = "voor"
    BACK = "achter"
    LEFT = "zij-links"
    RIGHT = "zij-rechts"


class Side(StrEnum):
    """Where a neighbour lives; left and right as seen from the street."""

    LEFT = "links"
    RIGHT = "rechts"
    BEHIND = "achter"
    OPPOSITE = "tegenover"
    SAME_BUILDING = "zelfde pand"


@dataclass(frozen=True, slots=True)
class Address:
    """id: the nummeraanduiding; object_id: the adresseerbaar object; both 16 digits.

    x, y: RD coordinates in metres. postcode: 1234AB. addition: house letter and addition
    together, empty when there is none.
    """

    id: str
    object_id: str
    building_id: str
    municipality: str  # slug
    street: str
    number: int
    addition: str
    postcode: str
    place: str
    purpose: Purpose
    x: float
    y: float

    @property
    def label(self) -> str:
        """As people write it: Kerkstraat 22A, 1994 AH Waterdam."""
        code = f"{self.postcode[:4]} {self.postcode[4:]}"
        return f"{self.street} {self.number}{self.addition}, {code} {self.place}"


@dataclass(frozen=True, slots=True)
class Roof:
    """A pitched roof, in metres: from dakvoet (lowest) to nok (highest), and its width."""

    height: float
    width: float


@dataclass(frozen=True, slots=True)
class Premises:
    """What registers around the BAG know of an address. None: this register does not say."""

    residents: int | None = None  # number of persons registered there
    tenure: Tenure | None = None  # None also when nobody lives there
    landlord: str | None = None
    monument: Monument | None = None
    is_protected_view: bool | None = None  # rijksbeschermd stads- of dorpsgezicht
    public_roof_planes: frozenset[RoofPlane] | None = None  # those that face public ground
    roof: Roof | None = None  # None also for a flat one
    is_in_centre: bool | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    side: Side
    address: Address
    distance: float  # metres between the middles of the buildings


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave.

    exact: the addresses that fit: one is it, more means ask which. nearest: when none fits, at
    most five that come close (other numbers in the street, streets with a like name), best
    first. missing: "street" or "number" when that must be known first.
    """

    exact: tuple[Address, ...] = ()
    nearest: tuple[Address, ...] = ()
    missing: str | None = None
