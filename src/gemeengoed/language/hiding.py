# SPDX-License-Identifier: EUPL-1.2
"""Hides who somebody is and how they can be found, where others are to read what was typed.

Beside masking.py, which hides numbers before anything is stored. What is found by the grammars and
by the words around it goes; a name that nothing announces stays. So a person looks, too.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from gemeengoed.language.masking import mask
from gemeengoed.language.normalising import plain
from gemeengoed.language.reading import Context, Value
from gemeengoed.language.values.finding import NOWHERE, values_in

# Words that preparing.py leaves out when a reader learns from them, like those of masking.TOKENS.
NAME = "[naam verborgen]"
ADDRESS = "[adres verborgen]"
DAY = "[datum verborgen]"
NUMBER = "[nummer verborgen]"
_OF_VALUES = {
    "naam": NAME,
    "straat": ADDRESS,
    "huisnummer": ADDRESS,
    "toevoeging": ADDRESS,
    "postcode": ADDRESS,
    "telefoon": "[telefoonnummer verborgen]",
    "email": "[mailadres verborgen]",
    "kenteken": "[kenteken verborgen]",
}
_YEAR = re.compile(r"\d{4}|\d+\D+\d+\D+\d+")  # a day with its year may be a day of birth
_LONG_NUMBER = re.compile(r"(?<![\w\[])(?:[A-Z]{2}-)?\d(?:[ .-]?\d){5,}(?!\w)")
_LINK = re.compile(r"\bhttps?://\S+")
_PARTICLE = r"(?:(?:van|de|der|den|ter|ten|'t|el|al|ben)\s+)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_NAME = rf"{_PARTICLE}*{_CAPITAL}(?:\s+{_PARTICLE}*{_CAPITAL}){{0,3}}"
_KIN = (
    "man|vrouw|zoon|zoontje|dochter|dochtertje|vader|moeder|pa|ma|broer|broertje|zus|zusje|"
    "vriend|vriendin|partner|ex|kind|opa|oma|tante|oom|buurman|buurvrouw|baas|huisbaas"
)
_ANNOUNCED = re.compile(
    rf"\b(?i:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|de heer|buurman|buurvrouw|"
    rf"(?:mijn|m'n|mn|me|onze|zijn|haar) (?:{_KIN}))\s+({_NAME})"
)
_SHORT_TITLE = re.compile(rf"\b(?i:mevr\.?|mw\.?|dhr\.?)\s+({_PARTICLE}*[^\W\d_][\w'’-]+)")
_SIGNED = re.compile(
    r"(?i:\b(?:vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|gr))\b[\s,.!-]*"
    r"([^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,3})\s*\Z"
)
_NAME_WORD = re.compile(rf"{_CAPITAL}")
_SHORTEST_NAME = 3  # letters of a name that is hidden wherever it stands
_TOUCHING = re.compile(r"[\s,]*\Z")

Piece = tuple[int, int, str]  # start, end, what stands there instead


def without_persons(text: str, *, today: date, context: Context = NOWHERE) -> str:
    """The text, on one line, with names, addresses, days of birth and numbers replaced by words.

    context: the streets and places of the municipality, by which addresses are found.
    """
    text, _ = mask(text)
    values = values_in(text, plain(text), today=today, context=context)
    pieces = [*_of_values(text, values), *_of_words(text)]
    pieces += _named_again(text, pieces)
    return " ".join(_replaced(text, pieces).split())


def _of_values(text: str, values: Iterable[Value]) -> Iterator[Piece]:
    for value in values:
        if value.kind in _OF_VALUES:
            yield value.start, value.end, _OF_VALUES[value.kind]
        elif value.kind.startswith("datum") and _YEAR.search(text[value.start : value.end]):
            yield value.start, value.end, DAY


def _of_words(text: str) -> Iterator[Piece]:
    for grammar in (_ANNOUNCED, _SHORT_TITLE, _SIGNED):
        for match in grammar.finditer(text):
            yield match.start(1), match.end(1), NAME
    for match in _LINK.finditer(text):
        yield match.start(), match.end(), "[link verborgen]"
    for match in _LONG_NUMBER.finditer(text):
        yield match.start(), match.end(), NUMBER


def _named_again(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The same names elsewhere in the text: "ik ben Jan … Jan wil graag"."""
    named = [text[start:end] for start, end, token in pieces if token == NAME]
    words = {word for name in named for word in _NAME_WORD.findall(name)}
    for word in words:
        if len(word) >= _SHORTEST_NAME:
            for match in re.finditer(rf"\b{re.escape(word)}\b", text):
                yield match.start(), match.end(), NAME


def _replaced(text: str, pieces: list[Piece]) -> str:
    """Pieces that touch and say the same are one; of two in one place the first counts."""
    parts: list[str] = []
    position, last = 0, ""
    for start, end, token in sorted(pieces, key=lambda piece: piece[0]):
        between = text[position:start]
        if end <= position:
            continue
        if not (parts and token == last and _TOUCHING.match(between)):
            parts += [between, token]
        position, last = end, token
    return "".join([*parts, text[position:]])
