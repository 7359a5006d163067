# SPDX-License-Identifier: EUPL-1.2
"""Which words a phrase cannot do without: in most texts one of them is missing.

That is told by looking into a set, which takes a hundredth of the time of looking for the phrase.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

_LEFT_OUT = re.compile(r" \[[^\]]+\]|\[[^\]]+\] ")
_CHOICE = re.compile(r"\^?\(([\w|*~$' -]+)\)\$?")
_ONE = re.compile(r"\^?([\w*$'-]+)")
_BETWEEN = re.compile(r"[ '-]")
_WHOLE_WORD = re.compile(r"[^\W_]+\$?")


@cache
def words_needed(phrases: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Sets of words: one of each of them stands in every text in which all phrases stand.

    phrases: in the notation that ``pattern`` tells of, without named lists. The smallest set comes
    first, as it is looked into soonest and most often missing.
    """
    elements = chain.from_iterable(_elements(_LEFT_OUT.sub("", phrase)) for phrase in phrases)
    return tuple(sorted(filter(None, map(_one_of, elements)), key=len))


def _elements(phrase: str) -> Iterator[str]:
    """What stands between spaces, a choice being one element."""
    element, depth = "", 0
    for part in phrase.split(" "):
        element = f"{element} {part}" if depth else part
        depth += part.count("(") - part.count(")")
        if not depth:
            yield element


def _one_of(element: str) -> frozenset[str] | None:
    """One word of each alternative; None where one has none that is written in full."""
    choice = _CHOICE.fullmatch(element) or _ONE.fullmatch(element)
    told = [_longest_word(alternative) for alternative in choice[1].split("|")] if choice else []
    return frozenset(told) if told and all(told) else None


def _longest_word(alternative: str) -> str:
    """Empty when there is none: "zelf_moord", "lach*"."""
    words = (word for word in _BETWEEN.split(alternative) if _WHOLE_WORD.fullmatch(word))
    return max(words, key=len, default="").rstrip("$")
