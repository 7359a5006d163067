# SPDX-License-Identifier: EUPL-1.2
"""After an outcome: "en met 1,70 m?", a button under it, a line that is not right."""

import re

from gemeengoed.dialogue import judging, taking
from gemeengoed.dialogue.correcting import takes_back
from gemeengoed.dialogue.flow import Flow, InputKind, Step
from gemeengoed.dialogue.flow_events import FlowReopened
from gemeengoed.dialogue.lengths import LENGTHS, bare_number
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.understood import first
from gemeengoed.language.reading import Flag


def reopen(draft: Draft, name: str | None = None) -> bool:
    """Take the run of the last outcome up again; False when there is none, or not that step."""
    settled = draft.state.settled
    if draft.state.flow is not None or settled is None:
        return False
    flow = draft.catalogue.flows.get(settled.run.flow)
    wanted = name if name is not None else draft.incoming.name
    if flow is None or flow.step(wanted or "") is None:
        return False
    draft.note(FlowReopened(draft.state.runs + 1))
    return True


def hear_another_measure(draft: Draft) -> bool:
    """A length told right after an outcome: the outcome with that length instead."""
    step = measure_told(draft)
    if step is None or not reopen(draft, step.name):
        return False
    taking.give(draft, step, corrects=True)
    return True


def measure_told(draft: Draft) -> Step | None:
    """The step of the last outcome of which the message tells another length; None: of none."""
    if draft.incoming.text is None or draft.state.flow is not None or draft.state.settled is None:
        return None
    if not _tells_a_length(draft) or is_about_something_else(draft):
        return None
    return _step_meant(draft) or _taken_back(draft)


def _taken_back(draft: Draft) -> Step | None:
    """ "Nee, 1,5 meter", where no measure is in the way: the one told last was meant."""
    settled = draft.state.settled
    flow = draft.catalogue.flows.get(settled.run.flow) if settled is not None else None
    if settled is None or flow is None:
        return None
    told = [flow.step(name) for name in settled.run.order if name in settled.run.answers]
    lengths = [step for step in told if step is not None and step.input is InputKind.LENGTH]
    if not lengths:
        return None
    is_bare = bare_number(draft.reading.text) is not None
    is_wrong = is_bare and draft.flags & {Flag.NO, Flag.CORRECTION}
    is_taken_back = is_wrong or takes_back(draft.reading, lengths[-1], None)
    return lengths[-1] if is_taken_back and _is_of_its_kind(draft, lengths[-1], flow) else None


def _is_of_its_kind(draft: Draft, step: Step, flow: Flow) -> bool:
    """Not "3 meter breed" where a height was told last."""
    taken = {each.takes for each in flow.steps if each.takes} - {step.takes}
    return taken.isdisjoint(value.kind for value in draft.reading.values)


def _tells_a_length(draft: Draft) -> bool:
    """Also "en met 1,70?": without its unit only where nothing else is said."""
    bare = bare_number(draft.reading.text)
    return bare is not None or first(draft.reading.values, *LENGTHS) is not None


def is_about_something_else(draft: Draft) -> bool:
    """Whether the message is surely about another topic than the last outcome."""
    best = draft.reading.best
    settled = draft.state.settled
    flow = draft.catalogue.flows.get(settled.run.flow) if settled is not None else None
    if best is None or flow is None:
        return flow is None
    return best.probability >= draft.reading.thresholds.answer and best.topic != flow.topic


def _step_meant(draft: Draft) -> Step | None:
    """The step that takes this kind of length; else the only answered one that was in the way."""
    settled = draft.state.settled
    flow = draft.catalogue.flows.get(settled.run.flow) if settled is not None else None
    if settled is None or flow is None:
        return None
    kinds = {value.kind for value in draft.reading.values}
    answered = [
        step
        for step in flow.steps
        if step.input is InputKind.LENGTH and step.name in settled.run.answers
    ]
    told = [step for step in answered if step.takes in kinds]
    if len(told) == 1:
        return told[0]
    words = re.findall(r"\w+", draft.reading.text.lower())
    named = [
        step for step in answered if step.name in words or step.label.lower().split()[0] in words
    ]
    if len(named) == 1:
        return named[0]
    facts = judging.in_the_way(draft, settled)
    in_the_way = [step for step in answered if set(step.facts) & facts]
    return in_the_way[0] if len(in_the_way) == 1 else None
