# SPDX-License-Identifier: EUPL-1.2
"""The ways on under an outcome, as buttons: adapt it, apply, ask a person."""

from datetime import datetime

from gemeengoed.content.asking import phrase_in_words, text_in_words
from gemeengoed.content.edition import Edition
from gemeengoed.content.judged_rules import step_of
from gemeengoed.content.message import MessageChoice
from gemeengoed.dialogue.flow import Flow, InputKind, OutcomeWords, Step, Tone
from gemeengoed.dialogue.judging import CHANGE
from gemeengoed.procedures.explaining import Explanation

MOST_MISSING = 4  # buttons for what is not known; the lines below have all


def ways(
    edition: Edition, flow: Flow, explanation: Explanation, words: OutcomeWords, at: datetime
) -> tuple[MessageChoice, ...]:
    """The buttons; ``wijzig`` stands for each answer that is in the way, or is still missing."""
    choices: list[MessageChoice] = []
    for way in words.ways:
        if way.id != CHANGE:
            choices.append(MessageChoice(way.id, phrase_in_words(edition, way.label, at)))
        elif words.tone is Tone.UNKNOWN:
            steps = _missing(flow, explanation)[:MOST_MISSING]
            choices += _buttons(edition, steps, "knop_invullen", at)
        else:
            choices += _buttons(edition, _in_the_way(flow, explanation), "knop_aanpassen", at)
    return tuple(choices)


def _buttons(edition: Edition, steps: list[Step], key: str, at: datetime) -> list[MessageChoice]:
    return [
        MessageChoice(f"{CHANGE}:{step.name}", text_in_words(edition, key, at, {"wat": step.label}))
        for step in steps
    ]


def _missing(flow: Flow, explanation: Explanation) -> list[Step]:
    steps = (step_of(flow, fact) for fact in explanation.unknown)
    return list({step.name: step for step in steps if step is not None}.values())


def _in_the_way(flow: Flow, explanation: Explanation) -> list[Step]:
    """What another plan could have otherwise; what follows from others, by those others."""
    procedure = explanation.judgement.procedure
    takes = {derived.name: derived.takes for derived in procedure.derived}
    steps: dict[str, Step] = {}
    for fact in (each.fact for row in explanation.failed for each in row.compared):
        is_given = fact in explanation.judgement.given
        for name in (fact,) if is_given else takes.get(fact, ()):
            step, declared = step_of(flow, name), procedure.inputs.get(name)
            can_change = declared is not None and declared.changeable
            if (
                step is not None
                and can_change
                and step.input in (InputKind.LENGTH, InputKind.CHOICE)
            ):
                steps[step.name] = step
    return list(steps.values())
