# SPDX-License-Identifier: EUPL-1.2
"""Has each topic enough questions to learn from, and enough of another hand to be tested on?

Told, never refused: a topic must be able to begin small.
"""

from collections.abc import Iterator

from gemeengoed.content.errors import Fault
from gemeengoed.content.packs import Packs

TO_LEARN = 30
TO_TEST = 10


def too_few_questions(packs: Packs) -> Iterator[Fault]:
    """A notice for each topic and kind of questions of which there are too few."""
    for topic in packs.topics.values():
        learned = len(packs.questions.get(topic.id, ()))
        tested = len(packs.test_questions.get(topic.id, ()))
        if learned < TO_LEARN:
            message = f"{learned} questions to learn from"
            yield Fault(topic.place, message, f"write {TO_LEARN} or more in vragen.train.yaml")
        if tested < TO_TEST:
            message = f"{tested} questions to be tested on"
            hint = f"have somebody else write {TO_TEST} or more in vragen.toets.yaml"
            yield Fault(topic.place, message, hint)
