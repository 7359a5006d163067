# SPDX-License-Identifier: EUPL-1.2
"""What came of one question: right at once, asked, wrong, or not known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gemeengoed.dialogue.deciding import Decision, Verdict
from gemeengoed.language.reading import Reading

TODAY = date(2026, 11, 23)  # of test questions: no topic depends on the day
PERSON_TOPIC = "gesprek-medewerker"  # asking for a person may be heard without any topic


class Outcome(StrEnum):
    RIGHT = "right"  # the right topic at once
    OFFERED = "offered"  # a question, with the right topic among its choices
    VAIN = "vain"  # a question without it
    WRONG = "wrong"  # another topic
    UNKNOWN = "unknown"  # "dat weet ik niet"


@dataclass(frozen=True, slots=True)
class Answered:
    """expected: the topic, None for a question of no topic. topic: what was answered, if anything.

    best, probability: what was most probable, whatever was decided.
    """

    text: str
    expected: str | None
    outcome: Outcome
    topic: str | None = None
    offered: tuple[str, ...] = ()
    best: str | None = None
    probability: float = 0.0


def answered(text: str, expected: str | None, reading: Reading, decision: Decision) -> Answered:
    """What came of a question. Of one that no topic answers, "unknown" and a person are right."""
    topic = decision.topic
    if decision.verdict is Verdict.HANDOVER and topic is None and expected is not None:
        topic = PERSON_TOPIC
    best = reading.best
    return Answered(
        text,
        expected,
        _outcome(expected, topic, decision),
        topic,
        decision.topics,
        best.topic if best else None,
        best.probability if best else 0.0,
    )


def _outcome(expected: str | None, topic: str | None, decision: Decision) -> Outcome:
    if topic is not None:
        return Outcome.RIGHT if topic == expected else Outcome.WRONG
    if decision.verdict is Verdict.CLARIFY:
        return Outcome.OFFERED if expected in decision.topics else Outcome.VAIN
    return Outcome.UNKNOWN if expected is not None else Outcome.RIGHT
