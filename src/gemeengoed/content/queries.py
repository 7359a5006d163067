# SPDX-License-Identifier: EUPL-1.2
"""What other rooms may ask of the published content."""

from dataclasses import replace
from datetime import datetime

from gemeengoed.content import published
from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.municipality import Fact, Municipality, fact_on
from gemeengoed.content.values import local_day
from gemeengoed.language.reading import Reader


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
    edition itself, when the old one is no longer kept or the flow's topic is switched off. Raises
    UnknownMunicipalityError.
    """
    newest = edition_of(slug)
    old = published.kept(began)
    if old is None or old.municipality.slug != slug or flow not in old.flows:
        return newest
    card = newest.catalogue.topics.get(old.flows[flow].topic)
    if began == newest.fingerprint or card is None or not card.is_on:
        return newest
    running = {flow: old.flows[flow]}
    catalogue = replace(
        newest.catalogue, edition=began, flows={**newest.catalogue.flows, **running}
    )
    flows = {**newest.flows, **running}
    return replace(newest, fingerprint=began, flows=flows, catalogue=catalogue)


def reader_of(edition: Edition) -> Reader:
    """What reads the messages of residents of this municipality: one reader for all."""
    return published.current().reader


def fact(edition: Edition, name: str, at: datetime) -> Fact | None:
    """The confirmed fact that holds at a timezone-aware moment; None when it is not known."""
    return fact_on(edition.facts, name, local_day(at))


def municipality_packs() -> tuple[Municipality, ...]:
    """Who the municipalities are, by slug."""
    return tuple(edition.municipality for edition in editions())
