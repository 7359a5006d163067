# SPDX-License-Identifier: EUPL-1.2
"""Walks every way through a flow with the real engine; the outside world answers from memory."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.doubting import open_doubt
from gemeengoed.dialogue.effects import (
    AddressChecked,
    AddressFound,
    CheckAddress,
    Effect,
    EffectFailed,
    FactsGathered,
    GatherFacts,
    HandIn,
    LookUpPremises,
    OpenTaak,
    PersonFound,
    PremisesKnown,
    Result,
    SubmissionAccepted,
    TaakOpened,
)
from gemeengoed.dialogue.engine import decide, go_on
from gemeengoed.dialogue.files import DONE, most
from gemeengoed.dialogue.flow import Flow, InputKind, Step
from gemeengoed.dialogue.incoming import Action, FileTold, Incoming
from gemeengoed.dialogue.listening_in_doubt import RIGHT
from gemeengoed.dialogue.logging_in import LEVELS
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.pressing import SKIP
from gemeengoed.dialogue.replies import Reply
from gemeengoed.dialogue.state import Login, Phase, State
from gemeengoed.language.reading import Flag, Reading, Value

TODAY = date(2026, 11, 24)
ROUNDS = 5

# kind of input -> (words, the values that a reader finds in them)
ANSWERS: dict[InputKind, tuple[str, tuple[tuple[str, Any], ...]]] = {
    InputKind.PHONE: ("06 12 34 56 78", (("telefoon", "+31612345678"),)),
    InputKind.EMAIL: ("a@b.example", (("email", "a@b.example"),)),
    InputKind.CONTACT: ("a@b.example", (("email", "a@b.example"),)),
    InputKind.ADDRESS: ("Kerkstraat 12", (("straat", "kerkstraat"), ("huisnummer", 12))),
}
# What registers tell of who is logged in, so that every question counts.
GATHERED = {
    "machtiging_telt": "ja",
    "anderen_op_adres": "2",
    "woont_al_daar": "ja",
    "oud_adres_klopt": "nee",
}
# Some that rules allow and some that they do not.
LENGTHS = (0.3, 0.8, 1.5, 2.5, 6.0)


@dataclass(frozen=True)
class Said:
    """What one message led to."""

    state: State
    replies: tuple[Reply, ...]
    effects: tuple[Effect, ...]


class Talk:
    """The engine in one municipality.

    ``fails`` names effects that the outside refuses; ``told`` is what registers know of the house.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        fails: frozenset[str] = frozenset(),
        told: Mapping[str, str] | None = None,
    ) -> None:
        self.catalogue = catalogue
        self._fails = fails
        self._told = told

    def send(self, state: State, incoming: Incoming) -> Said:
        outcome = decide(self.catalogue, state, incoming, today=TODAY)
        replies, effects = list(outcome.replies), list(outcome.effects)
        for _ in range(ROUNDS):
            if not outcome.effects:
                break
            results = [self._carry_out(effect) for effect in outcome.effects]
            outcome = go_on(self.catalogue, outcome.state, results, today=TODAY)
            replies += outcome.replies
            effects += outcome.effects
        return Said(outcome.state, tuple(replies), tuple(effects))

    def _carry_out(self, effect: Effect) -> Result:
        name = type(effect).__name__
        if name in self._fails:
            return EffectFailed(name, "lets it fail")
        if isinstance(effect, CheckAddress):
            if effect.street is None:
                return AddressChecked(effect.step, missing="street")
            value = {"straat": "Kerkstraat", "huisnummer": 12}
            known = {"identificatie": "1"} if self._told is not None else {}
            found = AddressFound({**value, **known}, "Kerkstraat 12")
            return AddressChecked(effect.step, exact=(found,))
        if isinstance(effect, LookUpPremises) and self._told is not None:
            return PremisesKnown(effect.step, self._told)
        if isinstance(effect, OpenTaak):
            return TaakOpened("GG-1", "2026-12-01", "Een collega")
        if isinstance(effect, HandIn):
            return SubmissionAccepted("GG-1", "2026-12-01", "Een collega")
        if isinstance(effect, GatherFacts):
            return FactsGathered(GATHERED, (PersonFound("sam", "Sam Jansen"),))
        return EffectFailed(name, "nobody does this here")


def flagged(flag: Flag, text: str) -> Incoming:
    return Incoming(text=text, reading=Reading(text, flags=frozenset({flag}), understood=True))


def rubbish() -> Incoming:
    return Incoming(text="qwrt", reading=Reading("qwrt"))


def answers_to(step: Step) -> Iterator[Incoming]:
    """One message for each kind of answer: every choice, a value, leaving it out."""
    if step.optional:
        yield Incoming(choice=SKIP)
    if step.input is InputKind.LOGIN:
        yield Incoming(login=Login("inwoner", step.level or LEVELS[0]))
    if step.input in (InputKind.CHOICE, InputKind.PERSONS, InputKind.LOGIN):
        yield from (Incoming(choice=choice.id) for choice in step.choices)
        return
    if step.input is InputKind.FILE:
        yield from (Incoming(choice=choice.id) for choice in step.choices)
        yield Incoming(file=FileTold("1", "contract.pdf"))
        return
    if step.input is InputKind.LENGTH:
        yield from (_length(step, metres) for metres in LENGTHS if _is_plausible(step, metres))
        return
    words, values = ANSWERS.get(step.input) or _within_limits(step)
    found = tuple(Value(kind, value, 0, len(words), step.role) for kind, value in values)
    yield Incoming(text=words, reading=Reading(words, values=found, understood=True))


