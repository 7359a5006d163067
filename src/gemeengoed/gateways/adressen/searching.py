# SPDX-License-Identifier: EUPL-1.2
"""From what somebody typed of an address to the addresses that are meant. Pure.

The rows come in through two look-ups, so that any register can use it. Each is told a number, and
then gives the addresses with that number only; or None, and gives all.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gemeengoed.gateways.adressen.shapes import Address, Found
from gemeengoed.gateways.adressen.street_names import key, match

MOST_NEAREST = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """The parts as typed; None or empty is unknown."""

    street: str | None = None
    number: int | None = None
    addition: str | None = None
    postcode: str | None = None
    place: str | None = None


def search(
    wanted: Wanted,
    *,
    streets: Iterable[str],
    places: Iterable[str],
    in_streets: Callable[[Sequence[str], int | None], list[Address]],
    in_postcode: Callable[[str, int | None], list[Address]],
) -> Found:
    """The addresses that fit all parts given, else those that come close.

    A place that equals the municipality's own name means the town of that name. An addition that
    was not given matters only where the number alone is no address.
    """
    postcode = re.sub(r"\W", "", wanted.postcode or "").upper()
    if wanted.street:
        names = match(wanted.street, streets)
        is_sure = bool(names.sure)
        if not names.sure and not names.like:
            return Found()
        known = names.sure or names.like
    elif postcode:
        is_sure, known = True, ()
    else:
        return Found(missing="street")
    if wanted.number is None:
        return Found(missing="number")
    place = _place(wanted.place, places)

    def rows(number: int | None) -> list[Address]:
        return in_streets(known, number) if known else in_postcode(postcode, number)

    def here(found: list[Address]) -> list[Address]:
        return [row for row in found if _is_here(row, place, postcode)]

    # Most addresses exist: the other numbers of the street are fetched only for one that does not.
    exact = _at_number(here(rows(wanted.number)), wanted.addition) if is_sure else []
    if exact:
        return Found(exact=tuple(exact))
    around = rows(None)
    return Found(nearest=_nearest(here(around) or around, wanted))


def _place(typed: str | None, places: Iterable[str]) -> str | None:
    """The official name; what is no place of this municipality stays as typed and fits nothing."""
    if not typed:
        return None
    sure = match(typed, places).sure
    return sure[0] if sure else typed


def _is_here(row: Address, place: str | None, postcode: str) -> bool:
    return (place is None or row.place == place) and (not postcode or row.postcode == postcode)


def _at_number(rows: Iterable[Address], addition: str | None) -> list[Address]:
    """Of those with the number: with the addition given, else without one, else with any."""
    same = sorted(rows, key=_order)
    if addition:
        return [row for row in same if key(row.addition) == key(addition)]
    plain = [row for row in same if not row.addition]
    return plain or same


def _order(row: Address) -> tuple[str, str, int, str]:
    return row.place, row.street, row.number, row.addition


def _nearest(rows: Iterable[Address], wanted: Wanted) -> tuple[Address, ...]:
    """Best first: the same number in a like street, then the numbers around it, same side first."""
    number = wanted.number or 0

    def far(row: Address) -> tuple[object, ...]:
        off = abs(row.number - number)
        return off, row.number % 2 != number % 2, *_order(row)

    return tuple(sorted(rows, key=far)[:MOST_NEAREST])
