# SPDX-License-Identifier: EUPL-1.2
"""A conversation written down as proof: what the resident does, what must be said back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gemeengoed.content.errors import Place


@dataclass(frozen=True, slots=True)
class TranscriptTurn:
    """One of resident, choice, action, login and file; without expected anything may be said."""

    resident: str | None = None
    choice: str | None = None
    action: str | None = None
    login: str | None = None  # the level with which the resident comes back from logging in
    file: str | None = None  # the name of a file that comes in
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
    facts: Mapping[str, str] = field(default_factory=dict)  # what registers give after logging in
    people: tuple[str, ...] = ()  # names of who else lives with who is logged in
    place: Place = field(compare=False, default=Place(""))
