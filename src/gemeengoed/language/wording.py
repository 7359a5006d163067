# SPDX-License-Identifier: EUPL-1.2
"""The words of a text, such that style and numbers make no difference."""

import re

_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"\w+")
# One word for the reader, whatever the style: "je" and "u" must not make a difference.
_READER = dict.fromkeys(
    (
        "je",
        "jij",
        "jou",
        "jouw",
        "jouwe",
        "jullie",
        "u",
        "uw",
        "uwe",
        "ge",
        "gij",
        "gy",
        "jezelf",
        "uzelf",
    ),
    "je",
)
# Words that carry no topic by themselves.
EMPTY_WORDS = frozenset([
    "je", "ik", "de", "het", "een", "en", "of", "maar", "dan", "dat", "die", "dit", "deze",
    "daar", "er", "hier", "is", "zijn", "was", "wat", "hoe", "waar", "wie", "wanneer", "kan",
    "kun", "kunt", "moet", "moeten", "mag", "wil", "wilt", "heb", "hebben", "heeft", "voor",
    "van", "naar", "met", "op", "in", "aan", "om", "te", "bij", "uit", "ook", "nog", "wel",
    "niet", "geen", "mijn", "me", "mij", "we", "wij", "ze", "hij", "zij", "zo", "nu", "al",
    "eigenlijk", "graag", "even", "eens", "precies", "ongeveer", "iets", "meer", "weten",
    "doen", "gaan", "maken", "krijgen", "ben", "bent", "wordt", "worden", "zou", "zit",
    "hoeveel", "lang", "duur", "ok", "oke", "ja", "nee", "hoelang", "welke", "daarvoor",
    "ervoor", "daarvan", "zelf", "0", "euro", "hoor",
])  # fmt: skip
_KEPT_NUMBERS = frozenset({"112", "113", "144"})


def words_in(text: str) -> frozenset[str]:
    """All words of a plain text, each as it stands there: to see at once what a text lacks."""
    return frozenset(_RUN.findall(text))


def words_of(text: str) -> list[str]:
    """The words of a plain text; numbers are all one word, except well-known ones."""
    return [_known_word(word) for word in _WORD.findall(text)]


def _known_word(word: str) -> str:
    if word in _READER:
        return _READER[word]
    if word.isdigit() and word not in _KEPT_NUMBERS:
        return "0"
    return word
