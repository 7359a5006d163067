# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""Dates as people write them. A vague day ("begin januari") is no date."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from gemeengoed.language.values.found import BEFORE, NUMBER, Found, Message, number

_MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "maart": 3, "mrt": 3,
    "april": 4, "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7,
    "augustus": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
    "achtste": 8, "negende": 9, "tiende": 10,
}  # fmt: skip
_SOON = {"vandaag": 0, "vanavond": 0, "vanmiddag": 0, "vanochtend": 0, "overmorgen": 2,
         "morgen": 1, "gisteren": -1, "gister": -1, "eergisteren": -2}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = "|".join(_DAYS)
_VAGUE = r"(?<!begin )(?<!eind )(?<!half )(?<!medio )(?<!rond )(?<!ongeveer )"

_FULL = re.compile(
    rf"{BEFORE}(?:(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})|(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}})"
    rf"|(\d{{1,2}})([-/.])(\d{{1,2}})\8(\d{{2}}))(?![\w-])"
)
_SHORT = re.compile(r"(?<![\w-])(\d{1,2})[-/](\d{1,2})(?![\w/-])")
_NAMED = re.compile(
    rf"{BEFORE}{_VAGUE}({NUMBER})(?:e|de|ste)?[ -]?(?:van )?({_MONTH})\b\.?(?:[ -]?('?\d{{2}}|\d{{4}})(?![\w:.,]?\d|\s?(?:uur|u\b)))?"
)
_RANGE = re.compile(
    rf"{BEFORE}(\d{{1,2}})(?:e|ste)? (?:tot|tot en met|t/m|-) (?=\d{{1,2}}(?:e|ste)? ?({_MONTH})\b(?: (\d{{4}}))?)"
)
_RELATIVE = re.compile(
    r"(?<![\w-])(?<!goede )(?<!goeie )(?<!'s )"
    r"(overmorgen|eergisteren|vandaag|van(?:avond|middag|ochtend)|gister(?:en)?|"
    r"morgen)(?:ochtend|middag|avond)?(?!\w)"
)
_WEEKDAY = re.compile(
    rf"\b(?:(volgende week|deze week|vorige week|aanstaande|komende|eerstvolgende|volgende|deze|"
    rf"afgelopen|vorige|a\.?s\.?)\s)?({_DAY})"
    rf"(?:ochtend|middag|avond)?(?:\s(volgende week|deze week|vorige week|over een week|a\.?s\.?))?(?!\w)"
)
_IN = re.compile(rf"\bover ({NUMBER}) (dag|dagen|week|weken|maand|maanden|jaar)\b")
_AGO = re.compile(rf"\b({NUMBER}) (dag|dagen|week|weken|maand|maanden|jaar) geleden\b")
_ORDINAL = re.compile(
    rf"\b(?:de|per|op) (?:(\d{{1,2}})(?:e|de|ste)|({'|'.join(_ORDINALS)}))"
    rf"(?: (?:van|v/d|v\.?d\.?) (?:de |deze |)?(volgende )?maand)?"
    r"(?=\s*(?:[,.?!]|\Z)|\s(?:om|tot|en|naar|ga|gaan|verhuis|kan|graag|van de|wil|komen|moet|is)\b)"
)
_BESIDE = re.compile(r"[\s,(]*(?:de |den )?")
_EVERY = re.compile(r"\b(?:elke|iedere|alle|op|ook op|zijn) \Z")
_OPENING = re.compile(r"\b(?:open|geopend|dicht|gesloten|openingstijd\w*)\b")
_PAST = re.compile(
    r"\b(?:ben|heb|hebben|was|waren|sinds|afgelopen|geleden|verhuisd|geboren|overleden|al)\b"
)
_PAST_DAYS = 183
_BEGIN = re.compile(
    r"\b(?:vanaf|per|met ingang van|ingaande?(?: op)?|sinds|begin(?:t|nend)? op)\s\Z"
)
_FROM = re.compile(r"\bvan\s\Z")
_END = re.compile(r"\b(?:tot|t/m|tot en met|tot aan|uiterlijk(?: op)?|eindigt(?: op)?)\s\Z")
_UNTIL_NEXT = re.compile(r"\s(?:tot|t/m)\b")


def dates(message: Message, today: date) -> Iterator[Found]:
    """datum, or datum_ongeldig for a day that does not exist (31 februari)."""
    for grammar in (_full, _named, _ranges, _in_or_ago, _relative, _weekdays, _ordinals, _short):
        for start, end, day in grammar(message, today):
            role = _role(message.text, start, end)
            if day is None:
                yield Found("datum_ongeldig", message.typed[start:end], start, end, role)
            else:
                yield Found("datum", day.isoformat(), start, end, role)


