# SPDX-License-Identifier: EUPL-1.2
"""All packs as they were read: the base, and per municipality what differs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gemeengoed.content.base_change import Changes
from gemeengoed.content.errors import Place
from gemeengoed.content.municipality import Fact, Municipality, Pin
from gemeengoed.content.region import Region
from gemeengoed.content.scenario import Scenario
from gemeengoed.content.text import Text
from gemeengoed.content.topic import Allowed, LocalField, Question, Topic
from gemeengoed.content.transcript import Transcript
from gemeengoed.content.value_sentence import ValueSentence
from gemeengoed.dialogue.flow import Flow
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.table import Row, Source


@dataclass(frozen=True, slots=True)
class FlowSource:
    """A flow with its texts by their path (``flow.intro``, ``flow.steps.naam.question``).

    is_reached_by_button: no question begins it, only a button under an outcome (flow-….yaml).
    """

    flow: Flow
    texts: Mapping[str, Text]
    place: Place = field(compare=False)
    is_reached_by_button: bool = False


@dataclass(frozen=True, slots=True)
class TableUse:
    """A table of another procedure, to stand at this place of the tables. ends: as of Table."""

    position: int
    table: str  # <procedure>.<table>
    ends: Mapping[str, str]
    place: Place = field(compare=False)


# id of a row and its first day of validity -> where it stands
RowPlaces = Mapping[tuple[str, date], Place]


@dataclass(frozen=True, slots=True)
class ProcedureSource:
    """A procedure of the base.

    from_facts: input -> the municipal field that fills it. used: tables of other procedures.
    row_places: by id and first day of validity, where a row stands; those of used tables as well.
    """

    procedure: Procedure
    from_facts: Mapping[str, str]
    used: tuple[TableUse, ...]
    place: Place = field(compare=False)
    row_places: RowPlaces = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class LocalThreshold:
    """Another threshold of one row of the base, by a decision of the municipality itself.

    row: ``table.row``. source: None when it could not be read, which is a fault. in_force_on: a day
    on which the row that is meant was in force, where the table has more than one of that id.
    """

    row: str
    value: Decimal
    source: Source | None
    in_force_on: date | None
    reason: str
    author: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class LocalRules:
    """What a municipality says otherwise, or fills in, of one procedure. rows: per open table."""

    procedure: str
    thresholds: tuple[LocalThreshold, ...]
    rows: Mapping[str, tuple[Row, ...]]
    place: Place = field(compare=False)
    row_places: RowPlaces = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class MunicipalityPack:
    """questions, test_questions: in its own words, by topic; beside those of the base."""

    municipality: Municipality
    facts: Mapping[str, tuple[Fact, ...]]  # oldest first
    pins: tuple[Pin, ...]
    rules: tuple[LocalRules, ...] = ()
    questions: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    test_questions: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlainLanguage:
    """taal.yaml: official words with better ones, well-known words, exceptions of fixed texts."""

    better: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    exceptions: tuple[Allowed, ...] = ()
    place: Place = field(compare=False, default=Place(""))


@dataclass(frozen=True, slots=True)
class Packs:
    """fields holds the shared ones and those of all topics; known_topics maps id to label.

    questions: what the reader learns from, by topic; test_questions: by another hand, not learned.
    negatives, test_negatives: the same of questions that no topic answers.
    """

    topics: Mapping[str, Topic]
    flows: Mapping[str, FlowSource]
    fields: Mapping[str, LocalField]
    texts: Mapping[str, Text]
    municipalities: Mapping[str, MunicipalityPack]
    allowed: tuple[Allowed, ...] = ()
    known_topics: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    test_questions: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    negatives: tuple[Question, ...] = ()
    test_negatives: tuple[Question, ...] = ()
    value_sentences: tuple[ValueSentence, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    procedures: Mapping[str, ProcedureSource] = field(default_factory=dict)
    scenarios: tuple[Scenario, ...] = ()
    plain_language: PlainLanguage = PlainLanguage()
    changes: Changes = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
