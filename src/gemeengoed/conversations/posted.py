# SPDX-License-Identifier: EUPL-1.2
"""What a door hands over: one message of a resident, as it came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MAX_TEXT = 4000  # characters; a story fits, a book does not
MAX_NAME = 100
_OTHERS = ("choice", "action", "login", "file")


@dataclass(frozen=True, slots=True)
class Posted:
    """One of text, choice, action, login and file; client_id: the sender's own, for repeats."""

    client_id: str
    text: str | None = None
    choice: str | None = None
    action: str | None = None
    name: str | None = None
    value: str | None = None
    label: str | None = None  # the words of the button, for reading back
    login: Mapping[str, str] | None = None  # person and level; never from a door's client
    file: Mapping[str, Any] | None = None  # id, name, scanned; never from a door's client
    masked: tuple[str, ...] = ()  # kinds of numbers that were hidden before storing

    def to_body(self) -> dict[str, Any]:
        """The body of the event; only what was sent."""
        fields = ("text", "choice", "action", "name", "value", "label", "login", "file")
        body: dict[str, Any] = {
            field: getattr(self, field) for field in fields if getattr(self, field) is not None
        }
        if self.masked:
            body["masked"] = list(self.masked)
        return body

    @classmethod
    def from_body(cls, client_id: str, body: dict[str, Any]) -> "Posted":
        """What to_body gave; an emptied body gives an empty text."""
        return cls(
            client_id=client_id,
            text=body.get("text", None if any(map(body.get, _OTHERS)) else ""),
            choice=body.get("choice"),
            action=body.get("action"),
            name=body.get("name"),
            value=body.get("value"),
            label=body.get("label"),
            login=body.get("login"),
            file=body.get("file"),
            masked=tuple(body.get("masked", ())),
        )
