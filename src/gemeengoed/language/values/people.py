# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""Names that a resident tells, and the number on a lamp post."""

import re
from collections.abc import Iterator
from itertools import islice

from gemeengoed.language.normalising import plain
from gemeengoed.language.values.found import Found, Message

_TITLE = r"(?:de heer |mevrouw |dhr\.? |mevr?\.? |meneer |familie |fam\.? )?"
_SAYS_NAME = re.compile(
    r"\b(?:ik heet|mijn naam is|mijn naam:|m'n naam is|mn naam is|me naam is|naam:|naam is|ik ben|"
    r"u spreekt met|je spreekt met|spreek met|ben genaamd|mijn naam =|onder (?:de )?naam|op (?:de )?naam van)"
    rf"\s*{_TITLE}"
)
# One of these words, each of them.
_BEFORE_NAME = frozenset(["naam", "ben", "heet", "spreek", "spreekt", "genaamd"])
_MAY_BE_ANYTHING = ("ik ben", "op ", "onder ")  # "ik ben ziek", "op naam van mijn zoon"
# Only with a capital, and then a name of more words or a comma: "met Kerst open?" is no name.
_WITH_NAME = re.compile(
    rf"\A\s*(?:(?:hallo|hoi|hi|goedendag|goedemorgen|goedemiddag|goedenavond|dag)[,.!]? )?met {_TITLE}"
)
_REGARDS = re.compile(
    r"\b(?:groet(?:en|jes)?|gr\.?|grt|mvg|met vriendelijke groet(?:en)?|liefs)[,.!]?\s+"
    r"(?:van )?(?=(?:[\w'.-]+\s*){1,5}\Z)"
)
_BEFORE_REGARDS = frozenset(["groet", "groeten", "groetjes", "gr", "grt", "mvg", "liefs"])
_NO_NAME = frozenset([
    "kerst", "pasen", "pinksteren", "hemelvaart", "koningsdag", "sinterklaas", "nederlander",
    "nederlandse", "belg", "belgische", "duitser", "duitse", "pool", "poolse", "turk", "turkse",
    "turks", "marokkaan", "marokkaanse", "marokkaans", "syrier", "syrische", "oekrainer",
    "oekraiense", "surinamer", "surinaamse", "engelsman", "engelse", "amerikaan", "amerikaanse",
    "fransman", "franse", "spanjaard", "spaanse", "italiaan", "italiaanse", "moslim", "christen",
    "katholiek", "hindoe", "jood", "joods", "expat", "student", "zzp", "zzp'er",
])  # fmt: skip
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
    "u", "jou", "jullie", "je", "wij", "we", "hij", "zij", "ze", "onbekend", "veranderd", "fout",
    "verkeerd", "verhuisd", "getrouwd", "gescheiden", "kwijt",
])  # fmt: skip
_LONGEST_NAME = 5  # words
_ENDING = 80  # characters under which a name may stand
_MAST = re.compile(
    r"\b(?:lantaarnpaal|lantaarn|lantarenpaal|lantaren|straatlantaarn|lichtmast|mast|paal|"
    r"paalnummer|mastnummer|lampnummer)\s?(?:met )?(?:het )?(?:nummer|nr\.?|no\.?)?(?: is)?[ :]*"
    r"([a-z]{1,3}[ -]?\d{1,6}|\d{2,6}(?:[a-z]\b)?)(?!\w|[.,:]\d)"
)


def names(message: Message) -> Iterator[Found]:
    """naam, as typed, after words such as "ik heet"; a greeting needs a name with a capital."""
    unlikely = message.words.isdisjoint(_BEFORE_NAME)
    for match in () if unlikely else _SAYS_NAME.finditer(message.text):
        found = _name(message, match.end(), needs_capital=match[0].startswith(_MAY_BE_ANYTHING))
        if found is not None:
            yield found
    yield from _greetings(message)


def _greetings(message: Message) -> Iterator[Found]:
    """A name at the beginning ("met Petra van Dijk, …") or under the message."""
    begins = _WITH_NAME.match(message.text)
    name = _name(message, begins.end(), needs_capital=True) if begins else None
    if name and (" " in str(name.value) or message.text[name.end : name.end + 1] in (",", ".")):
        yield name
    if message.words.isdisjoint(_BEFORE_REGARDS):
        return
    regards = _REGARDS.search(message.text, max(0, len(message.text) - _ENDING))
    name = _name(message, regards.end(), needs_capital=True) if regards else None
    if name:
        yield name


def _name(message: Message, position: int, *, needs_capital: bool) -> Found | None:
    words = list(islice(_WORD.finditer(message.typed, position), _LONGEST_NAME))
    end = _name_end(message.typed, words, position, needs_capital=needs_capital)
    if end is None:
        return None
    start = words[0].start()
    return Found("naam", message.typed[start:end].rstrip(".-'"), start, end)


def _name_end(
    typed: str, words: list[re.Match[str]], position: int, *, needs_capital: bool
) -> int | None:
    """Where the name ends; None when there is none. Capitals decide where there are any."""
    if words and plain(words[0][0]).text in _NO_NAME:
        return None
    capitals = needs_capital or any(word[0][0].isupper() for word in words[:1])
    end: int | None = None
    for word in words:
        between = typed[position : word.start()]
        if between.strip() or "\n" in between:
            break
        lower = word[0].lower().rstrip(".")
        particle = lower in _PARTICLES and end is not None
        if capitals and not word[0][0].isupper() and not particle:
            break
        if not capitals and (lower in _STOPS - _PARTICLES or (lower in _STOPS and not particle)):
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
