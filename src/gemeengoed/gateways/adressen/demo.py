# SPDX-License-Identifier: EUPL-1.2
"""A complete address register of invented addresses, in the house's own database.

It answers through the same shapes as a real one and can be told to be down, slow or wrong
(operations.set_behaviour).
"""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gemeengoed.gateways.adressen.demo_rows import (
    COLUMNS,
    Register,
    in_postcode,
    in_streets,
    names_of_file,
    register_of_demo,
)
from gemeengoed.gateways.adressen.errors import (
    RegisterTimeoutError,
    RegisterUnavailableError,
    WrongAnswerError,
)
from gemeengoed.gateways.adressen.geometry import REACH, Building, sides
from gemeengoed.gateways.adressen.models import Behaviour, DemoAddress
from gemeengoed.gateways.adressen.searching import Wanted, search
from gemeengoed.gateways.adressen.shapes import (
    Address,
    Found,
    Monument,
    Neighbour,
    Premises,
    Purpose,
    Roof,
    RoofPlane,
    Side,
    Tenure,
)

_PURPOSES = {purpose.value: purpose for purpose in Purpose}
_POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class DemoAddresses:
    """Implements port.Addresses. time_limit: seconds after which a slow answer is given up."""

    time_limit: float = 2.0

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
        """See port.Addresses.find."""
        register = self._asked(municipality)
        wanted = Wanted(street, number, addition, postcode, place)

        names = names_of_file(municipality, register.fingerprint)
        return search(
            wanted,
            streets=names.streets,
            places=names.places,
            in_streets=lambda streets, number: [
                _address(row, register) for row in in_streets(municipality, streets, number)
            ],
            in_postcode=lambda code, number: [
                _address(row, register) for row in in_postcode(municipality, code, number)
            ],
        )

    def streets(self, municipality: str) -> frozenset[str]:
        """See port.Addresses.streets."""
        return frozenset(names_of_file(municipality, self._asked(municipality).fingerprint).streets)

    def places(self, municipality: str) -> frozenset[str]:
        """See port.Addresses.places."""
        return frozenset(names_of_file(municipality, self._asked(municipality).fingerprint).places)

    def by_id(self, municipality: str, id: str) -> Address | None:
        """See port.Addresses.by_id."""
        register = self._asked(municipality)
        found = DemoAddress.objects.filter(municipality_id=municipality, identification=id)
        row = found.values(*COLUMNS).first()
        return _address(row, register) if row else None

    def premises(self, address: Address) -> Premises:
        """See port.Addresses.premises."""
        self._asked(address.municipality)
        row = DemoAddress.objects.filter(
            municipality_id=address.municipality, identification=address.id
        ).first()
        if row is None:
            return Premises()
        return Premises(
            residents=row.residents,
            tenure=Tenure(row.tenure) if row.tenure else None,
            landlord=row.landlord or None,
            monument=Monument(row.monument),
            is_protected_view=row.is_protected_view,
            public_roof_planes=frozenset(RoofPlane(p) for p in row.public_roof_planes.split()),
            roof=Roof(row.roof_height, row.roof_width)
            if row.roof_height and row.roof_width
            else None,
            is_in_centre=row.is_in_centre,
        )

    def neighbours(self, address: Address) -> tuple[Neighbour, ...]:
        """See port.Addresses.neighbours."""
        register = self._asked(address.municipality)
        around = DemoAddress.objects.filter(
            municipality_id=address.municipality,
            x__range=(address.x - REACH, address.x + REACH),
            y__range=(address.y - REACH, address.y + REACH),
        ).order_by("street", "number", "addition")
        rows = list(around.values(*COLUMNS, "facing"))
        by_building: dict[str, list[Address]] = {}
        buildings: dict[str, Building] = {}
        for row in rows:
            building = Building(row["building_id"], row["x"], row["y"], row["facing"])
            buildings[building.id] = building
            by_building.setdefault(building.id, []).append(_address(row, register))
        if address.building_id not in buildings:
            return ()
        found = [
            Neighbour(Side.SAME_BUILDING, other, 0.0)
            for other in by_building[address.building_id]
            if other.id != address.id
        ]
        for side, building, distance in sides(buildings[address.building_id], buildings.values()):
            found += [Neighbour(side, other, distance) for other in by_building[building.id]]
        return tuple(found)

    def _asked(self, municipality: str) -> Register:
        """The register, after behaving as it was told to."""
        register = register_of_demo(municipality)
        if register is None:
            raise RegisterUnavailableError(municipality, "holds no addresses")
        if register.behaviour == Behaviour.DOWN:
            raise RegisterUnavailableError(municipality, "is down")
        if register.behaviour == Behaviour.SLOW:
            time.sleep(min(register.delay, self.time_limit))
            if register.delay > self.time_limit:
                raise RegisterTimeoutError(municipality, f"no answer in {self.time_limit} s")
        return register


def _address(row: Mapping[str, Any], register: Register) -> Address:
    """The house's shape of a row; raises WrongAnswerError for one that cannot be an address."""
    # A register that answers nonsense is the hardest to notice: the demo sends no postcode.
    postcode = "" if register.behaviour == Behaviour.WRONG else row["postcode"]
    if not _POSTCODE.fullmatch(postcode) or row["purpose"] not in _PURPOSES:
        raise WrongAnswerError(row["municipality_id"], "an address without a valid postcode or use")
    return Address(
        id=row["identification"],
        object_id=row["object_id"],
        building_id=row["building_id"],
        municipality=row["municipality_id"],
        street=row["street"],
        number=row["number"],
        addition=row["addition"],
        postcode=postcode,
        place=row["place"],
        purpose=_PURPOSES[row["purpose"]],
        x=row["x"],
        y=row["y"],
    )
