# SPDX-License-Identifier: EUPL-1.2
"""Terms that are counted back from a day: "not earlier than four weeks before"."""

from datetime import date, timedelta

from gemeengoed.terms.length import Length


def counted_back(day: date, length: Length) -> date:
    """The day that lies so many days or weeks before day; day itself does not count.

    A weekend or holiday does not move it (Atw art. 1 lid 2). That art. 2 (two working days) leaves
    it alone too is not confirmed. Raises ValueError for months: no source says how to count
    these back.
    """
    if length.in_days is None:
        raise ValueError("months are not counted back")
    return day - timedelta(days=length.in_days)
