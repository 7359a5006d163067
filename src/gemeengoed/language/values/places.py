# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""Addresses: postcode, street, house number with addition, place; from which and to which."""

import re
from collections.abc import Iterator
from functools import lru_cache

from stdnum.nl import postcode as dutch_postcode

from gemeengoed.language.values.found import COUNTED, Found, Message
from gemeengoed.language.values.nearness import nearest

_POSTCODE = re.compile(r"(?<![\w-])([1-9]\d{3})( ?)([a-z]{2})(?![\w-])")
_SHORT_WORDS = frozenset([
    "in", "is", "op", "en", "na", "om", "de", "we", "ik", "ze", "je", "of", "te", "al", "er",
    "nu", "me", "mn", "ga", "ja", "uw", "zo", "af", "bv", "cm", "km", "mm", "eu", "ok", "dm",
    "st", "nr", "tm", "up", "wc", "tv", "ad", "be", "by", "m2", "ha", "va", "zn",
])  # fmt: skip
_NUMBER = (
    r"(\d{1,5})(?:(?:-| )?(bis|hs|huis|boven|beneden|rood|zwart|i{1,3})\b|-? ?([a-h])(?![\w'])"
    r"|-?([a-z]{1,2}|[a-z]\d{1,2})(?![\w'])|[-/](\d{1,4})(?!\d|[-/])"
    r"|,? toev(?:oeging)?\.?:? ?([a-z0-9]{1,4})\b)?(?![\w:]|[.,]\d|-\d)"
)
_STREET_END = (
    "straat|straatje|laan|weg|plein|kade|hof|dijk|gracht|singel|pad|steeg|plantsoen|dreef|kamp|"
    "markt|wal|park|baan|ring|veld|akker|brink|boulevard|erf|gaarde|weide|haven|zijde|oord|burg|"
    "horst|kwartier|straat|staat|lan|lei|vaart|zoom|str|ln"
)
_STREET_ENDS = tuple(_STREET_END.split("|"))
_PREFIX = (
    "burgemeester|burg\\.?|dr\\.?|prof\\.?|prins|prinses|koningin|koning|st\\.?|sint|oude|nieuwe|"
    "grote|kleine|lange|korte|van|de|der|den|het|'t|jan|willem|johan|maria|generaal|admiraal|"
    "pastoor|dokter|meester|mr\\.?"
)
_ANY_STREET = re.compile(
    rf"(?<![\w'-])((?:(?:{_PREFIX}) ){{0,3}}(?:'s-)?[a-z][a-z'.-]{{0,40}}(?:{_STREET_END})|"
    rf"(?:oude|nieuwe|grote|kleine|lange|korte) (?:{_STREET_END})),? "
    rf"(?:nummer |nr\.? |huisnummer )?{_NUMBER}(?! ?(?:plus|{COUNTED}))"
)
_NO_STREET = re.compile(r"(?:blad|voor|achter|boven|onder|binnen|buiten|keer|tegen)zijde\Z")
_LEADING = re.compile(r"(?:(?:de|het|van|den|der) )+")
_AS_ASKED = re.compile(
    rf"\s*(?:(?:op|in|aan|het is|bij|ik woon op|ik woon in) )?(?:de |het )?([a-z][a-z '.-]{{2,50}}?),? {_NUMBER}"
)
_SAYS_NUMBER = re.compile(
    rf"\b(?:huisnummer|nummer|nr\.?|huisnr\.?)(?: is| wordt|:)? ?{_NUMBER}(?! in de \w*rij)"
)
_NOT_HOUSE = re.compile(
    r"(?:telefoon|burgerservice|rekening|zaak|klant|paal|mast|meld|volg)\w*\s?\Z"
)
_LEAD = r"(?:nee|toch|niet|sorry|het is|is|op|ik bedoel|ik bedoelde|moet zijn)[, ]+"
_ONLY_NUMBER = re.compile(rf"\s*(?:{_LEAD})*{_NUMBER}\s*[.!]?\s*\Z")
_CORRECTED_NUMBER = re.compile(rf"\s*(?:{_LEAD})+{_NUMBER}\s*[.!]?\s*\Z")
_AFTER_POSTCODE = re.compile(rf",? (?:nummer |nr\.? |huisnummer )?{_NUMBER}")
_FROM = re.compile(
    r"\b(?:van|vanaf|vanuit|uit|oude adres(?: is| was)?:?|oud adres:?|"
    r"(?:ik|we|wij|jij|je|hij|zij|ze) (?:woont?|wonen|woonden?) (?:[\w']+ ){0,5}?(?:op|in|aan)|"
    r"(?:sta|staan|staat|stond) (?:nu |nog )?ingeschreven (?:op|in|aan))(?: de| het)? ?\Z"
)
_COMES = r"(?:ga|gaan|gaat|kom|komen|komt|wil|willen|kan|kunnen|mag|mogen|zal|zullen)"
_TO = re.compile(
    r"\b(?:naar|nieuwe? (?:adres|huis|woning|flat|appartement|kamer|plek)(?: is| wordt)?:?|wordt|"
    rf"{_COMES} (?:[\w']+ ){{0,6}}?(?:wonen|samenwonen|intrekken)(?: op| in| aan| bij)?|"
    r"trek(?:ken|t)? in (?:op|bij)|sleutels? (?:gekregen )?van|"
    r"(?:gekocht|gehuurd) (?:op|in|aan))(?: de| het)? ?\Z"
)
# Many other words end so ("bestaat 75 jaar", "keuring 75 plus"): a capital or such a word makes it a street.
_WEAK_END = re.compile(
    r"(?:staat|ring|lan|lei|oord|erf|zijde|pad|baan|markt|hof|wal|horst|kwartier|zoom|burg)\Z"
)
_BEFORE_STREET = re.compile(
    r"\b(?:op|in|aan|bij|van|naar|adres|wordt|hoek)(?::| is)?\s(?:de |het )?\Z"
)
_WORD = re.compile(r"[a-z][a-z'.-]*")
_DIGIT = re.compile(r"\d")
_LOW = frozenset(["de", "den", "der", "het", "van", "'t", "en", "aan", "op", "in", "ten", "ter"])
_MOST_WORDS = 4  # in a street name
_BEFORE = 60  # letters before an address that may tell whether somebody comes or goes

