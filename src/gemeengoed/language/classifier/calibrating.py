# SPDX-License-Identifier: EUPL-1.2
"""Makes distances into honest probabilities, by questions that were held back."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar

from gemeengoed.language.classifier.features import Floats

# Of what residents ask, the part that no topic answers. Among the examples it is far more: near
# misses are written down by the thousand, so that a word alone does not decide.
NONE_SHARE = 0.10


@dataclass(frozen=True, slots=True)
class Held:
    """logits: a row per question that was held back, a column per class; target: its class.

    none: the class of questions of no topic; None when there are none.
    """

    logits: Floats
    target: npt.NDArray[np.int64]
    none: int | None

    @property
    def is_none(self) -> npt.NDArray[np.bool_]:
        """Per question whether no topic answers it."""
        if self.none is None:
            return np.zeros(len(self.target), bool)
        found: npt.NDArray[np.bool_] = self.target == self.none
        return found

    @property
    def none_weight(self) -> float:
        """What a question of no topic counts for, so that they are together what residents ask."""
        number = int(self.is_none.sum())
        if not number:
            return 1.0
        return min(1.0, NONE_SHARE / (1 - NONE_SHARE) * (len(self.target) - number) / number)

    def shifted(self, by: float) -> "Held":
        """The same with so much more for no topic."""
        if self.none is None:
            return self
        logits = self.logits.copy()
        logits[:, self.none] += by
        return Held(logits, self.target, self.none)


def calibrated(held: Held) -> float:
    """The temperature that surprises least on the questions that were held back."""
    if not len(held.target):
        return 1.0
    best = minimize_scalar(lambda each: surprise(held, each), bounds=(0.02, 5.0), method="bounded")
    return float(best.x)


def probabilities(held: Held, temperature: float) -> Floats:
    """For each question, of each class; a row adds up to 1."""
    scaled = held.logits / np.float32(temperature)
    odds = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    shares: Floats = (odds / odds.sum(axis=1, keepdims=True)).astype(np.float32, copy=False)
    return shares


def surprise(held: Held, temperature: float) -> float:
    """The mean of minus the logarithm of what the right class was given."""
    shares = probabilities(held, temperature)[np.arange(len(held.target)), held.target]
    return float(-np.log(np.maximum(shares, 1e-9)).mean())


def figures(held: Held, temperature: float) -> dict[str, float]:
    """Shares of the held questions: right topic, none seen as none; and surprise."""
    if not len(held.target):
        return {}
    right = probabilities(held, temperature).argmax(axis=1) == held.target
    is_none = held.is_none
    told = {"right": float(right[~is_none].mean()), "surprise": surprise(held, temperature)}
    if is_none.any():
        told["none_seen"] = float(right[is_none].mean())
    return told
