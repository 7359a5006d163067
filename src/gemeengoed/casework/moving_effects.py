# SPDX-License-Identifier: EUPL-1.2
"""Carries out what the flow of a move asks: what registers know, and handing it in.

Wired in project. Persons leave this room by id; a BSN is read only to ask a register.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.db import transaction

from gemeengoed.access.operations import remember_person
from gemeengoed.access.queries import bsn_of
from gemeengoed.casework.effects import promise
from gemeengoed.casework.joining.operations import ask_to_join
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.moving import (
    ALONE,
    EVERYBODY,
    Move,
    facts_of,
    registered_in_words,
)
from gemeengoed.casework.moving_proof import uploads_in
from gemeengoed.casework.submissions.handed_in import HandedIn
from gemeengoed.casework.submissions.operations import hand_in
from gemeengoed.casework.submissions.operations_lifting import LOOK
from gemeengoed.casework.submissions.participants import Participant
from gemeengoed.content.values import local_day
from gemeengoed.conversations.effects import EffectContext
from gemeengoed.dialogue.effects import (
    FactsGathered,
    GatherFacts,
    HandIn,
    PersonFound,
    SubmissionAccepted,
)
from gemeengoed.dialogue.persons import BETWEEN
from gemeengoed.gateways.adressen import registry as addresses
from gemeengoed.gateways.adressen.errors import AdressenError
from gemeengoed.gateways.adressen.shapes import Address
from gemeengoed.gateways.brp import registry as persons
from gemeengoed.gateways.brp.shapes import Household, Relation
from gemeengoed.gateways.zaken.shapes import AddressObject, Roltype
from gemeengoed.municipalities.queries import municipality

KIND = "verhuizing"
WHO = "Het team burgerzaken"
_RELATIONS = {
    Relation.PARTNER: "partner",
    Relation.CHILD: "kind",
    Relation.PARENT: "ouder",
    Relation.OTHER: "medebewoner",
}


def gather_facts(effect: GatherFacts, context: EffectContext) -> FactsGathered:
    """What BRP and address register know of this resident and these answers.

    Raises BrpError, AdressenError, UnknownPersonError: then it is asked, and a person looks.
    """
    household = _household(context.municipality, effect.person)
    home = _home(context.municipality, household)
    answers = effect.answers
    move = Move(
        today=local_day(context.now),
        household=household,
        lives_here=None if household is None else home is not None,
        chosen=_chosen(context.municipality, answers.get("wie")),
        new_address=_new_address(context.municipality, answers.get("nieuw_adres")),
        already_there=_already_there(context.municipality, answers.get("nieuw_adres")),
        consent=answers.get("toestemming"),
        authorisation=answers.get("machtiging"),
    )
    is_first = home is not None and "wie" not in answers
    told = ("adres_volgens_brp", {"adres": home.label}) if is_first and home else None
    return FactsGathered(facts_of(move), _people(context.municipality, household), told)


def hand_in_move(effect: HandIn, context: EffectContext) -> SubmissionAccepted:
    """Accept the move, once per context.key. Nothing outside is waited for but the BRP's names.

    Raises BrpError, UnknownPersonError, MissingTermError, SubmissionRefusedError.
    """
    household = _household(context.municipality, effect.person)
    answers = effect.answers
    handed_in = HandedIn(
        kind=KIND,
        topic=effect.topic,
        conversation_id=context.conversation,
        answers=answers,
        display=effect.display,
        participants=list(_participants(context, effect, household)),
        outcome=effect.ruling["outcome"],
        receipt=effect.ruling["receipt"],
        term_days=promise(context.edition, effect.term, context.now)[0],
        address=_address_object(answers.get("nieuw_adres")),
        eigenschappen={"datumVerhuizing": answers["verhuisdatum"]},
        registered=_registered(context.municipality, effect, household),
        email=answers.get("email") or "",
        phone=answers.get("telefoon") or "",
        uploads=uploads_in(answers),
    )
    with transaction.atomic():  # who follows is asked with it, or not at all
        submission = hand_in(
            municipality=municipality(context.municipality),
            handed_in=handed_in,
            origin_key=context.key,
            now=context.now,
        )
        joining = _joining(context, answers, household)
        ask_to_join(submission=submission, people=joining, now=context.now)
    looks = kind_of(LOOK).who  # at the beginning of a sentence here
    who = looks[0].upper() + looks[1:] if submission.taak is not None else WHO
    return SubmissionAccepted(submission.ontvangstnummer, submission.due_on.isoformat(), who)


def _registered(slug: str, effect: HandIn, household: Household | None) -> list[tuple[str, str]]:
    """What registers said, for the colleague who books it. A register that is down holds up
    nothing.
    """
    home = None
    with suppress(AdressenError):
        home = _home(slug, household)
    facts = effect.ruling["receipt"].get("facts", {})
    return registered_in_words(facts, home.label if home is not None else "")


def _household(slug: str, person: str) -> Household | None:
    return persons.register_of(slug).household_of(slug, bsn_of(slug, UUID(person)))


def _home(slug: str, household: Household | None) -> Address | None:
    if household is None:
        return None
    return addresses.register_of(slug).by_id(slug, household.person.address_id)


def _address_id(told: Any) -> str | None:
    """The nummeraanduiding of an address as it was answered; None for one only typed."""
    return told.get("identificatie") if isinstance(told, Mapping) else None


def _new_address(slug: str, told: Any) -> Address | None:
    """None for one that the register has not, and before it was told."""
    id = _address_id(told)
    return addresses.register_of(slug).by_id(slug, id) if id else None


def _already_there(slug: str, told: Any) -> frozenset[str]:
    """BSNs; who is under geheimhouding counts too, without being named."""
    id = _address_id(told)
    if not id:
        return frozenset()
    residents = persons.register_of(slug).residents_of(slug, id)
    hidden = {f"hidden:{number}" for number in range(residents.hidden)}
    return frozenset({person.bsn for person in residents.shown} | hidden)


def _chosen(slug: str, told: Any) -> Any:
    """Ids of persons as the registers know them; a word of the question stays a word."""
    if told in (None, ALONE, EVERYBODY):
        return told
    return [bsn_of(slug, UUID(each)) for each in told.split(BETWEEN)]


def _people(slug: str, household: Household | None) -> tuple[PersonFound, ...]:
    members = household.members if household is not None else ()
    return tuple(
        PersonFound(str(_remembered(slug, member.person.bsn)), member.person.full_name)
        for member in members
    )


def _joining(
    context: EffectContext, answers: Mapping[str, Any], household: Household | None
) -> dict[UUID, str]:
    """Who comes along but declares it themselves: id of access -> name."""
    slug = context.municipality
    joiners = _who(context, answers, household).joiners
    return {_remembered(slug, each.person.bsn): each.person.full_name for each in joiners}


def _who(context: EffectContext, answers: Mapping[str, Any], household: Household | None) -> Move:
    """The move as far as it tells who comes along, and how."""
    return Move(
        today=local_day(context.now),
        household=household,
        lives_here=None,
        chosen=_chosen(context.municipality, answers.get("wie")),
        authorisation=answers.get("machtiging"),
    )


def _participants(
    context: EffectContext, effect: HandIn, household: Household | None
) -> Iterator[Participant]:
    """The resident, and who comes along; none when registers do not know the resident."""
    slug = context.municipality
    if household is None:
        return
    own = household.person
    yield Participant(
        UUID(effect.person), Roltype.INITIATOR, "aangever", own.full_name, own.family_name
    )
    for member in _who(context, effect.answers, household).movers:
        yield Participant(
            _remembered(slug, member.person.bsn),
            Roltype.BELANGHEBBENDE,
            _RELATIONS[member.relation],
            member.person.full_name,
            member.person.family_name,
        )


def _remembered(slug: str, bsn: str) -> UUID:
    return remember_person(municipality=municipality(slug), bsn=bsn, actor="resident")


def _address_object(told: Any) -> AddressObject | None:
    if not _address_id(told):
        return None
    return AddressObject(
        id=told["identificatie"],
        street=told["straat"],
        number=told["huisnummer"],
        addition=told["toevoeging"],
        postcode=told["postcode"],
        place=told["plaats"],
    )
