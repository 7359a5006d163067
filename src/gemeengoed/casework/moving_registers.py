# SPDX-License-Identifier: EUPL-1.2
"""What BRP and address register know of a move. A silent one leaves things unknown, no more.

A BSN is read here, to ask a register, and goes no further than the shapes of the gateway.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from gemeengoed.access.queries import bsn_of
from gemeengoed.casework.acting import ActingFor
from gemeengoed.casework.moving import ALONE, EVERYBODY, Move
from gemeengoed.casework.short_memory import ShortMemory
from gemeengoed.content.values import local_day
from gemeengoed.dialogue.persons import BETWEEN
from gemeengoed.gateways.adressen import registry as addresses
from gemeengoed.gateways.adressen.errors import AdressenError
from gemeengoed.gateways.adressen.shapes import Address
from gemeengoed.gateways.brp import registry as persons
from gemeengoed.gateways.brp.errors import BrpError
from gemeengoed.gateways.brp.shapes import Household, Residents

log = logging.getLogger(__name__)
OTHER_CHILD = "staat-er-niet-bij"
_households = ShortMemory[Household | None]()
_residents = ShortMemory[Residents]()


@dataclass(frozen=True, slots=True)
class Known:
    """move: what came of it. home: where the resident lives, when that is here. is_whole: False
    when a register was silent."""

    move: Move
    home: Address | None
    is_whole: bool


def look_up(
    slug: str, person: UUID, answers: Mapping[str, Any], *, talk: UUID, now: datetime
) -> Known:
    """Ask the registers; the BRP once in a while for each talk. now: business time.

    Raises UnknownPersonError for somebody whom access does not know.
    """
    household, there, brp_told = _ask_brp(slug, person, answers, talk, now)
    home, new_address, addresses_told = _ask_addresses(slug, household, answers)
    is_known = household is not None and addresses_told
    move = Move(
        today=local_day(now),
        household=household,
        lives_here=home is not None if is_known else None,
        chosen=_chosen(slug, answers.get("wie_verhuist") or answers.get("wie")),
        acting=_acting(answers),
        old_address=_address_id(answers.get("oud_adres")),
        new_address=new_address,
        is_address_told=addresses_told and "nieuw_adres" in answers,
        there=there,
        consent=answers.get("toestemming"),
        letter=answers.get("machtiging"),
    )
    return Known(move, home, brp_told and addresses_told)


def _ask_brp(
    slug: str, person: UUID, answers: Mapping[str, Any], talk: UUID, now: datetime
) -> tuple[Household | None, Residents | None, bool]:
    """Both at once or nothing: half an answer would be taken for the whole."""
    brp, bsn = persons.register_of(slug), bsn_of(slug, person)
    id = _address_id(answers.get("nieuw_adres"))
    try:
        household = _households.recall((talk, person), now, lambda: brp.household_of(slug, bsn))
        there = Residents()
        if id:
            there = _residents.recall((talk, id), now, lambda: brp.residents_of(slug, id))
    except BrpError as error:
        log.warning("%s", error)
        return None, None, False
    return household, there, True


def _ask_addresses(
    slug: str, household: Household | None, answers: Mapping[str, Any]
) -> tuple[Address | None, Address | None, bool]:
    """(home, new address, whether the register told): no address is not the same as silence."""
    register = addresses.register_of(slug)
    id = _address_id(answers.get("nieuw_adres"))
    try:
        home = register.by_id(slug, household.person.address_id) if household else None
        return home, register.by_id(slug, id) if id else None, True
    except AdressenError as error:
        log.warning("%s", error)
        return None, None, False


def _address_id(told: Any) -> str | None:
    """The nummeraanduiding of an address as it was answered; None for one only typed."""
    return told.get("identificatie") if isinstance(told, Mapping) else None


def _chosen(slug: str, told: Any) -> Any:
    """Ids of persons as the registers know them; a word of the question stays a word."""
    if told in (None, ALONE, EVERYBODY):
        return told
    if told == OTHER_CHILD:
        return ALONE
    return [bsn_of(slug, UUID(each)) for each in told.split(BETWEEN)]


def _acting(answers: Mapping[str, Any]) -> ActingFor:
    born_on = answers.get("geboren")
    return ActingFor(
        answers.get("als_wat"),
        date.fromisoformat(born_on) if born_on else None,
        has_guardian="curatele" in answers,
    )
