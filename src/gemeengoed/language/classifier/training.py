# SPDX-License-Identifier: EUPL-1.2
"""Learns from the packs' questions, on one processor, in seconds. Needs scikit-learn."""

import math
import warnings
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]
from wordfreq import get_frequency_list

from gemeengoed.language.classifier.calibrating import Held, calibrated, figures
from gemeengoed.language.classifier.counting import (
    Counted,
    Rows,
    Weighing,
    counted,
    vocabulary,
    weighed,
    weighing,
)
from gemeengoed.language.classifier.evidence import Evidence
from gemeengoed.language.classifier.features import (
    Floats,
    is_pair,
    piece_features,
    word_features,
)
from gemeengoed.language.classifier.limits import learned_thresholds
from gemeengoed.language.classifier.model import NONE, Model
from gemeengoed.language.classifier.spelling import Speller
from gemeengoed.language.preparing import prepared
from gemeengoed.language.reading import Examples

_STRENGTH = 0.7  # inverse of the penalty on large weights
_ROUNDS = 20  # passes over the questions, at most
_NEAR_ENOUGH = 0.2  # to the best weights: nearer takes longer, and decides the same
_NAIVE_SHARE = 0.01  # of naive Bayes beside the machine: a rare word then still says something
_NAIVE_SMOOTHING = 0.03
_RARE_FROM = 1_000  # messages, from here pairs and pieces in only one of them are not learned
_FOLDS = 5
_MEASURED = 2  # folds that are held back in turn: more cost time, and give the same figures
_ENOUGH = 20_000  # messages, from here one fold is enough
_SEED = 20261123
_KNOWN_TO = 650  # centibels below "every word": Zipf frequency 2.5, from here ordinary Dutch
_LONGEST_KNOWN = 30

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
    number = {name: index for index, name in enumerate(classes)}
    target = np.array([number[answer] for answer in answers])
    told = _counted(messages)
    with threadpool_limits(1):  # more threads only get in each other's way here
        held = _held_back(told, target, classes)
        learned, matrix = _learned(told, np.arange(len(target)))
        weights, bias = _fitted(matrix, target, len(classes))
    temperature = calibrated(held)
    # As rare as among residents, not as among the examples.
    rarer = temperature * math.log(held.none_weight)
    held = held.shifted(rarer)
    if held.none is not None:
        bias[held.none] += rarer
    words = Counter(word for message in messages for word in message if word.isalpha())
    return Model(
        classes=tuple(classes),
        evidence=Evidence(
            vocabulary(told[0], learned[0]),
            vocabulary(told[1], learned[1]),
            _as_kept(weights, learned),
        ),
        bias=bias,
        temperature=temperature,
        thresholds=learned_thresholds(held, temperature),
        speller=Speller(words, ordinary_words()),
        labels=_labels(examples),
        measured=figures(held, temperature),
    )


def _as_kept(weights: Floats, by: tuple[Weighing, Weighing]) -> Floats:
    """With the rarity of each feature in them, and as a file keeps them: in half precision."""
    rarity = np.concatenate([each.rarity for each in by])
    kept: Floats = (weights * rarity[:, np.newaxis]).astype(np.float16).astype(np.float32)
    return kept


def ordinary_words() -> list[str]:
    """Words of ordinary Dutch: never a typing slip."""
    return [
        word
        for words in get_frequency_list("nl")[: _KNOWN_TO + 1]
        for word in words
        if 4 <= len(word) <= _LONGEST_KNOWN and word.isalpha()
    ]


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


def _counted(messages: Sequence[Sequence[str]]) -> tuple[Counted, Counted]:
    """Words and pieces of all messages."""
    return (
        counted(word_features(message) for message in messages),
        counted(piece_features(message) for message in messages),
    )


def _learned(
    told: tuple[Counted, Counted], rows: Rows
) -> tuple[tuple[Weighing, Weighing], csr_matrix]:
    """What these messages say of words and pieces, and the messages weighed by it."""
    rare = 1 if len(rows) < _RARE_FROM else 2
    # A word that one question has is often what a topic is called somewhere: it is learned.
    of_words = np.array([rare if is_pair(feature) else 1 for feature in told[0].features])
    words = weighing(told[0].counts[rows], of_words)
    pieces = weighing(told[1].counts[rows], rare)
    return (words, pieces), _matrix(told, (words, pieces), rows)


def _matrix(told: tuple[Counted, Counted], by: tuple[Weighing, Weighing], rows: Rows) -> csr_matrix:
    parts = [weighed(each.counts[rows], how) for each, how in zip(told, by, strict=True)]
    return hstack(parts).tocsr()


def _fitted(matrix: csr_matrix, target: Labels, number: int) -> tuple[Floats, Floats]:
    """Weights (features x classes) and bias (classes); classes without an example score low."""
    # One machine for all classes: each need only score above the others, so that what fits none
    # scores low in all. Not a multinomial regression: ten times the time, fewer right answers.
    machine = LinearSVC(
        C=_STRENGTH,
        multi_class="crammer_singer",
        tol=_NEAR_ENOUGH,
        max_iter=_ROUNDS,
        random_state=_SEED,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # few rounds, on purpose
        learned = machine.fit(matrix, target)
    coefficients, intercept = learned.coef_, learned.intercept_
    if len(learned.classes_) == 2:  # scikit-learn gives one row for two classes
        coefficients = np.vstack([-coefficients[0] / 2, coefficients[0] / 2])
        intercept = np.array([-intercept[0] / 2, intercept[0] / 2])
    weights = np.zeros((matrix.shape[1], number), np.float32)
    bias = np.full(number, -20.0, np.float32)
    weights[:, learned.classes_] = coefficients.T
    weights[:, learned.classes_] += _NAIVE_SHARE * _naive(matrix, target)
    bias[learned.classes_] = intercept
    return weights, bias


def _naive(matrix: csr_matrix, target: Labels) -> Floats:
    """What each feature says by itself: how much likelier it is in a class than elsewhere.

    A column for each class that has an example. Naive Bayes, in single precision to save memory.
    """
    classes, column = np.unique(target, return_inverse=True)
    number = len(target)
    ones = np.ones(number, np.float32)
    belongs = csr_matrix((ones, (np.arange(number), column)), (number, len(classes)))
    likely: Floats = (matrix.T @ belongs).toarray()
    likely += np.float32(_NAIVE_SMOOTHING)
    totals = likely.sum(axis=0)
    np.log(likely, out=likely)
    likely -= np.log(totals)
    likely -= likely.mean(axis=1, keepdims=True)
    return likely


def _held_back(told: tuple[Counted, Counted], target: Labels, classes: Sequence[str]) -> Held:
    """What a model says of questions that it did not learn from; empty when there are too few."""
    none = classes.index(NONE) if NONE in classes else None
    folds = min(_FOLDS, int(np.bincount(target).min()))
    if folds < 2:
        return Held(np.zeros((0, len(classes)), np.float32), target[:0], none)
    logits: list[Floats] = []
    rows: list[Rows] = []
    split = StratifiedKFold(folds, shuffle=True, random_state=_SEED)
    measured = 1 if len(target) >= _ENOUGH else _MEASURED
    for learned, held in list(split.split(np.zeros(len(target)), target))[:measured]:
        by, matrix = _learned(told, learned)
        weights, bias = _fitted(matrix, target[learned], len(classes))
        logits.append(_matrix(told, by, held) @ weights + bias)
        rows.append(held)
    return Held(np.vstack(logits), target[np.concatenate(rows)], none)