Hit = tuple[int, int, date | None]


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


def _century(year: int, today: date) -> int:
    """Two digits: this century up to twenty years from now, else the last one."""
    return year + (2000 if year + 2000 <= today.year + 20 else 1900)


def _named(message: Message, today: date) -> Iterator[Hit]:
    for match in _NAMED.finditer(message.text):
        day, month = number(match[1]), _MONTHS[match[2]]
        if match[1] == "een" or day == 0 or day > 99:
            continue
        if match[3]:
            year = match[3].lstrip("'")
            full_year = int(year) if len(year) == 4 else _century(int(year), today)
            yield match.start(), match.end(), _day(full_year, month, day)
        else:
            yield match.start(), match.end(), _nearest(month, day, today, message.text)


def _nearest(month: int, day: int, today: date, text: str) -> date | None:
    """The first such day from today; a recent one in the past when the sentence tells of it."""
    ahead = [_day(year, month, day) for year in (today.year, today.year + 1)]
    coming = next((found for found in ahead if found and found >= today), None)
    gone = next((f for f in (ahead[0], _day(today.year - 1, month, day)) if f and f < today), None)
    if gone and today - gone <= timedelta(days=_PAST_DAYS) and _PAST.search(text):
        return gone
    return coming


def _ranges(message: Message, today: date) -> Iterator[Hit]:
    """The first day of "1 tot 5 december"."""
    for match in _RANGE.finditer(message.text):
        month, day = _MONTHS[match[2]], int(match[1])
        if match[3]:
            found = _day(int(match[3]), month, day)
        else:
            found = _nearest(month, day, today, message.text)
        end = match.end(1)
        yield match.start(), end, found


def _in_or_ago(message: Message, today: date) -> Iterator[Hit]:
    for pattern, sign in ((_IN, 1), (_AGO, -1)):
        for match in pattern.finditer(message.text):
            amount, unit = sign * number(match[1]), match[2]
            if unit.startswith("dag"):
                day: date | None = today + timedelta(days=amount)
            elif unit.startswith("we"):
                day = today + timedelta(weeks=amount)
            else:
                day = _months_on(today, amount * (12 if unit == "jaar" else 1))
            yield match.start(), match.end(), day


def _months_on(day: date, months: int) -> date | None:
    """The same day so many months on, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _relative(message: Message, today: date) -> Iterator[Hit]:
    if message.expected == "choice" and message.text.strip(" .!") == "morgen":
        return  # "in de morgen"
    for match in _RELATIVE.finditer(message.text):
        if match[1] == "morgen" and message.text[: match.start()].endswith(("de ", "hele ")):
            continue
        yield match.start(), match.end(), today + timedelta(days=_SOON[match[1]])


def _weekdays(message: Message, today: date) -> Iterator[Hit]:
    for match in _WEEKDAY.finditer(message.text):
        which = (match[1] or match[3] or "").replace(".", "")
        if (
            not which
            and _EVERY.search(message.text[: match.start()])
            and _OPENING.search(message.text)
        ):
            continue
        if re.search(r"\b(?:elke|iedere|alle) \Z", message.text[: match.start()]):
            continue
        if not which and _names_a_date(message, today, match.start(2), match.end()):
            continue
        yield match.start(), match.end(), _weekday(which, _DAYS.index(match[2]), today)


def _names_a_date(message: Message, today: date, start: int, end: int) -> bool:
    """The day of the week of a date beside it: "zondag 27 september", "27 september (zondag)"."""
    text = message.text
    return any(
        _BESIDE.fullmatch(text[end:begin] if begin >= end else text[over:start])
        for grammar in (_full, _named, _ranges, _ordinals)
        for begin, over, _ in grammar(message, today)
        if begin >= end or over <= start
    )


def _weekday(which: str, weekday: int, today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    this_week = monday + timedelta(days=weekday)
    if which in ("volgende week", "volgende"):
        return this_week + timedelta(weeks=1)
    if which == "vorige week":
        return this_week - timedelta(weeks=1)
    if which in ("afgelopen", "vorige"):
        return this_week if this_week < today else this_week - timedelta(weeks=1)
    if which in ("deze week", "deze") and this_week >= today:
        return this_week
    coming = this_week if this_week > today else this_week + timedelta(weeks=1)
    return coming + timedelta(weeks=1) if which == "over een week" else coming


def _ordinals(message: Message, today: date) -> Iterator[Hit]:
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
    """``3-4`` is a date only where a date was asked for."""
    if message.expected != "date":
        return
    for match in _SHORT.finditer(message.text):
        day, month = int(match[1]), int(match[2])
        found = _nearest(month, day, today, message.text) if 1 <= month <= 12 else None
        yield match.start(), match.end(), found
