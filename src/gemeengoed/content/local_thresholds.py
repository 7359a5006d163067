# SPDX-License-Identifier: EUPL-1.2
"""Thresholds of the base that a municipality changes: one row each, with a source of its own.

A changed row stands on the municipality's own decision: from the day that is in force its source
is shown and its number counts; on other days the row of the base does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from gemeengoed.content.loading.document import Faults
from gemeengoed.content.packs import LocalThreshold
from gemeengoed.procedures.conditions import AllOf, Comparison, Condition
from gemeengoed.procedures.table import Row, RuleKind, Source, Table

_DAY = timedelta(days=1)

# id() of a row of the base -> the rows that stand in its place
ChangedRows = Mapping[int, tuple[Row, ...]]


def changed_rows(
    tables: Sequence[Table], wanted: Sequence[LocalThreshold], faults: Faults
) -> ChangedRows:
    """The rows that are changed; what may not be changed, or is not one row, is a fault."""
    found: dict[int, tuple[Row, ...]] = {}
    for each in wanted:
        row = _row_meant(tables, each, faults)
        if row is None or each.source is None or not _may_change(each, row, faults):
            continue
        if id(row) in found:
            faults.add(each.place, f"{each.row!r} is changed twice", "keep one of them")
        own = _together(row.source, each.source)
        if own is None:
            hint = f"the row is in force from {row.source.valid_from}"
            faults.add(each.place, "its source is never in force together with the row", hint)
            continue
        changed = replace(_with_number(row, each.value), source=own)
        found[id(row)] = (*_left_over(row, own), changed)
    return found


def _row_meant(tables: Sequence[Table], wanted: LocalThreshold, faults: Faults) -> Row | None:
    """The one row of ``table.row``, in force on a day where that is told."""
    named = {f"{table.id}.{row.id}" for table in tables for row in table.rows}
    rows = [row for table in tables for row in table.rows if f"{table.id}.{row.id}" == wanted.row]
    in_force = [
        row
        for row in rows
        if wanted.in_force_on is None or row.source.is_valid_on(wanted.in_force_on)
    ]
    if len(in_force) == 1:
        return in_force[0]
    if in_force:
        hint = "say which: in_force_on, a day on which the row you mean was in force"
        faults.add(wanted.place, f"the base has {len(in_force)} rows {wanted.row!r}", hint)
    elif rows:
        message = f"{wanted.row!r} is not in force on {wanted.in_force_on}"
        faults.add(wanted.place, message, "mend in_force_on")
    else:
        id = wanted.row.rpartition(".")[2]
        alike = sorted(name for name in named if name.rpartition(".")[2] == id)
        hint = f"write table.row: {', '.join(alike) or 'for example lokaal.F1'}"
        faults.add(wanted.place, f"the base has no row {wanted.row!r}", hint)
    return None


def _may_change(wanted: LocalThreshold, row: Row, faults: Faults) -> bool:
    if row.rule_kind is RuleKind.STATUTE:
        hint = "national law is the same everywhere; remove it"
        faults.add(wanted.place, f"{wanted.row!r} is a statute rule", hint)
    elif row.local.may != "change" or _only_number(row) is None:
        faults.add(wanted.place, f"{wanted.row!r} is not open to municipalities", "remove it")
    elif not _within(wanted.value, row.local.minimum, row.local.maximum):
        bounds = f"{row.local.minimum} to {row.local.maximum}"
        faults.add(wanted.place, f"{wanted.value} is out of bounds", f"choose from {bounds}")
    else:
        return True
    return False


def _within(value: Decimal, minimum: Decimal | None, maximum: Decimal | None) -> bool:
    return (minimum is None or value >= minimum) and (maximum is None or value <= maximum)


# --- days -----------------------------------------------------------------------------------------


def _together(base: Source, own: Source) -> Source | None:
    """The municipality's source on the days on which both are in force; None of none."""
    first = max(base.valid_from, own.valid_from)
    last = min(filter(None, (base.valid_to, own.valid_to)), default=None)
    if last is not None and last < first:
        return None
    return replace(own, valid_from=first, valid_to=last)


def _left_over(row: Row, own: Source) -> Iterator[Row]:
    """The row of the base on the days before, and after, the municipality's own."""
    source = row.source
    if source.valid_from < own.valid_from:
        yield replace(row, source=replace(source, valid_to=own.valid_from - _DAY))
    if own.valid_to is not None and own.valid_to != source.valid_to:
        yield replace(row, source=replace(source, valid_from=own.valid_to + _DAY))


# --- the number -----------------------------------------------------------------------------------


def _only_number(row: Row) -> Comparison | None:
    """The one comparison with a number that a municipality may change; None when it is not one."""
    condition = row.requires if row.requires is not None else row.when
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    numbers = [
        each
        for each in parts
        if isinstance(each, Comparison) and isinstance(each.threshold, Decimal)
    ]
    return numbers[0] if len(numbers) == 1 else None


def _with_number(row: Row, value: Decimal) -> Row:
    number = _only_number(row)
    if number is None:
        return row
    if row.requires is not None:
        return replace(row, requires=_replaced(row.requires, number, value))
    return replace(row, when=_replaced(row.when, number, value))


def _replaced(condition: Condition, number: Comparison, value: Decimal) -> Condition:
    if condition == number:
        return replace(number, threshold=value)
    assert isinstance(condition, AllOf)  # noqa: S101 (_only_number looked inside; tells mypy)
    parts = tuple(
        replace(number, threshold=value) if part == number else part for part in condition.parts
    )
    return AllOf(parts)
