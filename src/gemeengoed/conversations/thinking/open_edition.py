# SPDX-License-Identifier: EUPL-1.2
"""Which edition answers: the newest, in which a running flow stays as it began."""

from gemeengoed.content.queries import edition_in_flow, edition_of
from gemeengoed.conversations.thinking.thought import Thought


def open_edition(thought: Thought) -> None:
    run = thought.state.flow
    if run is None:
        thought.edition = edition_of(thought.municipality)
    else:
        # The engine copes with an edition that is gone: what still fits is kept.
        thought.edition = edition_in_flow(thought.municipality, thought.edition_began, run.flow)
