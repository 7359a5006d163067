# SPDX-License-Identifier: EUPL-1.2
"""A matter in the words of the municipality."""

from dataclasses import dataclass
from datetime import datetime

from gemeengoed.casework.following.shapes import Matter, Standing, Step
from gemeengoed.casework.telling import moment_in_words
from gemeengoed.content.edition import Edition
from gemeengoed.content.people import Reach, reachability
from gemeengoed.content.values import Values, fixed, local_day
from gemeengoed.terms.dutch_dates import day_in_words

STANDINGS = {
    Standing.OPEN: ("Loopt", "clock"),
    Standing.DONE: ("Afgehandeld", "check"),
    Standing.WITHDRAWN: ("Ingetrokken", "cross"),
}


@dataclass(frozen=True, slots=True)
class StepWords:
    """when: empty where it has none."""

    words: str
    when: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class MatterWords:
    """standing, icon: where it is, in a word. following: what happens next, or that all is done."""

    matter: Matter
    title: str
    standing: str
    icon: str
    received: str
    who: str
    by_when: str
    following: str
    change: str
    steps: tuple[StepWords, ...]
    reach: Reach


def words_for(edition: Edition, matter: Matter, now: datetime) -> MatterWords:
    """now: business time."""
    standing, icon = STANDINGS[matter.standing]
    change = "zaak_wijzigen" if matter.is_open else "zaak_wijzigen_klaar"
    return MatterWords(
        matter=matter,
        title=_capital(matter.label),
        standing=standing,
        icon=icon,
        received=moment_in_words(matter.handed_in_at),
        who=_capital(matter.who),
        by_when=day_in_words(matter.due_on),
        following=_following(edition, matter, now),
        change=fixed(Values(edition, now), change),
        steps=tuple(_step(edition, step, now) for step in matter.steps),
        reach=reachability(edition, now),
    )


def _following(edition: Edition, matter: Matter, now: datetime) -> str:
    values = {
        "wie": _capital(matter.who),
        "dag": day_in_words(matter.due_on),
        "moment": moment_in_words(matter.planned_at or now),
        "resultaat": matter.resultaat.lower(),
    }
    return fixed(Values(edition, now, values), _following_key(matter, now))


def _following_key(matter: Matter, now: datetime) -> str:
    if matter.standing is Standing.WITHDRAWN:
        return "zaak_klaar_ingetrokken"
    if matter.standing is Standing.DONE:
        return "zaak_klaar_resultaat" if matter.resultaat else "zaak_klaar"
    if matter.planned_at is not None and matter.planned_at > now:
        return "zaak_verder_belt"
    if local_day(now) > matter.due_on:
        return "zaak_verder_te_laat"
    return "zaak_verder_bekijken" if matter.is_looked_at else "zaak_verder"


def _step(edition: Edition, step: Step, now: datetime) -> StepWords:
    words = fixed(Values(edition, now, step.values), step.key)
    return StepWords(words, moment_in_words(step.at) if step.at else "", step.is_done)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
