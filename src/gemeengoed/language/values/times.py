# SPDX-License-Identifier: EUPL-1.2
"""Times of the day. An hour without more is taken in daytime: "om 3 uur" is 15:00."""

import re
from collections.abc import Iterator

from gemeengoed.language.values.found import BEFORE, NUMBER, Found, Message, number

_CLOCK = re.compile(
    r"(?<![\w.,/:-])(?:([01]?\d|2[0-3]):([0-5]\d)|([01]?\d|2[0-3])\.([0-5]\d)(?= ?u(?:ur)?\b)"
    r"|([01]?\d|2[0-3])u([0-5]\d))(?![\d:])(?: ?u(?:ur)?\b)?"
)
_AT_DOTTED = re.compile(r"\b(?:om|tot|vanaf|rond) ([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])")
_SPOKEN = re.compile(
    rf"\b(?:(kwart|{NUMBER})(?: minuten)? (voor|over) (half )?|(half) )({NUMBER})(?: uur)?\b"
    r"(?! ?(?:dagen|weken|maanden|jaar|personen|mensen|euro|meter|m\b|cm\b|december|januari))"
)
_HOUR = re.compile(rf"{BEFORE}({NUMBER}) ?(?:uur|u)\b(?! (?:per|lang|wachten|lopen))")
_RANGE = re.compile(rf"\b(?:van|tussen) ({NUMBER}) (?:tot|en) (?={NUMBER} ?(?:uur|u)\b)")
_DURATION = re.compile(r"\b(?:over|binnen|na|al|elke|iedere|per|minstens|duurt|hele|ruim) \Z")
_MORNING = re.compile(
    r"\s*(?:'s |s )?(?:nachts|ochtends|morgens|vroeg)\b|\s*in de (?:ochtend|nacht)"
)
_EVENING = re.compile(r"\s*(?:'s |s )?(?:middags|avonds)\b|\s*in de (?:middag|avond)")
_BEGIN = re.compile(r"\b(?:vanaf|van|tussen)\s\Z")
_END = re.compile(r"\b(?:tot|t/m|uiterlijk)\s\Z")


def times(message: Message) -> Iterator[Found]:
    """tijd, as HH:MM."""
    text = message.text
    for match in _CLOCK.finditer(text):
        hour, minute = (int(g) for g in match.groups() if g)
        yield _told(text, hour, minute, match.start(), match.end(), exact=True)
    for match in _AT_DOTTED.finditer(text):
        yield _told(text, int(match[1]), int(match[2]), match.start(1), match.end(), exact=True)
    yield from _spoken(text)
    yield from _hours(text)


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
        hour = number(match[1])
        if hour <= 23 and not _DURATION.search(text[max(0, match.start() - 12) : match.start()]):
            yield _told(text, hour, 0, match.start(), match.end())


def _told(text: str, hour: int, minute: int, start: int, end: int, *, exact: bool = False) -> Found:
    """With the part of the day that is told after it, else daytime."""
    if (hour < 12 and _EVENING.match(text, end)) or (
        not exact and 1 <= hour <= 6 and not _MORNING.match(text, end)
    ):
        hour += 12
    before = text[max(0, start - 12) : start]
    role = "begin" if _BEGIN.search(before) else "eind" if _END.search(before) else None
    return Found("tijd", f"{hour:02d}:{minute:02d}", start, end, role)
