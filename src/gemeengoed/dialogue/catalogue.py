# SPDX-License-Identifier: EUPL-1.2
"""What the engine may know of a municipality's edition: topics, flows, rules. No texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from gemeengoed.dialogue.flow import Flow
from gemeengoed.procedures.procedure import Procedure


class TopicKind(StrEnum):
    MUNICIPAL = "gemeente"
    ELSEWHERE = "elders"
    EMERGENCY = "nood"
    TALK = "gesprek"


@dataclass(frozen=True, slots=True)
class TopicCard:
    id: str
    label: str
    kind: TopicKind
    aspects: tuple[str, ...] = ()  # those it has blocks for, in showing order
    default_aspects: tuple[str, ...] = ()  # shown when the resident names none
    flow: str | None = None  # flow that arranges this topic
    follow_up: tuple[str, ...] = ()  # topic ids
    is_on: bool = True  # switched off: the answer is a person


class Rulebook(Protocol):
    """The procedures as the municipality applies them."""

    def on(self, procedure: str, day: date) -> Procedure | None:
        """The procedure with the municipality's values of that day; None when it has none."""
        ...


class NoRules:
    """A rulebook with nothing in it."""

    def on(self, procedure: str, day: date) -> Procedure | None:
        return None


NO_RULES = NoRules()


@dataclass(frozen=True, slots=True)
class Catalogue:
    edition: str  # fingerprint
    topics: Mapping[str, TopicCard]
    flows: Mapping[str, Flow]
    person_flow: str | None = None  # the flow by which a person is promised (call back)
    rulebook: Rulebook = NO_RULES
    municipality: str = ""  # slug
