# SPDX-License-Identifier: EUPL-1.2
"""A fingerprint follows the content of a value and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from gemeengoed.content.fingerprint import fingerprint


class Colour(StrEnum):
    RED = "rood"


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    when: date | None = None
    sizes: Mapping[str, Decimal] = field(default_factory=dict)
    where: str = field(compare=False, default="")


@dataclass(frozen=True, slots=True)
class Other:
    name: str


def test_what_does_not_count_for_equality_does_not_count_here() -> None:
    assert fingerprint(Thing("a", where="x")) == fingerprint(Thing("a", where="y"))


def test_the_order_of_keys_and_members_does_not_count() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"b", "a"}) == fingerprint(frozenset({"a", "b"}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Thing("a"), Thing("b")),
        (Thing("a"), Other("a")),
        (Thing("a", date(2026, 1, 1)), Thing("a", date(2026, 1, 2))),
        (Thing("a", sizes={"x": Decimal(1)}), Thing("a", sizes={"x": Decimal(2)})),
        ([1, 2], [2, 1]),
        (1, "1"),
        (None, ""),
    ],
)
def test_another_content_has_another_fingerprint(one: object, other: object) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_an_enum_counts_as_its_value() -> None:
    assert fingerprint(Colour.RED) == fingerprint("rood")


def test_pins_depend_on_this_very_form() -> None:
    """The packs of municipalities name such fingerprints: another way of making them would make
    every own text seem out of date."""
    assert fingerprint("Kom langs.")[:8] == "d731a6e6"
