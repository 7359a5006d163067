# SPDX-License-Identifier: EUPL-1.2
"""What happened in a talk, in small steps. The state is the fold of these; nothing else is.

Events go into the log as JSON and are read back for ever: a field may be added with a default, a
name may never change its meaning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, ClassVar

from gemeengoed.dialogue.state import (
    EMPTY,
    Awaiting,
    FlowRun,
    Given,
    HandedIn,
    Option,
    Phase,
    State,
    awaiting_from_json,
)


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events; ``apply`` gives the state after it."""

    registry: ClassVar[dict[str, type["Event"]]] = {}

    def __init_subclass__(cls) -> None:
        Event.registry[cls.__name__] = cls

    def apply(self, state: State) -> State:
        raise NotImplementedError

    def to_json(self) -> dict[str, Any]:
        return {"type": type(self).__name__, **asdict(self)}


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
            handed_in=None,
            unknowns=0,
            offered=(),
            offered_aspects=(),
            explaining=False,
        )


@dataclass(frozen=True, slots=True)
class OfFlow(Event):
    """An event inside the running flow; without one it changes nothing."""

    def apply(self, state: State) -> State:
        if state.flow is None:
            return state
        return replace(state, flow=self.apply_to(state.flow))

    def apply_to(self, run: FlowRun) -> FlowRun:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class StepAsked(OfFlow):
    """This step is the open question; tries counts the unclear answers before."""

    step: str
    tries: int = 0
    options: tuple[Mapping[str, Any], ...] = ()  # id, label, value

    def apply_to(self, run: FlowRun) -> FlowRun:
        options = tuple(Option(**option) for option in self.options)
        known = {option.id for option in run.options}
        return replace(
            run,
            asked=self.step,
            tries=self.tries,
            options=options,
            offers=run.offers + sum(option.id not in known for option in options),
            phase=Phase.ASKING,
        )


@dataclass(frozen=True, slots=True)
class AnswerGiven(OfFlow):
    step: str
    value: Any
    label: str
    is_checked: bool = True

    def apply_to(self, run: FlowRun) -> FlowRun:
        given = Given(self.value, self.label, self.is_checked)
        return replace(
            run,
            answers={**run.answers, self.step: given},
            skipped=tuple(step for step in run.skipped if step != self.step),
            parts={name: parts for name, parts in run.parts.items() if name != self.step},
            phase=Phase.ASKING,
            **_closed(run, self.step),
        )


@dataclass(frozen=True, slots=True)
class AnswerDropped(OfFlow):
    """The step is open again."""

    step: str

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(
            run,
            answers={name: given for name, given in run.answers.items() if name != self.step},
            skipped=tuple(step for step in run.skipped if step != self.step),
            phase=Phase.ASKING,
        )


@dataclass(frozen=True, slots=True)
class StepSkipped(OfFlow):
    step: str

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(
            run,
            answers={name: given for name, given in run.answers.items() if name != self.step},
            skipped=(*(step for step in run.skipped if step != self.step), self.step),
            parts={name: parts for name, parts in run.parts.items() if name != self.step},
            phase=Phase.ASKING,
            **_closed(run, self.step),
        )


def _closed(run: FlowRun, step: str) -> dict[str, Any]:
    """An answer to the open question closes it; one to another step leaves it as it is."""
    return {"asked": None, "tries": 0, "options": ()} if run.asked == step else {}


@dataclass(frozen=True, slots=True)
class QuestionClosed(OfFlow):
    """The open question is no longer part of the flow."""

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(run, asked=None, tries=0, options=())


@dataclass(frozen=True, slots=True)
class PartsKnown(OfFlow):
    """Some of an answer was given, such as a street; the rest is asked."""

    step: str
    parts: Mapping[str, Any]

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(run, parts={**run.parts, self.step: dict(self.parts)})


@dataclass(frozen=True, slots=True)
class SummaryShown(OfFlow):
    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(run, asked=None, tries=0, options=(), parts={}, phase=Phase.SUMMARY)


@dataclass(frozen=True, slots=True)
class SummaryLeft(OfFlow):
    """Something else was shown since: a yes no longer hands in."""

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(run, phase=Phase.ASKING)


@dataclass(frozen=True, slots=True)
class CancelAsked(OfFlow):
    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(run, phase=Phase.CANCELLING)


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
class TopicAnswered(Event):
    topic: str
    aspects: tuple[str, ...] = ()

    def apply(self, state: State) -> State:
        return replace(state, last_topic=self.topic, unknowns=0, offered=(), offered_aspects=())


@dataclass(frozen=True, slots=True)
class TopicsOffered(Event):
    topics: tuple[str, ...]
    aspects: tuple[str, ...] = ()

    def apply(self, state: State) -> State:
        return replace(state, offered=tuple(self.topics), offered_aspects=tuple(self.aspects))


@dataclass(frozen=True, slots=True)
class NotUnderstood(Event):
    """Said so, and offered a person."""

    def apply(self, state: State) -> State:
        return replace(
            state,
            unknowns=state.unknowns + 1,
            offered=(),
            offered_aspects=(),
            person_offered=True,
        )


@dataclass(frozen=True, slots=True)
class PersonOffered(Event):
    why: str  # asked, unclear, off, language, anger

    def apply(self, state: State) -> State:
        return replace(state, unknowns=0, person_offered=True)


@dataclass(frozen=True, slots=True)
class PersonOfferPassed(Event):
    """Something else was said since: a "ja" no longer means a person."""

    def apply(self, state: State) -> State:
        return replace(state, person_offered=False)


@dataclass(frozen=True, slots=True)
class TopicsPassed(Event):
    """None of the offered topics was chosen."""

    def apply(self, state: State) -> State:
        return replace(state, offered=(), offered_aspects=())


@dataclass(frozen=True, slots=True)
class TalkForgotten(Event):
    """ "Opnieuw" outside a flow: the last topic no longer counts."""

    def apply(self, state: State) -> State:
        return replace(state, last_topic=None, offered=(), offered_aspects=(), unknowns=0)


@dataclass(frozen=True, slots=True)
class EffectsWanted(Event):
    """What the effects of this outcome are for."""

    awaiting: Awaiting

    def apply(self, state: State) -> State:
        return replace(state, awaiting=self.awaiting)


@dataclass(frozen=True, slots=True)
class EffectsSettled(Event):
    """The results are in, or were never going to come."""

    def apply(self, state: State) -> State:
        return replace(state, awaiting=None)


@dataclass(frozen=True, slots=True)
class CrisisShown(Event):
    topic: str

    def apply(self, state: State) -> State:
        return state


@dataclass(frozen=True, slots=True)
class FeedbackGiven(Event):
    about: str | None  # sequence of the message, as the door gave it
    value: str  # up, down, or explained

    def apply(self, state: State) -> State:
        return replace(state, explaining=self.value == "down")


def event_from_json(data: Mapping[str, Any]) -> Event:
    """The event of to_json. Raises KeyError for a type that never existed."""
    cls = Event.registry[data["type"]]
    names = {each.name for each in fields(cls)}
    values = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in data.items()
        if name in names
    }
    if cls is EffectsWanted:
        values = {"awaiting": awaiting_from_json(data["awaiting"])}
    return cls(**values)


def fold(events: Iterable[Event], state: State = EMPTY) -> State:
    """The state after these events."""
    for event in events:
        state = event.apply(state)
    return state
