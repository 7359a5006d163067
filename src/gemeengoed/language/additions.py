# SPDX-License-Identifier: EUPL-1.2
"""Questions in a municipality's own words, beside the model that all municipalities share.

The model never learned how people here call the recycling centre or the bus for the old. One
question with that word is enough: it pulls what is heard towards its topic, here and nowhere else.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from gemeengoed.language.normalising import plain
from gemeengoed.language.reading import Context, Reader, Reading, TopicScore
from gemeengoed.language.wording import EMPTY_WORDS, words_of

_OWN_WORD = 3.0  # how much it weighs beside a word that all municipalities use
_ENOUGH = 0.6  # of likeness, from here a message is heard as such a question
_SURELY = 0.9  # how far an equal question pulls: what the model heard keeps the rest


@dataclass(frozen=True, slots=True)
class _Question:
    """words: those that may tell a topic; own: those of them that the model never learned."""

    topic: str
    words: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Additions:
    """What one municipality adds; made by ``additions``."""

    questions: tuple[_Question, ...] = ()

    def nearest(self, words: Iterable[str]) -> tuple[str, float] | None:
        """The topic of the question that is most like these words, and how like, up to 1."""
        told = frozenset(words) - EMPTY_WORDS
        likeness = [(_likeness(question, told), question.topic) for question in self.questions]
        best, topic = max(likeness, key=lambda each: each[0], default=(0.0, ""))
        return (topic, best) if best >= _ENOUGH else None


NO_ADDITIONS = Additions()


def additions(questions: Mapping[str, Iterable[str]], learned: Container[str]) -> Additions:
    """questions: by topic. learned: the words of the questions that the model learned from."""
    told: list[_Question] = []
    for topic, texts in questions.items():
        for text in texts:
            words = topic_words(text)
            own = frozenset(word for word in words if word not in learned)
            told.append(_Question(topic, words, own))
    return Additions(tuple(told))


def topic_words(text: str) -> frozenset[str]:
    """The words of a question that may tell its topic; none in "hoe kan dat"."""
    return frozenset(words_of(plain(text).text)) - EMPTY_WORDS


def _likeness(question: _Question, told: frozenset[str]) -> float:
    """0..1. With a word of its own: how much of the question was told, whatever else was.

    Without one everything that was told counts: "tuin" alone must not make it a question on that.
    """
    shared = question.words & told
    if not question.own:
        return len(shared) / max(1, len(question.words | told))
    if not shared & question.own:
        return 0.0
    return _weight(shared, question) / _weight(question.words, question)


def _weight(words: Iterable[str], question: _Question) -> float:
    return sum(_OWN_WORD if word in question.own else 1.0 for word in words)


class LocalReader:
    """Implements reading.Reader: what the reader of all hears, in the light of the additions."""

    def __init__(self, reader: Reader, additions: Additions) -> None:
        self._reader = reader
        self._additions = additions

    def read(self, text: str, *, today: date, context: Context) -> Reading:
        """As the reader of all does; nothing but topics and their probabilities is changed."""
        return self._heard(self._reader.read(text, today=today, context=context))

    def _heard(self, reading: Reading) -> Reading:
        parts = tuple(self._heard(part) for part in reading.parts)
        reading = replace(reading, parts=parts)
        found = self._additions.nearest(words_of(plain(reading.text).text))
        if found is None:
            return reading
        topic, likeness = found
        return replace(_pulled(reading, topic, _SURELY * likeness), understood=True)


def with_additions(reader: Reader, additions: Additions) -> Reader:
    """What one municipality hears by: the reader of all itself, where it adds nothing."""
    return LocalReader(reader, additions) if additions.questions else reader


def _pulled(reading: Reading, topic: str, pull: float) -> Reading:
    """All probabilities together stay what they were."""
    before = {score.topic: score.probability for score in reading.topics}
    after = {each: share * (1 - pull) for each, share in before.items()}
    after[topic] = after.get(topic, 0.0) + pull
    ordered = sorted(after.items(), key=lambda item: -item[1])
    scores = tuple(TopicScore(*each) for each in ordered[: max(1, len(reading.topics))])
    return replace(reading, topics=scores, none=reading.none * (1 - pull))
