# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""Money, lengths, numbers of people and ages."""

import re
from collections.abc import Iterator

from gemeengoed.language.values.found import (
    AFTER,
    BEFORE,
    COUNTED,
    NUMBER,
    NUMBER_WORDS,
    Found,
    Message,
    decimal,
    in_words,
    number,
)

_FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_PAYING = r"(?:te veel|teveel|betaal|betal|afgeschreven|in rekening|terugkrijg|terugbetaal)"
_MONEY = re.compile(
    rf"(?:€|\beuro|\beur) ?({_FIGURE})(?:,-)?(?![\d])"
    rf"|{BEFORE}({_FIGURE})(?:,-)? ?(duizend )?(?:€|euro\b|eur\b)|{BEFORE}(\d{{1,6}}),-"
    rf"|\b((?:[a-z]+ )?[a-z]+) euro\b|{BEFORE}(\d{{1,2}}) cent\b"
    rf"|{BEFORE}(\d{{1,5}}[.,]\d\d)(?= (?:te veel |te weinig |teveel )?{_PAYING})"
)
_MAY_BE_MONEY = re.compile(rf"€|eur|,-|cent|{_PAYING}")
_CENTS = re.compile(
    rf" (?:en )?(?:({NUMBER}) ?(?:cent|ct)\b|([a-z]{{3,16}}|\d\d)(?=\s*(?:[.,;?!)]|\Z)|\s(?!{COUNTED})[a-z]))"
)
_METRES = {"m": 1.0, "mtr": 1.0, "meter": 1.0, "meters": 1.0, "cm": 0.01, "centimeter": 0.01,
           "centimeters": 0.01, "mm": 0.001, "millimeter": 0.001, "km": 1000.0,
           "kilometer": 1000.0, "kilometers": 1000.0}  # fmt: skip
_UNIT = r"(meters?|mtr|m|centimeters?|cm|millimeter|mm|kilometers?|km)\b"
_LENGTH = re.compile(
    rf"{BEFORE}(\d{{1,4}}(?:[.,]\d{{1,3}})?) ?{_UNIT}(?: ?(?:en )?(\d{{1,2}})\b(?![.,]\d| ?(?:m|mtr|meter)\b)(?: ?(?:cm|centimeter)\b)?)?"
    rf"|{BEFORE}(\d)m(\d\d)\b|\b(anderhalve|een halve|halve|{NUMBER})(enhalve|eneenhalve| en een halve)? {_UNIT}"
)
_MAY_BE_LENGTH = re.compile(r" m\b|[cm]m\b|mtr|meter")
# "1,60 hoog", "de hoogte is 1,80": with a decimal comma and a direction the unit can only be metres.
_WITHOUT_UNIT = re.compile(
    rf"{BEFORE}(\d{{1,2}}[.,]\d{{1,2}}) ?(hoogte|hoog|breedte|breed|diepte|diep)\b"
)
_BARE = re.compile(r"\s*(?:ongeveer |circa |ca\.? )?(\d{1,4}(?:[.,]\d{1,3})?)\s*[.!]?\s*\Z")
_DIRECTIONS = {"hoogte": "hoogte", "hoog": "hoogte", "hoge": "hoogte", "breedte": "breedte",
               "breed": "breedte", "brede": "breedte", "afstand": "afstand", "lang": "afstand",
               "lange": "afstand", "lengte": "afstand", "diep": "afstand", "diepe": "afstand",
               "diepte": "afstand", "ver": "afstand", "vandaan": "afstand", "achter": "afstand",
               "naast": "afstand"}  # fmt: skip
_MEASURES = "hoogte|breedte|diepte|lengte|afstand"  # stand before their figure
_DIRECTION = re.compile(rf"\b({'|'.join(_DIRECTIONS)})\b")
_MEASURE_WITHOUT_UNIT = re.compile(
    rf"\b({_MEASURES})\b(?: is| was| wordt|:| =)(?: toch| ongeveer| circa)? ?"
    rf"{BEFORE}(\d{{1,2}}[.,]\d{{1,2}}){AFTER}(?! ?(?:{_UNIT}|%|procent\b|euro\b))"
)
_MEASURE_BEFORE = re.compile(
    rf"\b({_MEASURES})\b(?: is| was| wordt| toch| van| van de \w+| ongeveer| circa|:| =){{0,3}} ?\Z"
)
_SENTENCE_BEFORE = re.compile(r"[^.,;?!\d]*\Z")
_THICKNESS = re.compile(r"\b(?:doorsnee|doorsnede|diameter|omtrek|dik|dikke|dikte)\b")
_TOGETHER = {"tweeen": 2, "tweetjes": 2, "beiden": 2, "drieen": 3, "drietjes": 3, "vieren": 4,
             "viertjes": 4, "vijven": 5, "vijfjes": 5, "zessen": 6, "zesjes": 6, "zevenen": 7,
             "achten": 8, "negenen": 9, "tienen": 10}  # fmt: skip
