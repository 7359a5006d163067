# SPDX-License-Identifier: EUPL-1.2
"""The port of understanding: what a reader gets (text, context) and gives back (a Reading).

Whoever plugs in a stronger reader implements the protocol Reader and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from gemeengoed.language.thresholds import USUAL, Thresholds


class Flag(StrEnum):
    """Something that holds for the message as a whole, apart from its topic."""

    YES = "yes"
    NO = "no"
    BACK = "back"
    CANCEL = "cancel"
    RESTART = "restart"
    DONT_KNOW = "dont_know"
    CORRECTION = "correction"  # "toch niet", "ik bedoel", "nee, nummer 16"
    ASKS_PERSON = "asks_person"
    SKIP = "skip"  # "sla maar over", "liever niet"
    GREETING = "greeting"
    THANKS = "thanks"
    ANGER = "anger"
    WHY = "why"  # "waarom vraag je dat?"
    NOT_DUTCH = "not_dutch"


class Distress(StrEnum):
    """Found by a recall-first detector of its own; the value is the topic to show."""

    DANGER = "nood-112"
    SUICIDE = "nood-113"
    VIOLENCE = "nood-veilig-thuis"


@dataclass(frozen=True, slots=True)
class TopicScore:
    topic: str  # id of a topic, as in the packs
    probability: float  # calibrated, 0..1; scores of one reading plus "none" add up to 1


@dataclass(frozen=True, slots=True)
class Value:
    """One value found in the text.

    kind and the shape of value: datum (ISO date), tijd (HH:MM), postcode (1234AB),
    huisnummer (int), toevoeging (str), straat (str), plaats (str), aantal_personen (int),
    bedrag (float, euro), telefoon (E.164), email, kenteken (upper case, no dashes),
    hoogte / breedte / afstand (float, metres), naam (str), kind_leeftijd (int),
    mastnummer (str), datum_ongeldig (str: the words of a day that does not exist).
    role says which of two values of a kind it is, where the sentence tells:
    van / naar for places, begin / eind for dates; otherwise None.
    """

    kind: str
    value: str | int | float
    start: int
    end: int
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the talk so far says about how to read this message."""

    last_topic: str | None = None
    in_flow: bool = False
    expected: str | None = None  # input kind of the open question, see dialogue.flow.InputKind
    streets: frozenset[str] = frozenset()  # street names of the municipality, lower case
    places: frozenset[str] = frozenset()  # place names of the municipality, lower case
    listened: bool = False  # signs of danger were looked for already; only the caller knows of them


@dataclass(frozen=True, slots=True)
class Reading:
    text: str
    topics: tuple[TopicScore, ...] = ()  # most probable first, at most five
    aspects: tuple[str, ...] = ()  # in the order of the text: wat wie hoe kosten meenemen …
    values: tuple[Value, ...] = ()  # in the order of the text
    flags: frozenset[Flag] = frozenset()
    distress: Distress | None = None
    language: str = "nl"  # ISO 639-1
    form: str | None = None  # "je" or "u": how the resident addresses us
    understood: bool = False  # whether anything at all was recognised
    parts: tuple["Reading", ...] = field(default=())  # two questions in one message: one each
    none: float = 0.0  # probability that no topic answers it
    thresholds: Thresholds = USUAL  # what these probabilities are worth, learned by the reader

    @property
    def best(self) -> TopicScore | None:
        """The most probable topic, or None when there is none."""
        return self.topics[0] if self.topics else None


class Reader(Protocol):
    """Anything that can read a message. Must be safe to call from several threads."""

    def read(self, text: str, *, today: date, context: Context) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Examples:
    """What a reader is trained on."""

    questions: Mapping[str, tuple[str, ...]]  # topic id -> example questions
    negatives: tuple[str, ...] = ()  # real questions that no topic answers
    labels: Mapping[str, str] = field(default_factory=dict)  # topic id -> its name in words
