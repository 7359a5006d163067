# SPDX-License-Identifier: EUPL-1.2
"""procedure.yaml of a municipality: thresholds it may change, rows of tables left open to it."""

from collections.abc import Mapping
from decimal import Decimal

from gemeengoed.content.loading.document import Entry
from gemeengoed.content.loading.procedures import (
    Vocabulary,
    decimal,
    facts_of,
    read_laws,
    read_row,
    read_source,
)
from gemeengoed.content.packs import LocalRules, LocalThreshold, ProcedureSource
from gemeengoed.procedures.table import Row


def read_local_rules(entry: Entry, sources: Mapping[str, ProcedureSource]) -> LocalRules | None:
    """The whole file; None (and a fault) when the base has no such procedure."""
    table = entry.table("procedure", "sources thresholds tables")
    name = table.text("procedure")
    if name not in sources:
        entry.fail(f"there is no procedure {name!r}", f"known are: {', '.join(sorted(sources))}")
        return None
    procedure = sources[name].procedure
    words = Vocabulary(
        facts_of(procedure), tuple(each.id for each in procedure.outcomes), read_laws(table)
    )
    rows: dict[str, tuple[Row, ...]] = {}
    written = table.get("tables")
    for id, key, value in written.pairs() if written else ():
        if id not in {each.id for each in procedure.tables if each.is_open}:
            key.fail(f"{id!r} is no table that is open to municipalities", "see the base")
        rows[id] = tuple(read_row(item, words) for item in value.items())
    thresholds = tuple(_threshold(item, words) for item in table.items("thresholds"))
    return LocalRules(name, thresholds, rows, entry.place, words.places)


def _threshold(entry: Entry, words: Vocabulary) -> LocalThreshold:
    table = entry.table("row value source reason author", "in_force_on")
    row = table.text("row")
    source = read_source(table.get("source"), words.laws)
    if source is not None:
        words.places[(row.rpartition(".")[2], source.valid_from)] = entry.place
    return LocalThreshold(
        row=row,
        value=table.read("value", decimal, Decimal(0)),
        source=source,
        in_force_on=table.read("in_force_on", Entry.day, None),
        reason=table.text("reason"),
        author=table.text("author"),
        place=entry.place,
    )
