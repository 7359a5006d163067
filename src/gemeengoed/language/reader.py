# SPDX-License-Identifier: EUPL-1.2
"""The house's own reader: a trained model for the topic, grammars and patterns for the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from gemeengoed.language.aspects import OF_ANY_TOPIC, AspectHit, aspect_hits
from gemeengoed.language.classifier.model import NOTHING_TOLD, Model, Scores
from gemeengoed.language.distress import notice_in, without_wishes
from gemeengoed.language.flags import flags, is_polite_only
from gemeengoed.language.languages import (
    DUTCH,
    is_dutch_at_a_glance,
    language_of,
    read_models,
)
from gemeengoed.language.normalising import Plain, plain
from gemeengoed.language.preparing import HEAD, told_words
from gemeengoed.language.reading import Context, Distress, Flag, Reading, TopicScore, Value
from gemeengoed.language.splitting import is_request, pieces
from gemeengoed.language.values.finding import values_in
from gemeengoed.language.wording import EMPTY_WORDS, words_in, words_of

_MOST_TOPICS = 5
_DISTRESS = 0.20  # together, from here the emergency topics count: rather once too often
_DISTRESS_SURELY = 0.75  # in a flow, and in a language that the model has seen little of
_DISTRESS_TOPICS = frozenset(distress.value for distress in Distress)
_OWN_TOPIC = 0.60  # from here a message speaks for itself, whatever was said before
_PART = 0.50  # from here a piece of a message is a question of its own
_RECOGNISED = 0.30  # from here a topic counts as something recognised
# How sure a follow-up without its own words is about the last topic: more than any answer must be.
_SAME_TOPIC = 0.99
_LABEL_WEIGHT = 0.8  # of the last topic's name, beside the words of the message
_SHORT = 7  # words; a longer message is no mere follow-up
_FOLLOWS = re.compile(
    r"\A\s*(?:en|maar|of|ook|oh|ok|oke|dan|hoe zit (?:het|dat)|wat als|geldt dat)\b|"
    r"\b(?:dat|die|dit|deze|daarvoor|daarvan|ervoor|daarmee|hiervoor|het)\s*[?.!]*\s*\Z|"
    r"\b(?:kost|kosten|duurt|is|moet|kan|geldt|werkt|regel|doe) "
    r"(?:ik |je |u )?(?:dat|het|die|dit)\b"
)
_YES_OR_NO = frozenset([Flag.YES, Flag.NO])
# With one of these it is told rather than asked: "ik kan niet betalen", "welke gegevens van mij".
_TELLING = frozenset([
    "niet", "geen", "wil", "wilt", "kan", "kun", "kunt", "mij", "me", "mijn", "van", "zelf", "al",
    "nog",
])  # fmt: skip
_FORM_U = frozenset(["u", "uw", "uzelf"])
_FORM_JE = frozenset(["je", "jij", "jou", "jouw", "jullie"])


@dataclass(frozen=True, slots=True)
class _Heard:
    """What is worked out once for a whole message."""

    typed: str
    told: Plain
    values: tuple[Value, ...]
    hits: tuple[AspectHit, ...]


class TrainedReader:
    """Implements reading.Reader. Safe to share between threads: nothing in it changes."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def make_ready(self) -> None:
        """Make now what the first messages would wait for, together some half a second."""
        self.model.speller.make_ready()
        read_models()

    def read(self, text: str, *, today: date, context: Context) -> Reading:
        """Understand one message; never raises, whatever was typed."""
        told = plain(text)
        beginning = told.text[:HEAD]
        words = words_in(beginning)
        heard = _Heard(
            text,
            told,
            values_in(text, told, today=today, context=context, within=HEAD),
            tuple(aspect_hits(beginning)),
        )
        found = flags(beginning, words, text, context)
        language = DUTCH
        if not is_dutch_at_a_glance(told.text, words):
            language = language_of(told.text, _without_values(heard))
        if language != DUTCH:
            found |= {Flag.NOT_DUTCH}
        scores = self._scores(heard, found, context)
        topics = _topic_scores(scores)
        if self._is_ordinary_wish(heard, topics):
            topics = tuple(score for score in topics if score.topic != Distress.SUICIDE)
        signs = None if context.listened else notice_in(told.text, words, context.in_flow)
        distress = signs or _likely_distress(topics, found, context)
        return Reading(
            text=text,
            topics=topics,
            aspects=tuple(hit.aspect for hit in heard.hits),
            values=heard.values,
            flags=found,
            distress=distress,
            language=language,
            form=_form(words),
            understood=_is_understood(topics, heard, found) or distress is not None,
            parts=self._parts(heard, context),
            none=scores.none,
            thresholds=self.model.thresholds,
        )

    def _scores(self, heard: _Heard, found: frozenset[Flag], context: Context) -> Scores:
        words = self._repaired(told_words(heard.told, heard.values))
        own = _own_words(words, heard)
        follows = context.last_topic in self.model.labels
        if not words or (not own and _is_of_no_topic(heard, found, follows)):
            return NOTHING_TOLD
        scores = self.model.score(words)
        if follows:
            scores = self._followed_up(words, own, scores, heard, str(context.last_topic))
        return scores

    def _is_ordinary_wish(self, heard: _Heard, topics: tuple[TopicScore, ...]) -> bool:
        """Whether the model hears suicide in "ik wil niet meer wachten", and nothing is told beside
        it, or a topic that it hears first anyway. Where it is sure of the whole, it is believed."""
        guess = sum(score.probability for score in topics if score.topic == Distress.SUICIDE)
        if not 0 < guess < _DISTRESS_SURELY:
            return False
        words = told_words(heard.told, heard.values)  # as typed: repaired it is "nietmeer"
        left = without_wishes(words)
        if len(left) == len(words):
            return False
        if not left:
            return True
        topic, share = self.model.score(self._repaired(left)).best
        first = topics[0].topic
        return first not in _DISTRESS_TOPICS and topic == first and share >= _OWN_TOPIC

    def _repaired(self, words: Sequence[str]) -> list[str]:
        return self.model.speller.repaired_all(words)

    def _followed_up(
        self,
        words: Sequence[str],
        own: Sequence[str],
        alone: Scores,
        heard: _Heard,
        last_topic: str,
    ) -> Scores:
        """The scores in the light of the last topic, where the message leans on it."""
        within = {word for hit in heard.hits for word in _words_of_hit(hit, heard)}
        if within.issuperset(own):
            if own and alone.best[1] >= _OWN_TOPIC:
                return alone  # "hoe lang is een paspoort geldig", whatever was talked of
            asks = bool(heard.hits) or bool(_FOLLOWS.search(heard.told.text))
            return _mostly(last_topic, alone) if asks else alone
        follows = bool(_FOLLOWS.search(heard.told.text))
        if len(words) > _SHORT or not follows or alone.best[1] >= _OWN_TOPIC:
            return alone
        label = words_of(plain(self.model.labels[last_topic]).text)
        return self.model.score_mixed(((words, 1.0), (label, _LABEL_WEIGHT)))

    def _parts(self, heard: _Heard, context: Context) -> tuple[Reading, ...]:
        """One reading for each question, when the message holds questions on several topics."""
        spans = pieces(heard.told.text)
        if len(spans) > 1:
            spans = [span for span in spans if _asks(heard.told.text[slice(*span)])]
        if len(spans) < 2:
            return ()
        parts: list[Reading] = []
        for start, end in spans:
            part = self._part(heard, start, end)
            if part.best is None or part.best.probability < _PART:
                if parts and part.aspects:
                    parts[-1] = _joined(parts[-1], part)
            elif parts and parts[-1].best and parts[-1].best.topic == part.best.topic:
                parts[-1] = _joined(parts[-1], part)
            else:
                parts.append(part)
        topics = {part.best.topic for part in parts if part.best}
        return tuple(parts) if len(topics) >= 2 else ()

    def _part(self, heard: _Heard, start: int, end: int) -> Reading:
        """A piece on its own."""
        piece = heard.told.text[start:end]
        hits = tuple(h for h in heard.hits if start <= h.start < end)
        placed_start, placed_end = heard.told.place(start, end)
        values = tuple(v for v in heard.values if placed_start <= v.start < placed_end)
        shifted = [replace(v, start=v.start - start, end=v.end - start) for v in values]
        words = self._repaired(told_words(Plain(piece), shifted))
        scores = NOTHING_TOLD
        local_hits = tuple(replace(h, start=h.start - start, end=h.end - start) for h in hits)
        if _own_words(words, _Heard(piece, Plain(piece), (), local_hits)):
            scores = self.model.score(words)
        topics = _topic_scores(scores)
        return Reading(
            text=heard.typed[placed_start:placed_end].strip(),
            topics=topics,
            aspects=tuple(hit.aspect for hit in hits),
            values=values,
            understood=bool(topics),
            none=scores.none,
            thresholds=self.model.thresholds,
        )


