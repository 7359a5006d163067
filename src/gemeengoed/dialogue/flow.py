# SPDX-License-Identifier: EUPL-1.2
"""A flow at run time: business content only. content compiles flow.yaml into these shapes.

What to ask, in which order, what to look up, what to submit. Corrections, going back,
side questions, resuming and "ik weet het niet" are the engine's work, not a flow's.
docs/flows.md settles the file format.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gemeengoed.language.phrase import Phrase


class InputKind(StrEnum):
    """What a question takes. The values are part of the API."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    ADDRESS = "address"
    NUMBER = "number"
    LENGTH = "length"
    FILE = "file"
    PERSONS = "persons"
    LOGIN = "login"  # answered by logging in on the assistant's own pages, or by a choice without
    PHONE = "phone"
    EMAIL = "email"
    CONTACT = "contact"  # a phone number or an e-mail address


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    label: Phrase
    also: tuple[str, ...] = ()  # other words by which a resident may name it, lower case
    unasked: tuple[str, ...] | None = None  # words that count where nobody asked; None: all
    # Facts that follow from it, and what it adds to facts that are lists; no part of its hash.
    gives: Mapping[str, str] = field(default_factory=dict, hash=False)
    adds: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparison of one earlier answer: ``operator`` is one of = != < <= > >= known unknown.

    Of an address also checked and unchecked: whether the register has it. With a fact instead of
    a step: of what registers gave (Flow.gathers). With ``any`` one of these is enough.
    """

    step: str
    operator: str
    value: str | int | float | None = None
    fact: str = ""
    any: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Beyond:
    """A length may lie on the other side of where it is measured from: it is then below zero.

    label: of the button that says so; question: how far; words: behind the figure.
    """

    label: Phrase
    question: Phrase
    words: str  # "boven de nok"
    also: tuple[str, ...] = ()  # words that say so, lower case


@dataclass(frozen=True, slots=True)
class Step:
    name: str  # [a-z_]+; also the name of the placeholder for its answer
    label: str  # in the summary, without a pronoun
    input: InputKind
    question: Phrase
    again: Phrase | None = None  # the question in other words, after an unclear answer
    why: Phrase | None = None  # shown on "waarom vraag je dat?"
    choices: tuple[Choice, ...] = ()
    optional: bool = False  # may be skipped; never forced (Wmebv, Awb 2:13 and on)
    role: str | None = None  # which value of a sentence belongs here: van/naar, begin/eind
    minimum: float | None = None  # number/length: the value; text: characters; date: days from now
    maximum: float | None = None
    when: tuple[Condition, ...] = ()  # all must hold, otherwise the step is left out
    warnings: Mapping[str, Phrase] = field(default_factory=dict)  # choice id -> said at once
    facts: tuple[str, ...] = ()  # inputs of the flow's procedures that this answer gives
    takes: str | None = None  # of a length: hoogte, breedte or afstand, where it is told unasked
    plausible: tuple[float, float] | None = None  # outside it a length is doubted, in metres
    drawing: str | None = None  # name of a picture that shows what is meant
    told_only: bool = False  # never asked: there to correct what registers told
    looks_up: bool = False  # of an address: what registers know of it is looked up
    level: str | None = None  # of a log-in: basis, midden or substantieel, at least
    leaves: tuple[
        str, ...
    ] = ()  # choices after which this flow is not the way; a person is offered
    beyond: Beyond | None = None  # of a length: it may lie on the other side

    @property
    def is_joined(self) -> bool:
        """Whether it asks several facts in one question, each with a part of the choice's id."""
        return self.input is InputKind.CHOICE and len(self.facts) > 1


@dataclass(frozen=True, slots=True)
class Ruling:
    """A procedure that judges the answers. after: it counts only when one of these rows of the
    procedure before it says no."""

    procedure: str
    after: tuple[str, ...] = ()


class Tone(StrEnum):
    """How an outcome comes to who asked for it. The values are part of the API and of flow.yaml."""

    GOOD = "good"
    ATTENTION = "attention"
    UNKNOWN = "unknown"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What is said of one outcome, and the buttons under it: (choice id, words).

    headline: the outcome in a few words; without one it is the label that the procedure gives it.
    """

    text: Phrase
    tone: Tone = Tone.NEUTRAL
    headline: Phrase | None = None
    ways: tuple[Choice, ...] = ()
    onward: tuple[Phrase, ...] = ()  # how to go on, on the page to keep
    still: tuple[Phrase, ...] = ()  # what still applies, on the page to keep
    receipt: Phrase | None = None  # of what is handed in with this outcome; else the flow's own
    term: str = ""  # the field of the promise with this outcome; else the flow's own
    partly: Phrase | None = None  # where it holds for some only ({wachten}), and the rest goes on


@dataclass(frozen=True, slots=True)
class Doubt:
    """Facts that cannot be more together than another fact is: measures that contradict each other.

    text: what is strange about them together; alone: about one of them.
    """

    name: str
    parts: tuple[str, ...]
    whole: str
    text: Phrase
    alone: Phrase


@dataclass(frozen=True, slots=True)
class Heeding:
    """Where one of these emergency topics was shown in the talk, this step has that answer."""

    step: str
    choice: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    id: str
    topic: str
    label: str  # "Terugbelverzoek"
    steps: tuple[Step, ...]
    submit: str  # the kind of interne_taak that OpenTaak opens; empty for one that only judges
    term: str  # the municipal field with the number of working days of the promise
    receipt: Phrase | None  # may use nummer, uiterlijk, wie and the names of the steps
    intro: Phrase | None = None
    summary_intro: Phrase | None = None
    rulings: tuple[Ruling, ...] = ()  # alone it ends in an outcome; with submit it is a gate
    outcomes: Mapping[str, OutcomeWords] = field(default_factory=dict)
    attaches_outcome: bool = False  # what is handed in carries the last outcome of the talk
    hands_in: tuple[str, ...] = ()  # outcomes with which it may be handed in
    reasons: Mapping[str, Phrase] = field(default_factory=dict)  # of a row, for who hands it in
    heeds: Heeding | None = None  # somebody said to be in danger, before or during the flow
    gathers: str = ""  # the named step by which registers give facts and people; needs a log-in
    gathers_from: tuple[str, ...] = ()  # the answers it looks at: again when one of them changes
    doubts: tuple[Doubt, ...] = ()  # measures that are asked about once when they do not fit
    words: Mapping[str, Phrase] = field(default_factory=dict)  # what a word means, lower case

    @property
    def judges(self) -> bool:
        """Whether it ends in the outcome of a procedure instead of in something handed in."""
        return bool(self.rulings) and not self.submit

    @property
    def is_gated(self) -> bool:
        """Whether a procedure looks at the answers before they may be handed in."""
        return bool(self.rulings) and bool(self.submit)

    @property
    def steps_by_name(self) -> Mapping[str, Step]:
        """All steps by name."""
        return {step.name: step for step in self.steps}

    def step(self, name: str) -> Step | None:
        """The step of that name, or None."""
        return next((step for step in self.steps if step.name == name), None)
