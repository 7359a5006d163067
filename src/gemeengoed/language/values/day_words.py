# SPDX-License-Identifier: EUPL-1.2
"""The words for months and days of the week, also with one slip in a long one."""

import re
from functools import lru_cache

from gemeengoed.language.values.nearness import nearest

MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "maart": 3, "mrt": 3,
    "april": 4, "apr": 4, "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7,
    "augustus": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(WEEKDAYS)
_SURE_LETTERS = 7  # a shorter month with a slip may be another word: "kaart" for "maart"
_LONG_MONTHS = frozenset(name for name in MONTHS if len(name) >= _SURE_LETTERS)
_WEEKDAYS = frozenset(WEEKDAYS)
_PART_OF_DAY = re.compile(r"(?:ochtend|middag|avond)\Z")


def month_of(word: str) -> int | None:
    """1 to 12; None when the word is no month."""
    name = word if word in MONTHS else nearest(word, _LONG_MONTHS)
    return MONTHS[name] if name else None


@lru_cache(maxsize=8192)
def has_weekday(word: str) -> bool:
    """Whether it is a day of the week, alone or with a part of the day ("maandagavond")."""
    bare = _PART_OF_DAY.sub("", word)
    return weekday_of(word) is not None or weekday_of(bare) is not None


def weekday_of(word: str) -> int | None:
    """0 for a Monday; None when the word is no day of the week, or more of them ("maandagen")."""
    name = word if word in _WEEKDAYS else nearest(word, _WEEKDAYS)
    if name is None or word.endswith(("en", "s")):
        return None
    return WEEKDAYS.index(name)
