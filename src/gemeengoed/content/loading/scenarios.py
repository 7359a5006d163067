# SPDX-License-Identifier: EUPL-1.2
"""scenarios.yaml: the proof beside a procedure."""

from datetime import date

from gemeengoed.content.loading.document import Entry
from gemeengoed.content.loading.procedures import decimal
from gemeengoed.content.scenario import Scenario

_DAY = date(2026, 11, 23)  # the day of judgement where a scenario names none
_KEYS = "day municipality failed also unknown door margins change per_item"


def read_scenarios(entry: Entry) -> list[Scenario]:
    """Every scenario of a file, all of one procedure. ``shared`` facts hold where none is given."""
    table = entry.table("procedure scenarios", "shared")
    written = table.get("shared")
    shared = _facts(written) if written else {}
    procedure = table.text("procedure")
    return [_scenario(item, procedure, shared) for item in table.items("scenarios")]


def _scenario(entry: Entry, procedure: str, shared: dict[str, str]) -> Scenario:
    table = entry.table("name facts outcome", _KEYS)
    listed = {
        key: table.texts(key) if key in table.found else None
        for key in ("failed", "also", "unknown")
    }
    margins = table.get("margins")
    return Scenario(
        procedure=procedure,
        name=table.text("name"),
        facts={**shared, **table.read("facts", _facts, {})},
        outcome=table.text("outcome"),
        day=table.read("day", Entry.day, _DAY),
        municipality=table.text("municipality") or None,
        failed=listed["failed"],
        also=listed["also"],
        unknown=listed["unknown"],
        door=table.text("door") or None,
        margins={row: decimal(value) for row, _, value in margins.pairs()} if margins else {},
        change=table.read("change", _facts, None),
        per_item=table.read("per_item", _facts, None),
        place=entry.place,
    )


def _facts(entry: Entry) -> dict[str, str]:
    """Facts as texts; a null takes a shared fact away again."""
    return {name: "" if value.is_null else value.text() for name, _, value in entry.pairs()}
