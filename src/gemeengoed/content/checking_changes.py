# SPDX-License-Identifier: EUPL-1.2
"""Do the written-down changes of the base fit the texts of today?"""

from gemeengoed.content.base_change import TextKey
from gemeengoed.content.base_texts import texts_of_flow, texts_of_topic
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.packs import Packs
from gemeengoed.content.text import Text


def check_changes(packs: Packs, faults: Faults) -> None:
    """A change of a text that reads as it did before is a fault; a text may be gone since."""
    texts: dict[TextKey, Text] = {(None, key): text for key, text in packs.texts.items()}
    for topic in packs.topics.values():
        texts |= texts_of_topic(topic)
    for flow in packs.flows.values():
        texts |= texts_of_flow(flow)
    for key, changes in packs.changes.items():
        now = texts.get(key)
        if now is not None and now.fingerprint == changes[-1].was.fingerprint:
            hint = "write under was what stood there before, or remove the change"
            faults.add(changes[-1].place, f"{key[1]!r} still reads as it did", hint)
