# SPDX-License-Identifier: EUPL-1.2
"""What other rooms may ask of the published content."""

from datetime import datetime

from gemeengoed.content import published
from gemeengoed.content.edition import Edition
from gemeengoed.content.errors import UnknownMunicipalityError
from gemeengoed.content.municipality import Fact, Municipality
from gemeengoed.content.values import fact_on, local_day
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


def reader_of(edition: Edition) -> Reader:
    """What reads the messages of residents of this municipality: one reader for all."""
    return published.current().reader


def fact(edition: Edition, name: str, at: datetime) -> Fact | None:
    """The confirmed fact that holds at a timezone-aware moment; None when it is not known."""
    return fact_on(edition.facts, name, local_day(at))


def municipality_packs() -> tuple[Municipality, ...]:
    """Who the municipalities are, by slug."""
    return tuple(edition.municipality for edition in editions())
