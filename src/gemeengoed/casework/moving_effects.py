# SPDX-License-Identifier: EUPL-1.2
"""Carries out what the flow of a move asks: what registers know, and handing it in.

Wired in project. Persons leave this room by id. The names come back with what was gathered (they
stand in the talk already, as the buttons by which people are chosen), so that handing in asks no
register; the BSN is with access alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from gemeengoed.access.operations import remember_person
from gemeengoed.casework.effects import promise
from gemeengoed.casework.joining.operations import ask_to_join
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.moving import EVERYBODY, facts_of, registered_in_words
from gemeengoed.casework.moving_lifting import kind_for
from gemeengoed.casework.moving_proof import uploads_in
from gemeengoed.casework.moving_registers import Known, look_up
from gemeengoed.casework.submissions.handed_in import HandedIn
from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.casework.submissions.models import Submission
from gemeengoed.casework.submissions.operations import hand_in
from gemeengoed.casework.submissions.participants import Participant
from gemeengoed.conversations.effects import EffectContext
from gemeengoed.dialogue.effects import (
    FactsGathered,
    GatherFacts,
    HandIn,
    PersonFound,
    SubmissionAccepted,
)
from gemeengoed.dialogue.persons import BETWEEN
from gemeengoed.gateways.brp.shapes import Member, Relation
from gemeengoed.gateways.zaken.shapes import AddressObject, Roltype
from gemeengoed.municipalities.models import Municipality
from gemeengoed.municipalities.queries import municipality

KIND = "verhuizing"
BY_LINK = "link"  # the choice by which who may not be declared for declares it themselves
DECLARES_SELF = "machtiging_nodig"  # the outcome of who may not be declared for
_ASKED_AFTER = ("wie", "wie_verhuist", "als_wat")  # once the address was told
_RELATIONS = {
    Relation.PARTNER: "partner",
    Relation.CHILD: "kind",
    Relation.PARENT: "ouder",
    Relation.OTHER: "medebewoner",
}


def gather_facts(effect: GatherFacts, context: EffectContext) -> FactsGathered:
    """What BRP and address register know of this resident and these answers.

    A silent register leaves its facts unknown: then it is asked, and a person looks. Raises
    UnknownPersonError.
    """
    slug = context.municipality
    known = look_up(
        slug, UUID(effect.person), effect.answers, talk=context.conversation, now=context.now
    )
    ids = _ids(municipality(slug), known)
    people = tuple(
        PersonFound(ids[bsn], member.person.full_name, known.move.item_of(member))
        for bsn, member in _members(known).items()
    )
    return FactsGathered(
        facts=facts_of(known.move),
        people=people,
        told=_told(known, effect.answers),
        knows_people=known.move.household is not None,
        kept=_kept(known, ids),
    )


def hand_in_move(effect: HandIn, context: EffectContext) -> SubmissionAccepted:
    """Accept the move, once per context.key. Nothing outside is waited for.

    Raises MissingTermError, SubmissionRefusedError.
    """
    answers, ruling = effect.answers, effect.ruling
    participants = [_who_declares(effect), *_movers(effect)]
    handed_in = HandedIn(
        kind=KIND,
        topic=effect.topic,
        conversation_id=context.conversation,
        answers=answers,
        display=effect.display,
        participants=participants,
        outcome=ruling["whole"],
        receipt=ruling["receipt"],
        term_days=promise(context.edition, effect.term, context.now)[0],
        address=_address_object(answers.get("nieuw_adres")),
        eigenschappen={"datumVerhuizing": answers["verhuisdatum"]},
        registered=registered_in_words(
            ruling["receipt"].get("facts", {}), effect.kept.get("home", "")
        ),
        email=answers.get("email") or "",
        phone=answers.get("telefoon") or "",
        uploads=uploads_in(answers),
        look=kind_for(ruling["rows"]),
        why="\n".join(ruling["why"]),
    )
    with transaction.atomic():  # who joins is asked with it, or not at all
        submission = hand_in(
            municipality=municipality(context.municipality),
            handed_in=handed_in,
            origin_key=context.key,
            now=context.now,
        )
        people = _joining(participants) if answers.get("machtiging") == BY_LINK else {}
        ask_to_join(submission=submission, people=people, now=context.now)
    return SubmissionAccepted(
        submission.ontvangstnummer, submission.due_on.isoformat(), _who_deals_with(submission)
    )


def _who_deals_with(submission: Submission) -> str:
    """As a sentence begins with it."""
    who = (
        kind_of(submission.taak.kind).who
        if submission.taak is not None
        else submission_kind(KIND).who
    )
    return who[0].upper() + who[1:]


def _joining(participants: Iterable[Participant]) -> dict[UUID, str]:
    """Who comes along but must declare it themselves: id of access -> name."""
    return {each.person: each.name for each in participants if each.outcome == DECLARES_SELF}


def _told(known: Known, answers: Mapping[str, Any]) -> tuple[str, Mapping[str, str]] | None:
    """That registers are silent, each time; where the resident lives, the first time only."""
    if not known.is_whole:
        return "gegevens_niet_bereikbaar", {}
    if known.home is None or any(name in answers for name in _ASKED_AFTER):
        return None
    return "adres_volgens_brp", {"adres": known.home.label}


def _members(known: Known) -> dict[str, Member]:
    household = known.move.household
    return {m.person.bsn: m for m in household.members} if household is not None else {}


def _ids(here: Municipality, known: Known) -> dict[str, str]:
    """bsn -> the id by which access knows each of the household."""
    return {
        bsn: str(remember_person(municipality=here, bsn=bsn, actor="resident"))
        for bsn in _members(known)
    }


def _kept(known: Known, ids: Mapping[str, str]) -> dict[str, Any]:
    """Names, relations and items by id of access, and the address: all that handing in needs."""
    if known.move.household is None:
        return {}
    own = known.move.household.person
    people = {
        ids[bsn]: {
            "relation": _RELATIONS[member.relation],
            "name": member.person.full_name,
            "family_name": member.person.family_name,
            "item": known.move.item_of(member),
        }
        for bsn, member in _members(known).items()
    }
    return {
        "own": {"name": own.full_name, "family_name": own.family_name},
        "people": people,
        "home": known.home.label if known.home is not None else "",
    }


def _who_declares(effect: HandIn) -> Participant:
    """Who logged in; without a name when the BRP was silent: the register knows it by the BSN."""
    own = effect.kept.get("own", {"name": "", "family_name": ""})
    return Participant(UUID(effect.person), Roltype.INITIATOR, "aangever", **own)


def _movers(effect: HandIn) -> Iterator[Participant]:
    """Who was chosen, each with the outcome of the procedure for that person."""
    told = effect.answers.get("wie_verhuist") or effect.answers.get("wie") or ""
    people = effect.kept.get("people", {})
    chosen = list(people) if told == EVERYBODY else told.split(BETWEEN)
    for id in (each for each in chosen if each in people):
        of = dict(people[id])
        outcome = effect.ruling["per_item"].get(of.pop("item"), "")
        yield Participant(UUID(id), Roltype.BELANGHEBBENDE, outcome=outcome, **of)


def _address_object(told: Any) -> AddressObject | None:
    if not isinstance(told, Mapping) or not told.get("identificatie"):
        return None
    return AddressObject(
        id=told["identificatie"],
        street=told["straat"],
        number=told["huisnummer"],
        addition=told["toevoeging"],
        postcode=told["postcode"],
        place=told["plaats"],
    )
