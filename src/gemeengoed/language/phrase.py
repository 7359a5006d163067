# SPDX-License-Identifier: EUPL-1.2
"""One text for je and u, with placeholders: the compiled form of the packs' text markup.

``{Heb je|Hebt u} {je|uw} paspoort bij {je|u}? Dat kost {tarief_paspoort}.``
The markup is settled in docs/packs.md; there is no logic in a text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

JE = "je"
U = "u"
_NAME = re.compile(r"[a-z_.]+\Z")


class PhraseError(ValueError):
    """A text breaks the markup. faults tells all of them, in Dutch-readable English."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Alternation:
    je: str
    u: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    name: str


Segment = str | Alternation | Placeholder


@dataclass(frozen=True, slots=True)
class Phrase:
    """Segments in order. Equal phrases may be shared between municipalities."""

    segments: tuple[Segment, ...]

    @property
    def placeholders(self) -> frozenset[str]:
        return frozenset(s.name for s in self.segments if isinstance(s, Placeholder))

    def render(self, form: str, values: Mapping[str, str]) -> str:
        """The text in one form (``je`` or ``u``); raises KeyError for a value that is missing."""
        return "".join(self._piece(segment, form, values) for segment in self.segments)

    @staticmethod
    def _piece(segment: Segment, form: str, values: Mapping[str, str]) -> str:
        if isinstance(segment, str):
            return segment
        if isinstance(segment, Alternation):
            return segment.je if form == JE else segment.u
        return values[segment.name]


def parse(source: str) -> Phrase:
    """Compile a text; raises PhraseError with all faults."""
    segments: list[Segment] = []
    faults: list[str] = []
    literal: list[str] = []
    position = 0
    while position < len(source):
        two = source[position : position + 2]
        if two in ("{{", "}}", "||"):
            literal.append(two[0])
            position += 2
        elif source[position] == "{":
            position = _braces(source, position, segments, literal, faults)
        else:
            if source[position] in "}|":
                faults.append(f"a lone {source[position]!r} at character {position + 1}; double it")
            literal.append(source[position])
            position += 1
    _flush(literal, segments)
    if faults:
        raise PhraseError(faults)
    return Phrase(tuple(segments))


def _flush(literal: list[str], segments: list[Segment]) -> None:
    if literal:
        segments.append("".join(literal))
        literal.clear()


def _braces(
    source: str, start: int, segments: list[Segment], literal: list[str], faults: list[str]
) -> int:
    """Read one ``{…}``; returns the position after it."""
    end = source.find("}", start)
    if end < 0:
        faults.append(f"a brace opened at character {start + 1} is never closed")
        return len(source)
    inside = source[start + 1 : end]
    _flush(literal, segments)
    if "{" in inside:
        faults.append(f"braces inside braces at character {start + 1}: {inside!r}")
    elif inside.count("|") == 1:
        je, u = inside.split("|")
        segments.append(Alternation(je, u))
    elif _NAME.match(inside):
        segments.append(Placeholder(inside))
    else:
        faults.append(f"{{{inside}}} is neither a placeholder nor a je|u choice")
    return end + 1
