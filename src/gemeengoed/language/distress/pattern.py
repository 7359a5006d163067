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
from itertools import islice

from gemeengoed.language.normalising import plain

_SEPARATOR = r"[\s,'\"()-]+"
_WORD = r"[^\s.?!;:,]+"
_GAP = rf"(?:{_WORD}{_SEPARATOR}){{0,4}}?"
_TOKEN = re.compile(r"<(\w+)>| \[([^\]]+)\]|\[([^\]]+)\] |(~) |( )|(\*)|(\$)|(\^)|(_)")


_CLOSE = 70  # characters on either side
_MOST_TRIES = 20  # in one message
_SENTENCE_END = re.compile(r"[.?!;\n]")


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
    """Many signs, found by their triggers first: most texts hold none."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._by_trigger: dict[str, list[Sign]] = {}
        for sign in signs:
            for trigger in sign.triggers:
                self._by_trigger.setdefault(trigger, []).append(sign)

    def __iter__(self) -> Iterator[Sign]:
        return iter(dict.fromkeys(sign for signs in self._by_trigger.values() for sign in signs))

    def _triggered(self, text: str) -> list[Sign]:
        found = [signs for trigger, signs in self._by_trigger.items() if trigger in text]
        return list(dict.fromkeys(sign for signs in found for sign in signs))

    def any_in(self, text: str) -> bool:
        """Whether one of the signs stands in a plain text."""
        return any(sign.stands_in(text) for sign in self._triggered(text))

    def blanked_from(self, text: str) -> str:
        """The text with every phrase of these signs blanked out."""
        for sign in self._triggered(text):
            text = _compiled(sign.phrases[0]).sub(" # ", text)
        return text


def signs(source: str, lists: Mapping[str, str]) -> Signs:
    """Compile a block of lines; empty lines and lines that begin with # are skipped."""
    # line by line: a plain text is cut off at the length of the longest message
    lines = (plain(line).text.strip() for line in source.splitlines())
    return Signs([_sign(line, lists) for line in lines if line and not line.startswith("#")])


def _sign(line: str, lists: Mapping[str, str]) -> Sign:
    triggers, arrow, words = line.partition(" => ")
    if not arrow:
        raise ValueError(f"a sign without a trigger: {line!r}")
    phrases = tuple(_phrase(phrase.strip(), lists) for phrase in words.split(" & "))
    return Sign(tuple(t.strip() for t in triggers.split(",")), phrases)


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
