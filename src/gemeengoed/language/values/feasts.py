# SPDX-License-Identifier: EUPL-1.2
"""Days that have a name: "tweede kerstdag", "koningsdag". "Rond de kerst" is no day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from gemeengoed.language.values.found import Message
from gemeengoed.terms.workdays import holidays

_FIRST, _SECOND = r"(?:eerste|1e|1ste) ", r"(?:tweede|2e|2de) "
# pattern -> name as terms.workdays has it, and so many days later
_OF_HOLIDAYS = {
    r"nieuwjaarsdag": ("nieuwjaarsdag", 0),
    r"oud(?:e)?jaarsdag|oudejaarsavond": ("nieuwjaarsdag", -1),
    r"goede vrijdag": ("Goede Vrijdag", 0),
    rf"{_FIRST}paasdag": ("tweede paasdag", -1),
    rf"{_SECOND}paasdag": ("tweede paasdag", 0),
    r"koningsdag": ("Koningsdag", 0),
    r"bevrijdingsdag": ("Bevrijdingsdag", 0),
    r"hemelvaartsdag": ("Hemelvaartsdag", 0),
    rf"{_FIRST}pinksterdag": ("tweede pinksterdag", -1),
    rf"{_SECOND}pinksterdag": ("tweede pinksterdag", 0),
    r"kerstavond": ("eerste kerstdag", -1),
    rf"{_FIRST}kerstdag": ("eerste kerstdag", 0),
    rf"{_SECOND}kerstdag": ("tweede kerstdag", 0),
}
_PATTERNS = tuple(
    (re.compile(rf"\b(?<!rond )(?:{pattern})\b"), name, later)
    for pattern, (name, later) in _OF_HOLIDAYS.items()
)


def may_be_feast(word: str) -> bool:
    """Whether it may belong to the name of such a day."""
    return word.endswith(("dag", "avond"))


def feasts(message: Message, today: date) -> Iterator[tuple[int, int, date | None]]:
    """The next such day from today."""
    if not any(map(may_be_feast, message.words)):
        return
    for pattern, name, later in _PATTERNS:
        for match in pattern.finditer(message.text):
            yield match.start(), match.end(), _coming(name, later, today)


def _coming(name: str, later: int, today: date) -> date | None:
    days = (
        day + timedelta(days=later)
        for year in (today.year, today.year + 1, today.year + 2)
        for day, known in holidays(year).items()
        if known == name
    )
    return next((day for day in days if day >= today), None)
