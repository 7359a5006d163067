# SPDX-License-Identifier: EUPL-1.2
"""Which topic a reading means: answer, clarify, refer, hand over, unknown. Never a guess."""

import re
from dataclasses import dataclass
from enum import StrEnum

from gemeengoed.dialogue.catalogue import Catalogue, TopicCard, TopicKind
from gemeengoed.language.aspects import OF_ANY_TOPIC
from gemeengoed.language.reading import Flag, Reading, TopicScore

_RATHER = 0.5  # more probable than all else together
# A message of only these words asks about what was talked of last: "en wat kost dat".
_BACK_WORDS = (
    "en of maar ook dan wat hoe waar wanneer wie welke is kost kosten duur lang snel duurt dat dit "
    "het die deze daar daarvan daarvoor ervan ervoor erbij moet kan mag ik je u we een afspraak de "
    "meenemen mee nemen nodig maken krijg heb eigenlijk geldig blijft precies prijs er voor"
)
_POINTS_BACK = frozenset(_BACK_WORDS.split())
_QUESTION = "wat hoe hoeveel hoelang waar wanneer welke welk wie waarom kan kun kunt mag moet"
_QUESTION_WORDS = frozenset(_QUESTION.split())
_BEFORE_A_QUESTION = ("en", "maar", "oh", "o", "ja", "nee", "trouwens", "eigenlijk")


class Verdict(StrEnum):
    ANSWER = "answer"
    CLARIFY = "clarify"
    UNKNOWN = "unknown"
    REFER = "refer"  # to another body
    HANDOVER = "handover"  # asks for a person, or the topic is switched off
    DISTRESS = "distress"


@dataclass(frozen=True, slots=True)
class Decision:
    """topic for answer, refer, distress and a topic that is off; topics for clarify: without any it
    was asked what something costs and the like, and not of what."""

    verdict: Verdict
    topic: str | None = None
    topics: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()


def decide_topic(catalogue: Catalogue, reading: Reading, last_topic: str | None = None) -> Decision:
    """The decision on one reading, outside any flow. The first line that fits decides."""
    if reading.distress is not None:
        return Decision(Verdict.DISTRESS, reading.distress.value)
    if Flag.ASKS_PERSON in reading.flags:
        return Decision(Verdict.HANDOVER, aspects=reading.aspects)
    scores = [score for score in reading.topics if score.topic in catalogue.topics]
    limits = reading.thresholds
    if limits.is_clear([score.probability for score in scores]) or _is_talk(catalogue, scores):
        return _about(catalogue.topics[scores[0].topic], reading.aspects)
    likely = _likely(catalogue, scores, reading)
    if likely:
        return Decision(Verdict.CLARIFY, topics=likely, aspects=reading.aspects)
    if last_topic in catalogue.topics and reading.aspects and points_back(reading.text):
        return _about(catalogue.topics[str(last_topic)], reading.aspects)
    if _asks_of_nothing(reading):
        return Decision(Verdict.CLARIFY, aspects=reading.aspects)
    return Decision(Verdict.UNKNOWN, aspects=reading.aspects)


def _asks_of_nothing(reading: Reading) -> bool:
    """ "Wat kost dat?", and nothing of a topic. "Nee, geen afspraak" asks nothing."""
    asked = set(reading.aspects)
    is_said = not reading.flags.isdisjoint((Flag.YES, Flag.NO))
    return bool(asked) and asked <= OF_ANY_TOPIC and not reading.topics and not is_said


def _is_talk(catalogue: Catalogue, scores: list[TopicScore]) -> bool:
    """Whether it is rather a greeting, thanks or the like than anything else.

    That is never offered as a choice, and to say "graag gedaan" too soon leads nobody astray.
    """
    if not scores or scores[0].probability < _RATHER:
        return False
    return catalogue.topics[scores[0].topic].kind is TopicKind.TALK


def _likely(catalogue: Catalogue, scores: list[TopicScore], reading: Reading) -> tuple[str, ...]:
    """Up to three topics worth a question.

    How people talk ("boosheid") is never offered: nobody chooses that about themselves.
    """
    kinds = catalogue.topics
    told = [score for score in scores if kinds[score.topic].kind is not TopicKind.TALK]
    shares = [score.probability for score in told]
    number = reading.thresholds.offered(shares, reading.none)
    return tuple(score.topic for score in told[:number])


def _about(card: TopicCard, aspects: tuple[str, ...]) -> Decision:
    if card.kind is TopicKind.EMERGENCY:
        return Decision(Verdict.DISTRESS, card.id)
    if not card.is_on:
        return Decision(Verdict.HANDOVER, card.id, aspects=aspects)
    verdict = Verdict.REFER if card.kind is TopicKind.ELSEWHERE else Verdict.ANSWER
    return Decision(verdict, card.id, aspects=aspects)


def points_back(text: str) -> bool:
    """Whether the message has no subject of its own."""
    words = re.findall(r"\w+", text.lower())
    return bool(words) and all(word in _POINTS_BACK for word in words)


def is_asked(text: str) -> bool:
    """Whether the words are put as a question."""
    words = re.findall(r"\w+", text.lower())
    while words and words[0] in _BEFORE_A_QUESTION:
        words.pop(0)
    return text.rstrip().endswith("?") or bool(words and words[0] in _QUESTION_WORDS)


_MAY = "mag|mogen|kan|kunnen|moet|moeten|wil|willen|wou|zou|ga|gaan|wilde"
_WHETHER = re.compile(
    rf"\b(?:{_MAY})\b[^?.!]*\b(?:ik|we|wij)\b|\b(?:ik|we|wij)\b[^?.!]*\b(?:{_MAY})\b|"
    r"\bmag (?:dat|dit|het|er)\b|\bvergunning ?(?:nodig|vrij|plicht)|\bvergunning(?:vrij|plichtig)"
)
_HOW_MUCH = re.compile(r"\bhoe (?:hoog|breed|groot|diep|ver|lang|duur)\b")


def asks_whether(text: str) -> bool:
    """Whether somebody asks for permission: "mag ik", "ik wil", "heb ik een vergunning nodig"."""
    plain = text.lower()
    return bool(_WHETHER.search(plain)) and not _HOW_MUCH.search(plain)
