# SPDX-License-Identifier: EUPL-1.2
"""A running flow and another edition of it: what fits is kept, the rest is asked again."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import counts
from gemeengoed.dialogue.step_events import AnswerDropped, QuestionClosed


def drop_what_does_not_fit(draft: Draft) -> None:
    """Drop answers that the steps of this edition cannot have; close a question that is gone."""
    for name, given in draft.run.answers.items():
        step = draft.flow.step(name)
        if step is None or not fits(step, given.value):
            draft.note(AnswerDropped(name))
    for name in draft.run.skipped:
        step = draft.flow.step(name)
        if step is None or not step.optional:
            draft.note(AnswerDropped(name))
    asked = draft.open_step
    if draft.run.asked is None:
        return
    if asked is None or counts(draft.flow, draft.run, asked) is False:
        draft.note(QuestionClosed())


def fits(step: Step, value: Any) -> bool:
    """Whether a stored value could have been given to this step."""
    if step.input is InputKind.CHOICE:
        return value in [choice.id for choice in step.choices]
    if step.input is InputKind.FILE:
        return isinstance(value, list) or value in [choice.id for choice in step.choices]
    return _FITS.get(step.input, _is_words)(value)


def _is_words(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_address(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_day(value: Any) -> bool:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


_FITS: dict[InputKind, Callable[[Any], bool]] = {
    InputKind.NUMBER: _is_number,
    InputKind.LENGTH: _is_number,
    InputKind.ADDRESS: _is_address,
    InputKind.DATE: _is_day,
}