Group = list[Found]


def addresses(message: Message, streets: frozenset[str]) -> Iterator[Found]:
    """straat, huisnummer, toevoeging and postcode, each with role van or naar where told."""
    taken: list[tuple[int, int]] = []
    grammars = [_known_streets(message, streets)]
    if message.has_digits:
        grammars += [_postcodes(message), _likely(message), _as_asked(message, streets),
                     _numbers(message)]  # fmt: skip
    for grammar in grammars:
        for group in grammar:
            start, end = group[0].start, group[-1].end
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            role = _role(message.text, start)
            for found in group:
                yield Found(found.kind, found.value, found.start, found.end, role)


def _role(text: str, start: int) -> str | None:
    before = text[max(0, start - _BEFORE) : start]
    if _TO.search(before):  # first: "de sleutel van Kerkstraat 22" ends on "van" too
        return "naar"
    return "van" if _FROM.search(before) else None


def _house(message: Message, match: re.Match[str], first: int) -> Group:
    """huisnummer and toevoeging from the groups of _NUMBER, of which the first has this index."""
    group = [Found("huisnummer", int(match[first]), match.start(first), match.end(first))]
    for index in range(first + 1, first + 6):
        if match[index]:
            start, end = match.span(index)
            group.append(Found("toevoeging", message.typed[start:end], start, end))
    return group


