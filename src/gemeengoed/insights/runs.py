# SPDX-License-Identifier: EUPL-1.2
"""How each run of a flow went, read from the log of its talk. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from itertools import groupby

from gemeengoed.conversations.queries_log import Happened

SUMMARY = "summary"  # as if it were a step: where somebody stopped who saw it


class End(Enum):
    """How a run ended."""

    HANDED_IN = "handed in"
    TOLD = "the outcome was told, and there was nothing to hand in"
    LEFT = "stopped in so many words, or taken over by the same flow begun anew"
    OPEN = "nothing more was said"


@dataclass(slots=True)
class Run:
    """One time that a flow was begun.

    questions: what was asked, a question that only came back after something else once. again: how
    often it was asked again because the answer was not understood. before_login: the questions
    until somebody logged in; None without. at: the step that was asked last, or SUMMARY.
    """

    flow: str
    last_at: datetime
    end: End = End.OPEN
    at: str = ""
    questions: int = 0
    again: int = 0
    before_login: int | None = None
    reference: str = ""
    asked: tuple[str | None, str] = field(default=(None, ""), repr=False)


def runs_of(happened: Iterable[Happened]) -> list[Run]:
    """The runs in these events, in the order in which they began; each talk must be in order."""
    runs = []
    for _, events in groupby(happened, key=lambda event: event.conversation):
        talk = _Talk()
        for event in events:
            _HEARD[event.type](talk, event)
        runs += talk.runs
    return runs


@dataclass(slots=True)
class _Talk:
    """As in dialogue.state: one run is going on, others may wait, one may be told."""

    runs: list[Run] = field(default_factory=list)
    running: Run | None = None
    parked: dict[str | None, Run] = field(default_factory=dict)
    told: Run | None = None


def _start(talk: _Talk, event: Happened) -> None:
    talk.running = Run(event.flow or "", event.at)
    talk.runs.append(talk.running)


def _leave(talk: _Talk, event: Happened) -> None:
    _end(talk, event, End.LEFT)


def _end(talk: _Talk, event: Happened, end: End) -> None:
    if talk.running is not None:
        talk.running.end = end
        talk.running.last_at = event.at
        talk.running = None


def _park(talk: _Talk, event: Happened) -> None:
    if talk.running is None:
        return
    replaced = talk.parked.get(talk.running.flow)
    if replaced is not None:
        replaced.end = End.LEFT
    talk.parked[talk.running.flow] = talk.running
    talk.running = None


def _resume(talk: _Talk, event: Happened) -> None:
    talk.running = talk.parked.pop(event.flow, talk.running)


def _drop(talk: _Talk, event: Happened) -> None:
    dropped = talk.parked.pop(event.flow, None)
    if dropped is not None:
        dropped.end = End.LEFT


def _hand_in(talk: _Talk, event: Happened) -> None:
    if talk.running is not None:
        talk.running.reference = event.reference or ""
    _end(talk, event, End.HANDED_IN)


def _tell(talk: _Talk, event: Happened) -> None:
    talk.told = talk.running
    _end(talk, event, End.TOLD)


def _reopen(talk: _Talk, event: Happened) -> None:
    """The same run goes on with another answer."""
    if talk.told is not None:
        talk.running, talk.told = talk.told, None
        talk.running.end = End.OPEN


def _ask(talk: _Talk, event: Happened) -> None:
    run = talk.running
    if run is None:
        return
    asked = (event.step, event.options)
    if asked != run.asked:
        run.questions += 1
    elif event.tries:
        run.again += 1
    run.asked, run.at, run.last_at = asked, event.step or "", event.at


def _summarise(talk: _Talk, event: Happened) -> None:
    if talk.running is not None:
        talk.running.at, talk.running.last_at = SUMMARY, event.at


def _log_in(talk: _Talk, event: Happened) -> None:
    if talk.running is not None and talk.running.before_login is None:
        talk.running.before_login = talk.running.questions


_HEARD: Mapping[str, Callable[[_Talk, Happened], None]] = {
    "FlowStarted": _start,
    "FlowLeft": _leave,
    "FlowParked": _park,
    "FlowResumed": _resume,
    "ParkedDropped": _drop,
    "FlowHandedIn": _hand_in,
    "FlowSettled": _tell,
    "FlowReopened": _reopen,
    "StepAsked": _ask,
    "SummaryShown": _summarise,
    "LoggedIn": _log_in,
}
TYPES = frozenset(_HEARD)
