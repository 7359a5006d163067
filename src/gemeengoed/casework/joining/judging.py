# SPDX-License-Identifier: EUPL-1.2
"""What the procedure ``verhuizen`` says of the move of one person, with what registers know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from gemeengoed.access.queries import bsn_of
from gemeengoed.casework.effects import promise
from gemeengoed.casework.joining.errors import CannotDeclareError
from gemeengoed.casework.moving import ALONE, Move, facts_of
from gemeengoed.casework.moving_lifting import kind_for
from gemeengoed.casework.submissions.kinds import submission_kind
from gemeengoed.content.procedures import procedure_on
from gemeengoed.content.queries import edition_of
from gemeengoed.content.values import local_day
from gemeengoed.dialogue.flow import Flow
from gemeengoed.dialogue.judging import judgement_of
from gemeengoed.gateways.adressen import registry as addresses
from gemeengoed.gateways.brp import registry as persons
from gemeengoed.gateways.brp.shapes import Household, Person, Residents
from gemeengoed.procedures.procedure import UNKNOWN
from gemeengoed.procedures.receipt import receipt_of

FLOW, PROCEDURE = "verhuizing", "verhuizen"
CONSENT = "toestemming"  # the step about who lives there


@dataclass(frozen=True, slots=True)
class Judged:
    """outcome: one with which it can be handed in; receipt: by which it can be judged again."""

    who: Person
    outcome: str
    receipt: Mapping[str, Any]
    term_days: int
    look: str  # the kind of interne_taak, when a person must look


def judged(
    municipality: str, person: UUID, answers: Mapping[str, Any], kind: str, now: datetime
) -> Judged:
    """answers: those of the move that is followed. An outcome with which it cannot be handed in
    without a person becomes *onbekend*: one looks.

    Raises CannotDeclareError, UnknownPersonError, BrpError, AdressenError, MissingTermError.
    """
    bsn = bsn_of(municipality, person)
    household = persons.register_of(municipality).household_of(municipality, bsn)
    if household is None:
        raise CannotDeclareError
    edition = edition_of(municipality)
    day = local_day(now)
    flow = edition.flows[FLOW]
    facts = facts_of(_move(municipality, household, answers, now)) | {"verhuisdatum": _day(answers)}
    signals = [facts.get("signalen", ""), *_what_it_adds(flow, answers)]
    facts["signalen"] = ";".join(filter(None, signals))
    procedure = procedure_on(edition.procedures, edition.facts, PROCEDURE, day)
    judgement = judgement_of(procedure, facts, day) if procedure is not None else None
    outcome, receipt = UNKNOWN, {}
    if judgement is not None and judgement.shown in submission_kind(kind).outcomes:
        outcome = judgement.shown
        receipt = receipt_of(judgement, municipality).to_json()
    failed = judgement.failed if judgement is not None else ()
    term = flow.outcomes[outcome].term or flow.term
    return Judged(
        who=household.person,
        outcome=outcome,
        receipt=receipt,
        term_days=promise(edition, term, now)[0],
        look=kind_for({row.row.id for row in failed}),
    )


def _day(answers: Mapping[str, Any]) -> str:
    return str(answers["verhuisdatum"])


def _move(
    municipality: str, household: Household, answers: Mapping[str, Any], now: datetime
) -> Move:
    register = addresses.register_of(municipality)
    told = answers.get("nieuw_adres")
    id = told.get("identificatie") if isinstance(told, Mapping) else None
    brp = persons.register_of(municipality)
    return Move(
        today=local_day(now),
        household=household,
        lives_here=register.by_id(municipality, household.person.address_id) is not None,
        chosen=ALONE,
        new_address=register.by_id(municipality, id) if id else None,
        there=brp.residents_of(municipality, id) if id else Residents(),
        consent=answers.get("toestemming"),
    )


def _what_it_adds(flow: Flow, answers: Mapping[str, Any]) -> Iterator[str]:
    """Signals that what was said of who lives there adds: that holds for who joins as well."""
    for step in flow.steps:
        if step.name == CONSENT:
            said = (choice for choice in step.choices if choice.id == answers.get(CONSENT))
            yield from (choice.adds["signalen"] for choice in said if "signalen" in choice.adds)
