# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""Dates as people write them. A vague day ("begin januari") is no date."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

from gemeengoed.language.values.day_words import MONTH, MONTHS, WEEKDAY, month_of
from gemeengoed.language.values.feasts import feasts, may_be_feast
from gemeengoed.language.values.found import (
    BEFORE,
    COUNTED,
    NUMBER,
    NUMBER_BEGINNINGS,
    Found,
    Message,
    number,
)
from gemeengoed.language.values.weekdays import (
    Hit,
    in_or_ago,
    may_be_relative,
    relative,
    weekdays,
)

_ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
    "achtste": 8, "negende": 9, "tiende": 10,
}  # fmt: skip
_DAY_BEGINNINGS = NUMBER_BEGINNINGS | {"eer", "der"}
_VAGUE = (
    r"(?<!begin )(?<!eind )(?<!half )(?<!medio )(?<!rond )(?<!ongeveer )(?<!omstreeks )(?<!circa )"
)

_FULL = re.compile(
    rf"{BEFORE}(?:(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})|(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}})"
    rf"|(\d{{1,2}})([-/.])(\d{{1,2}})\8(\d{{2}}))(?![\w-]|[./]\d)"
)
_SPACED = re.compile(
    rf"{BEFORE}(?<!\d )(0?[1-9]|[12]\d|3[01]) (0?[1-9]|1[0-2]) ((?:19|20)\d\d)(?! ?\d|\w)"
)
_SHORT = re.compile(rf"(?<![\w-])(\d{{1,2}})[-/](\d{{1,2}})(?![\w/-]|\.\d| ?{COUNTED})")
# Unasked, "1-12" is a day only after a word that announces one: it may be a house number, a score.
_ANNOUNCED = re.compile(
    rf"\b(?:op|per|vanaf|tot|t/m|tot en met|sinds|dd\.?|d\.d\.|\w*datum(?: is)?:?|ingang van|"
    rf"(?:verhuis|trouw|vertrek)\w*|geboren|{WEEKDAY})\s\Z"
)
_NAMED = re.compile(
    rf"{BEFORE}{_VAGUE}({NUMBER}|eerste|derde)(?:e|de|ste)?[ -]?(?:van )?({MONTH}|[a-z]{{6,10}})\b\.?"
    rf"(?:[ -]?('?\d{{2}}|\d{{4}})(?![\w:.,]?\d|\s?{COUNTED}))?"
)
_RANGE = re.compile(
    rf"{BEFORE}(\d{{1,2}})(?:e|ste)? (?:tot|tot en met|t/m|-) (?=\d{{1,2}}(?:e|ste)? ?({MONTH})\b(?: (\d{{4}}))?)"
)
_LISTED = re.compile(
    rf"(?:\A|\b(?:op|tussen|van) ){BEFORE}(\d{{1,2}})(?:e|ste)? (?:en|of|&) (?=\d{{1,2}}(?:e|ste)? ?({MONTH})\b(?: (\d{{4}}))?)"
)
_ORDINAL = re.compile(
    rf"\b(?:de|per|op) (?:(\d{{1,2}})(?:e|de|ste)|({'|'.join(_ORDINALS)}))"
    rf"(?: (?:van|v/d|v\.?d\.?) (?:de |deze |)?(volgende )?maand)?"
    r"(?=\s*(?:[,.?!]|\Z)|\s(?:om|tot|t/m|en|naar|graag|van de|de|het|niet|dan|ik|we|wij|ga|gaan|gaat|kan|kunnen|wil|willen|"
    r"kom|komt|komen|krijg|krijgt|krijgen|heb|heeft|hebben|moet|moeten|is|wordt|word|verhuis\w*|trouw\w*|vertrek\w*)\b)"
)
_BESIDE_MOST = 10  # characters between a day of the week and its date
_BESIDE = re.compile(r"[\s,(]*(?:de |den )?")
_PAST = re.compile(
    r"\b(?:ben|heb|hebben|was|waren|sinds|afgelopen|geleden|verhuisd|geboren|overleden|verlopen|"
    r"gestolen|bevallen|ontvangen|gekregen|aangevraagd|ingediend|al)\b"
)
_PAST_DAYS = 183
_AROUND = 120  # characters
_BEGIN = re.compile(
    r"\b(?:vanaf|per|met ingang van|ingaande?(?: op)?|sinds|begin(?:t|nend)? op)\s\Z"
)
_FROM = re.compile(r"\bvan\s\Z")
_END = re.compile(r"\b(?:tot|t/m|tot en met|tot aan|uiterlijk(?: op)?|eindigt(?: op)?)\s\Z")
_UNTIL_NEXT = re.compile(r"\s(?:tot|t/m)\b")


def dates(message: Message, today: date) -> Iterator[Found]:
    """datum, or datum_ongeldig for a day that does not exist (31 februari)."""
    if not (message.has_digits or any(map(_may_tell_a_day, message.words))):
        return
    for grammar in _GRAMMARS if message.has_digits else _IN_WORDS:
        for start, end, day in grammar(message, today):
            role = _role(message.text, start, end)
            if day is None:
                yield Found("datum_ongeldig", message.typed[start:end], start, end, role)
            else:
                yield Found("datum", day.isoformat(), start, end, role)


@lru_cache(maxsize=8192)
def _may_tell_a_day(word: str) -> bool:
    """Whether any of _IN_WORDS may find a day by this word; most words are met again."""
    return (
        _begins_with_number(frozenset([word]))
        or word in _ORDINALS
        or may_be_feast(word)
        or may_be_relative(word)
    )


