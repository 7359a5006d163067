# SPDX-License-Identifier: EUPL-1.2
"""What a municipality offers on its first screen: task cards, opening hours, how to reach it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gemeengoed.content.edition import Edition
from gemeengoed.content.people import is_open
from gemeengoed.content.queries import fact
from gemeengoed.terms.clock import AMSTERDAM
from gemeengoed.terms.dutch_dates import DAY_NAMES
from gemeengoed.terms.opening_hours import DAYS, OpeningHours


@dataclass(frozen=True, slots=True)
class Card:
    """A task: its topics, at least one of which must be on here; the question it asks."""

    label: str
    teaser: str
    question: str
    icon: str
    topics: tuple[str, ...]


CARDS = (
    Card(
        "Verhuizen",
        "Adres doorgeven, termijn, wat er nodig is",
        "Hoe geef ik mijn verhuizing door?",
        "verhuizen",
        ("verhuizen-binnen-gemeente", "verhuizen-naar-gemeente"),
    ),
    Card(
        "Paspoort of ID-kaart",
        "Kosten, meenemen, ophalen",
        "Hoe vraag ik een paspoort aan?",
        "paspoort",
        ("paspoort", "identiteitskaart"),
    ),
    Card(
        "Rijbewijs",
        "Aanvragen of verlengen",
        "Hoe verleng ik mijn rijbewijs?",
        "rijbewijs",
        ("rijbewijs",),
    ),
    Card(
        "Afspraak",
        "Maken, verzetten of afzeggen",
        "Hoe maak ik een afspraak?",
        "afspraak",
        ("afspraak",),
    ),
    Card(
        "Grofvuil",
        "Laten ophalen of zelf brengen",
        "Hoe laat ik grofvuil ophalen?",
        "grofvuil",
        ("grofvuil",),
    ),
    Card(
        "Melding doen",
        "Bijvoorbeeld een kapotte lantaarnpaal",
        "Ik wil een kapotte lantaarnpaal melden",
        "melding",
        ("melding-straatverlichting",),
    ),
)


def cards_of(edition: Edition) -> list[Card]:
    """The cards whose topic can be answered here."""
    topics = edition.catalogue.topics
    return [
        card for card in CARDS if any(name in topics and topics[name].is_on for name in card.topics)
    ]


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours of one counter as a table; is_open at the moment asked for."""

    label: str
    is_open: bool
    rows: list[tuple[str, list[str]]]  # day, its times; none when closed


def hours_of(edition: Edition, at: datetime) -> list[Hours]:
    """Desk and telephone, as far as confirmed; at is timezone-aware."""
    counters = (("Balie", "openingstijden_balie"), ("Telefoon", "openingstijden_telefoon"))
    found = []
    for label, name in counters:
        known = fact(edition, name, at)
        if known is not None and isinstance(known.value, OpeningHours):
            found.append(Hours(label, is_open(edition, at, name), list(_rows(known.value))))
    return found


def _rows(hours: OpeningHours) -> Iterator[tuple[str, list[str]]]:
    for day, name in zip(DAYS, DAY_NAMES, strict=True):
        spans = [
            f"{start.hour}.{start.minute:02d} – {end.hour or 24}.{end.minute:02d}"
            for start, end in hours.week.get(day, ())
        ]
        yield name, spans


def day_name(at: datetime) -> str:
    """The day of the week in the Netherlands at a timezone-aware moment."""
    return DAY_NAMES[at.astimezone(AMSTERDAM).weekday()]
