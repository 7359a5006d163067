# SPDX-License-Identifier: EUPL-1.2
"""From kinds of household to the rows of personen.csv."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo.registers.addresses import AddressRow
from demo.registers.households import ELSEWHERE, HOUSEHOLDS, Household, Member
from demo.registers.names import FamilyName, shuffled_family_names
from demo.registers.street_plans import Plan

TODAY = date(2026, 11, 23)  # ages are ages on this day
FIRST_BSN = 999_900_000  # start of the official test range
BSNS_EACH = 20_000  # numbers set apart per municipality
BSNS_ELSEWHERE = 15_000  # of these, from where those of who live elsewhere begin
ELSEWHERE_PLACE, ELSEWHERE_CODE = "Zilverbeek", "9199"  # a municipality that is in no register here
GROWN_UP = 18


@dataclass(slots=True)
class PersonRow:
    """One line of personen.csv; the names are its columns."""

    bsn: str
    given_names: str
    prefix: str
    family_name: str
    gender: str  # V, M, X
    born_on: str
    birth_place: str
    address_id: str
    registered_since: str
    bond: str = ""  # huwelijk, geregistreerd partnerschap
    partner_bsn: str = ""
    parent_bsns: str = ""  # by spaces; only parents who are in this register
    secrecy: str = "nee"  # ja: geheimhouding
    under_investigation: str = "nee"  # ja: the address is in onderzoek
    guardianship: str = "nee"  # ja: in the curateleregister


@dataclass(frozen=True, slots=True)
class Home:
    """id: nummeraanduiding."""

    id: str
    place: str


def persons(plan: Plan, position: int, rows: list[AddressRow], random: Random) -> list[PersonRow]:
    """The people of all households; their addresses get the number of residents that fits.

    position: of the municipality among the plans; it decides its range of BSNs.
    """
    bsns = _bsns(FIRST_BSN + position * BSNS_EACH, random)
    names = iter(shuffled_family_names(random) + shuffled_family_names(random))
    taken: set[str] = set()
    people: list[PersonRow] = []
    for household in HOUSEHOLDS:
        address = _address_for(household, rows, taken, random)
        taken.add(address.id)
        people += _move_in(household, address, bsns, names, random)
    return people


def persons_from_elsewhere(position: int, here: list[PersonRow], random: Random) -> list[PersonRow]:
    """Those who live in another municipality and may come here; position: as of ``persons``.

    None is called as somebody who lives here: one chooses by name who logs in.
    """
    used = {(person.given_names, person.family_name) for person in here}
    bsns = _bsns(FIRST_BSN + position * BSNS_EACH + BSNS_ELSEWHERE, random)
    names = iter(shuffled_family_names(random))
    people: list[PersonRow] = []
    for number, household in enumerate(ELSEWHERE, start=1):
        home = Home(f"{ELSEWHERE_CODE}20{position:02d}{number:08d}", ELSEWHERE_PLACE)
        people += _people_of(household, home, bsns, names, random, used)
    return people


def _bsns(first: int, random: Random) -> Iterator[str]:
    """Numbers that pass the elfproef, rising, with steps of chance."""
    number = first
    while True:
        number += random.randint(40, 160)
        while not _passes_elfproef(number):
            number += 1
        yield f"{number:09d}"


def _passes_elfproef(number: int) -> bool:
    digits = [int(digit) for digit in f"{number:09d}"]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 == 0


def _address_for(
    household: Household, rows: list[AddressRow], taken: set[str], random: Random
) -> AddressRow:
    if household.at:
        return next(r for r in rows if (r.street, r.number) == household.at and not r.addition)
    reserved = {kind.at for kind in HOUSEHOLDS}
    free = [
        row
        for row in rows
        if row.purpose == household.purpose
        and row.id not in taken
        and (row.street, row.number) not in reserved
    ]
    return random.choice(free)


def _move_in(
    household: Household,
    address: AddressRow,
    bsns: Iterator[str],
    names: Iterator[FamilyName],
    random: Random,
) -> list[PersonRow]:
    people = _people_of(household, Home(address.id, address.place), bsns, names, random)
    if household.purpose != "zorginstelling":
        address.residents = len(people)
        address.tenure = address.tenure or "eigenaar"
    return people


def _people_of(
    household: Household,
    home: Home,
    bsns: Iterator[str],
    names: Iterator[FamilyName],
    random: Random,
    used: Collection[tuple[str, str]] = (),
) -> list[PersonRow]:
    """used: given and family names that nobody may have again."""
    family = next(names)
    numbers = [next(bsns) for _ in household.members]
    since = _birthday(0, random) - timedelta(days=random.randint(300, 4000))
    people: list[PersonRow] = []
    for bsn, member in zip(numbers, household.members, strict=True):
        own = family if not people or member.takes_name else next(names)
        others = {person.given_names for person in people}
        others |= {given for given, family_name in used if family_name == own.name}
        people.append(_person(bsn, member, own, others, home, since, random))
    for person, member in zip(people, household.members, strict=True):
        if member.partner is not None:
            person.bond = household.bond
            person.partner_bsn = numbers[member.partner]
        person.parent_bsns = " ".join(numbers[parent] for parent in member.parents)
    return people


def _person(
    bsn: str,
    member: Member,
    name: FamilyName,
    others: set[str],
    home: Home,
    since: date,
    random: Random,
) -> PersonRow:
    """others: given names that are taken."""
    born = _birthday(member.age, random)
    is_grown_up = member.age >= GROWN_UP
    given = [n for n in name.origin.given_names(member.gender) if n not in others]
    person = PersonRow(
        bsn=bsn,
        given_names=random.choice(given),
        prefix=name.prefix,
        family_name=name.name,
        gender=member.gender,
        born_on=born.isoformat(),
        birth_place=random.choice(name.origin.towns) if is_grown_up else home.place,
        address_id=home.id,
        registered_since=max(born, since).isoformat(),
    )
    for mark in member.marks:
        setattr(person, mark, "ja")
    return person


def _birthday(age: int, random: Random) -> date:
    """A date of birth with which somebody has this age on the register's day."""
    last = TODAY.replace(year=TODAY.year - age)
    return last - timedelta(days=random.randint(1, 364))
