# SPDX-License-Identifier: EUPL-1.2
"""Carries out what a conversation asks of staff. Wired in project."""

from datetime import datetime

from gemeengoed.casework.errors import MissingTermError
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.operations import open_interne_taak
from gemeengoed.content.edition import Edition
from gemeengoed.content.municipality import fact_on
from gemeengoed.content.values import local_day
from gemeengoed.conversations.effects import EffectContext
from gemeengoed.dialogue.effects import OpenTaak, TaakOpened
from gemeengoed.municipalities.queries import municipality


def open_taak(effect: OpenTaak, context: EffectContext) -> TaakOpened:
    """Open the interne_taak, once per context.key, and tell its number, its day and who.

    Raises UnknownKindError, MissingTermError, UnknownMunicipalityError; nothing is opened then.
    """
    kind = kind_of(effect.kind)
    days, source = promise(context.edition, effect.term, context.now)
    taak = open_interne_taak(
        municipality=municipality(context.municipality),
        kind=kind.id,
        topic=effect.topic,
        term_days=days,
        term_source=source,
        answers=effect.answers,
        display=effect.display,
        origin_key=context.key,
        conversation_id=context.conversation,
        now=context.now,
    )
    return TaakOpened(reference=taak.reference, due=taak.due_on.isoformat(), who=kind.who)


def promise(edition: Edition, field: str, moment: datetime) -> tuple[int, str]:
    """The confirmed term of that day in working days, and where it stands. It is never made up:
    without it, an error.
    """
    fact = fact_on(edition.facts, field, local_day(moment))
    if fact is None or not isinstance(fact.value, int):
        raise MissingTermError(field)
    return fact.value, fact.source
