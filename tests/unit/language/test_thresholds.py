# SPDX-License-Identifier: EUPL-1.2
"""Thresholds are those that would have cost least on questions that were held back."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.language.classifier.calibrating import Held, calibrated, probabilities, surprise
from gemeengoed.language.classifier.limits import Costs, learned_thresholds
from gemeengoed.language.thresholds import USUAL, Thresholds

NONE = 0


def held(*rows: tuple[tuple[float, ...], int]) -> Held:
    """Rows of probabilities (none first) with the class that was right, as logits."""
    shares = np.array([row for row, _ in rows], np.float32)
    return Held(np.log(shares), np.array([target for _, target in rows]), NONE)


SMALL = held(
    ((0.02, 0.90, 0.05, 0.03), 1),
    ((0.02, 0.05, 0.90, 0.03), 2),
    ((0.05, 0.70, 0.20, 0.05), 2),  # surely wrong: worth a question
    ((0.05, 0.20, 0.70, 0.05), 1),
    ((0.10, 0.60, 0.25, 0.05), 1),
    ((0.90, 0.06, 0.02, 0.02), NONE),
    ((0.40, 0.50, 0.05, 0.05), NONE),
)


def cost(thresholds: Thresholds, costs: Costs) -> float:
    """By the rule itself, one question at a time."""
    total = 0.0
    for row, target in zip(probabilities(SMALL, 1.0), SMALL.target, strict=True):
        order = [index for index in np.argsort(-row, kind="stable") if index != NONE]
        ranked = [float(row[index]) for index in order]
        if thresholds.is_clear(ranked):
            total += 0.0 if order[0] == target else costs.wrong_answer
        elif number := thresholds.offered(ranked, float(row[NONE])):
            helps = target == NONE or target in order[:number]
            total += costs.question if helps else costs.vain_question
        else:
            total += costs.unknown if target != NONE else 0.0
    return total


@pytest.mark.parametrize("costs", [Costs(), Costs(wrong_answer=50), Costs(2, 1, 9), Costs(5, 3, 3)])
def test_no_other_thresholds_cost_less(costs: Costs) -> None:
    learned = learned_thresholds(SMALL, 1.0, costs)
    others = product(
        (0.2, 0.4, 0.6, 0.8, 0.98), (0.0, 0.3, 0.5), (0.02, 0.2), (0.05, 0.3, 0.65), (0.4, 0.7, 1.0)
    )
    cheapest = min(cost(Thresholds(*each), costs) for each in others)
    assert cost(learned, costs) <= cheapest * 1.01 + 1e-6


def test_the_dearer_a_wrong_answer_the_surer_it_must_be() -> None:
    answers = [learned_thresholds(SMALL, 1.0, Costs(wrong_answer=w)).answer for w in (0.5, 5, 50)]
    assert answers == sorted(answers)
    assert answers[0] < 0.6 < 0.7 < answers[-1]


def test_without_held_questions_the_usual_thresholds_hold() -> None:
    empty = Held(np.zeros((0, 3), np.float32), np.zeros(0, int), NONE)
    assert learned_thresholds(empty, calibrated(empty)) == USUAL
    assert calibrated(empty) == 1.0


def test_the_temperature_makes_too_sure_a_model_less_sure() -> None:
    sure = Held(SMALL.logits * 4, SMALL.target, NONE)
    temperature = calibrated(sure)
    assert temperature > 3
    assert surprise(sure, temperature) < surprise(sure, 1.0)


ranked = st.lists(st.floats(0, 0.33), max_size=5).map(lambda each: sorted(each, reverse=True))


@given(ranked)
def test_what_is_offered_is_at_most_three_topics_worth_it(shares: list[float]) -> None:
    number = USUAL.offered(shares)
    assert number <= 3
    assert all(share >= USUAL.clarify for share in shares[:number])
    assert number == 0 or sum(shares[:number]) >= USUAL.offer


def test_what_is_probably_of_no_topic_is_not_asked_about() -> None:
    limits = Thresholds(none=0.7)
    assert limits.offered([0.3, 0.25], none=0.4) == 2
    assert limits.offered([0.3, 0.25], none=0.7) == 0


def test_nothing_recognised_is_neither_clear_nor_worth_a_question() -> None:
    assert not USUAL.is_clear([])
    assert USUAL.offered([]) == 0
