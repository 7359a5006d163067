# SPDX-License-Identifier: EUPL-1.2
"""Words that are judged by a list: official ones with better words, and well-known ones."""

import re
from collections.abc import Iterable, Mapping


class WordList:
    """better: official word or group of words (lower case) to what to write instead.

    known: words that are fine although they are rare or long, or short for something.
    """

    def __init__(self, better: Mapping[str, str], known: Iterable[str]) -> None:
        self.better = {words.lower(): advice for words, advice in better.items()}
        self.known = frozenset(word.lower() for word in known)
        names = sorted((word for word in self.known if " " in word), key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, names))) if names else None
        longest_first = sorted(self.better, key=len, reverse=True)
        choices = "|".join(re.escape(words) for words in longest_first)
        self._official = re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])") if choices else None

    def official_in(self, sentence: str) -> list[tuple[str, str]]:
        """Each official word in it, as listed, with its advice."""
        if self._official is None:
            return []
        text = sentence.lower()
        if self._names is not None:
            text = self._names.sub("", text)
        found = dict.fromkeys(match.group() for match in self._official.finditer(text))
        return [(words, self.better[words]) for words in found]
