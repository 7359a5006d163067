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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    triggers: tuple[str, ...]
    words: re.Pattern[str]
    beside: tuple[re.Pattern[str], ...] = ()  # these stand close to the words

    def occurs(self, text: str) -> bool:
        """Whether the sign stands in a plain text (lower case, no accents)."""
        if not any(trigger in text for trigger in self.triggers):
            return False
        if not self.beside:
            return bool(self.words.search(text))
        return any(
            all(other.search(near) for other in self.beside)
            for match in islice(self.words.finditer(text), _MOST_TRIES)
            for near in (_around(text, match.start(), match.end()),)
        )


def _around(text: str, start: int, end: int) -> str:
    """What stands close to a piece of text, in the same sentence."""
    before = _SENTENCE_END.split(text[max(0, start - _CLOSE) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _CLOSE], maxsplit=1)[0]
    return before + text[start:end] + after


def signs(source: str, lists: Mapping[str, str]) -> tuple[Sign, ...]:
    """Compile a block of lines; empty lines and lines that begin with # are skipped."""
    lines = (line.strip() for line in plain(source).text.splitlines())
    return tuple(_sign(line, lists) for line in lines if line and not line.startswith("#"))


def without(text: str, harmless: Sequence[Sign]) -> str:
    """The text with every harmless phrase blanked out."""
    for sign in harmless:
        if any(trigger in text for trigger in sign.triggers):
            text = sign.words.sub(" # ", text)
    return text


def _sign(line: str, lists: Mapping[str, str]) -> Sign:
    triggers, arrow, words = line.partition(" => ")
    if not arrow:
        raise ValueError(f"a sign without a trigger: {line!r}")
    first, *beside = (_pattern(phrase.strip(), lists) for phrase in words.split(" & "))
    return Sign(tuple(t.strip() for t in triggers.split(",")), first, tuple(beside))


def _pattern(phrase: str, lists: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_translate(phrase, lists)})(?!\w)")


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
