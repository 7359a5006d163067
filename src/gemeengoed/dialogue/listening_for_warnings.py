# SPDX-License-Identifier: EUPL-1.2
"""A warning that belongs to a choice is heard at any time, not only while its question is open.

Two listeners: the first warns at once and leaves the message to the others (an order, a person,
a question in it are heard too); the second takes what nobody else heard of it.
"""

from gemeengoed.dialogue import taking
from gemeengoed.dialogue.answers import TEXT_MAXIMUM
from gemeengoed.dialogue.choosing import surely_told, words_of
from gemeengoed.dialogue.flow import Choice, InputKind, Step
from gemeengoed.dialogue.listening_in_flow import corrected_step, leaves_out
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import counts
from gemeengoed.dialogue.replies import Say, Warn
from gemeengoed.dialogue.understood import Answer
from gemeengoed.language.reading import Flag

REMARK = 120  # characters a text may have at least, to be a remark and not a number or a name


def hear_warning(draft: Draft) -> bool:
    """ "De paal valt om", whatever was asked: the warning, and the answer that it changes."""
    told = _warned_choice_told(draft)
    if told is None:
        return False
    step, choice = told
    before = draft.run.answers.get(step.name)
    taking.take(draft, step, Answer(choice.id, words_of(choice)[0]))
    if before is None:
        taking.tell_noted(draft, (step.name,))
    elif before.value != choice.id:
        draft.say(Say("genoteerd"))
    return False


def was_warned(draft: Draft) -> bool:
    """Whether this message told of a danger already."""
    return draft.state.flow is not None and any(isinstance(each, Warn) for each in draft.replies)


def hear_the_rest(draft: Draft) -> bool:
    """What else the message holds: the answer to the open question, another value, or nothing."""
    if not was_warned(draft):
        return False
    step = draft.open_step
    if step is not None and counts(draft.flow, draft.run, step) is not True:
        step = None  # the change took the open question away
    corrected = _corrected(draft, step)
    if step is not None and _is_answered(draft, step):
        taking.give(draft, step)
    elif step is not None and leaves_out(draft, step):
        taking.skip(draft, step)
    elif corrected is not None:
        taking.give(draft, corrected)
    else:
        taking.settle(draft, taking.gather(draft))
    return True


def _corrected(draft: Draft, asked: Step | None) -> Step | None:
    """Another value that changes. The "nummer 12" asked for as a text is not a house's."""
    is_text = asked is not None and asked.input is InputKind.TEXT
    if is_text and not draft.flags & {Flag.CORRECTION, Flag.NO}:
        return None
    corrected = corrected_step(draft)
    return None if corrected is None or corrected.input is InputKind.CHOICE else corrected


def _is_answered(draft: Draft, step: Step) -> bool:
    """A remark is kept as it is. Where a number or a name was asked, a danger is neither."""
    if step.input is not InputKind.TEXT:
        return taking.answers(draft, step)
    if _is_remark(step):
        return True
    has_figure = any(character.isdigit() for character in draft.reading.text)
    return has_figure and taking.answers(draft, step)


def _is_remark(step: Step) -> bool:
    return step.input is InputKind.TEXT and (step.maximum or TEXT_MAXIMUM) >= REMARK


def _warned_choice_told(draft: Draft) -> tuple[Step, Choice] | None:
    """Of another step than the open one, which has its own ear."""
    if draft.state.flow is None or draft.incoming.text is None:
        return None
    for step in draft.flow.steps:
        is_other = step.name != draft.run.asked and counts(draft.flow, draft.run, step) is True
        if is_other and step.warnings and step.input is InputKind.CHOICE:
            choice = _told_of(draft, step)
            if choice is not None:
                return step, choice
    return None


def _told_of(draft: Draft, step: Step) -> Choice | None:
    told = surely_told(taking.told_by_itself(step), draft.reading.text, taking.TOLD_UNASKED)
    # A choice that leaves the flow warns of another way, not of a danger: it waits to be asked.
    warned = [each.id for each in told if each.id in step.warnings and each.id not in step.leaves]
    if not warned or not _is_news(draft, step, warned[0], is_alone=len(told) == 1):
        return None
    return next(choice for choice in step.choices if choice.id == warned[0])


def _is_news(draft: Draft, step: Step, choice: str, *, is_alone: bool) -> bool:
    """Answered otherwise; or never asked, where nobody else listens; or told once more.

    One warning never takes the place of another.
    """
    given, asked = draft.run.answers.get(step.name), draft.open_step
    if given is None:
        return step.told_only and (asked is None or asked.input is InputKind.TEXT)
    if str(given.value) in step.warnings:
        is_more_about_it = asked is not None and _is_remark(asked)
        return given.value == choice and is_alone and not is_more_about_it
    return True
