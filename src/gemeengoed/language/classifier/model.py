# SPDX-License-Identifier: EUPL-1.2
"""The trained model at run time: scores a message by hand, keeps itself in one file."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from gemeengoed.language.classifier.evidence import Evidence
from gemeengoed.language.classifier.features import Floats, Vocabulary
from gemeengoed.language.classifier.spelling import Speller
from gemeengoed.language.thresholds import USUAL, Thresholds

NONE = ""  # the class of questions that no topic answers
_LEAST = 0.001  # of the probability, to be worth telling
_NO_SHARES: Floats = np.zeros(0, np.float32)


class ModelFileError(ValueError):
    """A model file that cannot be read; it has to be trained again."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The share of each topic, and that of "no topic": probabilities that together are 1."""

    topics: tuple[str, ...]
    shares: Floats
    none: float

    def first(self, number: int) -> list[tuple[str, float]]:
        """The most probable topics, the best first; beside it none of less than a thousandth."""
        if not self.topics:
            return []
        likely = (self.shares >= _LEAST).nonzero()[0].tolist() or [int(self.shares.argmax())]
        likely.sort(key=self.shares.item, reverse=True)
        return [(self.topics[index], self.shares.item(index)) for index in likely[:number]]

    @property
    def best(self) -> tuple[str, float]:
        """The most probable topic; an empty id when there is none."""
        if not self.topics:
            return NONE, 0.0
        index = int(self.shares.argmax())
        return self.topics[index], self.shares.item(index)

    def of(self, topic: str) -> float:
        """The probability of one topic; 0 when the model does not know it."""
        return float(self.shares[self.topics.index(topic)]) if topic in self.topics else 0.0


NOTHING_TOLD = Scores((), _NO_SHARES, 0.0)  # a message without a word
NOTHING_SEEN = Scores((), _NO_SHARES, 1.0)  # words of which nothing was ever seen before


@dataclass(frozen=True, slots=True)
class Model:
    """evidence: what words weigh for each class; a file keeps the weights in half precision.

    temperature makes the probabilities honest, thresholds are those that cost least: both learned
    on folds that were held back. measured: figures of those folds, for the report.
    """

    classes: tuple[str, ...]  # topic ids; NONE where there were negatives
    evidence: Evidence
    bias: Floats
    temperature: float
    speller: Speller
    thresholds: Thresholds = USUAL
    labels: Mapping[str, str] = field(default_factory=dict)  # topic id -> words that name it
    measured: Mapping[str, float] = field(default_factory=dict)

    def score(self, words: Sequence[str]) -> Scores:
        """Probabilities for the words of a message; none at all for no words."""
        return self._scores(self.evidence.of(words))

    def score_mixed(self, parts: Sequence[tuple[Sequence[str], float]]) -> Scores:
        """Probabilities for several pieces of text at once, each with its weight."""
        return self._scores(
            np.add.reduce([np.float32(weight) * self.evidence.of(words) for words, weight in parts])
        )

    def _scores(self, evidence: Floats) -> Scores:
        """Where nothing was ever seen before, no topic is likelier than another: none is."""
        if not np.count_nonzero(evidence):
            return NOTHING_SEEN
        logits = (self.bias + evidence) / self.temperature
        odds = np.exp(logits - np.maximum.reduce(logits))
        shares = odds / np.add.reduce(odds)
        if self.classes[0] == NONE:  # no name comes before all names
            return Scores(self.classes[1:], shares[1:], float(shares[0]))
        return Scores(self.classes, shares, 0.0)

    def knows(self, word: str) -> bool:
        """Whether the word occurs in the questions it was trained on."""
        return word in self.speller.vocabulary

    def save(self, path: Path) -> None:
        """Write to one file, whole or not at all."""
        words, pieces = self.evidence.words, self.evidence.pieces
        about = {
            "classes": self.classes,
            "words": words.features,
            "pieces": pieces.features,
            "unseen": [words.unseen, pieces.unseen],
            "temperature": self.temperature,
            "thresholds": asdict(self.thresholds),
            "vocabulary": self.speller.vocabulary,
            "known": "\n".join(sorted(self.speller.known)),
            "labels": dict(self.labels),
            "measured": dict(self.measured),
        }
        text = json.dumps(about, ensure_ascii=False).encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        with draft.open("wb") as file:
            np.savez(
                file,
                about=np.frombuffer(text, np.uint8),
                word_rarity=words.rarity,
                piece_rarity=pieces.rarity,
                weights=self.evidence.weights.astype(np.float16),
                bias=self.bias,
            )
        draft.replace(path)


def load(path: Path) -> Model:
    """Read what save wrote. Raises FileNotFoundError, or ModelFileError when it is damaged."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            about: dict[str, Any] = json.loads(arrays["about"].tobytes())
            return Model(
                classes=tuple(about["classes"]),
                evidence=Evidence(
                    Vocabulary(about["words"], arrays["word_rarity"], about["unseen"][0]),
                    Vocabulary(about["pieces"], arrays["piece_rarity"], about["unseen"][1]),
                    arrays["weights"].astype(np.float32),
                ),
                bias=arrays["bias"],
                temperature=about["temperature"],
                thresholds=Thresholds(**about["thresholds"]),
                speller=Speller(about["vocabulary"], about["known"].split("\n")),
                labels=about["labels"],
                measured=about["measured"],
            )
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise ModelFileError(f"{path} is not a model: {error}") from error
