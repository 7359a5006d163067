# SPDX-License-Identifier: EUPL-1.2
"""The listener that hears that somebody logged in."""

from gemeengoed.dialogue import flowing
from gemeengoed.dialogue.logging_in import forget_who_was_logged_in
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Say
from gemeengoed.dialogue.talk_events import LoggedIn


def hear_login(draft: Draft) -> bool:
    """The resident came back from logging in; not a message that a door's client can send."""
    login = draft.incoming.login
    if login is None:
        return False
    before = draft.state.login
    draft.note(LoggedIn(login.person, login.level))
    if before is not None and before.person != login.person:
        forget_who_was_logged_in(draft)
        draft.say(Say("ander_ingelogd", kind="notice"))
    else:
        draft.say(Say("ingelogd"))
    if draft.state.flow is not None:
        flowing.go_on(draft)
    return True
