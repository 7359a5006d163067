# SPDX-License-Identifier: EUPL-1.2
"""Repairs typing slips, by the words that the packs' questions are made of.

Only a word that nobody knows is repaired: not one of the questions, not one of ordinary Dutch.
What is repaired to was seen twice, or is ordinary Dutch: questions for learning hold slips too.
A space too many in a compound is a slip as well ("verhuis bericht"), and one too few
("grofvuilophalen").
Names and addresses never come here; the caller leaves them out.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from threading import Lock

from symspellpy import SymSpell, Verbosity

_SHORTEST = 4  # shorter words have too many neighbours
_TWO_SLIPS_FROM = 8  # letters
_SHORTEST_PART = 3  # letters of a part of a compound
_SHORTEST_JOINED = 8
_OFTEN = 2  # how often a word must occur to be meant by a slip, or by a compound
_LOOKED_UP_BY = 6  # first letters; seven are quicker to look up by, and take a third longer to load
_LONGEST = 40
# Unknown words of one message that are looked up, at a tenth of a millisecond and more each. Who
# makes so many slips cannot be helped by repairing them: it is another language, or no language.
MOST_REPAIRED = 40
# They say something else before a word than as its first part: "voor school", "klein kind".
_STAND_ALONE = frozenset(
    ["voor", "van", "met", "naar", "over", "onder", "door", "achter", "tegen", "bij", "tot",
     "klein", "kleine", "groot", "grote", "oud", "oude", "nieuw", "nieuwe", "goed", "goede", "hoog",
     "lang"]
)  # fmt: skip


class Speller:
    """vocabulary: word to how often it occurs; known: more words that are right as they are.

    The index of slips is made for the first slip, or by ``make_ready``: it takes half a second,
    which a process that reads no messages need not spend.
    """

    def __init__(self, vocabulary: Mapping[str, int], known: Iterable[str]) -> None:
        self.vocabulary = dict(vocabulary)
        self.known = frozenset(known)
        self._index: SymSpell | None = None
        self._lock = Lock()  # the index is made once, and measures distances in one shared buffer
        self._repaired = lru_cache(maxsize=20_000)(self._look_up)
        self._cut = lru_cache(maxsize=20_000)(self._find_parts)

    def make_ready(self) -> None:
        """So that no message waits for the index."""
        with self._lock:
            self._made_index()

    def _made_index(self) -> SymSpell:
        """Under the lock."""
        if self._index is None:
            index = SymSpell(max_dictionary_edit_distance=2, prefix_length=_LOOKED_UP_BY)
            for word, count in self.vocabulary.items():
                if len(word) >= _SHORTEST and (count >= _OFTEN or word in self.known):
                    index.create_dictionary_entry(word, count)
            self._index = index
        return self._index

    def repaired_all(self, words: Sequence[str]) -> list[str]:
        """The words that were probably meant: compounds joined or cut, slips repaired."""
        told: list[str] = []
        looked_up = 0
        for word in self._joined(words):
            if self._is_known(word) or looked_up == MOST_REPAIRED:
                told.append(word)
                continue
            looked_up += 1
            meant = self._repaired(word)
            told += [meant] if meant != word else self._cut(word)
        return told

    def _joined(self, words: Sequence[str]) -> list[str]:
        """Two words as one where the questions know them only so: "verhuis bericht"."""
        told: list[str] = []
        for word in words:
            before = told[-1] if told else ""
            if self._is_compound(before, word):
                told[-1] = before + word
            else:
                told.append(word)
        return told

    def _is_compound(self, first: str, second: str) -> bool:
        whole = first + second
        return (
            self.vocabulary.get(whole, 0) >= _OFTEN  # first: hardly any two words are
            and len(whole) >= _SHORTEST_JOINED
            and min(len(first), len(second)) >= _SHORTEST_PART
            and first not in _STAND_ALONE
        )

    def _find_parts(self, word: str) -> list[str]:
        """The two words of the questions that this one is made of; the word itself when none."""
        if not word.isalpha() or not 2 * _SHORTEST_PART <= len(word) <= _LONGEST:
            return [word]
        cuts = (
            (word[:place], word[place:])
            for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        )
        rarest = {cut: min(self.vocabulary.get(part, 0) for part in cut) for cut in cuts}
        best = max(rarest, key=lambda cut: rarest[cut])
        return list(best) if rarest[best] >= _OFTEN else [word]

    def _is_known(self, word: str) -> bool:
        return len(word) < _SHORTEST or word in self.vocabulary or word in self.known

    def repaired(self, word: str) -> str:
        """The word that was probably meant, or the word itself."""
        return word if self._is_known(word) else self._repaired(word)

    def _look_up(self, word: str) -> str:
        if not word.isalpha() or len(word) > _LONGEST:
            return word
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        with self._lock:
            found = self._made_index().lookup(word, Verbosity.TOP, max_edit_distance=slips)
        return str(found[0].term) if found else word
