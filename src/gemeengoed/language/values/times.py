# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501  (an expression reads best on one line)
"""Times of the day. An hour without more is taken in daytime: "om 3 uur" is 15:00."""

import re
from collections.abc import Iterator

from gemeengoed.language.values.day_words import MONTH, WEEKDAY
from gemeengoed.language.values.found import BEFORE, COUNTED, NUMBER, Found, Message, number

_CLOCK = re.compile(
    r"(?<![\w.,/:-])(?:([01]?\d|2[0-3]):([0-5]\d)|([01]?\d|2[0-3])\.([0-5]\d)(?= ?(?:u(?:ur)?|h)\b)"
    r"|([01]?\d|2[0-3])[uh]([0-5]\d))(?![\d:])(?: ?u(?:ur)?\b)?"
)
# A time with a dot may be an amount: only after a word for a time, after a date, or as a span.
_AT_DOTTED = re.compile(
    r"\b(?:om|tot|t/m|vanaf|rond|omstreeks) ([01]?\d|2[0-3])\.([0-5]\d)"
    rf"(?![\d.]| ?(?:€|%|{COUNTED}))"
)
_DOTTED_AFTER_DATE = re.compile(
    rf"(?:\b(?:{MONTH}|{WEEKDAY}|20\d\d)|\d[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?)(?:,| om)? "
    rf"([01]?\d|2[0-3])\.([0-5]\d)(?![\d.]| ?(?:€|%|{COUNTED}))"
)
_DOTTED_SPAN = re.compile(
    r"(?<![\w.,])([01]?\d|2[0-3])\.([0-5]\d) ?(?:uur |u )?(?=(?:tot|t/m|tot en met|en|-) ?"
    r"(?:[01]?\d|2[0-3])\.[0-5]\d ?u(?:ur)?\b)"
)
_DOTTED_MOVED = re.compile(
    r"\b(?:verzet\w*|verplaats\w*|verander\w*|wijzig\w*) naar ([01]?\d|2[0-3])\.([0-5]\d)"
    rf"(?![\d.]| ?(?:€|%|{COUNTED}))"
)
_SPOKEN = re.compile(
    rf"\b(?:(kwart|{NUMBER})(?: minuten)? (voor|over) (half )?|(half) )({NUMBER})(?: uur)?\b"
    r"(?! ?(?:dagen|weken|maanden|jaar|personen|mensen|euro|meter|m\b|cm\b|december|januari))"
)
_HOUR = re.compile(
    rf"{BEFORE}({NUMBER}) ?(?:uur|u)\b(?! (?:\w+ )?per (?:dag|week|maand|jaar)\b)(?! (?:per|lang|wachten|lopen|gratis|parkeren|rijden|later|eerder|geleden|te laat))"
)
_MAY_BE_HOURS = re.compile(r"u(?:ur)?\b")
_RANGE = re.compile(rf"\b(?:van|tussen) ({NUMBER}) (?:tot|en) (?={NUMBER} ?(?:uur|u)\b)")
_DURATION = re.compile(
    r"\b(?:over|binnen|na|al|elke|iedere|per|minstens|duurt|hele|ruim|eerste|laatste|"
    r"maximaal|minimaal|max\.?|min\.?|"
    r"(?:werk(?:t|te|en)?|wacht\w*|zat|zit|zitten|stond|duurde|leefde)(?: maar| al| nog| wel)?) \Z"
)
_AT = re.compile(r"\b(?:om|tot|vanaf|rond|tegen|voor|na) \Z")
_NIGHT = re.compile(r"\s*(?:'s |s )?nachts\b|\s*in de nacht\b")
_MORNING_BEFORE = re.compile(
    r"(?:ochtend|ochtends|morgens|nacht|nachts|vroeg),? (?:om |rond |tegen )?\Z"
)
_EVENING_BEFORE = re.compile(r"(?:avond|avonds),? (?:om |rond |tegen )?\Z")
_MORNING = re.compile(
    r"\s*(?:'s |s )?(?:nachts|ochtends|morgens|vroeg)\b|\s*in de (?:ochtend|nacht)"
)
_EVENING = re.compile(r"\s*(?:'s |s )?(?:middags|avonds)\b|\s*in de (?:middag|avond)")
_BEGIN = re.compile(r"\b(?:vanaf|van|tussen)\s\Z")
_END = re.compile(r"\b(?:tot|t/m|uiterlijk)\s\Z")


def times(message: Message) -> Iterator[Found]:
    """tijd, as HH:MM."""
    text = message.text
    if message.has_digits:
        yield from _in_figures(text)
    if "half " in text or " voor " in text or " over " in text:
        yield from _spoken(text)
    if _MAY_BE_HOURS.search(text):
        yield from _hours(text)


def _in_figures(text: str) -> Iterator[Found]:
    for match in _CLOCK.finditer(text):
        hour, minute = (int(g) for g in match.groups() if g)
        yield _told(text, hour, minute, match.start(), match.end(), exact=True)
    for pattern in (_AT_DOTTED, _DOTTED_AFTER_DATE, _DOTTED_SPAN, _DOTTED_MOVED):
        for match in pattern.finditer(text):
            yield _told(
                text, int(match[1]), int(match[2]), match.start(1), match.end(2), exact=True
            )


def _spoken(text: str) -> Iterator[Found]:
    for match in _SPOKEN.finditer(text):
        minutes, direction, with_half, half, hour_text = match.groups()
        hour = number(hour_text)
        if not 1 <= hour <= 12:
            continue
        shift = 0
        if minutes:
            amount = 15 if minutes == "kwart" else number(minutes)
            if amount > 29:
                continue
            shift = amount if direction == "over" else -amount
        total = hour * 60 + shift - (30 if half or with_half else 0)
        yield _told(text, total // 60 % 24, total % 60, match.start(), match.end())


def _hours(text: str) -> Iterator[Found]:
    for match in _RANGE.finditer(text):
        if number(match[1]) < 24:
            yield _told(text, number(match[1]), 0, match.start(1), match.end(1))
    for match in _HOUR.finditer(text):
        hour, before = number(match[1]), text[max(0, match.start() - 20) : match.start()]
        if match[1] == "een" and (not _AT.search(before) or text.startswith(" of ", match.end())):
            continue  # "een uur" lasts; "tot een uur of elf" is no time either
        if hour <= 23 and not _DURATION.search(before):
            yield _told(text, hour, 0, match.start(), match.end())


def _told(text: str, hour: int, minute: int, start: int, end: int, *, exact: bool = False) -> Found:
    """With the part of the day that is told beside it, else daytime."""
    before = text[max(0, start - 25) : start]
    if hour == 12 and _NIGHT.match(text, end):
        hour = 0
    elif hour < 12 and (_EVENING.match(text, end) or _EVENING_BEFORE.search(before)):
        hour += 12
    elif not exact and 1 <= hour <= 6:
        early = _MORNING.match(text, end) or _MORNING_BEFORE.search(before)
        hour += 0 if early else 12
    role = "begin" if _BEGIN.search(before) else "eind" if _END.search(before) else None
    return Found("tijd", f"{hour:02d}:{minute:02d}", start, end, role)