def _known_streets(message: Message, streets: frozenset[str]) -> Iterator[Group]:
    """Streets of the municipality; with a slip only where an address is likely."""
    if not streets:
        return
    words = list(_WORD.finditer(message.text))
    last_digit = max((found.end() for found in _DIGIT.finditer(message.text)), default=0)
    index = 0
    while index < len(words):
        used = 0
        for size in range(min(_MOST_WORDS, len(words) - index), 0, -1):
            start, end = words[index].start(), words[index + size - 1].end()
            house = _AFTER_POSTCODE.match(message.text, end) if end < last_digit else None
            street = _street(message, streets, start, end, sure=house is not None)
            if street is None:
                continue
            group = [Found("straat", spelled(street), start, end)]
            yield group + (_house(message, house, 1) if house else [])
            used = size
            break
        index += used or 1


def _street(
    message: Message, streets: frozenset[str], start: int, end: int, *, sure: bool
) -> str | None:
    told = message.text[start:end].rstrip(".")
    if told in streets:
        likely = sure or message.expected == "address" or len(told) > 4
        return told if likely else None
    if not sure and message.expected != "address" and not told.endswith(_STREET_ENDS):
        return None
    meant = nearest(told, streets)
    if meant is None or meant.count(" ") == told.count(" "):
        return meant
    # A space more or less is the slip: "wilgen straat" is meant, "willen straat" is not.
    return meant if meant.replace(" ", "") == told.replace(" ", "") else None


def _postcodes(message: Message) -> Iterator[Group]:
    for match in _POSTCODE.finditer(message.text):
        letters = message.typed[match.start(3) : match.end(3)]
        if match[2] and match[3] in _SHORT_WORDS and not letters.isupper():
            continue
        told = f"{match[1]}{match[3]}".upper()
        if not dutch_postcode.is_valid(told):
            continue
        group = [Found("postcode", told, match.start(), match.end())]
        house = _AFTER_POSTCODE.match(message.text, match.end())
        yield group + (_house(message, house, 1) if house else [])


def _likely(message: Message) -> Iterator[Group]:
    """ "Parklaan 12a", also in a street that the municipality does not have."""
    for match in _ANY_STREET.finditer(message.text):
        lead = _LEADING.match(match[1])
        start = match.start(1) + (lead.end() if lead else 0)
        start = _with_capitals(message, start)
        name = message.typed[start : match.end(1)]
        if _NO_STREET.search(match[1]):
            continue
        if _WEAK_END.search(match[1]) and not (
            name[:1].isupper() or _BEFORE_STREET.search(message.text[:start][-20:])
        ):
            continue
        street = Found("straat", name if name != name.lower() else spelled(name), start,
                       match.end(1))  # fmt: skip
        yield [street, *_house(message, match, 2)]


def _with_capitals(message: Message, start: int) -> int:
    """Further to the left as long as the words there have a capital: "Jan van Galenstraat"."""
    while True:
        before = re.search(r"([\w.'-]+) \Z", message.typed[:start][-30:])
        if before is None:
            return start
        word = before[1]
        place = start - len(word) - 1
        if (word[0].isupper() and place > 0) or (
            word in _LOW - {"op", "in", "aan"}
            and re.search(r"[A-Z][\w.]+ (?:van |de |den |der )?\Z", message.typed[:place])
        ):
            start = place
        else:
            return start


def _as_asked(message: Message, streets: frozenset[str]) -> Iterator[Group]:
    """Any name with a number, where an address was asked for."""
    if message.expected != "address":
        return
    match = _AS_ASKED.match(message.text)
    if match and not re.search(r"\b(?:nee|niet|nummer|bedoel\w*|sorry|toch)\b", match[1]):
        street = nearest(match[1], streets) or match[1]
        yield [Found("straat", spelled(street), match.start(1), match.end(1)),
               *_house(message, match, 2)]  # fmt: skip


