# SPDX-License-Identifier: EUPL-1.2
"""The messages of a conversation as the page shows them: what can still be pressed, and where."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gemeengoed.conversations.shown import Shown
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.dialogue.flowing import BEYOND
from gemeengoed.dialogue.persons import PERSON
from gemeengoed.dialogue.pressing import SAVE, SKIP
from gemeengoed.files.kinds import ENDINGS
from gemeengoed.web.frame.outcomes import Look, look_of
from gemeengoed.web.resident.forms import new_key

TASK_KINDS = ("question", "summary")
_ASIDE = (SKIP, BEYOND)  # buttons that are not what the field asks for

# What a browser's own field does for each kind of input: type, inputmode, autocomplete, hint.
_FIELDS: dict[str, dict[str, str]] = {
    "text": {"type": "text"},
    "date": {"type": "date"},
    "address": {"type": "text", "hint": "Straat en huisnummer"},
    "number": {"type": "text", "inputmode": "numeric"},
    "length": {"type": "text", "hint": "Zet er cm of meter bij, bijvoorbeeld 150 cm"},
    "phone": {"type": "tel", "autocomplete": "tel"},
    "email": {"type": "email", "autocomplete": "email"},
    "contact": {"type": "text", "hint": "Telefoonnummer of e-mailadres"},
    "file": {"type": "file", "hint": "Een pdf of foto (jpg of png), hooguit 10 MB"},
}
BY_BUTTONS = (InputKind.CHOICE, InputKind.LOGIN, InputKind.PERSONS)
_ATTRIBUTES = ("inputmode", "autocomplete")
_LONG_TEXT = 120  # characters from which a text gets more than one line


@dataclass(frozen=True, slots=True)
class Field:
    """A native input for the open question."""

    name: str  # of the form's value: text, or day for a date
    type: str
    hint: str = ""
    is_long: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One message in the list. key is the hidden key of its forms."""

    message: Shown
    key: str
    is_first_of_group: bool  # the sender's name is said once per group
    is_live: bool  # its buttons and fields can be used: nothing was said since
    field: Field | None = None
    can_be_judged: bool = False

    @property
    def is_own(self) -> bool:
        return bool(self.message["sender"] == "resident")

    @property
    def is_of_staff(self) -> bool:
        """What a colleague lets know: it closes no question that stands open."""
        return bool(self.message["sender"] == "staff")

    @property
    def has_controls(self) -> bool:
        """Whether there is anything to press or to fill in."""
        is_task = self.message["kind"] in TASK_KINDS
        return self.is_live and (is_task or bool(self.message["choices"]))

    @property
    def choices_first(self) -> bool:
        """Buttons above the field: not when all they do is to lead past it."""
        if self.field is not None and self.field.type == "file":
            return False
        answers = [choice for choice in self.message["choices"] if choice["id"] not in _ASIDE]
        return bool(answers) or (self.field is None and bool(self.message["choices"]))

    @property
    def log_in_level(self) -> str:
        """Of a question to log in the level that is asked; empty for any other."""
        taken = self.message["input"] or {}
        return str(taken.get("level") or "") if taken.get("type") == InputKind.LOGIN else ""

    @property
    def people(self) -> list[dict[str, str]]:
        """Who may be ticked, of the question who they are."""
        choices = self.message["choices"]
        return [choice for choice in choices if choice["id"].startswith(PERSON)]

    @property
    def buttons(self) -> list[dict[str, str]]:
        """The other choices; here one logs in by a link."""
        leave_out = (SAVE,) if self.log_in_level else ()
        return [
            choice
            for choice in self.message["choices"]
            if choice["id"] not in leave_out and not choice["id"].startswith(PERSON)
        ]

    @property
    def outcome(self) -> Look | None:
        """How the outcome of a procedure looks; None for any other message."""
        explanation = self.message["explanation"]
        return look_of(explanation) if explanation else None

    @property
    def can_be_changed(self) -> bool:
        """Whether its lines may still be told otherwise."""
        is_open = self.message["kind"] == "summary" or self.outcome is not None
        return self.is_live and is_open

    @property
    def is_emergency(self) -> bool:
        return str(self.message["topic"] or "").startswith("nood-")


@dataclass(frozen=True, slots=True)
class Talk:
    """items in order; newest is the sequence of the last message, 0 when there is none."""

    items: list[Item]
    newest: int

    @property
    def task(self) -> Item | None:
        """The open question or summary at the end, if any."""
        last = next((item for item in reversed(self.items) if not item.is_of_staff), None)
        return last if last is not None and last.message["kind"] in TASK_KINDS else None

    @property
    def needs_composer(self) -> bool:
        """One place to type at a time: not while the open question has a field of its own."""
        return self.task is None or self.task.field is None or self.task.field.type == "file"


def talk_of(messages: Sequence[Shown], *, today: date) -> Talk:
    """The messages with what the page must know of each."""
    last_own = max((m["seq"] for m in messages if m["sender"] == "resident"), default=0)
    newest = next((m for m in reversed(messages) if m["sender"] != "staff"), None)
    has_task = newest is not None and newest["kind"] in TASK_KINDS
    items: list[Item] = []
    previous = None
    for message in messages:
        is_last = message is newest
        is_now = message["seq"] > last_own
        is_live = is_last or (is_now and not has_task)
        items.append(
            Item(
                message=message,
                key=new_key(),
                is_first_of_group=message["sender"] != previous,
                is_live=is_live and message["sender"] != "resident",
                field=input_field(message["input"], today) if is_last else None,
                can_be_judged=is_now and bool(message["sources"]),
            )
        )
        previous = message["sender"]
    return Talk(items, messages[-1]["seq"] if messages else 0)


def input_field(taken: dict[str, Any] | None, today: date) -> Field | None:
    """The browser's field for this input; None for a question answered by its buttons."""
    if taken is None or taken["type"] in BY_BUTTONS:
        return None
    known = _FIELDS.get(taken["type"], _FIELDS["text"])
    attributes: dict[str, str] = {}
    attributes |= {name: known[name] for name in _ATTRIBUTES if name in known}
    if taken["type"] == "date":
        attributes |= _days(taken, today)
        return Field("day", "date", attributes=attributes)
    if taken["type"] == "file":
        return Field("file", "file", known["hint"], attributes={"accept": ",".join(ENDINGS)})
    if taken["type"] == "text" and taken["name"] == "naam":
        attributes["autocomplete"] = "name"
    maximum = taken.get("max") if taken["type"] == "text" else None
    is_long = maximum is not None and maximum > _LONG_TEXT
    return Field("text", known["type"], known.get("hint", ""), is_long, attributes)


def _days(taken: dict[str, Any], today: date) -> dict[str, str]:
    """min and max of a date are days from today."""
    return {
        edge: (today + timedelta(days=int(taken[edge]))).isoformat()
        for edge in ("min", "max")
        if taken.get(edge) is not None
    }
