# SPDX-License-Identifier: EUPL-1.2
"""What happened inside the running flow: asked, answered, skipped, summarised."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from gemeengoed.dialogue.event import Event
from gemeengoed.dialogue.state import FlowRun, FoundFact, Given, Option, Phase, State


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
class Settles(OfFlow):
    """An event that settles a step: what was asked in between is over."""

    def apply(self, state: State) -> State:
        return replace(OfFlow.apply(self, state), side_topic=None)


@dataclass(frozen=True, slots=True)
class AnswerGiven(Settles):
    step: str
    value: Any
    label: str
    is_checked: bool = True

    def apply_to(self, run: FlowRun) -> FlowRun:
        # Out of JSON a list of files comes as a tuple (event_from_json).
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        given = Given(value, self.label, self.is_checked)
        return replace(
            run,
            answers={**run.answers, self.step: given},
            skipped=tuple(step for step in run.skipped if step != self.step),
            order=_latest(run, self.step),
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
class StepSkipped(Settles):
    step: str

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(
            run,
            answers={name: given for name, given in run.answers.items() if name != self.step},
            skipped=(*(step for step in run.skipped if step != self.step), self.step),
            order=_latest(run, self.step),
            parts={name: parts for name, parts in run.parts.items() if name != self.step},
            phase=Phase.ASKING,
            **_closed(run, self.step),
        )


def _latest(run: FlowRun, step: str) -> tuple[str, ...]:
    """A step that is settled again keeps its place, so that going back goes on going back."""
    return run.order if step in run.order else (*run.order, step)


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
class FactsOpened(OfFlow):
    """Which steps can still change the outcome, in the order in which to ask them."""

    steps: tuple[str, ...]

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(run, open_facts=tuple(self.steps))


@dataclass(frozen=True, slots=True)
class MeasuresConfirmed(OfFlow):
    """These measures contradict each other, and the resident says that they are right."""

    key: str

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(run, confirmed=(*run.confirmed, self.key))


@dataclass(frozen=True, slots=True)
class PremisesTold(OfFlow):
    """What registers know of the address; found is empty when they did not answer."""

    address: str
    found: tuple[Mapping[str, Any], ...]

    def apply_to(self, run: FlowRun) -> FlowRun:
        found = tuple(FoundFact(**fact) for fact in self.found)
        return replace(run, looked_up=self.address, found=found)


@dataclass(frozen=True, slots=True)
class FactsTold(OfFlow):
    """What registers gave for these answers and this person (key); empty when they were silent."""

    key: str
    found: tuple[Mapping[str, Any], ...] = ()
    people: tuple[Mapping[str, Any], ...] = ()
    knows_people: bool = False
    kept: Mapping[str, Any] = field(default_factory=dict)

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(
            run,
            gathered=self.key,
            found=tuple(FoundFact(**fact) for fact in self.found),
            people=tuple(Option(**person) for person in self.people),
            knows_people=self.knows_people,
            kept=dict(self.kept),
        )


@dataclass(frozen=True, slots=True)
class Ruled(OfFlow):
    """A procedure looked at the answers: so they may be handed in. See ruling.py."""

    ruling: Mapping[str, Any]

    def apply_to(self, run: FlowRun) -> FlowRun:
        return replace(run, ruling=dict(self.ruling))


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
