# SPDX-License-Identifier: EUPL-1.2
"""What happened in a talk, in small steps. The state is the fold of these; nothing else is.

Events go into the log as JSON and are read back for ever: a field may be added with a default, a
name may never change its meaning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from gemeengoed.dialogue.event import Event
from gemeengoed.dialogue.flow_events import (
    FlowHandedIn,
    FlowLeft,
    FlowParked,
    FlowReopened,
    FlowResumed,
    FlowSettled,
    FlowStarted,
    ParkedDropped,
)
from gemeengoed.dialogue.state import EMPTY, State, awaiting_from_json
from gemeengoed.dialogue.step_events import (
    AnswerDropped,
    AnswerGiven,
    CancelAsked,
    FactsOpened,
    FactsTold,
    MeasuresConfirmed,
    PartsKnown,
    PremisesTold,
    QuestionClosed,
    Ruled,
    StepAsked,
    StepSkipped,
    SummaryLeft,
    SummaryShown,
)
from gemeengoed.dialogue.talk_events import (
    CrisisShown,
    EffectsSettled,
    EffectsWanted,
    FeedbackGiven,
    LoggedIn,
    NotUnderstood,
    PersonOffered,
    PersonOfferPassed,
    SubjectAsked,
    SubjectAskedPassed,
    TalkForgotten,
    TopicAnswered,
    TopicsOffered,
    TopicsPassed,
)

TYPES: Mapping[str, type[Event]] = {
    cls.__name__: cls
    for cls in (
        FlowStarted,
        FlowLeft,
        FlowParked,
        FlowResumed,
        ParkedDropped,
        FlowHandedIn,
        FlowSettled,
        FlowReopened,
        StepAsked,
        AnswerGiven,
        AnswerDropped,
        StepSkipped,
        QuestionClosed,
        PartsKnown,
        SummaryShown,
        SummaryLeft,
        CancelAsked,
        FactsOpened,
        PremisesTold,
        FactsTold,
        Ruled,
        MeasuresConfirmed,
        TopicAnswered,
        TopicsOffered,
        SubjectAsked,
        SubjectAskedPassed,
        NotUnderstood,
        PersonOffered,
        PersonOfferPassed,
        TopicsPassed,
        TalkForgotten,
        EffectsWanted,
        EffectsSettled,
        CrisisShown,
        FeedbackGiven,
        LoggedIn,
    )
}


def event_from_json(data: Mapping[str, Any]) -> Event:
    """The event of to_json. Raises KeyError for a type that never existed."""
    cls = TYPES[data["type"]]
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
