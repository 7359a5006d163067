# SPDX-License-Identifier: EUPL-1.2
"""Facts that follow from other facts by a named step: what comparisons alone cannot say.

A step takes values in the order of ``takes`` (None for what is not known) and gives a value, or
None when it cannot tell yet. Steps are pure; a pack can only name one.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from gemeengoed.procedures.procedure import Derivation, Procedure
from gemeengoed.procedures.values import Facts, Value
from gemeengoed.terms.moving import Window, departure_window, move_window

MOVE, ARRIVAL, ARRIVAL_BY_ANOTHER = "verhuizing", "vestiging", "vestiging_door_ander"
DEPARTURE, NO_DIRECTION = "vertrek", "richting_onbekend"


def half(number: Value | None) -> Value | None:
    """Half of a number."""
    return number / 2 if isinstance(number, Decimal) else None


def remainder(whole: Value | None, *parts: Value | None) -> Value | None:
    """What is left of a whole number after the parts; None when one of them is not known."""
    numbers = [part for part in parts if isinstance(part, Decimal)]
    if not isinstance(whole, Decimal) or len(numbers) < len(parts):
        return None
    return whole - sum(numbers)


def kind_of_declaration(
    route: Value | None, direction: Value | None, signals: Value | None
) -> Value | None:
    """Which article of the Wet BRP the declaration falls under: 2.39, 2.38 or 2.43.

    Who comes from the Caribbean part of the Kingdom comes from abroad, whatever the route says.
    An arrival that another may declare is that of who cannot appear in person (Besluit BRP 30).
    """
    if not isinstance(signals, tuple) or route is None:
        return None
    if route == "buitenland" and direction is None:
        return None  # it may be a departure, whatever the signals say
    if route == "buitenland" and direction == "uit":
        return DEPARTURE
    if "uit_curacao" in signals or (route == "buitenland" and direction == "in"):
        cannot_come = "kan_niet_verschijnen_doktersverklaring" in signals
        return ARRIVAL_BY_ANOTHER if cannot_come else ARRIVAL
    if route == "buitenland":
        return NO_DIRECTION
    return MOVE


def first_day_to_declare(day: Value | None, declaration: Value | None) -> Value | None:
    """Four weeks before a move, five days before a departure; None where no law sets one."""
    if declaration in (ARRIVAL, ARRIVAL_BY_ANOTHER):
        return None
    window = _window(day, declaration)
    return window.earliest if window else None


def last_day_to_declare(day: Value | None, declaration: Value | None) -> Value | None:
    """The fifth day after a move or an arrival, later by the Algemene termijnenwet.

    Of a departure the day itself: the law says "before the departure", a date knows no hours.
    """
    window = _window(day, declaration)
    return window.latest if window else None


def _window(day: Value | None, declaration: Value | None) -> Window | None:
    """An arrival has the last day of a move: both laws say the fifth day after (2.38, 2.39)."""
    if not isinstance(day, date) or declaration in (None, NO_DIRECTION):
        return None
    return departure_window(day) if declaration == DEPARTURE else move_window(day)


STEPS: Mapping[str, Derivation] = {
    "half": half,
    "remainder": remainder,
    "kind_of_declaration": kind_of_declaration,
    "first_day_to_declare": first_day_to_declare,
    "last_day_to_declare": last_day_to_declare,
}


def derive(procedure: Procedure, facts: Facts) -> Facts:
    """The facts with all that follows from them; a later derived fact may take an earlier one.

    A derived fact with the name of an input follows only where it was not given.
    """
    known = dict(facts)
    for derived in procedure.derived:
        if derived.name in facts:
            continue
        value = STEPS[derived.step](*(known.get(name) for name in derived.takes))
        if value is not None:
            known[derived.name] = value
    return known
