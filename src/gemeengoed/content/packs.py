# SPDX-License-Identifier: EUPL-1.2
"""All packs as they were read: the base, and per municipality what differs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gemeengoed.content.errors import Place
from gemeengoed.content.municipality import Fact, Municipality, Pin
from gemeengoed.content.text import Text
from gemeengoed.content.topic import Allowed, LocalField, Question, Topic
from gemeengoed.content.transcript import Transcript
from gemeengoed.dialogue.flow import Flow


@dataclass(frozen=True, slots=True)
class FlowSource:
    """A flow with its texts by their path (``flow.intro``, ``flow.steps.naam.question``)."""

    flow: Flow
    texts: Mapping[str, Text]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class MunicipalityPack:
    municipality: Municipality
    facts: Mapping[str, tuple[Fact, ...]]  # oldest first
    pins: tuple[Pin, ...]


@dataclass(frozen=True, slots=True)
class Packs:
    """fields holds the shared ones and those of all topics; known_topics maps id to label."""

    topics: Mapping[str, Topic]
    flows: Mapping[str, FlowSource]
    fields: Mapping[str, LocalField]
    texts: Mapping[str, Text]
    municipalities: Mapping[str, MunicipalityPack]
    allowed: tuple[Allowed, ...] = ()
    known_topics: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    negatives: tuple[Question, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
