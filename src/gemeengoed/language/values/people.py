# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""Names that a resident tells, and the number on a lamp post."""

import re
from collections.abc import Iterator
from itertools import islice

from gemeengoed.language.values.found import Found, Message

_SAYS_NAME = re.compile(
    r"\b(?:ik heet|mijn naam is|mijn naam:|m'n naam is|mn naam is|naam:|naam is|ik ben|u spreekt met|"
    r"spreek met|ben genaamd|mijn naam =)\s*(?:de heer |mevrouw |dhr\.? |mevr?\.? |meneer )?"
)
_PARTICLES = frozenset([
    "de", "den", "der", "het", "'t", "ten", "ter", "te", "van", "von", "op", "in", "la", "le",
    "el", "al", "bin", "ben", "da", "di", "dos", "du", "d'", "v.d.", "vd",
])  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w'.-]*", re.UNICODE)
_STOPS = frozenset([
    "en", "ik", "wil", "mijn", "met", "ben", "woon", "op", "uit", "maar", "geboren", "heb",
    "mag", "kan", "moet", "zou", "dat", "die", "bel", "mobiel", "telefoon", "tel", "email",
    "mail", "adres", "nummer", "graag", "om", "voor", "een", "de", "het", "geen", "niet",
    "naar", "wie", "wat", "hoe", "bijna", "net", "al", "nog", "nu", "ook", "weer", "zwanger",
    "verhuisd", "getrouwd", "gescheiden", "kwijt",
])  # fmt: skip
_LONGEST_NAME = 5  # words
_MAST = re.compile(
    r"\b(?:lantaarnpaal|lantaarn|lantarenpaal|lantaren|straatlantaarn|lichtmast|mast|paal|"
    r"paalnummer|mastnummer|lampnummer)\s?(?:met )?(?:het )?(?:nummer|nr\.?|no\.?)?(?: is)?[ :]*"
    r"([a-z]{1,3}[ -]?\d{1,6}|\d{2,6}(?:[a-z]\b)?)(?!\w|[.,:]\d)"
)


def names(message: Message) -> Iterator[Found]:
    """naam, as typed, after words such as "ik heet"."""
    for match in _SAYS_NAME.finditer(message.text):
        words = list(islice(_WORD.finditer(message.typed, match.end()), _LONGEST_NAME))
        needs_capital = match[0].startswith("ik ben")
        end = _name_end(message.typed, words, match.end(), needs_capital=needs_capital)
        if end is not None:
            start = words[0].start()
            yield Found("naam", message.typed[start:end].rstrip(".-'"), start, end)


def _name_end(
    typed: str, words: list[re.Match[str]], position: int, *, needs_capital: bool
) -> int | None:
    """Where the name ends; None when there is none. Capitals decide where there are any."""
    capitals = needs_capital or any(word[0][0].isupper() for word in words[:1])
    end: int | None = None
    for word in words:
        between = typed[position : word.start()]
        if between.strip() or "\n" in between:
            break
        plain = word[0].lower().rstrip(".")
        particle = plain in _PARTICLES and end is not None
        if capitals and not word[0][0].isupper() and not particle:
            break
        if not capitals and (plain in _STOPS - _PARTICLES or (plain in _STOPS and not particle)):
            break
        position = word.end()
        if not particle:
            end = position
    return end


def masts(message: Message) -> Iterator[Found]:
    """mastnummer, in capitals, as it stands on the post."""
    for match in _MAST.finditer(message.text):
        number = match[1].upper().replace(" ", "-")
        yield Found("mastnummer", number, match.start(1), match.end(1))
