# SPDX-License-Identifier: EUPL-1.2
"""Logging in, in the middle of a flow: asked late, used at once, another person starts clean."""

from gemeengoed.dialogue import files
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.state import Login
from gemeengoed.dialogue.step_events import AnswerDropped, AnswerGiven, QuestionClosed

OF_THE_PERSON = (InputKind.LOGIN, InputKind.PERSONS, InputKind.FILE)
LEVELS = ("basis", "midden", "substantieel", "hoog")


def forget_who_was_logged_in(draft: Draft) -> None:
    """Answers that hang on the person: who logged in, who of the household comes along, files."""
    if draft.state.flow is None:
        return
    for step in draft.flow.steps:
        if step.input in OF_THE_PERSON and step.name in draft.run.answers:
            draft.note(AnswerDropped(step.name))
    files.forget(draft)
    draft.note(QuestionClosed())


def use_login(draft: Draft) -> None:
    """A log-in that is there already answers the question to log in, when its level is enough."""
    login = draft.state.login
    for step in draft.flow.steps if login is not None else ():
        if step.input is not InputKind.LOGIN or draft.run.is_settled(step.name):
            continue
        if login is not None and is_enough(login, step):
            draft.note(AnswerGiven(step.name, login.level, f"DigiD ({login.level})"))


def is_enough(login: Login, step: Step) -> bool:
    """Whether this log-in is of the wanted level or a higher one."""
    wanted = step.level or LEVELS[0]
    return login.level in LEVELS and LEVELS.index(login.level) >= LEVELS.index(wanted)
