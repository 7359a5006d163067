# SPDX-License-Identifier: EUPL-1.2
"""One plain spelling of what a resident typed, with the way back to the place in the text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MAX_LENGTH = 20_000  # characters that are looked at; a door refuses longer messages earlier

_PUNCTUATION = {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"'} | {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": ".", "\u00a0": " ", "€": "€",
}  # fmt: skip
# Cyrillic and Greek letters that look Latin; only read as Latin inside a word with Latin letters.
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһкмтвηοαρτυ", "aeopcyxijsdhkmtbnoaptu")
_LOOKS_LATIN = re.compile(r"[\u0370-\u04ff]")
_UNUSUAL = re.compile(r"[^\x00-\x7f]")
_RUN = re.compile(r"\w+")
_MIXED = re.compile(r"[a-z][\u0370-\u04ff]|[\u0370-\u04ff][a-z]")


@dataclass(frozen=True, slots=True)
class Plain:
    """text in lower case without accents and invisible characters.

    origins: for each of its characters the place in the original; None when equal.
    """

    text: str
    origins: tuple[int, ...] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The start and end in the original text of a piece of the plain text."""
        if self.origins is None or end <= start:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1


def plain(text: str) -> Plain:
    """The plain spelling of a text of any kind; never raises."""
    text = text[:MAX_LENGTH]
    if text.isascii():
        return Plain(_ascii(text))
    unusual = {character: _letters(character) for character in set(_UNUSUAL.findall(text))}
    if all(len(letters) == 1 for letters in unusual.values()):
        joined = _UNUSUAL.sub(lambda found: unusual[found[0]], text)
        return Plain(_without_lookalikes(_ascii(joined)))
    letters = list(map(_letters, text))
    joined = _without_lookalikes("".join(letters))
    return Plain(joined, tuple(i for i, told in enumerate(letters) for _ in told))


def _ascii(text: str) -> str:
    """In lower case and without controls, as far as its ASCII characters go."""
    lower = text.lower()
    return lower if lower.isprintable() else lower.translate(_ASCII_CONTROLS)


def _without_lookalikes(text: str) -> str:
    return _RUN.sub(_in_latin, text) if _LOOKS_LATIN.search(text) else text


def _in_latin(word: re.Match[str]) -> str:
    return word[0].translate(_LOOKALIKES) if _MIXED.search(word[0]) else word[0]


_ASCII_CONTROLS = {code: " " for code in range(32) if code != 10} | {127: " "}


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    """Lower case, without accent; a ligature or full-width letter in ordinary letters."""
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    category = unicodedata.category(character)
    if category in ("Cf", "Cs", "Co", "Cn"):  # invisible or not a character
        return ""
    if category.startswith(("Z", "Cc")):
        return "\n" if character == "\n" else " "
    decomposed = unicodedata.normalize("NFKD", character.lower()).lower()  # "™" is "TM" at first
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept if len(kept) <= 4 else " "
