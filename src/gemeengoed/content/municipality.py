# SPDX-License-Identifier: EUPL-1.2
"""What a municipality's pack says of the municipality itself, and its facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gemeengoed.content.desk import Desk
from gemeengoed.content.errors import Place
from gemeengoed.content.text import Text
from gemeengoed.terms.opening_hours import OpeningHours

FactValue = str | float | int | Text | OpeningHours | tuple[Desk, ...]
Week = Mapping[str, tuple[str, ...]]  # day (ma … zo) -> spans such as 8:30-17:00


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that holds from a day on; without checked_on nobody has confirmed it.

    figures: of a text that tells rules, the rows that its figures come from, in their order.
    """

    value: FactValue
    source: str
    checked_on: date | None
    valid_from: date = date.min
    figures: tuple[str, ...] = ()
    place: Place = field(compare=False, default=Place(""))


def fact_on(facts: Mapping[str, tuple[Fact, ...]], name: str, day: date) -> Fact | None:
    """The confirmed fact that holds on a day; None when there is none."""
    holding = [
        fact
        for fact in facts.get(name, ())
        if fact.valid_from <= day and fact.checked_on is not None
    ]
    return holding[-1] if holding else None


@dataclass(frozen=True, slots=True)
class Address:
    street: str
    postcode: str
    place: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Phone numbers as people write them; emergency_phone is for outside office hours."""

    phone: str
    emergency_phone: str
    email: str = ""
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Assistant:
    """The voice of a municipality; the tagline stands under the name in the chat window."""

    name: str
    tagline: str = ""


@dataclass(frozen=True, slots=True)
class Colleague:
    """An account of the demo.

    preferences: activity -> graag, neutraal or liever niet. hours: day -> spans such as
    ``8:30-17:00``; hours_elsewhere: the same for each municipality of also_in, by its slug.
    """

    login: str
    name: str
    job: str
    roles: tuple[str, ...]
    mandates: tuple[str, ...] = ()
    competences: Mapping[str, int] = field(default_factory=dict)
    preferences: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ("nl",)
    also_in: tuple[str, ...] = ()
    team: str = ""
    hours: Week = field(default_factory=dict)
    hours_elsewhere: Mapping[str, Week] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Municipality:
    """Who the municipality is. form: ``je`` or ``u``; theme: design token -> value."""

    slug: str
    name: str
    form: str
    residents: int
    website: str
    contact: Contact
    assistant: Assistant
    is_demo: bool = False
    theme: Mapping[str, str] = field(default_factory=dict)
    allowed_origins: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("nl",)
    off: Mapping[str, str] = field(default_factory=dict)  # topic switched off -> reason
    colleagues: tuple[Colleague, ...] = ()
    place: Place = field(compare=False, default=Place(""))


@dataclass(frozen=True, slots=True)
class Pin:
    """A municipality's own text in the place of a base text.

    topic is None for a text of the assistant; path as in docs/packs.md; base is the fingerprint of
    the text beneath that it was written against. region: of which region it is; None: its own.
    """

    topic: str | None
    path: str
    value: Text
    base: str
    reason: str
    author: str
    region: str | None = None
    place: Place = field(compare=False, default=Place(""))
