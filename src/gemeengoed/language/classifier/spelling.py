# SPDX-License-Identifier: EUPL-1.2
"""Repairs typing slips, by the words that the packs' questions are made of.

Only a word that nobody knows is repaired: not one of the questions, not one of ordinary Dutch.
Names and addresses never come here; the caller leaves them out.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from threading import Lock

from symspellpy import SymSpell, Verbosity

_SHORTEST = 4  # shorter words have too many neighbours
_TWO_SLIPS_FROM = 8  # letters


class Speller:
    """vocabulary: word to how often it occurs; known: more words that are right as they are."""

    def __init__(self, vocabulary: Mapping[str, int], known: Iterable[str]) -> None:
        self.vocabulary = dict(vocabulary)
        self.known = frozenset(known)
        self._index = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word, count in self.vocabulary.items():
            if len(word) >= _SHORTEST:
                self._index.create_dictionary_entry(word, count)
        self._lock = Lock()  # the index measures distances in one shared buffer
        self._repaired = lru_cache(maxsize=20_000)(self._look_up)

    def repaired(self, word: str) -> str:
        """The word that was probably meant, or the word itself."""
        if len(word) < _SHORTEST or word in self.vocabulary or word in self.known:
            return word
        return self._repaired(word)

    def _look_up(self, word: str) -> str:
        if not word.isalpha() or len(word) > 40:
            return word
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        with self._lock:
            found = self._index.lookup(word, Verbosity.TOP, max_edit_distance=slips)
        return str(found[0].term) if found else word
