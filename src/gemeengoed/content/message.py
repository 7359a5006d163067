# SPDX-License-Identifier: EUPL-1.2
"""A message as the API gives it: what a resident sees and may do with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class MessageChoice:
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class MessageSource:
    """checked_on is an ISO date."""

    title: str
    url: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class MessageInput:
    """What the question takes; min and max: of the value, of the characters, or days from now."""

    type: str
    name: str
    min: float | None = None
    max: float | None = None
    optional: bool = False
    level: str | None = None  # of a log-in


@dataclass(frozen=True, slots=True)
class MessageStep:
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class MessageLine:
    name: str
    label: str
    value: str
    changeable: bool = True


@dataclass(frozen=True, slots=True)
class MessageDrawing:
    """A picture with the question: what is meant by these words. alt tells it without seeing."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Message:
    """kind: text, question, choices, summary, receipt, notice or handover.

    text is Markdown, in the small subset of docs/packs.md.
    """

    kind: str
    text: str
    choices: tuple[MessageChoice, ...] = ()
    topic: str | None = None
    aspect: str | None = None
    sources: tuple[MessageSource, ...] = ()
    input: MessageInput | None = None
    step: MessageStep | None = None
    lines: tuple[MessageLine, ...] = ()
    drawing: MessageDrawing | None = None
    explanation: Mapping[str, Any] | None = None  # of the outcome of a procedure; content.judging

    def to_json(self) -> dict[str, Any]:
        """The fields of the API, plain values only; what a kind does not have is left out."""
        shown: dict[str, Any] = {
            "kind": self.kind,
            "text": self.text,
            "choices": [{"id": choice.id, "label": choice.label} for choice in self.choices],
            "topic": self.topic,
            "aspect": self.aspect,
            "sources": [
                {"title": source.title, "url": source.url, "checked_on": source.checked_on}
                for source in self.sources
            ],
        }
        if self.input:
            shown["input"] = _input_json(self.input)
        if self.step:
            shown["step"] = {"number": self.step.number, "of": self.step.of}
        if self.drawing:
            shown["drawing"] = {"name": self.drawing.name, "alt": self.drawing.alt}
        if self.explanation:
            shown["explanation"] = dict(self.explanation)
        if self.kind in ("summary", "receipt"):
            shown["lines"] = [_line_json(line) for line in self.lines]
        return shown


def _input_json(taken: MessageInput) -> dict[str, Any]:
    return {
        "type": taken.type,
        "name": taken.name,
        "min": taken.min,
        "max": taken.max,
        "optional": taken.optional,
        "level": taken.level,
    }


def _line_json(line: MessageLine) -> dict[str, Any]:
    return {
        "name": line.name,
        "label": line.label,
        "value": line.value,
        "changeable": line.changeable,
    }
