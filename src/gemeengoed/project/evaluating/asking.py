# SPDX-License-Identifier: EUPL-1.2
"""The test questions of packs, asked of a reader: those of the base, and municipalities' own."""

from collections.abc import Iterator, Mapping

from gemeengoed.content.edition import Edition
from gemeengoed.content.packs import Packs
from gemeengoed.content.topic import Question
from gemeengoed.dialogue.deciding import decide_topic
from gemeengoed.language.additions import with_additions
from gemeengoed.language.reading import Context, Reader
from gemeengoed.project.evaluating.outcomes import TODAY, Answered, answered

Editions = Mapping[str, Edition]


def ask_base(packs: Packs, edition: Edition, reader: Reader) -> Iterator[Answered]:
    """The questions of the base, also those of no topic, as this municipality hears them."""
    yield from _ask(packs.test_questions, edition, reader)
    for question in packs.test_negatives:
        yield _asked(question.text, None, edition, reader)


def ask_own(packs: Packs, editions: Editions, reader: Reader) -> Iterator[Answered]:
    """Of every municipality the questions in its own words, as it hears them itself."""
    for slug, pack in packs.municipalities.items():
        if slug in editions:
            yield from _ask(pack.test_questions, editions[slug], reader)


def _ask(
    questions: Mapping[str, tuple[Question, ...]], edition: Edition, reader: Reader
) -> Iterator[Answered]:
    for topic, asked in questions.items():
        for question in asked:
            yield _asked(question.text, topic, edition, reader)


def _asked(text: str, expected: str | None, edition: Edition, reader: Reader) -> Answered:
    local = with_additions(reader, edition.additions)
    reading = local.read(text, today=TODAY, context=Context())
    return answered(text, expected, reading, decide_topic(edition.catalogue, reading))