def _numbers(message: Message) -> Iterator[Group]:
    """A house number alone: "nummer 16"; or a bare number where an address was asked for."""
    for match in _SAYS_NUMBER.finditer(message.text):
        if not _NOT_HOUSE.search(message.text[: match.start()]):
            yield _house(message, match, 1)
    alone = {"address": _ONLY_NUMBER, None: _CORRECTED_NUMBER}.get(message.expected)
    if alone and (only := alone.match(message.text)):
        yield _house(message, only, 1)


def places(message: Message, known: frozenset[str]) -> Iterator[Found]:
    """plaats: places of the municipality, and larger places elsewhere."""
    firsts = _first_words(known)
    if message.words.isdisjoint(_first_letters(firsts)):
        return
    words = list(_WORD.finditer(message.text))
    index = 0
    while index < len(words):
        for size in (3, 2, 1) if words[index][0].rstrip(".") in firsts else ():
            if index + size > len(words):
                continue
            start, end = words[index].start(), words[index + size - 1].end()
            told = message.text[start:end].rstrip(".")
            if told in known or told in ELSEWHERE:
                role = _role(message.text, start)
                yield Found("plaats", spelled(told), start, start + len(told), role)
                index += size - 1
                break
        index += 1


@lru_cache(maxsize=512)
def _first_words(known: frozenset[str]) -> frozenset[str]:
    """Of the places of a municipality, and of those elsewhere."""
    return frozenset(name.split(" ")[0] for name in known | ELSEWHERE)


@lru_cache(maxsize=512)
def _first_letters(firsts: frozenset[str]) -> frozenset[str]:
    """Up to what is no letter: "sint" of "sint-annaland"."""
    return frozenset(re.split(r"[^a-z]", first, maxsplit=1)[0] for first in firsts)


@lru_cache(maxsize=4096)
def spelled(name: str) -> str:
    """With capitals as in an address book: "jan van galenstraat" to "Jan van Galenstraat"."""
    words = name.split(" ")
    return " ".join(w if i and w in _LOW else _capital(w) for i, w in enumerate(words))


def _capital(word: str) -> str:
    """ "'s-gravenweg" to "'s-Gravenweg", "ijsvogelstraat" to "IJsvogelstraat"."""
    apart = re.match(r"'[st]-?", word)
    first = apart.end() if apart else 0
    size = 2 if word.startswith("ij", first) else 1
    return word[:first] + word[first : first + size].upper() + word[first + size :]


ELSEWHERE = frozenset([
    "amsterdam", "rotterdam", "den haag", "'s-gravenhage", "utrecht", "eindhoven",
    "groningen", "tilburg", "almere", "breda", "nijmegen", "apeldoorn", "haarlem", "arnhem",
    "enschede", "amersfoort", "zaanstad", "zaandam", "'s-hertogenbosch", "den bosch",
    "hoofddorp", "haarlemmermeer", "zwolle", "leiden", "zoetermeer", "leeuwarden",
    "maastricht", "dordrecht", "ede", "alphen aan den rijn", "alkmaar", "emmen", "delft",
    "venlo", "deventer", "sittard", "geleen", "helmond", "oss", "amstelveen", "hilversum",
    "heerlen", "purmerend", "roosendaal", "schiedam", "lelystad", "almelo", "hoorn",
    "vlaardingen", "gouda", "assen", "bergen op zoom", "veenendaal", "capelle aan den ijssel",
    "katwijk", "zeist", "nieuwegein", "roermond", "den helder", "doetinchem", "barneveld",
    "hoogeveen", "terneuzen", "kampen", "heerhugowaard", "woerden", "oosterhout",
    "harderwijk", "middelburg", "vlissingen", "tiel", "weert", "waalwijk", "rijswijk",
    "ijsselstein", "zutphen", "drachten", "sneek", "heerenveen", "spijkenisse", "barendrecht",
    "huizen", "uden", "veghel", "venray", "houten", "maarssen", "culemborg", "winterswijk",
    "goes", "wageningen",
])  # fmt: skip
