# SPDX-License-Identifier: EUPL-1.2
"""Who of a household: alone, all of them, or some by name. Registers told who there are.

The value is the id of a choice ("alleen", "iedereen") or the ids of the chosen persons with a plus
between them.
"""

import re

from gemeengoed.dialogue.choosing import choice_named, words_of
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import next_step
from gemeengoed.dialogue.step_events import AnswerGiven
from gemeengoed.dialogue.understood import Answer, Problem, Understood

ALONE = "alleen"
EVERYBODY = "iedereen"
BETWEEN = "+"  # several ids in one choice
PERSON = "persoon:"  # how the id of a button that is a person begins


def settle_when_alone(draft: Draft) -> None:
    """Who lives alone, as registers tell, is not asked who comes along."""
    run = draft.run
    if not run.knows_people or run.people:
        return
    step = next_step(draft.flow, run)
    if step is None or step.input is not InputKind.PERSONS:
        return
    alone = next((choice for choice in step.choices if choice.id == ALONE), None)
    if alone is not None:
        draft.note(AnswerGiven(step.name, alone.id, words_of(alone)[0]))


def in_words(draft: Draft, step: Step) -> Understood:
    """ "Alleen ik", "het hele gezin", "ik en Sam"."""
    text = draft.reading.text
    choice = choice_named(step.choices, text)
    named = [each.id for each in draft.run.people if _is_named(each.label, text)]
    if named:
        return _answer(draft, named)
    if choice is not None:
        return Answer(choice.id, words_of(choice)[0])
    return Problem("probleem_keuze")


def pressed(draft: Draft, step: Step, choice: str) -> Answer | None:
    """One choice of the step, or ids of people with a plus between; None for anything else."""
    own = next((each for each in step.choices if each.id == choice), None)
    if own is not None:
        return Answer(own.id, words_of(own)[0])
    wanted = choice.split(BETWEEN)
    known = {each.id for each in draft.run.people}
    return _answer(draft, wanted) if set(wanted) <= known else None


def _answer(draft: Draft, ids: list[str]) -> Answer:
    chosen = [each for each in draft.run.people if each.id in ids]
    value = BETWEEN.join(each.value for each in chosen)
    return Answer(value, ", ".join(each.label for each in chosen))


def _is_named(label: str, text: str) -> bool:
    """By first name: nobody types the family name of who lives with them."""
    first = label.split()[0]
    return re.search(rf"\b{re.escape(first)}\b", text, re.IGNORECASE) is not None
