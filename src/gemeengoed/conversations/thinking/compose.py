# SPDX-License-Identifier: EUPL-1.2
"""Symbols to words: the replies in the municipality's own voice."""

from gemeengoed.content.render import render
from gemeengoed.conversations.thinking.thought import Thought
from gemeengoed.dialogue.replies import Reply, Say


def compose(thought: Thought) -> None:
    if thought.edition is None:
        return
    replies: list[Reply] = []
    if thought.posted.masked:
        replies.append(Say("nummer_verborgen", kind="notice"))
    for outcome in thought.outcomes:
        replies.extend(outcome.replies)
    thought.messages = render(thought.edition, replies, at=thought.now)