def _asks(piece: str) -> bool:
    return not is_polite_only(piece) and is_request(piece)


def _is_of_no_topic(heard: _Heard, found: frozenset[Flag], follows: bool) -> bool:
    """Of words that name no topic: a bare "nee" is about what was asked, "wat kost dat" about what
    was talked of, if anything was."""
    asked = {hit.aspect for hit in heard.hits}
    asks = bool(asked) and asked <= OF_ANY_TOPIC and _TELLING.isdisjoint(words_of(heard.told.text))
    return bool(found & _YES_OR_NO) or (asks and not follows)


def _without_values(heard: _Heard) -> str:
    """As typed, without names of streets and the like: they are Dutch in any language."""
    kept: list[str] = []
    position = 0
    for value in heard.values:
        kept.append(heard.typed[position : value.start])
        position = max(position, value.end)
    return " ".join([*kept, heard.typed[position:]])


def _likely_distress(
    topics: tuple[TopicScore, ...], found: frozenset[Flag], context: Context
) -> Distress | None:
    """Distress that the model hears where no pattern does; sometimes it must be surer."""
    if context.in_flow and Flag.CANCEL in found:
        return None
    heard = [score for score in topics if score.topic in _DISTRESS_TOPICS]
    surely = context.in_flow or Flag.NOT_DUTCH in found
    enough = _DISTRESS_SURELY if surely else _DISTRESS
    if sum(score.probability for score in heard) < enough:
        return None
    return Distress(heard[0].topic)


