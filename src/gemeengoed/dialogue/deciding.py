# SPDX-License-Identifier: EUPL-1.2
"""Which topic a reading means: answer, clarify, refer, unknown. Never a guess."""

from dataclasses import dataclass
from enum import StrEnum

from gemeengoed.dialogue.catalogue import Catalogue, TopicCard, TopicKind
from gemeengoed.language.reading import Flag, Reading


class Verdict(StrEnum):
    ANSWER = "answer"
    CLARIFY = "clarify"
    UNKNOWN = "unknown"
    REFER = "refer"
    HANDOVER = "handover"
    DISTRESS = "distress"


@dataclass(frozen=True, slots=True)
class Decision:
    """topic for answer, refer and distress; topics (two or three) for clarify."""

    verdict: Verdict
    topic: str | None = None
    topics: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()


def decide_topic(catalogue: Catalogue, reading: Reading, last_topic: str | None = None) -> Decision:
    """The decision on one reading, outside any flow."""
    if reading.distress is not None:
        return Decision(Verdict.DISTRESS, reading.distress.value)
    if Flag.ASKS_PERSON in reading.flags:
        return Decision(Verdict.HANDOVER)
    scores = [score for score in reading.topics if score.topic in catalogue.topics]
    limits = catalogue.thresholds
    if scores and scores[0].probability >= limits.answer:
        second = scores[1].probability if len(scores) > 1 else 0.0
        if scores[0].probability - second >= limits.lead:
            return _answer(catalogue.topics[scores[0].topic], reading.aspects)
    likely = tuple(score.topic for score in scores if score.probability >= limits.clarify)[:3]
    if len(likely) >= 2:
        return Decision(Verdict.CLARIFY, topics=likely, aspects=reading.aspects)
    if likely and scores[0].probability >= limits.answer - limits.lead:
        return Decision(Verdict.CLARIFY, topics=likely, aspects=reading.aspects)
    if last_topic in catalogue.topics and reading.aspects and not likely and _is_short(reading):
        return _answer(catalogue.topics[str(last_topic)], reading.aspects)
    return Decision(Verdict.UNKNOWN, aspects=reading.aspects)


def _answer(card: TopicCard, aspects: tuple[str, ...]) -> Decision:
    verdict = Verdict.REFER if card.kind is TopicKind.ELSEWHERE else Verdict.ANSWER
    return Decision(verdict, card.id, aspects=aspects)


def _is_short(reading: Reading) -> bool:
    """ "En wat kost dat?" goes on about the last topic; a whole story does not."""
    return len(reading.text.split()) <= 6
