# SPDX-License-Identifier: EUPL-1.2
"""How an outcome of a procedure looks: its state, told by an icon and words, never by colour alone.

An outcome that stands in no list is told by its own label, without a state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gemeengoed.procedures.procedure import UNKNOWN


class State(StrEnum):
    """What an outcome comes down to for who asks whether something may."""

    FREE = "free"
    PERMIT = "permit"
    UNKNOWN = "unknown"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Look:
    """headline: the outcome in a few words. icon: its name in frame/icons."""

    state: State
    headline: str
    icon: str


_FREE = Look(State.FREE, "Geen vergunning nodig", "check")
_PERMIT = Look(State.PERMIT, "Vergunning nodig", "permit")
_LOOKS: Mapping[str, Look] = {
    "vergunningvrij": _FREE,
    "lokaal_vergunningvrij": _FREE,
    "vergunning_nodig": _PERMIT,
    "past_in_regels": _PERMIT,
    "afwijking_nodig": _PERMIT,
    UNKNOWN: Look(State.UNKNOWN, "Nog niet bekend", "question"),
}


def look_of(outcome: str, label: str) -> Look:
    """The look of the outcome with this id and label of a message's explanation."""
    return _LOOKS.get(outcome) or Look(State.TOLD, label, "info")
