# SPDX-License-Identifier: EUPL-1.2
"""What an event is. They stand in step_events, flow_events, talk_events; events knows all."""

from dataclasses import asdict, dataclass
from typing import Any

from gemeengoed.dialogue.state import State


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events; ``apply`` gives the state after it."""

    def apply(self, state: State) -> State:
        raise NotImplementedError

    def to_json(self) -> dict[str, Any]:
        """Plain values; events.event_from_json gives an equal event back."""
        return {"type": type(self).__name__, **asdict(self)}
