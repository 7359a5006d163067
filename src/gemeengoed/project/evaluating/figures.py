# SPDX-License-Identifier: EUPL-1.2
"""From what came of each question to the figures of all."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from gemeengoed.project.evaluating.outcomes import Answered, Outcome

BINS = 10

Asked = tuple[str, str | None]  # the text, and the topic that answers it


@dataclass(frozen=True, slots=True)
class Shares:
    """Of questions of a topic, 0..1; asked: also those that a question made right."""

    questions: int
    right: float
    within_one: float
    wrong: float
    vain: float
    unknown: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions whose best topic had a probability from..to: what was said, and what came true."""

    start: float
    questions: int
    said: float
    true: float


@dataclass(frozen=True, slots=True)
class Figures:
    """confusions: expected, instead of it, how often; the topic answered or offered first."""

    topics: Shares
    negatives: int
    negatives_answered: float
    negatives_asked: float
    by_topic: dict[str, Shares]
    confusions: tuple[tuple[str, str, int], ...]
    bins: tuple[Bin, ...]
    calibration_error: float


def figures(all_of_them: Sequence[Answered]) -> Figures:
    """Topics come worst first, confusions most frequent first."""
    ours = [each for each in all_of_them if each.expected is not None]
    others = [each for each in all_of_them if each.expected is None]
    by_topic: dict[str, list[Answered]] = defaultdict(list)
    for each in ours:
        by_topic[str(each.expected)].append(each)
    told = {topic: shares(questions) for topic, questions in by_topic.items()}
    worst_first = sorted(told, key=lambda t: (told[t].right, told[t].within_one, t))
    bins = reliability(all_of_them)
    return Figures(
        topics=shares(ours),
        negatives=len(others),
        negatives_answered=_share(others, Outcome.WRONG),
        negatives_asked=_share(others, Outcome.VAIN),
        by_topic={topic: told[topic] for topic in worst_first},
        confusions=_confusions(ours),
        bins=bins,
        calibration_error=_error(bins),
    )


def shares(questions: Sequence[Answered]) -> Shares:
    """Of questions that a topic answers; all zero when there are none."""
    right = _share(questions, Outcome.RIGHT)
    return Shares(
        questions=len(questions),
        right=right,
        within_one=right + _share(questions, Outcome.OFFERED),
        wrong=_share(questions, Outcome.WRONG),
        vain=_share(questions, Outcome.VAIN),
        unknown=_share(questions, Outcome.UNKNOWN),
    )


def _share(questions: Sequence[Answered], outcome: Outcome) -> float:
    return sum(each.outcome is outcome for each in questions) / max(1, len(questions))


def _confusions(questions: Iterable[Answered]) -> tuple[tuple[str, str, int], ...]:
    seen: Counter[tuple[str, str]] = Counter()
    for each in questions:
        instead = each.topic or (each.offered[0] if each.offered else None)
        if instead is not None and instead != each.expected:
            seen[str(each.expected), instead] += 1
    ordered = sorted(seen.items(), key=lambda item: (-item[1], item[0]))
    return tuple((expected, instead, count) for (expected, instead), count in ordered)


def reliability(questions: Sequence[Answered]) -> tuple[Bin, ...]:
    """Ten bins by the probability of the best topic; those without a question are left out."""
    binned: dict[int, list[Answered]] = defaultdict(list)
    for each in questions:
        if each.best is not None:
            binned[min(BINS - 1, int(each.probability * BINS))].append(each)
    return tuple(
        Bin(
            index / BINS,
            len(within),
            sum(each.probability for each in within) / len(within),
            sum(each.best == each.expected for each in within) / len(within),
        )
        for index, within in sorted(binned.items())
    )


def _error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: by how much, on average, what was said is not what came true."""
    total = sum(each.questions for each in bins)
    off = sum(each.questions * abs(each.said - each.true) for each in bins)
    return off / max(1, total)


def regressions(right: Container[Asked], now: Iterable[Answered]) -> list[Answered]:
    """Questions that were right earlier and are not now. right: text and topic of those."""
    return [
        each
        for each in now
        if each.outcome is not Outcome.RIGHT and (each.text, each.expected) in right
    ]
