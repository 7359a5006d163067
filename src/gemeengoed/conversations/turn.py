# SPDX-License-Identifier: EUPL-1.2
"""The turn: the list of named steps that shows the whole.

    receive (receiving.RECEIVE)   strip what is not seen, refuse what cannot be, hide numbers
    ── first transaction ──       the resident's message is stored, once per client id
    THINK                         the list below; no transaction is open
    ── second transaction ──      log, state and replies together, or not at all; then announced

A failure in THINK is a designed answer, stored and countable like any other.
"""

import logging
from collections.abc import Callable

from gemeengoed.conversations.thinking.apologise import apologise
from gemeengoed.conversations.thinking.carry_out_effects import carry_out_effects
from gemeengoed.conversations.thinking.compose import compose
from gemeengoed.conversations.thinking.decide import decide
from gemeengoed.conversations.thinking.notice_distress import notice_distress
from gemeengoed.conversations.thinking.open_edition import open_edition
from gemeengoed.conversations.thinking.read_message import read_message
from gemeengoed.conversations.thinking.thought import Thought

log = logging.getLogger(__name__)

THINK: tuple[Callable[[Thought], None], ...] = (
    open_edition,
    notice_distress,
    read_message,
    decide,
    carry_out_effects,
    compose,
)


def think(thought: Thought) -> Thought:
    """Run the steps over the thought. Never raises: at worst the answer is an apology."""
    try:
        for step in THINK:
            step(thought)
    except Exception as error:  # outer edge: no message stays without an answer
        # Only the kind of error and where: its text may hold what the resident typed.
        log.error(
            "turn failed: conversation %s, message %s, %s",
            thought.conversation,
            thought.seq,
            type(error).__name__,
            exc_info=thought.show_traceback,
        )
        apologise(thought, type(error).__name__)
    return thought
