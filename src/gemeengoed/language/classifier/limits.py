# SPDX-License-Identifier: EUPL-1.2
"""Learns the thresholds that would have cost least on questions that were held back."""

from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from gemeengoed.language.classifier.calibrating import Held, probabilities
from gemeengoed.language.classifier.features import Floats
from gemeengoed.language.thresholds import MOST_OFFERED, USUAL, Thresholds

_ANSWERS = np.arange(0.20, 0.99, 0.02)
_LEADS = np.arange(0.0, 0.51, 0.1)
_CLARIFIES = (0.02, 0.03, 0.05, 0.08, 0.12, 0.20)
_OFFERS = np.arange(0.05, 0.66, 0.05)
_NONES = (0.4, 0.5, 0.6, 0.7, 0.8, 1.0)
_AS_GOOD = 1.01  # one part in a hundred more or less is chance


@dataclass(frozen=True, slots=True)
class Costs:
    """What each outcome costs, in needless questions; a right answer costs nothing.

    wrong_answer: sends somebody the wrong way, or to nobody where no topic would have been right.
    unknown: "dat weet ik niet" to what we do know sends somebody to the telephone.
    """

    wrong_answer: float = 10.0
    question: float = 1.0
    unknown: float = 3.0

    @property
    def vain_question(self) -> float:
        return self.question + self.unknown


@dataclass(frozen=True, slots=True)
class _Ranked:
    """Per question: shares of the first three topics and of "no topic", what is right, and what
    it counts for."""

    shares: Floats
    none: Floats
    right: npt.NDArray[np.bool_]
    is_none: npt.NDArray[np.bool_]
    weight: Floats


def learned_thresholds(held: Held, temperature: float, costs: Costs | None = None) -> Thresholds:
    """The cheapest thresholds for these questions; the usual ones when there are none.

    Of those that are as good as the cheapest, the ones that answer most at once.
    """
    if not len(held.target):
        return Thresholds()
    costs = costs or Costs()
    ranked = _ranked(held, temperature)
    answering = list(product(_ANSWERS, _LEADS))
    clear = np.array([_clear(ranked, answer, lead) for answer, lead in answering], np.float32)
    answered = _cost_of_answer(ranked, costs)
    asking = list(product(_CLARIFIES, _OFFERS, _NONES))
    otherwise = [_cost_otherwise(ranked, costs, *each) for each in asking]
    totals = np.array([each.sum() + clear @ (answered - each) for each in otherwise])
    at_once = np.broadcast_to(clear @ ranked.weight, totals.shape)
    as_good = totals <= totals.min() * _AS_GOOD
    asked, at = np.unravel_index(np.where(as_good, at_once, -1).argmax(), totals.shape)
    answer, lead = (round(float(each), 3) for each in answering[at])
    clarify, offer, none = (round(float(each), 3) for each in asking[asked])
    aside = max(USUAL.side_question, answer)  # in a flow no less sure than outside
    return Thresholds(answer, lead, clarify, offer, none, aside)


def _ranked(held: Held, temperature: float) -> _Ranked:
    shares = probabilities(held, temperature)
    none = np.zeros(len(shares), np.float32)
    if held.none is not None:
        none = shares[:, held.none].copy()
        shares[:, held.none] = -1.0
    order = np.argsort(-shares, axis=1, kind="stable")[:, :MOST_OFFERED]
    first = np.take_along_axis(shares, order, axis=1)
    weight = np.where(held.is_none, held.none_weight, 1.0).astype(np.float32)
    return _Ranked(first, none, order == held.target[:, None], held.is_none, weight)


def _clear(ranked: _Ranked, answer: float, lead: float) -> npt.NDArray[np.bool_]:
    """Thresholds.is_clear, for all at once."""
    shares = ranked.shares
    second = shares[:, 1] if shares.shape[1] > 1 else 0.0
    found: npt.NDArray[np.bool_] = (shares[:, 0] >= answer) & (shares[:, 0] - second >= lead)
    return found


def _cost_of_answer(ranked: _Ranked, costs: Costs) -> Floats:
    wrong = np.where(ranked.right[:, 0], 0.0, costs.wrong_answer)
    cost = np.where(ranked.is_none, costs.wrong_answer, wrong)
    return (cost * ranked.weight).astype(np.float32)


def _cost_otherwise(
    ranked: _Ranked, costs: Costs, clarify: float, offer: float, too_likely_none: float
) -> Floats:
    """Of what is not answered at once: a question, or "dat weet ik niet" (Thresholds.offered)."""
    near = ranked.shares >= clarify
    asks = near.any(axis=1) & (np.where(near, ranked.shares, 0).sum(axis=1) >= offer)
    asks &= ranked.none < too_likely_none
    helps = (near & ranked.right).any(axis=1)
    question = np.where(helps | ranked.is_none, costs.question, costs.vain_question)
    unknown = np.where(ranked.is_none, 0.0, costs.unknown)
    return (np.where(asks, question, unknown) * ranked.weight).astype(np.float32)
