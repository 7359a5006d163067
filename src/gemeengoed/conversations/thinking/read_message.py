# SPDX-License-Identifier: EUPL-1.2
"""Text to Reading, in the light of the talk so far."""

from dataclasses import replace

from gemeengoed.content.queries import reader_of
from gemeengoed.conversations.places import places_of
from gemeengoed.conversations.thinking.thought import Thought
from gemeengoed.dialogue.engine import context_for


def read_message(thought: Thought) -> None:
    text = thought.posted.text or thought.posted.value
    if not text or thought.edition is None:
        return
    places = places_of(thought.municipality)
    context = replace(
        context_for(thought.edition.catalogue, thought.state),
        streets=places.streets,
        places=places.places,
        listened=True,  # notice_distress did
    )
    reading = reader_of(thought.edition).read(text, today=thought.now.date(), context=context)
    # The reader may hear more than the first listening did; it can never unhear anything.
    thought.distress = thought.distress or reading.distress
    thought.reading = replace(
        reading,
        distress=thought.distress,
        understood=reading.understood or thought.distress is not None,
    )