def _role(text: str, start: int, end: int) -> str | None:
    before = text[max(0, start - 30) : start]
    if _BEGIN.search(before) or (_FROM.search(before) and _UNTIL_NEXT.match(text, end)):
        return "begin"
    return "eind" if _END.search(before) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(message: Message, today: date) -> Iterator[Hit]:
    for match in _FULL.finditer(message.text):
        y1, m1, d1, d2, m2, y2, d3, _, m3, y3 = match.groups()
        if y1:
            day = _day(int(y1), int(m1), int(d1))
        elif y2:
            day = _day(int(y2), int(m2), int(d2))
        else:
            day = _day(_century(int(y3), today), int(m3), int(d3))
        yield match.start(), match.end(), day
    for match in _SPACED.finditer(message.text):
        yield match.start(), match.end(), _day(int(match[3]), int(match[2]), int(match[1]))


def _century(year: int, today: date) -> int:
    """Two digits: this century up to twenty years from now, else the last one."""
    return year + (2000 if year + 2000 <= today.year + 20 else 1900)


def _named(message: Message, today: date) -> Iterator[Hit]:
    if not (message.has_digits or _begins_with_number(message.words)):
        return
    for match in _NAMED.finditer(message.text):
        day, month = _ORDINALS.get(match[1]) or number(match[1]), month_of(match[2])
        if month is None or match[1] == "een" or day == 0 or day > 99:
            continue
        if match[3]:
            year = match[3].lstrip("'")
            full_year = int(year) if len(year) == 4 else _century(int(year), today)
            yield match.start(), match.end(), _day(full_year, month, day)
        else:
            yield match.start(), match.end(), _nearest(month, day, today, _around(message, match))


def _begins_with_number(words: frozenset[str]) -> bool:
    """Whether one of the words may be a day of the month; "een" alone is none."""
    return not _DAY_BEGINNINGS.isdisjoint([word[:3] for word in words if word != "een"])


def _nearest(month: int, day: int, today: date, text: str) -> date | None:
    """The first such day from today; a recent one in the past when the sentence tells of it."""
    ahead = [_day(year, month, day) for year in (today.year, today.year + 1)]
    coming = next((found for found in ahead if found and found >= today), None)
    gone = next((f for f in (ahead[0], _day(today.year - 1, month, day)) if f and f < today), None)
    if gone and today - gone <= timedelta(days=_PAST_DAYS) and _PAST.search(text):
        return gone
    return coming


def _around(message: Message, match: re.Match[str]) -> str:
    """Where the sentence may tell that a day is past."""
    return message.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]


def _ranges(message: Message, today: date) -> Iterator[Hit]:
    """The first day of "1 tot 5 december", "op 4 en 5 mei"."""
    for match in chain(_RANGE.finditer(message.text), _LISTED.finditer(message.text)):
        month, day = MONTHS[match[2]], int(match[1])
        if match[3]:
            found = _day(int(match[3]), month, day)
        else:
            found = _nearest(month, day, today, _around(message, match))
        yield match.start(1), match.end(1), found


def _days_beside(message: Message, today: date) -> Iterator[Hit]:
    """Days of the week, except where one only belongs to a date beside it."""
    places: list[tuple[int, int]] | None = None
    for start, end, day, bare in weekdays(message, today):
        if bare and places is None:
            places = [
                (begin, over)
                for grammar in (_full, _named, _ranges, _ordinals, _short)
                for begin, over, _ in grammar(message, today)
            ]
        if not (bare and _names_a_date(message.text, places or [], start, end)):
            yield start, end, day


def _names_a_date(text: str, dates: list[tuple[int, int]], start: int, end: int) -> bool:
    """The day of the week of a date beside it: "zondag 27 september", "27 september (zondag)"."""
    return any(
        _BESIDE.fullmatch(text[end:begin] if begin >= end else text[over:start])
        for begin, over in dates
        if 0 <= begin - end <= _BESIDE_MOST or 0 <= start - over <= _BESIDE_MOST
    )


def _ordinals(message: Message, today: date) -> Iterator[Hit]:
    if not message.has_digits and message.words.isdisjoint(_ORDINALS):
        return
    for match in _ORDINAL.finditer(message.text):
        day = int(match[1]) if match[1] else _ORDINALS[match[2]]
        if match[2] and "maand" not in match[0]:
            continue  # "de eerste" is more often something else
        if not 1 <= day <= 31:
            continue
        start = match.start(1) if match[1] else match.start(2)
        months = range(1, 3) if match[3] else range(13)
        found = (_in_month(today, ahead, day) for ahead in months)
        yield start, match.end(), next((d for d in found if d and d >= today), None)


def _in_month(today: date, ahead: int, day: int) -> date | None:
    year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
    return _day(year, month + 1, day)


def _short(message: Message, today: date) -> Iterator[Hit]:
    """``3-4``: where a date was asked for, or after a word that announces one."""
    for match in _SHORT.finditer(message.text):
        announced = _ANNOUNCED.search(message.text[max(0, match.start() - 20) : match.start()])
        if message.expected != "date" and not announced:
            continue
        day, month = int(match[1]), int(match[2])
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield match.start(), match.end(), _nearest(month, day, today, _around(message, match))
        elif message.expected == "date":
            yield match.start(), match.end(), None


_GRAMMARS = (
    _full, _named, _ranges, feasts, in_or_ago, relative, _days_beside, _ordinals, _short,
)  # fmt: skip
_IN_WORDS = (_named, feasts, in_or_ago, relative, _days_beside, _ordinals)
