# SPDX-License-Identifier: EUPL-1.2
"""What other rooms may ask of the published content."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from gemeengoed.content import published
from gemeengoed.content.base_change import BaseChange
from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.municipality import Fact, Municipality, fact_on
from gemeengoed.content.values import local_day
from gemeengoed.dialogue.flow import Flow
from gemeengoed.language.additions import with_additions
from gemeengoed.language.reading import Reader

_NONE: frozenset[BaseChange] = frozenset()


def edition_of(slug: str) -> Edition:
    """The published edition of a municipality; raises UnknownMunicipalityError."""
    edition = published.current().editions.get(slug)
    if edition is None:
        raise UnknownMunicipalityError(slug)
    return edition


def editions() -> tuple[Edition, ...]:
    """All published editions, by slug; empty before the first publishing."""
    if not published.is_published():
        return ()
    found = published.current().editions
    return tuple(found[slug] for slug in sorted(found))


def edition_by_fingerprint(fingerprint: str) -> Edition | None:
    """The edition a conversation began in; None when this process does not keep it (any more)."""
    return published.kept(fingerprint)


def edition_in_flow(slug: str, began: str, flow: str) -> Edition:
    """What answers inside a running flow: the newest edition, with that flow as it began.

    Facts, texts and topics that are switched off count at once; the questions of the flow stay
    those of the edition it began in (began: its fingerprint, which the result keeps). The newest
    edition itself, when the old one is no longer kept, the flow's topic is switched off, or a text
    of that topic was changed by law since. Raises UnknownMunicipalityError.
    """
    newest = edition_of(slug)
    old = published.kept(began)
    if old is None or old.municipality.slug != slug or flow not in old.flows:
        return newest
    topic = old.flows[flow].topic
    card = newest.catalogue.topics.get(topic)
    if began == newest.fingerprint or card is None or not card.is_on:
        return newest
    if newest.legal_changes.get(topic, _NONE) - old.legal_changes.get(topic, _NONE):
        return newest
    running = _with_flow(newest, old.flows[flow], began)
    later = tuple((day, _with_flow(each, old.flows[flow], began)) for day, each in newest.later)
    return replace(running, later=later) if later else running


def _with_flow(edition: Edition, flow: Flow, began: str) -> Edition:
    flows = {**edition.catalogue.flows, flow.id: flow}
    return replace(
        edition,
        fingerprint=began,
        flows={**edition.flows, flow.id: flow},
        catalogue=replace(edition.catalogue, edition=began, flows=flows),
    )


def reader_of(edition: Edition) -> Reader:
    """What reads the messages of residents of this municipality.

    One reader for all, and beside it the municipality's own questions where it has any.
    """
    return with_additions(published.current().reader, edition.additions)


def fact(edition: Edition, name: str, at: datetime) -> Fact | None:
    """The confirmed fact that holds at a timezone-aware moment; None when it is not known."""
    return fact_on(edition.facts, name, local_day(at))


def municipality_packs() -> tuple[Municipality, ...]:
    """Who the municipalities are, by slug."""
    return tuple(edition.municipality for edition in editions())


@dataclass(frozen=True, slots=True)
class PackQuestion:
    """topic None: one that no topic answers. is_test: to be tested on, never to learn from."""

    text: str
    topic: str | None
    is_test: bool


def questions_of_packs() -> tuple[PackQuestion, ...]:
    """All questions of the published packs, those to be tested on first.

    The same object as long as nothing else is published.
    """
    return _questions_of(published.current())


@lru_cache(maxsize=1)
def _questions_of(now: published.Published) -> tuple[PackQuestion, ...]:
    packs = now.packs
    kinds = (
        (packs.test_questions, packs.test_negatives, True),
        (packs.questions, packs.negatives, False),
    )
    found: list[PackQuestion] = []
    for by_topic, negatives, is_test in kinds:
        for topic, questions in by_topic.items():
            found += [PackQuestion(each.text, topic, is_test) for each in questions]
        found += [PackQuestion(each.text, None, is_test) for each in negatives]
    return tuple(found)
