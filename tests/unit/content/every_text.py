# SPDX-License-Identifier: EUPL-1.2
"""Every text that the packs hold, shown today or not."""

from functools import cache

from tests.real_packs import real_packs

from gemeengoed.content.text import Text


@cache
def every_text() -> tuple[Text, ...]:
    """Blocks, flows, fixed texts, pins and facts in words."""
    packs = real_packs().packs
    texts: list[Text] = [*packs.texts.values()]
    for topic in packs.topics.values():
        for block in topic.blocks:
            texts += [text for text in (block.text, block.missing, block.zero) if text]
    for source in packs.flows.values():
        texts += source.texts.values()
    for pack in packs.municipalities.values():
        texts += [pin.value for pin in pack.pins]
        facts = (fact.value for dated in pack.facts.values() for fact in dated)
        texts += [value for value in facts if isinstance(value, Text)]
    return tuple(texts)
