# SPDX-License-Identifier: EUPL-1.2
"""What understanding costs with the packs' own topics: learning, loading, one message."""

import random
import resource
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from gemeengoed.content.keeping import kept_or_loaded
from gemeengoed.content.reader import examples_of
from gemeengoed.language.classifier import model as kept
from gemeengoed.language.classifier.training import train
from gemeengoed.language.reader import TrainedReader
from gemeengoed.language.reading import Context, Examples
from gemeengoed.project.bench.splits import Understood, understood
from gemeengoed.project.evaluating.outcomes import TODAY

EACH = 60  # questions per topic, of which the aim for learning speaks
NEGATIVES = 600
LONG = 10_000  # characters of a message that is pasted
_SEED = 1


@dataclass(frozen=True, slots=True)
class Learning:
    topics: int
    questions: int
    seconds: float  # of processor time
    megabytes: float  # the most memory that this process had until then, all packs read


@dataclass(frozen=True, slots=True)
class Cost:
    """All times are of the processor. load: seconds; p50, p99: milliseconds for one test question.

    long: for ten thousand characters (emoji: five thousand) of each kind, milliseconds at first
    and again.
    """

    learning: tuple[Learning, ...]
    load: float
    p50: float
    p99: float
    long: dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Measured:
    splits: Understood | None  # None where they are not present
    cost: Cost


def measured(folder: Path | None) -> Measured:
    """folder: where xo.json and the like are."""
    splits = understood(folder) if folder and (folder / "xo.json").exists() else None
    return Measured(splits, _cost())


def _cost() -> Cost:
    packs = kept_or_loaded(None).packs
    examples = examples_of(packs)
    few, _ = _timed(_sample(examples))
    all_of_them, model = _timed(examples)
    with TemporaryDirectory() as lent:
        model.save(Path(lent) / "model.npz")
        begin = time.process_time()
        reader = TrainedReader(kept.load(Path(lent) / "model.npz"))
        reader.make_ready()
        loaded = time.process_time() - begin
    texts = [each.text for questions in packs.test_questions.values() for each in questions]
    p50, p99 = _milliseconds(reader, texts)
    long = {kind: _twice(reader, text) for kind, text in long_messages(texts).items()}
    return Cost((few, all_of_them), loaded, p50, p99, long)


def long_messages(texts: list[str]) -> dict[str, str]:
    """Ten thousand characters of what residents paste, and of what nobody should type."""
    chance = random.Random(_SEED)  # noqa: S311 (no secret)
    letter = ". ".join(chance.choices(texts, k=LONG // 20))
    pieces = {
        "emoji": "😀" * (LONG // 2),
        "zero width": "a\u200b" * LONG,
        "right to left": "\u202eab \u202c" * LONG,
        "homoglyphs": "раѕрооrt " * LONG,
        "digits": "12 34 " * LONG,
        "punctuation": "!?.,(" * LONG,
    }
    return {kind: text[:LONG] for kind, text in {"pasted letter": letter, **pieces}.items()}


def _twice(reader: TrainedReader, text: str) -> tuple[float, float]:
    taken = []
    for _ in range(2):
        begin = time.thread_time()
        reader.read(text, today=TODAY, context=Context())
        taken.append(1000 * (time.thread_time() - begin))
    return taken[0], taken[1]


def _sample(examples: Examples) -> Examples:
    """At most 60 questions of each topic, drawn at random."""
    chance = random.Random(_SEED)  # noqa: S311 (no secret)
    drawn = {
        topic: tuple(chance.sample(questions, min(EACH, len(questions))))
        for topic, questions in examples.questions.items()
    }
    negatives = tuple(chance.sample(examples.negatives, min(NEGATIVES, len(examples.negatives))))
    return Examples(drawn, negatives, examples.labels)


def _timed(examples: Examples) -> tuple[Learning, kept.Model]:
    begin = time.process_time()
    model = train(examples)
    seconds = time.process_time() - begin
    number = sum(map(len, examples.questions.values())) + len(examples.negatives)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Learning(len(examples.questions), number, seconds, most), model


def _milliseconds(reader: TrainedReader, texts: list[str]) -> tuple[float, float]:
    """Each text once before the clock runs, as in a process that has been answering for a while."""
    for text in texts:
        reader.read(text, today=TODAY, context=Context())
    taken = []
    for text in texts:
        begin = time.thread_time()
        reader.read(text, today=TODAY, context=Context())
        taken.append(time.thread_time() - begin)
    p50, p99 = np.quantile(taken, [0.5, 0.99]) * 1000
    return float(p50), float(p99)
