# SPDX-License-Identifier: EUPL-1.2
"""From which day a new address counts. Pure."""

from collections.abc import Mapping
from datetime import date

from gemeengoed.terms.moving import move_window

MOVED_ON = "datumVerhuizing"  # the eigenschap of the zaak


def takes_effect_on(eigenschappen: Mapping[str, str], declared_on: date) -> date | None:
    """The day of the move when it was declared in time, else that of the declaration.

    Wet BRP 2.20 lid 2 and 3. None where there is no move.
    """
    told = eigenschappen.get(MOVED_ON)
    if told is None:
        return None
    moved_on = date.fromisoformat(told)
    return moved_on if declared_on <= move_window(moved_on).latest else declared_on
