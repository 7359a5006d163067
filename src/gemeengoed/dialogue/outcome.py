# SPDX-License-Identifier: EUPL-1.2
"""What a decision is, and the draft in which it grows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.effects import Effect
from gemeengoed.dialogue.event import Event
from gemeengoed.dialogue.flow import Flow, Step
from gemeengoed.dialogue.incoming import Incoming
from gemeengoed.dialogue.replies import Reply
from gemeengoed.dialogue.state import Awaiting, FlowRun, State
from gemeengoed.dialogue.talk_events import EffectsWanted
from gemeengoed.language.reading import Flag, Reading


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
    was_person_offered: bool = False  # by the last thing said before this message
    asked_before: tuple[str, ...] = ()  # aspects, of which we asked just now what they are about
    events: list[Event] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)

    def note(self, event: Event) -> None:
        """Something happened: the state follows at once."""
        self.events.append(event)
        self.state = event.apply(self.state)

    def say(self, *replies: Reply) -> None:
        self.replies.extend(replies)

    def want(self, awaiting: Awaiting, effects: Sequence[Effect]) -> None:
        """Ask for effects; once in a decision. go_on finds in awaiting what they were for."""
        self.note(EffectsWanted(awaiting))
        self.effects.extend(effects)

    @property
    def reading(self) -> Reading:
        """The reading of the message; without one, a reading that understood nothing."""
        given = self.incoming.reading
        return given or Reading(self.incoming.text or self.incoming.value or "")

    @property
    def flags(self) -> frozenset[Flag]:
        """The flags of the message; none for a button."""
        return self.reading.flags if self.incoming.text is not None else frozenset()

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

    @property
    def open_step(self) -> Step | None:
        """The step of the open question; None in the summary or without a flow."""
        if self.state.flow is None or self.run.asked is None:
            return None
        return self.flow.step(self.run.asked)

    def outcome(self) -> Outcome:
        return Outcome(self.state, tuple(self.events), tuple(self.replies), tuple(self.effects))
