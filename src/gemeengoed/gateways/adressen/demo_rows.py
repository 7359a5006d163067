# SPDX-License-Identifier: EUPL-1.2
"""The two questions to the demo's tables that come with every typed address, as SQL.

Through the ORM they took 3 ms of processor time, nearly as much as all the rest of such a turn: it
does as much for one row as for a thousand. All other questions stay with it.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection

from gemeengoed.gateways.adressen.models import DemoRegister

COLUMNS = (
    "identification",
    "object_id",
    "building_id",
    "municipality_id",
    "street",
    "number",
    "addition",
    "postcode",
    "place",
    "purpose",
    "x",
    "y",
)

_REGISTER = """
SELECT behaviour, delay, fingerprint FROM adressen_demoregister WHERE municipality_id = %s
"""
# A number is compared as numeric, because what is typed may be greater than any integer there.
_ADDRESSES = f"""
SELECT {", ".join(COLUMNS)} FROM adressen_demoaddress
WHERE municipality_id = %(municipality)s
  AND (%(number)s::numeric IS NULL OR number = %(number)s::numeric)
"""  # noqa: S608 (the columns are constants of ours)
_IN_STREETS = f"{_ADDRESSES} AND street = ANY(%(streets)s)"
_IN_POSTCODE = f"{_ADDRESSES} AND postcode = %(postcode)s"


class Register(NamedTuple):
    """The loaded register of one municipality: how it behaves, and which file it holds."""

    behaviour: str
    delay: float
    fingerprint: str


class Names(NamedTuple):
    streets: tuple[str, ...]
    places: tuple[str, ...]


def register_of_demo(municipality: str) -> Register | None:
    """None when nothing was loaded for it."""
    with connection.cursor() as cursor:
        cursor.execute(_REGISTER, [municipality])
        row = cursor.fetchone()
    return Register(*row) if row else None


@lru_cache(maxsize=1024)  # more than there are municipalities
def names_of_file(municipality: str, fingerprint: str) -> Names:
    """The streets and places of a loaded file: thousands of words, which never change."""
    register = DemoRegister.objects.get(pk=municipality, fingerprint=fingerprint)
    return Names(tuple(register.streets), tuple(register.places))


def in_streets(
    municipality: str, streets: Sequence[str], number: int | None
) -> list[dict[str, Any]]:
    """The rows of addresses in these streets, with this number only or, without one, all."""
    values = {"municipality": municipality, "streets": list(streets), "number": number}
    return _rows(_IN_STREETS, values)


def in_postcode(municipality: str, postcode: str, number: int | None) -> list[dict[str, Any]]:
    """The rows of addresses with this postcode, with this number only or, without one, all."""
    values = {"municipality": municipality, "postcode": postcode, "number": number}
    return _rows(_IN_POSTCODE, values)


def _rows(statement: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [dict(zip(COLUMNS, row, strict=True)) for row in cursor.fetchall()]
