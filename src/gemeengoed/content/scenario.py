# SPDX-License-Identifier: EUPL-1.2
"""A written-down case of a procedure: facts, and what must come of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gemeengoed.content.errors import Place


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is None is not checked. municipality None: it must hold in every municipality.

    facts are texts, as in a file. margins: per failed row, in the unit of its fact.
    """

    procedure: str
    name: str
    facts: Mapping[str, str]
    outcome: str
    day: date
    municipality: str | None = None
    failed: tuple[str, ...] | None = None
    also: tuple[str, ...] | None = None
    unknown: tuple[str, ...] | None = None
    door: str | None = None
    margins: Mapping[str, Decimal] = field(default_factory=dict)
    change: Mapping[str, str] | None = None
    per_item: Mapping[str, str] | None = None
    place: Place = field(compare=False, default=Place(""))
