# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (word lists)
"""In which language is a message? Only where it is clear: by its script, or by its small words."""

import re

DUTCH = "nl"
_FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LATIN = re.compile(r"[a-z]")

_SMALL_WORDS = {
    "nl": "ik je jij u de het een en van voor wat hoe waar wanneer kan moet wil heb is niet mijn met op in te er dat die dit zijn naar bij ook nog om als wie mag nieuw nieuwe gemeente aanvragen kost kosten of uit aan zo wel geen hier hallo graag hebben worden wordt maar dan jullie bent door over paspoort afspraak we wij ons onze zij ze was had hij na me elk elke jaar al alle do so be af ga gaan weet bel",
    "en": "i you the a an and of for what how where when can must want have is not my with on in to it that this are do does need the please would like get new from your much cost apply am we they was if there make appointment live moved where's i'm i'd hello help could should at about",
    "de": "ich du sie der die das ein eine und von fur was wie wo wann kann muss will habe ist nicht mein meine mit auf in zu es dass sind brauche bitte mochte ein neuen neue neuer kostet viel wir bin aus nach wohne einen auch guten tag hallo beantragen meinen haben werden bei oder",
    "fr": "je tu vous le la les un une et de du des pour que quoi comment ou quand peut dois veux ai est pas mon ma mes avec sur dans il ce sont besoin voudrais bonjour merci combien coute nouveau nous suis j'ai puis faire quel quelle au aux rendez s'il plait faut",
    "pl": "ja ty pan pani jak gdzie kiedy co moge musze chce mam jest nie moj moja z na w do to ze sa potrzebuje prosze dzien dobry ile kosztuje nowy nowego jestem sie o czy dla jaki moge zlozyc mieszkam przeprowadzic",
    "tr": "ben sen siz bir ve icin ne nasil nerede zaman istiyorum var yok degil benim ile bu mi mu lazim gerekiyor merhaba lutfen kadar yeni pasaport almak nereden kimlik randevu tasindim yapmak ucreti gerek bana hangi",
}  # fmt: skip
_DUTCH_WORDS = frozenset(_SMALL_WORDS[DUTCH].split())
_SETS = {  # a word that is Dutch too tells nothing
    language: frozenset(words.split()) - (_DUTCH_WORDS if language != DUTCH else frozenset())
    for language, words in _SMALL_WORDS.items()
}
MAX_LENGTH = 1_000


def language_of(text: str) -> str:
    """ISO 639-1 code of a plain text; Dutch unless another language is clear.

    Knows English, German, French, Polish, Turkish, Arabic and Ukrainian. Other Cyrillic
    languages come out as Ukrainian.
    """
    text = text[:MAX_LENGTH]
    latin = len(_LATIN.findall(text))
    if len(_CYRILLIC.findall(text)) > latin:
        return "uk"
    if len(_ARABIC.findall(text)) > latin:
        return "ar"
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return DUTCH
    counts = {name: sum(word in known for word in words) for name, known in _SETS.items()}
    best = max(counts, key=lambda name: counts[name])
    clear = (
        counts[best] >= 2 and counts[best] >= 2 * counts[DUTCH] and counts[best] > counts[DUTCH] + 1
    )
    if not clear or counts[best] / len(words) < 0.25:
        return DUTCH
    return best