def _own_words(words: Sequence[str], heard: _Heard) -> list[str]:
    """Words that may name a topic: not empty, and not those by which an aspect is asked for."""
    asked = {
        word for hit in heard.hits for word in _words_of_hit(hit, heard) if hit.is_asking(word)
    }
    return [word for word in words if word not in EMPTY_WORDS and word not in asked]


def _words_of_hit(hit: AspectHit, heard: _Heard) -> list[str]:
    return words_of(heard.told.text[hit.start : hit.end])


def _topic_scores(scores: Scores) -> tuple[TopicScore, ...]:
    return tuple(TopicScore(name, share) for name, share in scores.first(_MOST_TOPICS))


def _mostly(topic: str, scores: Scores) -> Scores:
    """The last topic for sure, the others share what is left."""
    left = (1 - _SAME_TOPIC) / max(1e-9, 1 - scores.of(topic))
    if topic not in scores.topics:
        return Scores((topic,), np.array([_SAME_TOPIC]), scores.none * left)
    shares = scores.shares * left
    shares[scores.topics.index(topic)] = _SAME_TOPIC
    return Scores(scores.topics, shares, scores.none * left)


def _joined(first: Reading, second: Reading) -> Reading:
    """A question and what follows on it: "hoe duur is een paspoort" and "hoe lang duurt dat"."""
    return replace(
        first,
        text=f"{first.text} {second.text}",
        aspects=tuple(dict.fromkeys(first.aspects + second.aspects)),
        values=first.values + second.values,
    )


def _form(words: frozenset[str]) -> str | None:
    if not words.isdisjoint(_FORM_U):
        return "u"
    return None if words.isdisjoint(_FORM_JE) else "je"


def _is_understood(topics: tuple[TopicScore, ...], heard: _Heard, found: frozenset[Flag]) -> bool:
    recognised = bool(topics) and topics[0].probability >= _RECOGNISED
    return recognised or bool(heard.values or heard.hits or found - {Flag.NOT_DUTCH})