def _is_plausible(step: Step, metres: float) -> bool:
    low, high = step.plausible or (0.0, 100.0)
    return low <= metres <= high


def _length(step: Step, metres: float) -> Incoming:
    words = f"{metres} m".replace(".", ",")
    value = Value(step.takes or "afstand", metres, 0, len(words), step.role)
    return Incoming(text=words, reading=Reading(words, values=(value,), understood=True))


def _within_limits(step: Step) -> tuple[str, tuple[tuple[str, Any], ...]]:
    least = int(step.minimum or 0)
    if step.input is InputKind.DATE:
        day = (TODAY + timedelta(days=least)).isoformat()
        return day, (("datum", day),)
    if step.input is InputKind.NUMBER:
        return str(least or 1), (("aantal_personen", least or 1),)
    return "x" * max(least, 3 if (step.maximum or 3) >= 3 else 1), ()


@dataclass
class Walk:
    """Every different place in a flow, by the step that is asked there; None is the summary."""

    asking: dict[str, list[State]] = field(default_factory=dict)
    summaries: list[State] = field(default_factory=list)
    outcomes: list[State] = field(default_factory=list)  # of a flow that judges
    left: list[State] = field(default_factory=list)  # by a choice that leads to a person
    doubts: list[State] = field(default_factory=list)  # measures that contradict each other
    stuck: list[str] = field(default_factory=list)

    @property
    def places(self) -> list[State]:
        return [state for states in self.asking.values() for state in states] + [
            *self.summaries,
            *self.doubts,
        ]


def walk(catalogue: Catalogue, flow: Flow, told: Mapping[str, str] | None = None) -> Walk:
    """Go every way from the flow's button to its summaries, or its outcomes.

    told: what registers know of the address that is given; None where they are silent.

    Two places are the same when they ask the same with the same answers to what conditions of the
    steps ahead name, and the same questions still open that can change an outcome.
    """
    talk, walked, seen = Talk(catalogue, told=told), Walk(), set()
    deciding = _deciding(flow.steps)
    begun = talk.send(State(), Incoming(choice=f"flow:{flow.id}")).state
    ahead = [begun, *_told_unasked(talk, begun, flow, deciding)]
    while ahead:
        state = ahead.pop()
        run = state.flow
        if run is None and state.settled is not None:
            walked.outcomes.append(state)
            continue
        if run is None and state.person_offered:
            walked.left.append(state)
            continue
        if run is None:
            walked.stuck.append("the flow ended before it was confirmed")
            continue
        ahead_of = deciding if flow.judges else _deciding(_steps_after(flow, run.asked))
        known = {name: str(given.value) for name, given in run.answers.items() if name in ahead_of}
        key = (run.asked, run.phase, run.open_facts, tuple(sorted(known.items())))
        if key in seen:
            continue
        seen.add(key)
        step = flow.step(run.asked or "")
        if run.phase is Phase.SUMMARY:
            walked.summaries.append(state)
        elif step is None and open_doubt(Draft(catalogue, state, TODAY)) is not None:
            walked.doubts.append(state)
            ahead.append(talk.send(state, Incoming(choice=RIGHT)).state)
        elif step is None:
            walked.stuck.append(f"nothing is asked after {sorted(run.answers)}")
        else:
            walked.asking.setdefault(step.name, []).append(state)
            ahead += _onward(talk, state, step, walked)
    return walked


def _deciding(steps: Sequence[Step]) -> set[str | None]:
    """The steps that the conditions of these name."""
    conditions = [each for step in steps for one in step.when for each in one.any or (one,)]
    return {condition.step for condition in conditions}


def _steps_after(flow: Flow, asked: str | None) -> Sequence[Step]:
    """A flow that does not judge asks in the order of its steps."""
    names = [step.name for step in flow.steps]
    return flow.steps[names.index(asked) + 1 :] if asked in names else ()


def _told_unasked(
    talk: Talk, begun: State, flow: Flow, deciding: set[str | None]
) -> Iterator[State]:
    """What is never asked and may be said all the same, where another question hangs on it."""
    for step in flow.steps:
        if step.told_only and step.name in deciding:
            for choice in step.choices:
                told = Incoming(action=Action.CHANGE, name=step.name, value=choice.id)
                yield talk.send(begun, told).state


def _onward(talk: Talk, state: State, step: Step, walked: Walk) -> list[State]:
    onward = []
    silent = Talk(talk.catalogue, fails=frozenset({"CheckAddress"}))  # taken as it was typed
    ways = [(talk, incoming) for incoming in answers_to(step)]
    if step.input is InputKind.ADDRESS:
        ways += [(silent, incoming) for _, incoming in ways]
    for outside, incoming in ways:
        after = outside.send(state, incoming).state
        if incoming.file is not None and most(step) > 1:
            after = talk.send(after, Incoming(choice=DONE)).state
        run = after.flow
        if run is not None and run.phase is Phase.ASKING and run.asked == step.name:
            said = incoming.choice or incoming.text
            walked.stuck.append(f"{step.name}: the answer {said!r} leads nowhere")
        else:
            onward.append(after)
    return onward


CONFIRM = Incoming(action=Action.CONFIRM)
