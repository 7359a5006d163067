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

from gemeengoed.language.classifier.features import (
    Floats,
    Vocabulary,
    piece_features,
    word_features,
)
from gemeengoed.language.classifier.spelling import Speller
from gemeengoed.language.thresholds import USUAL, Thresholds

NONE = ""  # the class of questions that no topic answers


class ModelFileError(ValueError):
    """A model file that cannot be read; it has to be trained again."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Probabilities by topic, most probable first, and that of "no topic"; all add up to 1."""

    topics: tuple[tuple[str, float], ...]
    none: float

    @property
    def best(self) -> tuple[str, float]:
        """The most probable topic; an empty id when there is none."""
        return self.topics[0] if self.topics else (NONE, 0.0)

    def of(self, topic: str) -> float:
        """The probability of one topic; 0 when the model does not know it."""
        return next((p for name, p in self.topics if name == topic), 0.0)


@dataclass(frozen=True, slots=True)
class Model:
    """weights: a row per feature (words first, then pieces), a column per class; in half precision.

    temperature makes the probabilities honest, thresholds are those that cost least: both learned
    on folds that were held back. measured: figures of those folds, for the report.
    """

    classes: tuple[str, ...]  # topic ids; NONE where there were negatives
    words: Vocabulary
    pieces: Vocabulary
    weights: Floats
    bias: Floats
    temperature: float
    speller: Speller
    thresholds: Thresholds = USUAL
    labels: Mapping[str, str] = field(default_factory=dict)  # topic id -> words that name it
    measured: Mapping[str, float] = field(default_factory=dict)

    def score(self, words: Sequence[str]) -> Scores:
        """Probabilities for the words of a message; none at all for no words."""
        return self.score_mixed(((words, 1.0),))

    def score_mixed(self, parts: Sequence[tuple[Sequence[str], float]]) -> Scores:
        """Probabilities for several pieces of text at once, each with its weight.

        Where nothing was ever seen before, no topic is likelier than another: none is.
        """
        evidence = [weight * self._evidence(words) for words, weight in parts]
        if not any(each.any() for each in evidence):
            return Scores((), 1.0)
        logits = (self.bias + sum(evidence)) / self.temperature
        odds = np.exp(logits - logits.max())
        shares = odds / odds.sum()
        order = np.argsort(-shares, kind="stable")
        none = 0.0
        if self.classes[0] == NONE:  # no name comes before all names
            none = float(shares[0])
            order = order[order != 0]
        names = [self.classes[index] for index in order]
        return Scores(tuple(zip(names, shares[order].tolist(), strict=True)), none)

    def _evidence(self, words: Sequence[str]) -> Floats:
        columns, weights = self.words.weigh(word_features(words))
        more, more_weights = self.pieces.weigh(piece_features(words))
        rows = np.concatenate((columns, more + len(self.words.features)))
        evidence: Floats = np.concatenate((weights, more_weights)) @ self.weights[rows]
        return evidence

    def knows(self, word: str) -> bool:
        """Whether the word occurs in the questions it was trained on."""
        return word in self.speller.vocabulary

    def save(self, path: Path) -> None:
        """Write to one file, whole or not at all."""
        about = {
            "classes": self.classes,
            "words": self.words.features,
            "pieces": self.pieces.features,
            "unseen": [self.words.unseen, self.pieces.unseen],
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
                word_rarity=self.words.rarity,
                piece_rarity=self.pieces.rarity,
                weights=self.weights.astype(np.float16),
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
                words=Vocabulary(about["words"], arrays["word_rarity"], about["unseen"][0]),
                pieces=Vocabulary(about["pieces"], arrays["piece_rarity"], about["unseen"][1]),
                weights=arrays["weights"].astype(np.float32),
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
