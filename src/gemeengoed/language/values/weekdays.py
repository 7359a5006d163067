# SPDX-License-Identifier: EUPL-1.2
"""Days told from today: "morgen", "volgende week dinsdag", "over 14 dagen"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from gemeengoed.language.values.day_words import WEEKDAY, has_weekday, weekday_of
from gemeengoed.language.values.found import NUMBER, Message, number

Hit = tuple[int, int, date | None]  # start, end; no date for a day that does not exist

_SOON = {"vandaag": 0, "vanavond": 0, "vanmiddag": 0, "vanochtend": 0, "vanmorgen": 0,
         "vannacht": 0, "overmorgen": 2, "overmorge": 2,
         "morgen": 1, "gisteren": -1, "gister": -1, "eergisteren": -2}  # fmt: skip
_RELATIVE = re.compile(
    r"(?<![\w-])(?<!goede )(?<!goeie )(?<!'s )"
    r"(overmorgen?|eergisteren|vandaag(?! de dag)|van(?:avond|middag|ochtend|morgen|nacht)|"
    r"gister(?:en)?|morgen)(?:ochtend|middag|avond|vroeg)?"
    rf"(?: over ({NUMBER}) (?:week|weken))?(?!\w)"
)
_MAY_BE_RELATIVE = re.compile(r"morge|gister|van(?:daag|avond|middag|ochtend|nacht)")
_WEEKDAY = re.compile(
    r"\b(?:(volgende week|deze week|vorige week|aanstaande|komende|eerstvolgende|volgende|deze|"
    rf"afgelopen|vorige|a\.?s\.?)\s)?({WEEKDAY}|[mdwvz][a-z]{{4,9}})(?:ochtend|middag|avond)?"
    rf"(?:\s(volgende week|deze week|vorige week|a\.?s\.?)|\sover ({NUMBER}) (?:week|weken))?(?!\w)"
)
_IN = re.compile(rf"\bover ({NUMBER}) (dag|dagen|week|weken|maand|maanden)\b")
_AGO = re.compile(rf"\b({NUMBER}) (dag|dagen|week|weken|maand|maanden) geleden\b")
_ABOUT = re.compile(
    r"(?:\b(?:ong\.?|ongeveer|circa|ca\.?|zo'n|bijna|ruim|meer dan|minstens|pakweg|zeker)|\+/-)\s\Z"
)
_DAY_BEFORE = re.compile(rf"\b(?:{WEEKDAY}|vandaag|(?:over)?morgen)(?:ochtend|middag|avond)?\s\Z")
_EVERY = re.compile(r"\b(?:elke|iedere|alle|op|ook op|zijn) \Z")
_OPENING = re.compile(r"\b(?:open|geopend|dicht|gesloten|openingstijd\w*)\b")
_REPEATED = re.compile(
    r"\b(?:(?:elke|iedere|alle) (?:\w+ )?|(?:eerste|tweede|derde|vierde|laatste) )\Z"
)
_SINCE = re.compile(r"\bsinds \Z")


def may_be_relative(word: str) -> bool:
    """Whether one of the following grammars may find a day by this word."""
    return (
        word in ("over", "geleden")
        or has_weekday(word)
        or _MAY_BE_RELATIVE.search(word) is not None
    )


def in_or_ago(message: Message, today: date) -> Iterator[Hit]:
    """ "over 14 dagen", "3 weken geleden"; not "ongeveer 3 weken geleden"."""
    if "over " not in message.text and " geleden" not in message.text:
        return
    for pattern, sign in ((_IN, 1), (_AGO, -1)):
        for match in pattern.finditer(message.text):
            before = message.text[max(0, match.start() - 20) : match.start()]
            if _ABOUT.search(before) or _DAY_BEFORE.search(before):
                continue
            amount, unit = sign * number(match[1]), match[2]
            if unit.startswith("dag"):
                day: date | None = today + timedelta(days=amount)
            elif unit.startswith("we"):
                day = today + timedelta(weeks=amount)
            else:
                day = _months_on(today, amount)
            yield match.start(), match.end(), day


def _months_on(day: date, months: int) -> date | None:
    """The same day so many months on, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def relative(message: Message, today: date) -> Iterator[Hit]:
    """ "morgen", "vanavond"."""
    if message.expected == "choice" and message.text.strip(" .!") == "morgen":
        return  # "in de morgen"
    if not _MAY_BE_RELATIVE.search(message.text):
        return
    for match in _RELATIVE.finditer(message.text):
        if match[1] == "morgen" and message.text[: match.start()].endswith(("de ", "hele ")):
            continue
        yield match.start(), match.end(), _soon(match, today)


def _soon(match: re.Match[str], today: date) -> date:
    """ "morgen", "vandaag over een week"."""
    weeks = number(match[2]) if match[2] else 0
    return today + timedelta(days=_SOON[match[1]], weeks=weeks)


def weekdays(message: Message, today: date) -> Iterator[tuple[int, int, date | None, bool]]:
    """Days of the week, and whether one stands bare: then it may belong to a date beside it."""
    for match in _WEEKDAY.finditer(message.text) if any(map(has_weekday, message.words)) else ():
        weekday = weekday_of(match[2])
        if weekday is None:
            continue
        which = (match[1] or match[3] or "").replace(".", "")
        before = message.text[max(0, match.start() - 30) : match.start()]
        bare = not which and not match[4]
        if (bare and _EVERY.search(before) and _OPENING.search(message.text)) or (
            _REPEATED.search(before)
        ):
            continue
        if bare and _SINCE.search(before):
            which = "afgelopen"
        day = _day_of_week(which, weekday, today)
        if match[4]:
            day += timedelta(weeks=number(match[4]))
        yield (match.start() if match[1] else match.start(2)), match.end(), day, bare


def _day_of_week(which: str, weekday: int, today: date) -> date:
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
    return this_week if this_week > today else this_week + timedelta(weeks=1)
