# SPDX-License-Identifier: EUPL-1.2
"""Base and overlay of one municipality, compiled: immutable, fingerprinted, shared where equal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gemeengoed.content.base_change import BaseChange, ChangeKind, first_end, main_kind
from gemeengoed.content.municipality import Fact, Municipality, Pin
from gemeengoed.content.procedures import LocalProcedure
from gemeengoed.content.region import Region
from gemeengoed.content.text import Text
from gemeengoed.content.topic import LocalField, Topic
from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.flow import Flow
from gemeengoed.language.additions import NO_ADDITIONS, Additions


class PinState(StrEnum):
    """How a text of a municipality stands to the base; the values are shown to editors."""

    FOLLOWS = "volgt basis"
    OWN = "eigen"
    BASE_CHANGED = "basis gewijzigd sinds aanpassing"
    LAPSED = "vervallen"


@dataclass(frozen=True, slots=True)
class PlacedPin:
    """A pin with its state; base is the text beneath as it is now, None when it is gone.

    beneath: whose text that is, a region's slug or None for the base. changes: what was changed in
    it since the pin was written, as far as anybody wrote that down. ends_on: the first day on which
    the pin may no longer be shown, because the law changed.
    """

    pin: Pin
    state: PinState
    base: Text | None
    beneath: str | None = None
    changes: tuple[BaseChange, ...] = ()

    @property
    def ends_on(self) -> date | None:
        return first_end(self.changes)

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody must compare it with the text beneath: not if that only reads better."""
        is_behind = self.state is PinState.BASE_CHANGED
        return is_behind and main_kind(self.changes) is not ChangeKind.EDITORIAL


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything one municipality says and knows.

    facts holds per field its dated values, oldest first. text_fields counts all texts that a
    municipality could pin: pins divided by it is the overlay share. later: what it becomes, by
    the first of the days on which the law ends some of its pins. legal_changes: by topic.
    additions: questions in its own words, beside what the reader of all learned.
    """

    fingerprint: str
    municipality: Municipality
    topics: Mapping[str, Topic]
    flows: Mapping[str, Flow]
    texts: Mapping[str, Text]
    fields: Mapping[str, LocalField]
    facts: Mapping[str, tuple[Fact, ...]]
    catalogue: Catalogue
    procedures: Mapping[str, LocalProcedure]
    pins: tuple[PlacedPin, ...] = ()
    text_fields: int = 0
    region: Region | None = None
    regional_pins: tuple[PlacedPin, ...] = ()
    later: tuple[tuple[date, "Edition"], ...] = ()
    legal_changes: Mapping[str | None, frozenset[BaseChange]] = field(default_factory=dict)
    additions: Additions = NO_ADDITIONS

    def on(self, day: date) -> "Edition":
        """What holds on a day; itself, unless the law has ended a text by then."""
        holding = self
        for first, edition in self.later:
            if first <= day:
                holding = edition
        return holding

    @property
    def overlay_share(self) -> float:
        """Pinned texts divided by all texts of this edition, 0..1."""
        holding = sum(placed.state is not PinState.LAPSED for placed in self.pins)
        return holding / self.text_fields if self.text_fields else 0.0
