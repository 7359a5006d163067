# SPDX-License-Identifier: EUPL-1.2
"""What a grammar finds, and the number words that several grammars share."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its place in the plain text."""

    kind: str
    value: str | int | float
    start: int
    end: int
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What a grammar gets. text is plain (lower case, no accents); typed is the original.

    Both have the same length unless the original had invisible or double characters; then
    typed equals text. words, has_digits: most grammars need not look at a message without certain
    words, or without a digit; a word is a run of letters. expected: input kind of the open
    question.
    """

    text: str
    typed: str
    words: frozenset[str]
    has_digits: bool
    expected: str | None = None


_UNITS = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien",
]  # fmt: skip
_UNITS += ["vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"]
_TENS = {"dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
         "negentig": 90}  # fmt: skip
NUMBER_WORDS = {word: number for number, word in enumerate(_UNITS)} | _TENS
NUMBER_WORDS |= {
    f"{_UNITS[unit]}en{tens}": value + unit
    for tens, value in {"twintig": 20, **_TENS}.items()
    for unit in range(1, 10)
}
# Things that are counted: a figure before one of them is no year, minute or cent.
COUNTED = (
    r"(?:personen|persoon|pers|mensen|man|gasten|kinderen|kind|euro|eur|keer|maal|stuks|jaar|"
    r"maanden|weken|dagen|uur|u|meter|mtr|m|cm|procent)\b"
)
_WORDS = "|".join(sorted((w for w in NUMBER_WORDS if w != "nul"), key=len, reverse=True))
NUMBER = rf"(?:\d{{1,4}}|{_WORDS})"  # a whole number, in digits or words
BEFORE = r"(?<![\w.,/-])"  # a number does not begin in the middle of another
NUMBER_BEGINNINGS = frozenset(word[:3] for word in NUMBER_WORDS)
AFTER = r"(?![\w/-]|[.,]\d)"


_HUNDREDS = re.compile(r"(.*?)honderd(?:en)?(.*)")
_THOUSANDS = re.compile(r"(.*?)duizend(?:en)?(.*)")


def in_words(word: str) -> int | None:
    """``tweehonderdvijftig`` as 250, without spaces; None for what is no number below a million."""
    for pattern, size in ((_THOUSANDS, 1000), (_HUNDREDS, 100)):
        if match := pattern.fullmatch(word):
            times = in_words(match[1]) if match[1] else 1
            rest = in_words(match[2]) if match[2] else 0
            return None if times is None or rest is None else times * size + rest
    return NUMBER_WORDS.get(word)


def number(text: str) -> int:
    """The value of what NUMBER matched."""
    return int(text) if text.isdigit() else NUMBER_WORDS[text]


def decimal(text: str) -> float:
    """``1,50`` and ``1.50`` and ``1.250,50`` as a number."""
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        text = text.replace(".", "")
    return float(text)
