# SPDX-License-Identifier: EUPL-1.2
"""In which language is a message? Dutch, unless another language is clear.

By its script, else by lingua's models of letters; those are asked only of messages of three words
or more in which few of the usual words of Dutch stand. docs/decisions/2026-11-26-other-languages.md
"""

import re
from collections.abc import Sequence
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
# Words that residents often use and that the other languages hardly have (wordfreq tells each of
# them a Zipf frequency below 2). They only save asking by letters, which costs half a millisecond.
_USUAL_WORDS = (
    "aangifte aanmelden aanslag aanvraag achternaam afgewezen afval altijd ambtenaar antwoord "
    "belasting beroep besluit betaald betaalt betalen bewijs bezoek bezwaar bijdrage bijstand "
    "bijzondere blauwe blijft blijven boete bouw bouwen boven brengen buiten buitenland "
    "burgemeester burgerlijke busje buurman buurt daar deur dezelfde dochter dode doen doet "
    "dokter doorgeven drie duurt eens eerste elkaar erbij ergens eruit eten fiets fietspad gaat "
    "geboorte gedaan geeft gegevens gekregen geldig geleden gemeentelijke geregistreerd "
    "gescheiden gesprek gestolen gevallen geven gezien gezocht gisteren goed groene groep heeft "
    "hoeveel hond huishoudelijke hulp huur huurder huurwoning iemand iets ingeschreven inkomen "
    "inleveren inschrijven inschrijving jaren kaart kaartje kapot keer kenteken keuken keuring "
    "kijken kinderen kinderopvang klacht klopt kopen krijgt laat laten leggen leren loopt lopen "
    "lukt maakt maand maanden moeder muur naast nederlander nergens niks nodig nooit omdat onder "
    "ondergrondse openbare ophalen opvang opvragen ouders overleden parkeerplaats parkeren "
    "partnerschap pensioen plaats plaatsen plek politie raam regels rekening rijden riool "
    "scheiding schrijven schutting schuur slapen slecht snel spreken staan stoep straat stroom "
    "stukken subsidie tekenen telefoon terug terwijl thuis tijdens toeslag toestemming trouwen "
    "tuin tweede uitkering uitschrijven urgentie uur vakantie vanaf vandaag vanuit veel verblijf "
    "vergeten vergoeding verhuisd verhuizen verhuizing verhuurder verkeerd verklaring verkopen "
    "verlengen verlopen vervangen vervoer verzekering vijf volgende volgens voorrang vraagt "
    "vragen vrij vrouw waarde waarom wasmachine wegens weken werkt wijk wijzigen wonen woning "
    "woont zaak zegt zelf zetten ziek zien zitten zo'n zondag zonder zonnepanelen zoon zorg "
    "zorgverzekering "
)
_DUTCH_WORDS = frozenset(_SMALL_WORDS.split())
_USUAL_TOO = _DUTCH_WORDS | frozenset(_USUAL_WORDS.split())
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
    return _by_letters(typed, sum(map(_DUTCH_WORDS.__contains__, words)))


def _without_addresses(text: str) -> str:
    has_one = "@" in text or "www." in text or "://" in text
    return _ADDRESS.sub(" ", text) if has_one else text


def _are_surely_dutch(words: Sequence[str]) -> bool:
    dutch = sum(map(_USUAL_TOO.__contains__, words))
    return dutch >= _SURELY_DUTCH or dutch * _DUTCH_SHARE >= len(words)


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
