# SPDX-License-Identifier: EUPL-1.2
"""The listener that hears that a file came in."""

from gemeengoed.dialogue import files, flowing
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Say


def hear_file(draft: Draft) -> bool:
    """A file was stored for the open question; not a message that a door's client can send."""
    file = draft.incoming.file
    if file is None:
        return False
    step = draft.open_step
    if step is None or step.input is not InputKind.FILE:
        draft.say(Say("bestand_niet_gevraagd"))
        if draft.state.flow is not None:
            flowing.repeat(draft)
        return True
    if not draft.incoming.file_is_scanned:
        draft.say(Say("bestand_wacht", kind="notice", values={"bestand": file.name}))
    if files.add(draft, step, file):
        draft.say(Say("bestand_ontvangen", values={"bestanden": file.name}))
        flowing.go_on(draft)
    else:
        flowing.ask(draft, step)
    return True
