# SPDX-License-Identifier: EUPL-1.2
"""What happened to flows as a whole: begun, left, parked, taken up again, handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gemeengoed.dialogue.event import Event
from gemeengoed.dialogue.state import FlowRun, HandedIn, Phase, Settled, State


@dataclass(frozen=True, slots=True)
class FlowStarted(Event):
    """A new run of a flow; a running one must have been parked or left before."""

    flow: str
    number: int

    def apply(self, state: State) -> State:
        return replace(
            state,
            flow=FlowRun(self.flow, self.number),
            runs=self.number,
            side_topic=None,
            handed_in=None,
            unknowns=0,
            offered=(),
            offered_aspects=(),
            explaining=False,
        )


@dataclass(frozen=True, slots=True)
class FlowLeft(Event):
    """The running flow ended without being handed in."""

    reason: str  # cancelled, empty, gone

    def apply(self, state: State) -> State:
        return replace(state, flow=None)


@dataclass(frozen=True, slots=True)
class FlowParked(Event):
    """The running flow waits. A waiting run of the same flow gives way to it."""

    def apply(self, state: State) -> State:
        if state.flow is None:
            return state
        waiting = _without(state.parked, state.flow.flow)
        return replace(state, parked=(*waiting, state.flow), flow=None)


@dataclass(frozen=True, slots=True)
class FlowResumed(Event):
    """A parked flow runs again."""

    flow: str

    def apply(self, state: State) -> State:
        resumed = next((run for run in state.parked if run.flow == self.flow), None)
        if resumed is None:
            return state
        resumed = replace(resumed, phase=Phase.ASKING)
        return replace(state, flow=resumed, parked=_without(state.parked, self.flow))


@dataclass(frozen=True, slots=True)
class ParkedDropped(Event):
    """The resident does not want to go on with this parked flow."""

    flow: str

    def apply(self, state: State) -> State:
        return replace(state, parked=_without(state.parked, self.flow))


def _without(parked: tuple[FlowRun, ...], flow: str) -> tuple[FlowRun, ...]:
    return tuple(run for run in parked if run.flow != flow)


@dataclass(frozen=True, slots=True)
class FlowHandedIn(Event):
    flow: str
    number: int
    reference: str

    def apply(self, state: State) -> State:
        handed_in = HandedIn(self.flow, self.number, self.reference)
        return replace(state, flow=None, handed_in=handed_in)


@dataclass(frozen=True, slots=True)
class FlowSettled(Event):
    """A flow that judges came to its outcome. receipt: as procedures.receipt writes it."""

    procedure: str
    outcome: str
    receipt: Mapping[str, Any]

    def apply(self, state: State) -> State:
        if state.flow is None:
            return state
        run = replace(state.flow, asked=None, tries=0, options=(), phase=Phase.ASKING)
        settled = Settled(run, self.procedure, self.outcome, dict(self.receipt))
        return replace(state, flow=None, settled=settled)


@dataclass(frozen=True, slots=True)
class FlowReopened(Event):
    """An outcome is looked at again with another answer: the run goes on where it ended."""

    number: int

    def apply(self, state: State) -> State:
        if state.settled is None:
            return state
        run = replace(state.settled.run, number=self.number)
        return replace(state, flow=run, runs=self.number, settled=None)