_AND_CHILDREN = re.compile(rf"(?:,| en| \+| plus|) ?({NUMBER}) kind(?:eren)?\b")
_PEOPLE = re.compile(
    rf"\b({NUMBER}) (?:personen|persoon|pers|mensen|volwassenen|gasten|bezoekers|bewoners|deelnemers|man)\b"
    rf"|\bgezin van ({NUMBER})\b(?! jaar)"
    rf"|\bmet (?:z'n|zn|zijn|ons|onze|hun) ({'|'.join(_TOGETHER)})\b"
    rf"|\b(?:we|wij|ze|zij|jullie) (?:zijn|komen|wonen(?: er| hier)?|verhuizen) (?:dan |hier )?met ({NUMBER})\b(?! ?(?:dagen|kind|weken|uur))"
)
_MAY_BE_PEOPLE = re.compile(
    r"pers|mensen|volwassenen|gasten|bezoekers|bewoners|deelnemers|man\b|gezin van|met "
)
_BARE_NUMBER = re.compile(rf"\s*(?:met |wij zijn met |we zijn met )?({NUMBER})\s*[.!]?\s*\Z")
_CHILD = (  # also "pleegkind", "kleindochter"
    r"(?:\w{4,9})?(?:kind|zoon|dochter)|kindje|kleintje|zoontje|dochtertje|jongen|meisje|baby|peuter|kleuter|"
    "puber|tiener|tweeling|drieling"
)
_AGE = re.compile(
    rf"\b(?:{_CHILD}) ?,? ?(?:van|is|wordt|:|\() ?(?:nog |net |pas |bijna |al |nu |maar )?({NUMBER})\b"
    rf"(?: ?(jaar|jr|maanden|maand|weken|dagen)\b)?(?! ?(?:kinderen|keer|euro|uur|geldig|geleden|lang\b))"
    rf"|\b({NUMBER})[ -]?jarige? (?:{_CHILD})\b"
    rf"|\b(?:{_CHILD})\b[^.?!\d]{{0,25}}?\b({NUMBER}) (?:jaar|jr)\b(?! (?:geldig|geleden|lang)\b)"
    rf"|\b(?:{_CHILD})\b[^.?!]{{0,60}}\b(?:hij|zij|ze) (?:is|wordt) (?:nog |net |pas |bijna |al |nu )?({NUMBER})(?= ?(?:jaar|jr|[.,!?]|\Z))"
)
_MAY_BE_AGE = re.compile(
    r"kind|zoon|dochter|kleintje|jongen|meisje|baby|peuter|kleuter|puber|tiener|[we]eling"
)
_ADULT = 18


def amounts(message: Message) -> Iterator[Found]:
    """bedrag, in euros."""
    likely = message.has_digits and _MAY_BE_MONEY.search(message.text)
    if not (likely or "euro" in message.text):
        return  # in words a sum has its "euro"
    for match in _MONEY.finditer(message.text):
        found = _money(match)
        if found is not None:
            value, start = found
            cents, end = _cents(message.text, match.end()) if value.is_integer() else (0, 0)
            yield Found("bedrag", round(value + cents / 100, 2), start, end or match.end())


def _money(match: re.Match[str]) -> tuple[float, int] | None:
    """Euros and where they begin: "dan tweehonderd euro" begins at the second word."""
    if match[6]:
        return int(match[6]) / 100, match.start()
    if figure := match[1] or match[2] or match[4] or match[7]:
        return decimal(figure) * (1000 if match[3] else 1), match.start()
    words = match[5]
    for start in (0, words.find(" ") + 1):
        value = in_words(words[start:].replace(" ", ""))
        if value is not None:
            return float(value), match.start(5) + start
    return None


def _cents(text: str, position: int) -> tuple[int, int]:
    """The cents after so many euros ("twaalf euro vijftig") and where they end; (0, 0): none."""
    match = _CENTS.match(text, position)
    if match is None or text[position - 1] == "-":
        return 0, 0
    word = match[1] or match[2]
    value = int(word) if word.isdigit() else in_words(word)
    if value is None or value > 99 or (not match[1] and value < 5):
        return 0, 0
    return value, match.end()


