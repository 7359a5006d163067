# SPDX-License-Identifier: EUPL-1.2
"""All that one turn knows about one message. Each step fills its part."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from gemeengoed.content.edition import Edition
from gemeengoed.content.message import Message
from gemeengoed.conversations.posted import Posted
from gemeengoed.dialogue.outcome import Outcome
from gemeengoed.dialogue.state import State
from gemeengoed.language.reading import Distress, Reading


@dataclass(slots=True)
class Thought:
    # what came in
    conversation: UUID
    municipality: str
    seq: int
    posted: Posted
    state: State
    edition_began: str  # fingerprint of the edition the state was made with; empty: none yet
    now: datetime  # business time
    show_traceback: bool = False

    # what was understood
    edition: Edition | None = None
    distress: Distress | None = None
    reading: Reading | None = None

    # what was decided: one outcome per round of effects, in order
    outcomes: list[Outcome] = field(default_factory=list)

    # what will be stored
    messages: tuple[Message, ...] = ()
    failure: str | None = None

    @property
    def new_state(self) -> State:
        """The state after this message; unchanged when nothing was decided."""
        return self.outcomes[-1].state if self.outcomes else self.state

    @property
    def decided(self) -> dict[str, Any]:
        """The body of the log's entry: what the engine decided and how sure the reading was."""
        body: dict[str, Any] = {
            "events": [event.to_json() for outcome in self.outcomes for event in outcome.events],
            "edition": self.edition.fingerprint if self.edition else None,
        }
        if self.reading is not None:
            body["topics"] = [
                [score.topic, round(score.probability, 4)] for score in self.reading.topics[:3]
            ]
            body["aspects"] = list(self.reading.aspects)
        if self.distress is not None:
            body["distress"] = self.distress.value
        if self.failure is not None:
            body["failure"] = self.failure
        return body
