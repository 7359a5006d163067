# SPDX-License-Identifier: EUPL-1.2
"""The ways on after an outcome: said in words, and kept within reach when one of them was taken."""

import re
from dataclasses import replace

from gemeengoed.dialogue import judging, pressing
from gemeengoed.dialogue.choosing import choice_named, choice_said
from gemeengoed.dialogue.deciding import is_asked
from gemeengoed.dialogue.flow import Flow, InputKind, Step
from gemeengoed.dialogue.flow_events import FlowHandedIn
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.reopening import is_about_something_else
from gemeengoed.dialogue.replies import Answer, Judged, WaysOn
from gemeengoed.dialogue.state import Settled, State

_ADAPT = re.compile(r"\b(?:aanpas\w*|pas\b.*\baan|wijzig\w*|verander\w*|anders maken)\b")
_SHORT = 8  # words; a longer text tells something


def hear_way(draft: Draft) -> bool:
    """ "Vergunning aanvragen", typed under an outcome, does what its button does."""
    settled, flow = _outcome(draft)
    if settled is None or flow is None or draft.incoming.text is None:
        return False
    text = draft.reading.text
    if is_asked(text) and draft.reading.aspects:
        return False
    ways = [way for way in flow.outcomes[settled.outcome].ways if way.id != judging.CHANGE]
    way = choice_said(ways, text)
    if way is None:
        if len(text.split()) > _SHORT or is_about_something_else(draft):
            return False
        way = choice_named(ways, text)
    if way is not None:
        draft.incoming = replace(draft.incoming, choice=way.id)
        return pressing.hear_choice(draft)
    return bool(_ADAPT.search(text.lower())) and _adapts(draft, settled, flow)


def _adapts(draft: Draft, settled: Settled, flow: Flow) -> bool:
    """The measure that is named, or the only one that is in the way; else the ways are shown."""
    facts = judging.in_the_way(draft, settled)
    lengths = [step for step in flow.steps if step.input is InputKind.LENGTH]
    told = re.findall(r"\w+", draft.reading.text.lower())
    named = [s for s in lengths if _name(s) in told and s.name in settled.run.answers]
    meant = named or [step for step in lengths if set(step.facts) & facts]
    if len(meant) == 1:
        draft.incoming = replace(draft.incoming, choice=f"{judging.CHANGE}:{meant[0].name}")
        return pressing.hear_choice(draft)
    draft.say(WaysOn(_judged(settled)))
    return True


def _name(step: Step) -> str:
    """By what word a measure goes: "hoogte"."""
    return step.label.split()[0].lower()


def keep_ways_in_reach(draft: Draft, before: State) -> None:
    """After an answer about the matter, or a request that was stopped: what else can be done.

    before: the state at the beginning of this decision.
    """
    settled, flow = _outcome(draft)
    if (
        settled is None
        or flow is None
        or any(isinstance(r, Judged | WaysOn) for r in draft.replies)
    ):
        return
    answered = [r for r in draft.replies if isinstance(r, Answer) and r.topic == flow.topic]
    if not (answered or _gave_up_a_request(draft, before)) or not _has_ways(flow, settled):
        return
    draft.replies[:] = [
        replace(each, is_followed=True) if isinstance(each, Answer) and each in answered else each
        for each in draft.replies
    ]
    draft.say(WaysOn(_judged(settled), draft.incoming.choice))


def _gave_up_a_request(draft: Draft, before: State) -> bool:
    """A request about the outcome was stopped. After one that was handed in its receipt is last."""
    ended = draft.catalogue.flows.get(before.flow.flow) if before.flow is not None else None
    handed_in = any(isinstance(event, FlowHandedIn) for event in draft.events)
    return ended is not None and ended.attaches_outcome and not handed_in


def _has_ways(flow: Flow, settled: Settled) -> bool:
    return bool(flow.outcomes[settled.outcome].ways)


def _outcome(draft: Draft) -> tuple[Settled | None, Flow | None]:
    """The last outcome with its flow, while nothing else runs or is waited for."""
    settled = draft.state.settled
    if settled is None or draft.state.flow is not None or draft.state.awaiting is not None:
        return None, None
    flow = draft.catalogue.flows.get(settled.run.flow)
    return (settled, flow) if flow and settled.outcome in flow.outcomes else (None, None)


def _judged(settled: Settled) -> Judged:
    return Judged(settled.run.flow, settled.procedure, settled.outcome, settled.receipt, ())
