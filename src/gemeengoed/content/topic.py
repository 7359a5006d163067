# SPDX-License-Identifier: EUPL-1.2
"""A topic as the packs hold it: its answer blocks, its sources, the facts it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gemeengoed.content.errors import Place
from gemeengoed.content.text import Text
from gemeengoed.dialogue.catalogue import TopicKind

ASPECTS = (
    "wat",
    "wie",
    "hoe",
    "kosten",
    "meenemen",
    "duur",
    "geldigheid",
    "afspraak",
    "status",
    "bezwaar",
)
MAXIMUM_WORDS = 90  # per block


class FieldType(StrEnum):
    MONEY = "money"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    WORKING_DAYS = "working_days"
    PHONE = "phone"
    URL = "url"
    HOURS = "hours"
    DESKS = "desks"


@dataclass(frozen=True, slots=True)
class LocalField:
    """A fact that every municipality fills for itself.

    figures_of: the procedure whose rules a text tells; its figures are checked against them.
    """

    name: str
    type: FieldType
    label: str
    options: tuple[str, ...] = ()  # of a choice
    figures_of: str | None = None
    place: Place = field(compare=False, default=Place(""))


@dataclass(frozen=True, slots=True)
class Source:
    """Shown under an answer. checked_on: when a person or a listed source confirmed it."""

    title: str
    url: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Law:
    """A legal basis, cited exactly; version is the date of the text that was read."""

    law: str
    article: str
    version: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class WhenField:
    """Equality on a fact of the municipality; nothing stronger exists."""

    field: str
    equals: str | float | int


@dataclass(frozen=True, slots=True)
class Block:
    """One short text on one aspect. is_fixed: national law, which no municipality may pin.

    figures_of: the procedure of which the text tells figures; figures: the rows that they come
    from, in the order of the text.
    """

    id: str
    aspect: str
    text: Text
    missing: Text | None = None  # instead of text when a fact in it is not known
    zero: Text | None = None  # instead of text when an amount in it is zero
    when: WhenField | None = None
    is_fixed: bool = False
    figures_of: str | None = None
    figures: tuple[str, ...] = ()
    place: Place = field(compare=False, default=Place(""))


@dataclass(frozen=True, slots=True)
class Handover:
    """A situation in which a person must look, with the reason."""

    situation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """Words that the lint may not stumble over, with the reason."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """How a resident may ask; aspects: what of the topic is asked, when it says so."""

    text: str
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    label: str
    kind: TopicKind
    owner: str
    blocks: tuple[Block, ...]
    default: tuple[str, ...]
    follow_up: tuple[str, ...] = ()
    flow: str | None = None
    upl_name: str | None = None
    upl_uri: str | None = None
    grondslag: tuple[Law, ...] = ()
    sources: tuple[Source, ...] = ()
    fields: Mapping[str, LocalField] = field(default_factory=dict)
    handover: tuple[Handover, ...] = ()
    unverified: tuple[str, ...] = ()
    allow: tuple[Allowed, ...] = ()
    plain: tuple[Allowed, ...] = ()  # what is not plain and may stay, with the reason
    place: Place = field(compare=False, default=Place(""))

    @property
    def aspects(self) -> tuple[str, ...]:
        """The aspects it has blocks for, in showing order, each once."""
        return tuple(dict.fromkeys(block.aspect for block in self.blocks))
