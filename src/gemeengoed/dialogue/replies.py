# SPDX-License-Identifier: EUPL-1.2
"""What the engine wants to be said, as symbols. content.render turns them into messages.

The engine never holds a text of a municipality: the same decision gives the right words in
each voice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gemeengoed.language.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Say:
    """A fixed text of the assistant, by its key in packs/basis/_assistent/teksten.yaml.

    kind is the message kind (text, notice, handover); values fill the text's placeholders.
    choices are (id, text key) pairs shown as buttons.
    """

    key: str
    kind: str = "text"
    values: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The blocks of a topic for these aspects; follow-up choices are added by the renderer."""

    topic: str
    aspects: tuple[str, ...]
    is_followed: bool = False  # by other choices: then there are no follow-up choices


@dataclass(frozen=True, slots=True)
class Clarify:
    """Which of these topics is meant? Choice ids: ``onderwerp:<topic>`` and ``onderwerp:geen``.

    key: the text above the choices.
    """

    topics: tuple[str, ...]
    aspects: tuple[str, ...] = ()
    key: str = "welke_bedoeld"


@dataclass(frozen=True, slots=True)
class Ask:
    """The open question of a flow. manner: first, again (in other words), choices (with
    help), beyond (of a length) or more (of files)."""

    flow: str
    step: str
    number: int
    of: int
    manner: str = "first"
    options: tuple[tuple[str, str], ...] = ()  # (choice id, label) found by a look-up
    problem: str | None = None  # text key that says what was wrong with the answer
    problem_values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Why:
    """Why this question is asked (the step's own words)."""

    flow: str
    step: str


@dataclass(frozen=True, slots=True)
class Warn:
    """The step's warning for this choice, said at once."""

    flow: str
    step: str
    choice: str


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    label: str
    value: str  # as the resident reads it
    choice: str | None = None  # for a choice step: the choice id, the renderer shows its label
    is_fixed: bool = False  # it cannot be changed here


@dataclass(frozen=True, slots=True)
class Summary:
    """All answers with a change button each; submitting needs an explicit yes to exactly this."""

    flow: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """The flow was handed in. values: nummer, uiterlijk (ISO date), wie.

    outcome: of the procedure that looked at it, where one did.
    """

    flow: str
    lines: tuple[Line, ...]
    values: Mapping[str, Any]
    outcome: str | None = None
    waiting: tuple[str, ...] = ()  # names of who must still do something


@dataclass(frozen=True, slots=True)
class Crisis:
    """The text of an emergency topic, before everything else."""

    topic: str


@dataclass(frozen=True, slots=True)
class Intro:
    """The first words of a flow."""

    flow: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a procedure says of the answers. receipt: all that is needed to judge them again.

    lines: answers and what registers told, as people read them. reference: the number of the run.
    """

    flow: str
    procedure: str
    outcome: str
    receipt: Mapping[str, Any]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the pack says of an outcome with which the answers may be handed in.

    rows: of the procedure, each with its reason. waiting: the names of those for whom it does not
    hold yet, while the others go on.
    """

    flow: str
    outcome: str
    rows: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubted:
    """Measures that contradict each other: are they right? lines: each with its words.

    Choice ids: ``klopt`` and ``wijzig:<step>``.
    """

    flow: str
    doubt: str
    words: Phrase
    lines: tuple[Line, ...]
    steps: tuple[str, ...]  # that can be changed


@dataclass(frozen=True, slots=True)
class WaysOn:
    """What can still be done after an outcome, under an answer that was asked for in between.

    but: the way that was taken just now.
    """

    judged: Judged
    but: str | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word of the flow means."""

    flow: str
    word: str


Reply = (
    Say
    | Answer
    | Clarify
    | Ask
    | Why
    | Warn
    | Summary
    | Receipt
    | Crisis
    | Intro
    | Judged
    | Told
    | Doubted
    | WaysOn
    | Meaning
)
