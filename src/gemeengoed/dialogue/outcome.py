# SPDX-License-Identifier: EUPL-1.2
"""What a decision is, and the draft in which it grows."""

from dataclasses import dataclass, field
from datetime import date

from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.effects import Effect
from gemeengoed.dialogue.events import Event
from gemeengoed.dialogue.flow import Flow
from gemeengoed.dialogue.incoming import Incoming
from gemeengoed.dialogue.replies import Reply
from gemeengoed.dialogue.state import FlowRun, State


class NoFlowError(RuntimeError):
    """A listener asked for the running flow while there is none: a fault in the engine."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """state is always the fold of events over the state before."""

    state: State
    events: tuple[Event, ...] = ()
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()


@dataclass(slots=True)
class Draft:
    """A decision in the making: what has happened so far and what will be said."""

    catalogue: Catalogue
    state: State
    today: date
    incoming: Incoming = field(default_factory=Incoming)
    events: list[Event] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)

    def note(self, event: Event) -> None:
        """Something happened: the state follows at once."""
        self.events.append(event)
        self.state = event.apply(self.state)

    def say(self, *replies: Reply) -> None:
        self.replies.extend(replies)

    def want(self, effect: Effect) -> None:
        self.effects.append(effect)

    @property
    def run(self) -> FlowRun:
        """The running flow; only to be asked for when there is one."""
        if self.state.flow is None:
            raise NoFlowError
        return self.state.flow

    @property
    def flow(self) -> Flow:
        """The definition of the running flow; only to be asked for when there is one."""
        return self.catalogue.flows[self.run.flow]

    def outcome(self) -> Outcome:
        return Outcome(self.state, tuple(self.events), tuple(self.replies), tuple(self.effects))
