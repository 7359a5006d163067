# SPDX-License-Identifier: EUPL-1.2
"""The answer to "are these measures right?", by a button or in words."""

from gemeengoed.dialogue import doubting, flowing, questions, taking
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.dialogue.listening_in_flow import corrected_step, named_step
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Say
from gemeengoed.dialogue.step_events import MeasuresConfirmed
from gemeengoed.dialogue.talk_events import NotUnderstood
from gemeengoed.language.reading import Flag

RIGHT = "klopt"


def confirm(draft: Draft) -> bool:
    """The measures are right all the same; False when nothing was asked."""
    found = doubting.open_doubt(draft)
    if found is None:
        return False
    draft.note(MeasuresConfirmed(found.key))
    flowing.go_on(draft)
    return True


def hear_about_measures(draft: Draft) -> bool:
    """In words: they are right, one of them is another, or it is not known."""
    if draft.incoming.text is None or doubting.open_doubt(draft) is None:
        return False
    corrected, named = corrected_step(draft), named_step(draft)
    if corrected is not None and corrected.input is InputKind.LENGTH:
        taking.give(draft, corrected, corrects=True)
    elif named is not None:
        flowing.ask(draft, named)
    elif draft.flags & {Flag.YES, Flag.DONT_KNOW, Flag.SKIP}:
        confirm(draft)
    else:
        _not_understood(draft)
    return True


def _not_understood(draft: Draft) -> None:
    """As with any question: in other words, and the third time with a person."""
    draft.note(NotUnderstood())
    if draft.state.unknowns >= taking.MOST_UNCLEAR:
        questions.person(draft, why="unclear")
    draft.say(Say("maten_welke"))
    doubting.ask(draft)
