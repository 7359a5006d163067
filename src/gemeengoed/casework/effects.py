# SPDX-License-Identifier: EUPL-1.2
"""Carries out what a conversation asks of staff. Wired in project."""

from datetime import date

from gemeengoed.casework.errors import MissingTermError
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.operations import open_interne_taak
from gemeengoed.content.edition import Edition
from gemeengoed.conversations.effects import EffectContext
from gemeengoed.dialogue.effects import OpenTaak, TaakOpened
from gemeengoed.municipalities.queries import municipality


def open_taak(effect: OpenTaak, context: EffectContext) -> TaakOpened:
    """Open the interne_taak, once per context.key, and tell its number, its day and who.

    Raises UnknownKindError, MissingTermError, UnknownMunicipalityError; nothing is opened then.
    """
    kind = kind_of(effect.kind)
    taak = open_interne_taak(
        municipality=municipality(context.municipality),
        kind=kind.id,
        topic=effect.topic,
        term_days=_working_days(context.edition, effect.term, context.now.date()),
        answers=effect.answers,
        display=effect.display,
        origin_key=context.key,
        conversation_id=context.conversation,
        now=context.now,
    )
    return TaakOpened(reference=taak.reference, due=taak.due_on.isoformat(), who=kind.who)


def _working_days(edition: Edition, field: str, day: date) -> int:
    """The promise as it holds on this day. A promise is never made up: without it, an error."""
    begun = [fact for fact in edition.facts.get(field, ()) if fact.valid_from <= day]
    if not begun or not isinstance(begun[-1].value, int):
        raise MissingTermError(field)
    return begun[-1].value
