# SPDX-License-Identifier: EUPL-1.2
"""In which language is a message? Dutch, unless another language is clear.

By its script, else by lingua's models of letters; those are asked only of messages of three words
or more in which few of the usual words of Dutch stand. docs/decisions/2026-11-26-other-languages.md
"""

import re
from collections.abc import Sequence
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from gemeengoed.language.dutch_words import DUTCH_WORDS, SHARED_WORDS, SMALL_WORDS

DUTCH = "nl"
MAX_LENGTH = 300  # characters that are looked at: enough to be sure
_FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{2,}(?:'[^\W\d_]+)?")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN = re.compile(r"[a-z]")
_ADDRESS = re.compile(r"\S*(?:@|www\.|://)\S*")
# Who writes in another language uses the Dutch names of things: they tell nothing.
_BORROWED = re.compile(
    r"\b(?:gemeente\w*|stadhuis|stadskantoor|burgerzaken|afspraak|paspoort|rijbewijs|uittreksel|"
    r"huisarts|verhuizing|[^\W\d_]{3,}(?:straat|laan|weg|plein|gracht|kade))\b",
    re.IGNORECASE,
)
_SURELY_DUTCH = 4  # Dutch words; or one in so many of those that tell anything:
_DUTCH_SHARE = 3
_LEAST = 0.35  # of the probability
_TIMES_DUTCH = 2.0  # as probable as Dutch, and as much again for each Dutch word
_LIKE_DIALECT = {"de": 2.0}  # dialects of the east look German
_LANGUAGES = {
    Language.DUTCH: DUTCH, Language.ENGLISH: "en", Language.GERMAN: "de",
    Language.FRENCH: "fr", Language.POLISH: "pl", Language.TURKISH: "tr",
}  # fmt: skip


def language_of(text: str, typed: str | None = None) -> str:
    """ISO 639-1 code of a plain text; typed: the same with its accents, where they are known.

    Knows English, German, French, Polish, Turkish, Arabic and Ukrainian. Other languages in
    Cyrillic come out as Ukrainian, others in Arabic script as Arabic.
    """
    text = text[:MAX_LENGTH]
    if not text.isascii():
        latin = len(_LATIN.findall(text))
        if len(_CYRILLIC.findall(text)) > latin:
            return "uk"
        if len(_ARABIC.findall(text)) > latin:
            return "ar"
    words = _WORD.findall(_without_addresses(text))
    if len(words) < _FEWEST_WORDS or _are_surely_dutch(words):
        return DUTCH
    typed = (typed or text)[:MAX_LENGTH]
    own = _WORD.findall(_BORROWED.sub(" ", text))
    if len(own) >= _FEWEST_WORDS:
        words, typed = own, _BORROWED.sub(" ", typed)
    return _by_letters(typed, sum(map(SMALL_WORDS.__contains__, words)))


def is_dutch_at_a_glance(text: str, words: frozenset[str]) -> bool:
    """Whether so many words are Dutch that language_of need not be asked; words: of the text."""
    usual = text.isascii() and len(text) <= MAX_LENGTH
    return usual and len(words & DUTCH_WORDS) >= _SURELY_DUTCH


def _without_addresses(text: str) -> str:
    has_one = "@" in text or "www." in text or "://" in text
    return _ADDRESS.sub(" ", text) if has_one else text


def _are_surely_dutch(words: Sequence[str]) -> bool:
    dutch = sum(map(DUTCH_WORDS.__contains__, words))
    telling = len(words) - sum(map(SHARED_WORDS.__contains__, words))
    return dutch >= _SURELY_DUTCH or dutch * _DUTCH_SHARE >= max(1, telling)


def _by_letters(text: str, dutch_words: int) -> str:
    whole = text.encode("utf-8", "ignore").decode()  # half a character cannot be handed over
    shares = {
        _LANGUAGES[found.language]: found.value
        for found in _detector().compute_language_confidence_values(whole)
    }
    best = max(shares, key=lambda code: shares[code])
    times = _TIMES_DUTCH * (1 + dutch_words) * _LIKE_DIALECT.get(best, 1.0)
    is_clear = shares[best] >= _LEAST and shares[best] >= times * shares[DUTCH]
    return best if is_clear else DUTCH


def read_models() -> None:
    """Read lingua's models now, so that no message waits for them."""
    _by_letters("dit is wat er staat", 0)


@cache
def _detector() -> LanguageDetector:
    """Reads its models when it is first asked, about 0.1 s; may be shared between threads."""
    return LanguageDetectorBuilder.from_languages(*_LANGUAGES).build()
