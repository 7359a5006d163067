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
from functools import cache
from itertools import chain, islice

from gemeengoed.language.normalising import plain

_SEPARATOR = r"[\s,'\"()-]+"
_WORD = r"[^\s.?!;:,]+"
_GAP = rf"(?:{_WORD}{_SEPARATOR}){{0,4}}?"
_TOKEN = re.compile(r"<(\w+)>| \[([^\]]+)\]|\[([^\]]+)\] |(~) |( )|(\*)|(\$)|(\^)|(_)")


_BEGINNING = 3  # characters; no trigger is shorter
_CLOSE = 70  # characters on either side
_MOST_TRIES = 20  # in one message
_SENTENCE_END = re.compile(r"[.?!;\n]")


Beginnings = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sign:
    """phrases: regular expressions; all of them stand close together.

    They are compiled when a text first has a trigger, so that the many signs cost no start-up.
    """

    triggers: tuple[str, ...]
    phrases: tuple[str, ...]

    def stands_in(self, text: str) -> bool:
        """Whether the words stand in a plain text (lower case, no accents) with a trigger."""
        words, *beside = map(_compiled, self.phrases)
        if not beside:
            return bool(words.search(text))
        return any(
            all(other.search(near) for other in beside)
            for match in islice(words.finditer(text), _MOST_TRIES)
            for near in (_around(text, match.start(), match.end()),)
        )


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile(phrase)


def _around(text: str, start: int, end: int) -> str:
    """What stands close to a piece of text, in the same sentence."""
    before = _SENTENCE_END.split(text[max(0, start - _CLOSE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _CLOSE], maxsplit=1)[0]
    return before + text[start:end] + after


class Signs:
    """Many signs, found by their triggers first: most texts hold none.

    And the triggers are found by their first letters, so that a text is gone through once.
    """

    def __init__(self, signs: Sequence[Sign]) -> None:
        by_trigger: dict[str, list[Sign]] = {}
        for sign in signs:
            for trigger in sign.triggers:
                by_trigger.setdefault(trigger, []).append(sign)
        self._signs = tuple(dict.fromkeys(chain.from_iterable(by_trigger.values())))
        places = {sign: place for place, sign in enumerate(self._signs)}
        self._by_beginning: dict[tuple[str, ...], list[tuple[str, list[int]]]] = {}
        for trigger, triggered in by_trigger.items():
            told = (trigger, [places[sign] for sign in triggered])
            self._by_beginning.setdefault(tuple(trigger[:_BEGINNING]), []).append(told)

    def __iter__(self) -> Iterator[Sign]:
        return iter(self._signs)

    def _triggered(self, text: str, beginnings: Beginnings) -> list[Sign]:
        found = {
            place
            for beginning in self._by_beginning.keys() & beginnings
            for trigger, places in self._by_beginning[beginning]
            if trigger in text
            for place in places
        }
        return [self._signs[place] for place in sorted(found)]

    def any_in(self, text: str, beginnings: Beginnings | None = None) -> bool:
        """Whether one of the signs stands in a plain text.

        beginnings: those of the text, for who looks for several kinds of signs in it.
        """
        beginnings = beginnings_in(text) if beginnings is None else beginnings
        return any(sign.stands_in(text) for sign in self._triggered(text, beginnings))

    def blanked_from(self, text: str, beginnings: Beginnings | None = None) -> str:
        """The text with every phrase of these signs blanked out."""
        beginnings = beginnings_in(text) if beginnings is None else beginnings
        for sign in self._triggered(text, beginnings):
            text = _compiled(sign.phrases[0]).sub(" # ", text)
        return text


def beginnings_in(text: str) -> Beginnings:
    """Every three characters that follow each other: where a trigger may begin."""
    return frozenset(zip(text, text[1:], text[2:], strict=False))


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
    phrases = tuple(_phrase(phrase.strip(), lists) for phrase in words.split(" & "))
    return Sign(triggers, phrases)


def _phrase(phrase: str, lists: Mapping[str, str]) -> str:
    return rf"(?<!\w)(?:{_translate(phrase, lists)})(?!\w)"


def _translate(words: str, lists: Mapping[str, str]) -> str:
    return _TOKEN.sub(lambda match: _meaning(match, lists), words)


def _meaning(match: re.Match[str], lists: Mapping[str, str]) -> str:
    """The regular expression for one sign of the notation."""
    name, after, before, gap, space, rest, end, begin, _ = match.groups()
    if name:
        return f"(?:{lists[name]})"
    if after:
        return f"(?:{_SEPARATOR}(?:{_translate(after, lists)}))?"
    if before:
        return f"(?:(?:{_translate(before, lists)}){_SEPARATOR})?"
    if gap:
        return _GAP
    if space:
        return _SEPARATOR
    if rest:
        return r"\w*"
    if begin:
        return r"\A\W*"
    return r"(?=\W*(?:[.!?;\n)]|\Z))" if end else r"[\s-]*"
