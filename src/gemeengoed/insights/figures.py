# SPDX-License-Identifier: EUPL-1.2
"""How figures are written so that nobody can be found in them. Pure.

Rounded to fives, so that one cannot be subtracted from another; one to four is never told apart;
and of fewer than ENOUGH there are no figures at all.
"""

from collections.abc import Iterable
from statistics import median

ENOUGH = 10
STEP = 5
NOT_COUNTED = "–"


def figure(number: int) -> str:
    """0, "1–4", or the nearest multiple of five."""
    if 0 < number < STEP:
        return f"1–{STEP - 1}"
    return str((number + STEP // 2) // STEP * STEP)


def middle(numbers: Iterable[int | None]) -> str:
    """The median of those that are known, of enough of them; else NOT_COUNTED."""
    known = [number for number in numbers if number is not None]
    if len(known) < ENOUGH:
        return NOT_COUNTED
    return f"{median(known):g}".replace(".", ",")
