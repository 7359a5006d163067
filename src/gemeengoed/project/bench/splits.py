# SPDX-License-Identifier: EUPL-1.2
"""Public Dutch voice-assistant sentences: how many are understood, also with slips of the thumb.

From xSID 0.7 (CC BY-SA 4.0) and Home Assistant intents (CC BY 4.0). They are no questions to a
municipality: they compare ways of understanding, and promise nothing about residents.
"""

import json
import random
import string
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gemeengoed.language.classifier.model import Model
from gemeengoed.language.classifier.training import train
from gemeengoed.language.preparing import prepared
from gemeengoed.language.reading import Examples

SEEDS = (1, 2, 3, 4, 5)  # of the slips
KEPT = 0.95  # of what is in scope, where the share outside that is answered is told
_SHORTEST = 4  # letters of a word that may get a slip

Pairs = Sequence[tuple[str, str]]
Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """surer: the AUROC of inside against outside; answered: share outside at 95 % kept."""

    right: float
    surer: float
    answered: float


@dataclass(frozen=True, slots=True)
class Understood:
    """accuracy: by number of slips, one share for each seed. outside: by name of the split."""

    learned: int
    tested: int
    accuracy: dict[int, tuple[float, ...]]
    outside: dict[str, OutOfScope]


def understood(folder: Path) -> Understood:
    """One model for all columns, by the product's own code. Raises OSError without the splits."""
    split = _split(folder, "xo")
    model = _trained(split["train"])
    test = split["test"]
    accuracy: dict[int, tuple[float, ...]] = {0: (_share_right(model, test),)}
    for slips in (1, 2):
        noisy = [with_slips(test, slips, seed) for seed in SEEDS]
        accuracy[slips] = tuple(_share_right(model, pairs) for pairs in noisy)
    outside = {name: _outside(_split(folder, name)) for name in ("xo_oos", "xo_oos2")}
    return Understood(len(split["train"]), len(test), accuracy, outside)


def _split(folder: Path, name: str) -> dict[str, Pairs]:
    parts: dict[str, Pairs] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return parts


def _trained(pairs: Pairs) -> Model:
    questions: dict[str, list[str]] = {}
    for text, label in pairs:
        questions.setdefault(label, []).append(text)
    return train(Examples({name: tuple(texts) for name, texts in questions.items()}))


def _best(model: Model, text: str) -> tuple[str, float]:
    return model.score([model.speller.repaired(word) for word in prepared(text)]).best


def _share_right(model: Model, pairs: Pairs) -> float:
    return float(np.mean([_best(model, text)[0] == label for text, label in pairs]))


def with_slips(pairs: Pairs, slips: int, seed: int) -> Pairs:
    """So many slips in each sentence, each in another word of four letters or more."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    return [(_slipped(text, slips, chance), label) for text, label in pairs]


def _slipped(text: str, slips: int, chance: random.Random) -> str:
    words = text.split(" ")
    long_enough = [index for index, word in enumerate(words) if len(word) >= _SHORTEST]
    for index in chance.sample(long_enough, min(slips, len(long_enough))):
        word = words[index]
        at = chance.randrange(len(word) - 1)
        words[index] = {
            "drop": word[:at] + word[at + 1 :],
            "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            "double": word[: at + 1] + word[at:],
            "replace": word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :],
        }[chance.choice(["drop", "swap", "double", "replace"])]
    return " ".join(words)


def _outside(split: dict[str, Pairs]) -> OutOfScope:
    model = _trained(split["train"])
    inside = np.array([_best(model, text)[1] for text, _ in split["test"]])
    outside = np.array([_best(model, text)[1] for text, _ in split["oos"]])
    kept = np.quantile(inside, 1 - KEPT)
    return OutOfScope(
        _share_right(model, split["test"]), surer(inside, outside), float((outside >= kept).mean())
    )


def surer(inside: Shares, outside: Shares) -> float:
    """The chance that something inside is surer than something outside; a tie counts half."""
    ordered = np.sort(outside)
    below = np.searchsorted(ordered, inside, side="left")
    not_above = np.searchsorted(ordered, inside, side="right")
    return float((below + not_above).mean() / 2 / len(outside))
