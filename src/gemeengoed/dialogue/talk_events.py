# SPDX-License-Identifier: EUPL-1.2
"""What happened in the talk outside flows: answered, offered, not understood, wanted of others."""

from dataclasses import dataclass, replace

from gemeengoed.dialogue.event import Event
from gemeengoed.dialogue.state import Awaiting, Login, State


@dataclass(frozen=True, slots=True)
class TopicAnswered(Event):
    topic: str
    aspects: tuple[str, ...] = ()

    def apply(self, state: State) -> State:
        return replace(
            state,
            last_topic=self.topic,
            side_topic=self.topic if state.flow is not None else None,
            unknowns=0,
            offered=(),
            offered_aspects=(),
        )


@dataclass(frozen=True, slots=True)
class TopicsOffered(Event):
    topics: tuple[str, ...]
    aspects: tuple[str, ...] = ()

    def apply(self, state: State) -> State:
        return replace(state, offered=tuple(self.topics), offered_aspects=tuple(self.aspects))


@dataclass(frozen=True, slots=True)
class SubjectAsked(Event):
    """These aspects were asked for, and not of what: we asked that."""

    aspects: tuple[str, ...]

    def apply(self, state: State) -> State:
        return replace(state, open_aspects=tuple(self.aspects))


@dataclass(frozen=True, slots=True)
class SubjectAskedPassed(Event):
    """Something was said since: whatever it was, the question what it is about is closed."""

    def apply(self, state: State) -> State:
        return replace(state, open_aspects=())


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
class LoggedIn(Event):
    """The resident proved who they are. Of another person than before nothing gathered stays."""

    person: str
    level: str

    def apply(self, state: State) -> State:
        is_another = state.login is not None and state.login.person != self.person
        run = state.flow
        if run is not None and is_another:
            run = replace(run, gathered=None, found=(), people=(), ruling=None)
        return replace(state, login=Login(self.person, self.level), flow=run)


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
    """The emergency text was shown. What follows in the talk may heed it (Flow.heeds)."""

    topic: str

    def apply(self, state: State) -> State:
        known = (each for each in state.crises if each != self.topic)
        return replace(state, crises=(*known, self.topic))


@dataclass(frozen=True, slots=True)
class FeedbackGiven(Event):
    about: str | None  # sequence of the message, as the door gave it
    value: str  # up, down, or explained

    def apply(self, state: State) -> State:
        return replace(state, explaining=self.value == "down")
