# SPDX-License-Identifier: EUPL-1.2
"""Base and overlay of one municipality, compiled: immutable, fingerprinted, shared where equal."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gemeengoed.content.municipality import Fact, Municipality, Pin
from gemeengoed.content.procedures import LocalProcedure
from gemeengoed.content.text import Text
from gemeengoed.content.topic import LocalField, Topic
from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.flow import Flow


class PinState(StrEnum):
    """How a text of a municipality stands to the base; the values are shown to editors."""

    FOLLOWS = "volgt basis"
    OWN = "eigen"
    BASE_CHANGED = "basis gewijzigd sinds aanpassing"
    LAPSED = "vervallen"


@dataclass(frozen=True, slots=True)
class PlacedPin:
    """A pin with its state; base is the base text as it is now, None when it is gone."""

    pin: Pin
    state: PinState
    base: Text | None


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything one municipality says and knows.

    facts holds per field its dated values, oldest first. text_fields counts all texts that a
    municipality could pin: pins divided by it is the overlay share.
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

    @property
    def overlay_share(self) -> float:
        """Pinned texts divided by all texts of this edition, 0..1."""
        holding = sum(placed.state is not PinState.LAPSED for placed in self.pins)
        return holding / self.text_fields if self.text_fields else 0.0
