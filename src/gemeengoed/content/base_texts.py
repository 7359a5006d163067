# SPDX-License-Identifier: EUPL-1.2
"""The texts of the base by topic and path: what a pin or a written-down change can name."""

from gemeengoed.content.base_change import TextKey
from gemeengoed.content.packs import FlowSource
from gemeengoed.content.text import Text
from gemeengoed.content.topic import Topic

BLOCK_PARTS = ("text", "missing", "zero")
FLOW_PARTS = ("intro", "summary_intro", "receipt")
STEP_PARTS = ("question", "again", "why")


def texts_of_topic(topic: Topic) -> dict[TextKey, Text]:
    """All texts in its blocks, also those of national law that nobody may pin."""
    found: dict[TextKey, Text] = {}
    for block in topic.blocks:
        for part in BLOCK_PARTS:
            text: Text | None = getattr(block, part)
            if text is not None:
                found[topic.id, f"blocks.{block.id}.{part}"] = text
    return found


def texts_of_flow(source: FlowSource) -> dict[TextKey, Text]:
    """The texts of a flow that can be pinned."""
    return {
        (source.flow.topic, path): text
        for path, text in source.texts.items()
        if path.rpartition(".")[2] in (*FLOW_PARTS, *STEP_PARTS)
    }
