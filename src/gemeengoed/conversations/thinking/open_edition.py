# SPDX-License-Identifier: EUPL-1.2
"""Which edition answers: the one a running flow began in, otherwise the newest."""

from gemeengoed.content.queries import edition_by_fingerprint, edition_of
from gemeengoed.conversations.thinking.thought import Thought


def open_edition(thought: Thought) -> None:
    newest = edition_of(thought.municipality)
    thought.edition = newest
    if thought.state.flow is not None and thought.edition_began != newest.fingerprint:
        # The engine copes with an edition that is gone: what still fits is kept.
        thought.edition = edition_by_fingerprint(thought.edition_began) or newest
