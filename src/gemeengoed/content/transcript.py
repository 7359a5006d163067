# SPDX-License-Identifier: EUPL-1.2
"""A conversation written down as proof: what the resident does, what must be said back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gemeengoed.content.errors import Place


@dataclass(frozen=True, slots=True)
class TranscriptTurn:
    """Exactly one of resident, choice and action; expected is empty when anything may be said."""

    resident: str | None = None
    choice: str | None = None
    action: str | None = None
    name: str | None = None
    value: str | None = None
    expected: tuple[str, ...] = ()
    place: Place = field(compare=False, default=Place(""))


@dataclass(frozen=True, slots=True)
class Transcript:
    """municipality None: played in every municipality. addresses empty: every address exists.

    fails names the effects (class names) that do not succeed in this conversation.
    """

    name: str
    turns: tuple[TranscriptTurn, ...]
    municipality: str | None = None
    now: datetime | None = None
    addresses: tuple[Mapping[str, Any], ...] = ()
    fails: tuple[str, ...] = ()
    premises: Mapping[str, str] = field(default_factory=dict)  # what registers know of an address
    public_planes: tuple[str, ...] = ("voor",)  # roof planes that face public ground
    place: Place = field(compare=False, default=Place(""))
