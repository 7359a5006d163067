# SPDX-License-Identifier: EUPL-1.2
"""Looks for the signs of distress, the most urgent kind first."""

import re
from collections.abc import Iterator, Sequence

from gemeengoed.language.distress import danger, harmless, suicide, violence
from gemeengoed.language.distress.pattern import Triggers, signs
from gemeengoed.language.distress.words import WORDS
from gemeengoed.language.flags import says_to_stop
from gemeengoed.language.normalising import plain
from gemeengoed.language.reading import Distress
from gemeengoed.language.wording import words_in, words_of

_HARMLESS = signs(harmless.SOURCE, WORDS)
_SIGNS = (
    (Distress.DANGER, signs(danger.SOURCE, WORDS)),
    (Distress.SUICIDE, signs(suicide.SOURCE, WORDS)),
    (Distress.VIOLENCE, signs(violence.SOURCE, WORDS)),
)
_OF_SIGNS: frozenset[str] = frozenset().union(*(kind.triggers for _, kind in _SIGNS))
_TRIGGERS = Triggers(_HARMLESS.triggers | _OF_SIGNS)
_WISHES = signs(harmless.WISHES, WORDS)
_OF_WISHES = Triggers(_WISHES.triggers)

_LONGEST = 500  # characters of a message that is looked at as a whole
_PIECE = 300  # of a longer one, at most
_OVERLAP = 150  # no sign is longer
_MARKS = ".?!;"  # a line may end within a sentence

# "kwil", "kzie": typed in haste, or as it is spoken.
_VERBS = "wil|wou|zie|kan|heb|ga|ben|word|weet|hoop|denk|mag|durf|spring"
_TOGETHER = re.compile(rf"\b'?k ?({_VERBS})\b")


# "'n eind", "in 't leven": the short words written as they are said.
_SHORT = re.compile(r"(?<![\w'])'?([nt])(?![\w'])")
_FULL = {"n": "een", "t": "het"}
_SPOKEN = frozenset(["k", *(f"k{verb}" for verb in _VERBS.split("|")), *_FULL])


def notice(text: str, *, in_flow: bool = False) -> Distress | None:
    """The kind of distress that speaks from a text, or None. Never raises.

    in_flow: something is being arranged; "ik wil niet meer", and no word besides, then stops that.

    Danger now goes before suicide, suicide before violence at home; the help texts name the
    other numbers too.
    """
    told = plain(text).text
    return notice_in(told, words_in(told), in_flow)


def notice_in(told: str, words: frozenset[str], in_flow: bool) -> Distress | None:
    """As notice, of a plain text; words: all of it, or of its beginning when it is a letter."""
    if in_flow and says_to_stop(told.strip(), in_flow=True):
        return None
    if len(told) <= _LONGEST:
        return _kind_in(told, words)
    found = {_kind_in(piece, words_in(piece)) for piece in _pieces(told)}
    return next((kind for kind, _ in _SIGNS if kind in found), None)


def without_wishes(words: Sequence[str]) -> list[str]:
    """The words of a message but those of a wish to have done with something ordinary."""
    told, known = " ".join(words), frozenset(words)
    triggers = _OF_WISHES.found_in(told, known)
    return words_of(_WISHES.blanked_from(told, known, triggers)) if triggers else list(words)


def _kind_in(text: str, words: frozenset[str]) -> Distress | None:
    """The most urgent kind in a piece of plain text; words: all of it."""
    if not words.isdisjoint(_SPOKEN):
        text = _TOGETHER.sub(r"ik \1", text)
        text = _SHORT.sub(lambda short: _FULL[short[1]], text)
        words = words_in(text)
    triggers = _TRIGGERS.found_in(text, words)
    if triggers.isdisjoint(_OF_SIGNS):
        return None  # whatever is harmless in it
    left = _HARMLESS.blanked_from(text, words, triggers)
    if left != text:
        triggers = frozenset(trigger for trigger in triggers if trigger in left)
        words = words_in(left)
    return next((kind for kind, found in _SIGNS if found.any_in(left, words, triggers)), None)


def _pieces(text: str) -> Iterator[str]:
    """A pasted letter cut between its sentences.

    Hundreds of signs would each go through all of a letter. None goes beyond a sentence, so what
    is found in a piece of a letter is what would be found if that was the message.
    """
    start = 0
    while len(text) - start > _PIECE:
        latest = start + _PIECE
        end = 1 + max(text.rfind(mark, latest - _OVERLAP, latest) for mark in _MARKS)
        yield _after(text, start, end or latest)
        start = end or latest - _OVERLAP  # a sentence without an end is cut with an overlap
    yield _after(text, start, len(text))


def _after(text: str, start: int, end: int) -> str:
    """A piece; one that does not begin the message gets a word before it, for "^" in a sign."""
    return f"_. {text[start:end]}" if start else text[:end]
