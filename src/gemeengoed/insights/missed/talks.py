# SPDX-License-Identifier: EUPL-1.2
"""Which questions of a talk were missed, read from its log. Pure.

Nothing of a flow, nothing after logging in, nothing of a talk in which somebody was in danger.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gemeengoed.conversations.models import EventKind
from gemeengoed.conversations.queries_talks import Entry
from gemeengoed.dialogue.event import Event
from gemeengoed.dialogue.events import event_from_json, fold
from gemeengoed.dialogue.state import EMPTY, State
from gemeengoed.dialogue.talk_events import (
    CrisisShown,
    FeedbackGiven,
    NotUnderstood,
    TopicAnswered,
    TopicsOffered,
)
from gemeengoed.insights.missed.models import Kind

# What makes a talk worth reading. Danger too: what was found in it before must go.
SIGNS = frozenset(
    sign.__name__ for sign in (NotUnderstood, TopicsOffered, FeedbackGiven, CrisisShown)
)


@dataclass(frozen=True, slots=True)
class Missed:
    """text: as the log has it. topics: what the reader thought; told: answered or offered."""

    seq: int
    at: datetime
    text: str
    kind: Kind
    topics: tuple[str, ...]
    told: tuple[str, ...] = ()


def missed_in(talk: Sequence[Entry]) -> list[Missed]:
    """In the order of the talk. Raises KeyError for events that never were."""
    if any(_is_closed(entry) for entry in talk):
        return []
    listening = _Listening(talk)
    for entry in talk:
        if entry.kind == EventKind.DECIDED:
            listening.hear(entry)
    return listening.found()


def is_over(talk: Sequence[Entry], *, keep: timedelta) -> bool:
    """Erased because it was kept long enough, and not because the resident wished it."""
    erased = [entry.at for entry in talk if entry.kind == EventKind.ERASED]
    return bool(erased) and erased[-1] - talk[0].at > keep


def _is_closed(entry: Entry) -> bool:
    """Erased, or somebody was in danger."""
    if entry.kind == EventKind.ERASED or "distress" in entry.body:
        return True
    return any(event["type"] == CrisisShown.__name__ for event in _events(entry))


def _events(entry: Entry) -> list[dict[str, object]]:
    return entry.body.get("events", []) if entry.kind == EventKind.DECIDED else []


class _Listening:
    """A talk from its begin on."""

    def __init__(self, talk: Iterable[Entry]) -> None:
        self._entries = {entry.seq: entry for entry in talk}
        self._state: State = EMPTY
        self._missed: dict[int, Missed] = {}
        self._open: Missed | None = None  # "which do you mean?", to which nothing was said yet
        self._answered: dict[int, Missed] = {}  # by the message that was answered
        self._judged: dict[str, str] = {}  # sequence of an answer, as the door gave it: up or down

    def hear(self, decided: Entry) -> None:
        """One message and what was decided on it."""
        message = self._entries.get(decided.reply_to or 0)
        events = [event_from_json(event) for event in _events(decided)]
        before, self._state = self._state, fold(events, self._state)
        judged = {e.about: e.value for e in events if isinstance(e, FeedbackGiven) and e.about}
        self._judged |= judged
        if message is None or judged:
            return
        if self._chose(message, events):
            return
        text = message.body.get("text")
        if isinstance(text, str) and text and before.flow is None and before.login is None:
            topics = tuple(topic for topic, _ in decided.body.get("topics", ()))
            question = Missed(message.seq, message.at, text, Kind.UNKNOWN, topics)
            self._note(question, events)

    def _chose(self, message: Entry, events: Iterable[Event]) -> bool:
        """Whether this message says which of the offered topics was meant."""
        asked, self._open = self._open, None
        if asked is None:
            return False
        chosen = tuple(topic for topic in _topics_answered(events) if topic in asked.told)
        if chosen:
            answered = replace(asked, kind=Kind.UNHELPFUL, told=chosen)
            self._answered[message.seq] = answered
        else:
            self._missed[asked.seq] = replace(asked, kind=Kind.PASSED)
        return bool(chosen)

    def _note(self, question: Missed, events: Sequence[Event]) -> None:
        offered = [event for event in events if isinstance(event, TopicsOffered)]
        answered = _topics_answered(events)
        if any(isinstance(event, NotUnderstood) for event in events):
            self._missed[question.seq] = question
        elif offered:
            self._open = replace(question, kind=Kind.OFFERED, told=tuple(offered[-1].topics))
        elif answered:
            unhelpful = replace(question, kind=Kind.UNHELPFUL, told=answered)
            self._answered[question.seq] = unhelpful

    def found(self) -> list[Missed]:
        """What was missed as the talk stands now."""
        if self._open is not None:
            self._missed.setdefault(self._open.seq, self._open)
        for about, value in self._judged.items():
            answer = self._entries.get(int(about)) if about.isdecimal() else None
            question = self._answered.get((answer and answer.reply_to) or 0)
            if question is not None and value == "down":
                self._missed.setdefault(question.seq, question)
        return [self._missed[seq] for seq in sorted(self._missed)]


def _topics_answered(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(event.topic for event in events if isinstance(event, TopicAnswered))
