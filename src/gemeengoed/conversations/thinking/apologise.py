# SPDX-License-Identifier: EUPL-1.2
"""The designed answer when thinking itself failed: honest, with a way to a person."""

from gemeengoed.content.message import Message
from gemeengoed.content.queries import edition_of
from gemeengoed.content.render import render
from gemeengoed.conversations.thinking.thought import Thought
from gemeengoed.dialogue.replies import Crisis, Reply, Say


def apologise(thought: Thought, failure: str) -> None:
    """Replace what was decided by an apology; the state stays as it was before the message."""
    thought.outcomes = []
    thought.failure = failure
    replies: list[Reply] = [Say("storing", kind="notice")]
    if thought.distress is not None:
        replies = [Crisis(thought.distress.value)]
    try:
        edition = thought.edition or edition_of(thought.municipality)
        thought.messages = render(edition, replies, at=thought.now)
    except Exception:  # noqa: BLE001 (the texts themselves may be what fails)
        thought.messages = (Message(kind="notice", text=LAST_RESORT),)


LAST_RESORT = (
    "Er ging hier iets mis. Het bericht is bewaard. Bel de gemeente, of probeer het later opnieuw. "
    "Direct gevaar? Bel 112."
)
