# SPDX-License-Identifier: EUPL-1.2
"""What the house knows of a person, whichever BRP told it: only the fields it needs."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Bond(StrEnum):
    MARRIAGE = "huwelijk"
    REGISTERED_PARTNERSHIP = "geregistreerd partnerschap"


class Relation(StrEnum):
    """What somebody is to the person who was asked about."""

    PARTNER = "partner"  # married or registered; living together does not count here
    CHILD = "kind"
    PARENT = "ouder"
    OTHER = "medebewoner"


@dataclass(frozen=True, slots=True)
class Person:
    """bsn: nine digits, kept out of repr. address_id: nummeraanduiding of the woonadres.

    is_secret: geheimhouding, never to be shown to others (Wet BRP art. 2.59).
    is_address_under_investigation: the address is in onderzoek and may be wrong.
    has_guardian: in the curateleregister.
    """

    bsn: str = field(repr=False)
    given_names: str
    prefix: str  # voorvoegsel, may be empty
    family_name: str
    born_on: date
    address_id: str
    registered_since: date
    is_secret: bool = False
    is_address_under_investigation: bool = False
    has_guardian: bool = False

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.given_names, self.prefix, self.family_name) if part)

    def age_on(self, day: date) -> int:
        """Completed years on this day; born on 29 February counts from 1 March."""
        had_birthday = (day.month, day.day) >= (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - (0 if had_birthday else 1)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a household, with what they are to the person asked about."""

    person: Person
    relation: Relation
    bond: Bond | None = None  # of a partner


@dataclass(frozen=True, slots=True)
class Household:
    """The person and those registered at the same address.

    members: partner, children, parents, then others. hidden: how many others live there whose
    data may not be shown (geheimhouding) and who are not partner, child or parent.
    """

    person: Person
    members: tuple[Member, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Residents:
    """Who is registered at an address.

    shown: without those under geheimhouding; hidden counts these. Somebody whose address is in
    onderzoek is shown with that mark: whether they live there is not certain. has_signal: the
    national research of addresses points at this one (Wet BRP 2.37g: a person looks first).
    """

    shown: tuple[Person, ...] = ()
    hidden: int = 0
    has_signal: bool = False
