# SPDX-License-Identifier: EUPL-1.2
"""When a desk, the telephone or the chat is open, and how one says that in Dutch."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from gemeengoed.terms.clock import AMSTERDAM
from gemeengoed.terms.dutch_dates import DAY_NAMES, MONTHS
from gemeengoed.terms.workdays import holidays

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_MIDNIGHT = time(0)
_DAYS_AHEAD = 60  # longer than any run of closed days
_DAYS_TOLD = 14  # of which days that are otherwise are told

Span = tuple[time, time]  # from, until; until 0:00 is the end of the day


class OpeningHoursError(ValueError):
    """Opening hours that cannot be. faults tells all that is wrong with them."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def is_public_holiday(day: date) -> bool:
    """Closed by default on the public holidays of the Algemene termijnenwet."""
    return day in holidays(day.year)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A week of opening hours in Dutch local time.

    week: day (ma … zo) to its spans in order; a day left out is closed. exceptions: what holds on
    one day instead, also on a holiday; without spans it is closed then. is_holiday: the other days
    on which it is closed all the same.
    """

    week: Mapping[str, tuple[Span, ...]]
    exceptions: Mapping[date, tuple[Span, ...]] = field(default_factory=dict, kw_only=True)
    is_holiday: Callable[[date], bool] = field(default=is_public_holiday, compare=False)

    def spans(self, day: date) -> tuple[Span, ...]:
        """The opening hours of that very day; empty when closed."""
        if day in self.exceptions:
            return self.exceptions[day]
        return () if self.is_holiday(day) else self._usual(day)

    def _usual(self, day: date) -> tuple[Span, ...]:
        return self.week.get(DAYS[day.weekday()], ())

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at a timezone-aware moment; the closing minute is closed."""
        local = at.astimezone(AMSTERDAM)
        moment = local.time().replace(tzinfo=None)
        return any(_within(moment, span) for span in self.spans(local.date()))

    def next_opening(self, at: datetime) -> datetime | None:
        """at itself when open then, else the moment it opens; None when it never does."""
        local = at.astimezone(AMSTERDAM)
        if self.is_open(local):
            return local
        for ahead in range(_DAYS_AHEAD):
            day = local.date() + timedelta(days=ahead)
            for start, _ in self.spans(day):
                opens = datetime.combine(day, start, tzinfo=AMSTERDAM)
                if opens > local:
                    return opens
        return None

    def in_words(self, around: date | None = None) -> str:
        """``maandag tot en met vrijdag van 8.30 tot 17.00 uur``; ``gesloten`` when never open.

        With a day, what is otherwise in the two weeks from then on stands behind it: ``(vrijdag 25
        december gesloten)``.
        """
        other = self._otherwise_in_words(around) if around else ""
        return self._week_in_words() + (f" ({other})" if other else "")

    def _otherwise_in_words(self, first: date) -> str:
        days = (first + timedelta(days=ahead) for ahead in range(_DAYS_TOLD))
        other = [day for day in days if self.spans(day) != self._usual(day)]
        return ", ".join(f"{_day_in_words(day)} {self._that_day(day)}" for day in other)

    def _that_day(self, day: date) -> str:
        spans = self.spans(day)
        return _spans_in_words(spans) if spans else "gesloten"

    def _week_in_words(self) -> str:
        groups: dict[tuple[Span, ...], list[int]] = {}
        for number, name in enumerate(DAYS):
            if spans := self.week.get(name):
                groups.setdefault(spans, []).append(number)
        told = [f"{_days_in_words(days)} {_spans_in_words(s)}" for s, days in groups.items()]
        if not told:
            return "gesloten"
        return told[0] if len(told) == 1 else f"{', '.join(told[:-1])}, en {told[-1]}"


def parse_opening_hours(source: Mapping[str, Iterable[str]]) -> OpeningHours:
    """Read ``{"ma": ["8:30-12:30", "13:00-17:00"], "2026-12-24": ["8:30-12:00"]}``: days of the
    week, and days on which it is otherwise. Raises OpeningHoursError with all faults."""
    faults: list[str] = []
    week: dict[str, tuple[Span, ...]] = {}
    exceptions: dict[date, tuple[Span, ...]] = {}
    for day, texts in source.items():
        one_day = _one_day(day)
        if day not in DAYS and one_day is None:
            faults.append(f"{day!r} is not a day; use {' '.join(DAYS)} or 2026-12-24")
            continue
        spans = [span for text in texts if (span := _span(day, text, faults))]
        if any(_end(first) > second[0] for first, second in pairwise(spans)):
            faults.append(f"{day}: the hours overlap or are not in order")
        if one_day is not None:
            exceptions[one_day] = tuple(spans)
        elif spans:
            week[day] = tuple(spans)
    if faults:
        raise OpeningHoursError(faults)
    return OpeningHours(week, exceptions=exceptions)


def _one_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _span(day: str, text: str, faults: list[str]) -> Span | None:
    """One ``8:30-17:00``; a fault is added and None returned when it is none."""
    start, dash, end = str(text).partition("-")
    try:
        span = (_clock_time(start), _MIDNIGHT if end.strip() == "24:00" else _clock_time(end))
    except ValueError:
        faults.append(f"{day}: {text!r} is not a pair of times such as 8:30-17:00")
        return None
    if not dash or _end(span) <= span[0]:
        faults.append(f"{day}: {text!r} ends before it begins")
        return None
    return span


def _clock_time(text: str) -> time:
    hours, _, minutes = text.strip().replace(".", ":").partition(":")
    return time(int(hours), int(minutes or 0))


def _end(span: Span) -> time:
    return time.max if span[1] == _MIDNIGHT else span[1]


def _within(moment: time, span: Span) -> bool:
    return span[0] <= moment and (span[1] == _MIDNIGHT or moment < span[1])


def _day_in_words(day: date) -> str:
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def _days_in_words(days: list[int]) -> str:
    """Runs of three days or more become "tot en met"."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words: list[str] = []
    for run in runs:
        names = [DAY_NAMES[day] for day in run]
        words += [f"{names[0]} tot en met {names[-1]}"] if len(run) > 2 else names
    return _joined(words)


def _spans_in_words(spans: tuple[Span, ...]) -> str:
    return _joined([f"van {_spoken(a)} tot {_spoken(b, ends=True)} uur" for a, b in spans])


def _spoken(moment: time, *, ends: bool = False) -> str:
    if ends and moment == _MIDNIGHT:
        return "24.00"
    return f"{moment.hour}.{moment.minute:02d}"


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
