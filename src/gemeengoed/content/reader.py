# SPDX-License-Identifier: EUPL-1.2
"""The reader of all municipalities: trained on the questions that lie beside the topics."""

import logging
import tempfile
from pathlib import Path

from gemeengoed.content.errors import Fault, PackError, Place
from gemeengoed.content.folders import models_folder
from gemeengoed.content.packs import Packs
from gemeengoed.language.classifier.keeping import kept_or_trained
from gemeengoed.language.reader import TrainedReader
from gemeengoed.language.reading import Examples

log = logging.getLogger(__name__)


# A topic by its name, asked for each aspect: so that these words say nothing of the topic.
_ASKED_FOR = (
    "wat kost {}",
    "wat moet ik meenemen voor {}",
    "hoe lang duurt {}",
    "kan {} ook online",
    "moet ik een afspraak maken voor {}",
    "hoe regel ik {} op de website",
    "{} via internet doen",
    "is een afspraak nodig bij {}",
)


def examples_of(packs: Packs) -> Examples:
    """What the packs teach: questions per topic, questions of no topic, the topics' names."""
    return Examples(
        questions={
            topic: (*(question.text for question in questions), *_asked(questions[0].text))
            for topic, questions in packs.questions.items()
            if questions
        },
        negatives=tuple(question.text for question in packs.negatives),
        labels={topic.id: topic.label for topic in packs.topics.values()},
    )


def _asked(name: str) -> list[str]:
    """The first question of a topic is its bare name (see ``checking_questions``)."""
    return [frame.format(name) for frame in _ASKED_FOR]


def trained_reader(packs: Packs, folder: Path | None = None) -> TrainedReader:
    """The reader for these packs; a model that was trained before is taken from the folder.

    Raises PackError when fewer than two topics have questions: there is nothing to tell apart.
    """
    examples = examples_of(packs)
    if len(examples.questions) < 2:
        hint = "write vragen.train.yaml beside two topics or more"
        raise PackError([Fault(Place("packs/basis"), "the reader has too few questions", hint)])
    folder = folder or models_folder()
    try:
        return TrainedReader(kept_or_trained(examples, folder))
    except OSError as error:
        # A folder that cannot be written costs a training at each start, nothing else.
        log.warning("trained model not kept in %s: %s", folder, error)
        with tempfile.TemporaryDirectory() as lent:
            return TrainedReader(kept_or_trained(examples, Path(lent)))
