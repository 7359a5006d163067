# SPDX-License-Identifier: EUPL-1.2
"""The small notation in which the signs of distress are written.

One sign a line: ``trigger => words``. The trigger is plain text (alternatives with a comma) that
must occur before the words are looked for, which keeps the detector quick. In the words:

- a space is any white space or comma, ``_`` an optional space or dash, ``*`` the rest of a word,
- ``~`` at most four words in between, ``$`` the end of the sentence, ``^`` the
  begin of the message,
- ``(a|b)`` a choice, ``[word]`` a word that may be left out, ``<name>`` a named list,
- `` & `` between phrases: all of them stand close together in one sentence, in any order.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice

from gemeengoed.language.distress.needed import words_needed
from gemeengoed.language.normalising import plain

_SEPARATOR = r"[\s,'\"()-]+"
_WORD = r"[^\s.?!;:,]+"
_GAP = rf"(?:{_WORD}{_SEPARATOR}){{0,4}}?"
_LIST = re.compile(r"<(\w+)>")
_WORDS = re.compile(r"\w+")
_TOKEN = re.compile(r" \[([^\]]+)\]|\[([^\]]+)\] |(~) |( )|(\*)|(\$)|(\^)|(_)")

_BEGINNING = 3  # characters; no trigger is shorter
_CLOSE = 70  # characters on either side
_MOST_TRIES = 20  # in one message
_KEPT = 8192  # words, and groups of triggers, of which is remembered what they lead to
_SENTENCE_END = re.compile(r"[.?!;\n]")


@dataclass(frozen=True, slots=True)
class Sign:
    """phrases: in the notation, without named lists; all of them stand close together.

    They are compiled when a text first has a trigger and the words that they need, so that the
    many signs cost no start-up.
    """

    triggers: tuple[str, ...]
    phrases: tuple[str, ...]

    def stands_in(self, text: str, words: frozenset[str]) -> bool:
        """Whether it stands in a plain text (lower case, no accents) with a trigger.

        words: all of the text.
        """
        if self._misses_one_of(words):
            return False
        told, *beside = map(_compiled, self.phrases)
        if not beside:
            return bool(told.search(text))
        return any(
            all(other.search(near) for other in beside)
            for match in islice(told.finditer(text), _MOST_TRIES)
            for near in (_around(text, match.start(), match.end()),)
        )

    def blanked_from(self, text: str, words: frozenset[str]) -> str:
        """The text with the phrase blanked out."""
        return text if self._misses_one_of(words) else _compiled(self.phrases[0]).sub(" # ", text)

    def _misses_one_of(self, words: frozenset[str]) -> bool:
        """Whether a text with these words lacks one that the phrases cannot do without."""
        return any(map(words.isdisjoint, words_needed(self.phrases)))


def _around(text: str, start: int, end: int) -> str:
    """What stands close to a piece of text, in the same sentence."""
    before = _SENTENCE_END.split(text[max(0, start - _CLOSE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _CLOSE], maxsplit=1)[0]
    return before + text[start:end] + after


class Signs:
    """Many signs, found by their triggers first: most texts hold none."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._signs = tuple(signs)
        self._by_trigger: dict[str, list[int]] = {}
        for number, sign in enumerate(self._signs):
            for trigger in sign.triggers:
                self._by_trigger.setdefault(trigger, []).append(number)
        self.triggers = frozenset(self._by_trigger)
        self._with = lru_cache(maxsize=_KEPT)(self._looked_up)

    def __iter__(self) -> Iterator[Sign]:
        return iter(self._signs)

    def _looked_up(self, triggers: frozenset[str]) -> tuple[Sign, ...]:
        """The signs with one of these triggers, in their order; kept for when it is asked again."""
        numbers = set(chain.from_iterable(self._by_trigger[trigger] for trigger in triggers))
        return tuple(self._signs[number] for number in sorted(numbers))

    def any_in(self, text: str, words: frozenset[str], triggers: frozenset[str]) -> bool:
        """Whether one of the signs stands in a plain text; words, triggers: all that it has."""
        ours = triggers & self.triggers
        return bool(ours) and any(sign.stands_in(text, words) for sign in self._with(ours))

    def blanked_from(self, text: str, words: frozenset[str], triggers: frozenset[str]) -> str:
        """The text with every phrase of these signs blanked out."""
        for sign in self._with(triggers & self.triggers):
            text = sign.blanked_from(text, words)
        return text


class Triggers:
    """Those of several kinds of signs, looked for word by word: most words are met again."""

    def __init__(self, triggers: frozenset[str]) -> None:
        self._by_beginning: dict[str, list[tuple[str, str]]] = {}
        for trigger in triggers:
            within = max(_WORDS.findall(trigger), key=len)
            self._by_beginning.setdefault(within[:_BEGINNING], []).append((within, trigger))
        self._of_word = lru_cache(maxsize=_KEPT)(self._of_new_word)

    def found_in(self, text: str, words: frozenset[str]) -> frozenset[str]:
        """All triggers in a plain text; words: all that it has."""
        likely = chain.from_iterable(map(self._of_word, words))
        return frozenset(trigger for trigger in likely if trigger in text)

    def _of_new_word(self, word: str) -> tuple[str, ...]:
        """Triggers of which the longest word stands in this one."""
        beginnings = {word[i : i + _BEGINNING] for i in range(len(word))}
        return tuple(
            trigger
            for beginning in self._by_beginning.keys() & beginnings
            for within, trigger in self._by_beginning[beginning]
            if within in word
        )


def signs(source: str, lists: Mapping[str, str]) -> Signs:
    """Compile a block of lines; empty lines and lines that begin with # are skipped."""
    # line by line: a plain text is cut off at the length of the longest message
    lines = (plain(line).text.strip() for line in source.splitlines())
    return Signs([_sign(line, lists) for line in lines if line and not line.startswith("#")])


def _sign(line: str, lists: Mapping[str, str]) -> Sign:
    before, arrow, words = line.partition(" => ")
    if not arrow:
        raise ValueError(f"a sign without a trigger: {line!r}")
    triggers = tuple(trigger.strip() for trigger in before.split(","))
    if min(map(len, triggers)) < _BEGINNING:
        raise ValueError(f"a trigger of one or two characters: {line!r}")
    words = _LIST.sub(lambda name: f"({lists[name[1]]})", words)
    return Sign(triggers, tuple(phrase.strip() for phrase in words.split(" & ")))


def expression(phrase: str) -> str:
    """The regular expression for a phrase in the notation."""
    return rf"(?<!\w)(?:{_translate(phrase)})(?!\w)"


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile(expression(phrase))


def _translate(words: str) -> str:
    return _TOKEN.sub(_meaning, words)


def _meaning(match: re.Match[str]) -> str:
    """The regular expression for one sign of the notation."""
    after, before, gap, space, rest, end, begin, _ = match.groups()
    if after:
        return f"(?:{_SEPARATOR}(?:{_translate(after)}))?"
    if before:
        return f"(?:(?:{_translate(before)}){_SEPARATOR})?"
    if gap:
        return _GAP
    if space:
        return _SEPARATOR
    if rest:
        return r"\w*"
    if begin:
        return r"\A\W*"
    return r"(?=\W*(?:[.!?;\n)]|\Z))" if end else r"[\s-]*"
