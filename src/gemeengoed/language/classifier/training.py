# SPDX-License-Identifier: EUPL-1.2
"""Learns from the packs' questions, on one processor, in seconds. Needs scikit-learn."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]
from wordfreq import iter_wordlist, zipf_frequency

from gemeengoed.language.classifier.features import (
    Floats,
    Vocabulary,
    piece_features,
    word_features,
)
from gemeengoed.language.classifier.model import NONE, Model
from gemeengoed.language.classifier.spelling import Speller
from gemeengoed.language.preparing import prepared
from gemeengoed.language.reading import Examples

_STRENGTH = 1.0  # inverse of the penalty on large weights
_UNSEEN = 0.5  # how much an unknown word counts in the length of a message
_FOLDS = 3
_SEED = 20261123
_KNOWN_FROM = 2.5  # Zipf frequency from which a word is ordinary Dutch
_LONGEST_KNOWN = 30

Columns = tuple[Vocabulary, Vocabulary]
Labels = npt.NDArray[np.int64]


class TooFewExamplesError(ValueError):
    """Fewer than two topics have an example question: there is nothing to tell apart."""


def train(examples: Examples) -> Model:
    """A model for these examples; the same examples give the same model.

    Raises TooFewExamplesError.
    """
    messages, answers = _messages(examples)
    classes = sorted(set(answers))
    if len(classes) < 2:
        raise TooFewExamplesError("examples are needed for two topics or more")
    target = np.array([classes.index(answer) for answer in answers])
    columns = _columns(messages)
    matrix = _matrix(columns, messages)
    with threadpool_limits(1):  # more threads only get in each other's way here
        temperature, measured = _held_back(matrix, target, classes)
        weights, bias = _fitted(matrix, target, len(classes))
    vocabulary = Counter(word for words in messages for word in words if word.isalpha())
    return Model(
        classes=tuple(classes),
        words=columns[0],
        pieces=columns[1],
        weights=weights.astype(np.float16),
        bias=bias,
        temperature=temperature,
        speller=Speller(vocabulary, ordinary_words()),
        labels=_labels(examples),
        measured=measured,
    )


def ordinary_words() -> list[str]:
    """Words of ordinary Dutch: never a typing slip."""
    words: list[str] = []
    for word in iter_wordlist("nl"):  # most frequent first
        if zipf_frequency(word, "nl") < _KNOWN_FROM:
            break
        if 4 <= len(word) <= _LONGEST_KNOWN and word.isalpha():
            words.append(word)
    return words


def _messages(examples: Examples) -> tuple[list[list[str]], list[str]]:
    told = [(q, topic) for topic, questions in examples.questions.items() for q in questions]
    told += [
        (label, topic) for topic, label in examples.labels.items() if examples.questions.get(topic)
    ]
    told += [(question, NONE) for question in examples.negatives]
    prepared_ones = [(prepared(question), topic) for question, topic in told]
    kept = [(words, topic) for words, topic in prepared_ones if words]
    return [words for words, _ in kept], [topic for _, topic in kept]


def _labels(examples: Examples) -> dict[str, str]:
    """Words that name a topic: its label, else its id."""
    return {
        topic: examples.labels.get(topic) or topic.replace("-", " ") for topic in examples.questions
    }


def _columns(messages: Sequence[Sequence[str]]) -> Columns:
    words = Vocabulary.learned((word_features(message) for message in messages), 1)
    pieces = Vocabulary.learned((piece_features(message) for message in messages), 1)
    words.unseen *= _UNSEEN
    pieces.unseen *= _UNSEEN
    return words, pieces


def _matrix(columns: Columns, messages: Sequence[Sequence[str]]) -> csr_matrix:
    words, pieces = columns
    offset = len(words.features)
    indices: list[int] = []
    values: list[float] = []
    ends = [0]
    for message in messages:
        found, weights = words.weigh(word_features(message))
        more, more_weights = pieces.weigh(piece_features(message))
        indices += found + [offset + column for column in more]
        values += weights + more_weights
        ends.append(len(indices))
    shape = (len(messages), offset + len(pieces.features))
    return csr_matrix((np.array(values, np.float32), indices, ends), shape=shape)


def _fitted(matrix: csr_matrix, target: Labels, number: int) -> tuple[Floats, Floats]:
    """Weights (features x classes) and bias (classes); classes without an example score low."""
    # Not one multinomial regression: that takes ten times as long, for fewer right answers.
    learned = LinearSVC(C=_STRENGTH, tol=1e-2, random_state=_SEED).fit(matrix, target)
    coefficients, intercept = learned.coef_, learned.intercept_
    if len(learned.classes_) == 2:  # scikit-learn gives one row for two classes
        coefficients = np.vstack([-coefficients[0] / 2, coefficients[0] / 2])
        intercept = np.array([-intercept[0] / 2, intercept[0] / 2])
    weights = np.zeros((matrix.shape[1], number), np.float32)
    bias = np.full(number, -20.0, np.float32)
    weights[:, learned.classes_] = coefficients.T
    bias[learned.classes_] = intercept
    return weights, bias


def _held_back(
    matrix: csr_matrix, target: Labels, classes: Sequence[str]
) -> tuple[float, dict[str, float]]:
    """The temperature that makes probabilities honest, and how good they were."""
    folds = min(_FOLDS, int(np.bincount(target).min()))
    if folds < 2:
        return 1.0, {}
    logits = np.zeros((len(target), len(classes)), np.float32)
    split = StratifiedKFold(folds, shuffle=True, random_state=_SEED)
    for learned, held in split.split(np.zeros(len(target)), target):
        weights, bias = _fitted(matrix[learned], target[learned], len(classes))
        logits[held] = matrix[held] @ weights + bias

    def surprise(temperature: float) -> float:
        scaled = logits / temperature
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        chosen = scaled[np.arange(len(target)), target]
        return float(np.mean(np.log(np.exp(scaled).sum(axis=1)) - chosen))

    best = minimize_scalar(surprise, bounds=(0.02, 5.0), method="bounded")
    temperature = float(best.x)
    return temperature, _figures(logits, target, classes, surprise(temperature))


def _figures(
    logits: Floats, target: Labels, classes: Sequence[str], surprise: float
) -> dict[str, float]:
    """Shares on the folds that were held back: right topic, none seen as none, and surprise."""
    right = logits.argmax(axis=1) == target
    is_none = target == classes.index(NONE) if NONE in classes else np.zeros(len(target), bool)
    figures = {"right": float(right[~is_none].mean()), "surprise": surprise}
    if is_none.any():
        figures["none_seen"] = float(right[is_none].mean())
    return figures
