# SPDX-License-Identifier: EUPL-1.2
"""What a resident sends: a text, a choice of a button, or an action."""

from dataclasses import dataclass
from enum import StrEnum

from gemeengoed.dialogue.state import Login
from gemeengoed.language.reading import Reading


class Action(StrEnum):
    BACK = "back"
    CHANGE = "change"  # name: the step to change; value: the new answer, optional
    CANCEL = "cancel"
    CONFIRM = "confirm"
    FEEDBACK = "feedback"  # name: sequence of the message; value: "up" or "down"


@dataclass(frozen=True, slots=True)
class FileTold:
    """A file that was stored. id: of the room files; name: as it is shown."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """Exactly one of text, choice, action, login and file is set; the last two never by a door's
    client."""

    text: str | None = None
    choice: str | None = None
    action: Action | None = None
    name: str | None = None
    value: str | None = None
    reading: Reading | None = None  # of text, or of value where an action carries one
    login: Login | None = None  # the resident came back from logging in
    file: FileTold | None = None  # a file was stored for the open question
    file_is_scanned: bool = True
