# SPDX-License-Identifier: EUPL-1.2
"""The periods in which the law of a table does not change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gemeengoed.procedures.table import Row


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day on exactly these rows are in force, until the next period."""

    first_day: date
    rows: tuple[Row, ...]


def periods(rows: Sequence[Row]) -> tuple[Period, ...]:
    """All of them in order; days on which no row is in force belong to none."""
    starts = {row.source.valid_from for row in rows}
    ends = (row.source.valid_to for row in rows)
    starts |= {day + timedelta(1) for day in ends if day is not None and day < date.max}
    found = (
        Period(day, tuple(row for row in rows if row.source.is_valid_on(day)))
        for day in sorted(starts)
    )
    return tuple(period for period in found if period.rows)
