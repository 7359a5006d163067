# SPDX-License-Identifier: EUPL-1.2
"""Reading to decision: the dialogue engine's work."""

from gemeengoed.conversations.thinking.thought import Thought
from gemeengoed.dialogue.engine import decide as engine_decides
from gemeengoed.dialogue.incoming import Action, FileTold, Incoming
from gemeengoed.dialogue.state import Login


def decide(thought: Thought) -> None:
    if thought.edition is None:
        return
    posted, file = thought.posted, thought.posted.file
    incoming = Incoming(
        text=posted.text,
        choice=posted.choice,
        action=Action(posted.action) if posted.action else None,
        name=posted.name,
        value=posted.value,
        reading=thought.reading,
        login=Login(**posted.login) if posted.login else None,
        file=FileTold(file["id"], file["name"]) if file else None,
        file_is_scanned=file is None or bool(file["scanned"]),
    )
    thought.outcomes.append(
        engine_decides(thought.edition.catalogue, thought.state, incoming, today=thought.now.date())
    )
