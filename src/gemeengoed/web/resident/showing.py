# SPDX-License-Identifier: EUPL-1.2
"""Messages as the page shows them: who speaks, and which buttons still mean something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# Which of the browser's keyboards and memories fits an input; the words stay free, because
# "weet ik niet" must be possible everywhere.
INPUT_MODES = {
    "phone": ("tel", "tel"),
    "email": ("email", "email"),
    "contact": ("text", "email"),
    "number": ("numeric", "off"),
    "length": ("decimal", "off"),
    "address": ("text", "street-address"),
}


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """One message with what the template needs; message is the API's shape."""

    message: dict[str, Any]
    is_last: bool  # of the last answer: its buttons work
    is_first_of_group: bool  # the name is said once per group

    @property
    def kind(self) -> str:
        return str(self.message["kind"])

    @property
    def is_resident(self) -> bool:
        return bool(self.message["sender"] == "resident")

    @property
    def input_mode(self) -> str:
        return self._mode()[0]

    @property
    def autocomplete(self) -> str:
        return self._mode()[1]

    def _mode(self) -> tuple[str, str]:
        asked = self.message.get("input") or {}
        return INPUT_MODES.get(asked.get("type", "text"), ("text", "off"))

    @property
    def may_be_rated(self) -> bool:
        """Answers of the assistant to a question, while they are the last."""
        answers = self.kind == "text" and bool(self.message.get("topic"))
        return self.is_last and answers and not self.is_resident


def shown_messages(messages: Sequence[dict[str, Any]]) -> list[ShownMessage]:
    """In order; the last answer is everything after the resident's last message."""
    said = [place for place, each in enumerate(messages) if each["sender"] == "resident"]
    last_said = said[-1] if said else -1
    return [
        ShownMessage(
            message,
            is_last=place > last_said,
            is_first_of_group=place == 0 or messages[place - 1]["sender"] != message["sender"],
        )
        for place, message in enumerate(messages)
    ]