def lengths(message: Message) -> Iterator[Found]:
    """hoogte, breedte or afstand, in metres."""
    if not (message.has_digits or _MAY_BE_LENGTH.search(message.text)):
        return  # and nothing bare either: that is a figure
    for match in _LENGTH.finditer(message.text):
        if (direction := _direction(message, match)) is not None:
            yield Found(direction, _metres(match), match.start(), match.end())
    for match in _WITHOUT_UNIT.finditer(message.text):
        yield Found(_DIRECTIONS[match[2]], decimal(match[1]), match.start(1), match.end(1))
    for match in _MEASURE_WITHOUT_UNIT.finditer(message.text):
        yield Found(_DIRECTIONS[match[1]], decimal(match[2]), match.start(2), match.end(2))
    bare = _BARE.match(message.text) if message.expected == "length" else None
    if bare:
        yield Found("afstand", decimal(bare[1]), bare.start(1), bare.end(1))


def _metres(match: re.Match[str]) -> float:
    figure, unit, rest, whole, hundredths, word, half, word_unit = match.groups()
    if figure:
        metres = decimal(figure) * _METRES[unit]
        if rest and _METRES[unit] == 1.0:
            metres += int(rest) / (100 if len(rest) == 2 else 10)
    elif whole:
        metres = int(whole) + int(hundredths) / 100
    else:
        fixed = {"anderhalve": 1.5, "een halve": 0.5, "halve": 0.5}
        metres = fixed.get(word) or float(number(word)) + (0.5 if half else 0.0)
        metres *= _METRES[word_unit]
    return round(metres, 4)


def _direction(message: Message, match: re.Match[str]) -> str | None:
    """By a measure before it, the word after it, or the nearest in its clause; None: another."""
    after = message.text[match.end() :].lstrip()[:12]
    clause = _SENTENCE_BEFORE.search(message.text[max(0, match.start() - 30) : match.start()])
    before = clause[0] if clause else ""
    if _THICKNESS.match(after) or _THICKNESS.search(before):
        return None
    if measure := _MEASURE_BEFORE.search(before):
        return _DIRECTIONS[measure[1]]
    if follows := _DIRECTION.match(after):
        return _DIRECTIONS[follows[1]]
    told = _DIRECTION.findall(before)
    return _DIRECTIONS[told[-1]] if told else "afstand"


def people(message: Message) -> Iterator[Found]:
    """aantal_personen."""
    for match in _PEOPLE.finditer(message.text) if _MAY_BE_PEOPLE.search(message.text) else ():
        word = match[1] or match[2] or match[4]
        if word == "een" and match[1]:
            continue  # "een persoon spreken" counts nobody
        value = number(word) if word else _TOGETHER[match[3]]
        if match[0].endswith("volwassenen") and (
            more := _AND_CHILDREN.match(message.text, match.end())
        ):
            value += number(more[1])
        yield Found("aantal_personen", value, match.start(), match.end())
    if message.expected != "persons":
        return
    bare = _BARE_NUMBER.match(message.text)
    if bare:
        yield Found("aantal_personen", number(bare[1]), bare.start(1), bare.end(1))
    elif alone := re.match(r"\s*(?:ik )?(?:ben |ga |alleen )*(alleen|ik)\b", message.text):
        yield Found("aantal_personen", 1, alone.start(1), alone.end(1))


def bare_numbers(message: Message) -> Iterator[Found]:
    """getal: a number alone, where a number was asked for."""
    bare = _BARE.match(message.text) if message.expected == "number" else None
    if bare:
        value = decimal(bare[1])
        whole = int(value) if value.is_integer() else value
        yield Found("getal", whole, bare.start(1), bare.end(1))
    elif message.expected == "number" and message.text.strip(" .!") in NUMBER_WORDS:
        word = message.text.strip(" .!")
        start = message.text.index(word)
        yield Found("getal", NUMBER_WORDS[word], start, start + len(word))


def ages(message: Message) -> Iterator[Found]:
    """kind_leeftijd, in whole years; a baby of some months is 0."""
    if not _MAY_BE_AGE.search(message.text):
        return
    for match in _AGE.finditer(message.text):
        told = next(index for index in (1, 3, 4, 5) if match[index])
        age = number(match[told])
        if match[2] and match[2][0] in "mwd":
            age = age // 12 if match[2].startswith("maand") else 0
        if age < _ADULT + 5:
            # "… 8 km naar school, ze is 9": what stands between is not part of the age
            start = match.start(told) if told == 5 else match.start()
            yield Found("kind_leeftijd", age, start, match.end())
