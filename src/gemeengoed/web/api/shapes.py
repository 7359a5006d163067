# SPDX-License-Identifier: EUPL-1.2
"""The shapes of the API, as documented in /api/v1/openapi.json. Fields are added, never removed."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from gemeengoed.dialogue.flow import Tone


class Choice(BaseModel):
    id: str
    label: str


class Source(BaseModel):
    title: str
    url: str
    checked_on: str | None = Field(None, description="ISO date at which the source was checked")


class Input(BaseModel):
    """What the question takes."""

    type: str = Field(
        description="text choice date address number length phone email contact persons login file"
    )
    name: str
    min: float | None = None
    max: float | None = Field(None, description="Of file: how many may come, without it one")
    optional: bool = False
    level: str | None = Field(
        None, description="Of login: basis midden substantieel hoog, at least"
    )


class Step(BaseModel):
    number: int
    of: int


class Line(BaseModel):
    name: str
    label: str
    value: str
    changeable: bool


class Drawing(BaseModel):
    """A picture with the question; its file is at /{gemeente}/tekening/{name}.svg."""

    name: str
    alt: str = Field(description="What it shows, in words")


class SentFile(BaseModel):
    """A file that the resident sent; see the operation ``file``."""

    id: UUID
    name: str


class ExplainedRule(BaseModel):
    """One rule: what was given, what is demanded, by how much it is missed, why it is there."""

    id: str
    label: str
    status: Literal["fits", "failed", "hit", "unknown"]
    given: str
    demand: str
    margin: str
    source: str
    url: str
    purpose: str
    protects: str


class ExplainedChange(BaseModel):
    """The nearest change of the plan that would turn the outcome."""

    lines: list[str]
    outcome: str


class Explanation(BaseModel):
    """Why a procedure comes to its outcome, and the receipt with which it can be judged again."""

    procedure: str
    title: str
    outcome: str
    outcome_label: str
    tone: Tone = Field(Tone.NEUTRAL, description="How it comes to who asked")
    headline: str = Field("", description="The outcome in a few words; empty: see outcome_label")
    day: str = Field(description="ISO date of judgement")
    rules: list[ExplainedRule]
    unknown: list[str]
    change: ExplainedChange | None = None
    notices: list[str] = Field(default_factory=list, description="What is strange about it")
    onward: list[str] = Field(default_factory=list, description="How to go on; Markdown")
    still: list[str] = Field(description="What applies all the same")
    receipt: dict[str, Any]


class Message(BaseModel):
    seq: int
    at: datetime
    sender: Literal["resident", "assistant", "staff", "system"]
    kind: Literal["text", "question", "choices", "summary", "receipt", "notice", "handover"]
    text: str = Field(description="Markdown: paragraphs, lists, bold, links")
    choices: list[Choice]
    topic: str | None = None
    aspect: str | None = None
    sources: list[Source]
    input: Input | None = None
    step: Step | None = None
    lines: list[Line] = Field(default_factory=list)
    drawing: Drawing | None = None
    explanation: Explanation | None = None
    client_id: str | None = Field(None, description="Of the resident's own messages")
    action: str | None = None
    file: SentFile | None = Field(None, description="Of the resident's own messages")


class Messages(BaseModel):
    messages: list[Message]


class Opened(BaseModel):
    id: UUID
    token: str = Field(description="Bearer token of this conversation; shown once")
    messages: list[Message]


class Person(BaseModel):
    available: bool = Field(description="Whether somebody can be reached by phone now")
    phone: str | None = None
    text: str = Field(description="When and how a person can be reached, in the right form")


class Conversation(BaseModel):
    id: UUID
    municipality: str
    owner: Literal["assistant", "staff"]
    login_level: str
    last_seq: int
    waiting: bool = Field(description="Whether a message waits for its answer")
    person: Person


class NewMessage(BaseModel):
    """Exactly one of text, choice and action."""

    client_id: str = Field(description="Made by the sender; the same id again stores nothing")
    text: str | None = None
    choice: str | None = None
    action: str | None = Field(None, description="back change cancel confirm feedback")
    name: str | None = None
    value: str | None = None


class ResumeCode(BaseModel):
    code: str = Field(description="The last part of the resume link")


class Contact(BaseModel):
    phone: str | None = None
    website: str | None = None
    opening_hours: str | None = None


class Municipality(BaseModel):
    slug: str
    name: str
    form: Literal["je", "u"]
    assistant: str = Field(description="What the assistant is called here")
    tagline: str = Field("", description="A few words below the assistant's name")
    theme: dict[str, str] = Field(description="Design tokens: name without dashes, value")
    contact: Contact


class Municipalities(BaseModel):
    municipalities: list[Municipality]


class ProblemError(BaseModel):
    in_: str = Field(alias="in")
    location: str
    code: str
    detail: str


class Problem(BaseModel):
    status: int
    title: str
    detail: str
    errors: list[ProblemError] = Field(default_factory=list)
