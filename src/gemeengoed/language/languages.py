# SPDX-License-Identifier: EUPL-1.2
"""In which language is a message? Dutch, unless another language is clear.

By its script, else by lingua's models of letters; those are asked only of messages of three words
or more in which few of the small words of Dutch stand. docs/decisions/2026-11-26-other-languages.md
"""

import re
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

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
# Words that are Dutch and in none of the other languages.
_SMALL_WORDS = (
    "ik je jij jou jouw jullie het een van voor wat hoe waar wanneer kan moet moeten wil heb "
    "hebben niet mijn mn m'n met op aan om dat zijn naar bij ook nog wie mag nieuw nieuwe uit "
    "zo wel geen graag worden wordt maar dan ons onze wij zij hij na elke deze mij uw ga gaan "
    "weet vraag kunnen kunt kun krijg krijgen kwijt gemeente aanvragen kosten kost afspraak "
    "paspoort rijbewijs vergunning "
)
_DUTCH_WORDS = frozenset(_SMALL_WORDS.split())
_SURELY_DUTCH = 4  # such words; or one in so many:
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
    latin = len(_LATIN.findall(text))
    if len(_CYRILLIC.findall(text)) > latin:
        return "uk"
    if len(_ARABIC.findall(text)) > latin:
        return "ar"
    typed = (typed or text)[:MAX_LENGTH]
    if len(_WORD.findall(own := _BORROWED.sub(" ", text))) >= _FEWEST_WORDS:
        text, typed = own, _BORROWED.sub(" ", typed)
    words = _WORD.findall(_ADDRESS.sub(" ", text))
    dutch = sum(word in _DUTCH_WORDS for word in words)
    if len(words) < _FEWEST_WORDS or dutch >= _SURELY_DUTCH or dutch * _DUTCH_SHARE >= len(words):
        return DUTCH
    return _by_letters(typed, dutch)


def _by_letters(text: str, dutch_words: int) -> str:
    shares = {
        _LANGUAGES[found.language]: found.value
        for found in _detector().compute_language_confidence_values(text)
    }
    best = max(shares, key=lambda code: shares[code])
    times = _TIMES_DUTCH * (1 + dutch_words) * _LIKE_DIALECT.get(best, 1.0)
    is_clear = shares[best] >= _LEAST and shares[best] >= times * shares[DUTCH]
    return best if is_clear else DUTCH


@cache
def _detector() -> LanguageDetector:
    """Reads its models when it is first asked, about 0.1 s; may be shared between threads."""
    return LanguageDetectorBuilder.from_languages(*_LANGUAGES).build()
