# SPDX-License-Identifier: EUPL-1.2
"""Procedures of the base with what a municipality fills in: compiled once, filled per day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.municipality import Fact, fact_on
from gemeengoed.content.packs import LocalRules, LocalThreshold, ProcedureSource
from gemeengoed.procedures.conditions import AllOf, Comparison, Condition
from gemeengoed.procedures.procedure import Kind, Procedure
from gemeengoed.procedures.table import Row, RuleKind, Table
from gemeengoed.procedures.values import Value


@dataclass(frozen=True, slots=True)
class LocalProcedure:
    """A procedure as one municipality applies it; facts that it fills in come per day."""

    procedure: Procedure
    from_facts: Mapping[str, str]  # input -> municipal field
    is_complete: bool = True  # every table that is left open has rows of the municipality itself

    def filled(self, facts: Mapping[str, tuple[Fact, ...]], day: date) -> Procedure:
        """The procedure with the municipality's own values that hold on that day."""
        fills: dict[str, Value] = {}
        for name, field in self.from_facts.items():
            fact = fact_on(facts, field, day)
            if fact is not None:
                fills[name] = _as_value(self.procedure.inputs[name].kind, fact)
        if not fills:
            return self.procedure
        own = fingerprint([self.procedure.overlay_fingerprint, fills])
        return replace(self.procedure, fills=fills, overlay_fingerprint=own)


def _as_value(kind: Kind, fact: Fact) -> Value:
    text = str(fact.value)
    if kind in (Kind.NUMBER, Kind.LENGTH):
        return Decimal(text)
    return text == "ja" if kind is Kind.YES_NO else text


def localised(source: ProcedureSource, rules: LocalRules | None, faults: Faults) -> LocalProcedure:
    """What a municipality makes of it; what it may not touch is a fault."""
    is_complete = all(rules and rules.rows.get(id) for id in _open_tables(source))
    if rules is None:
        return LocalProcedure(source.procedure, source.from_facts, is_complete)
    rows = {row.id: row for table in source.procedure.tables for row in table.rows}
    allowed = [each for each in rules.thresholds if _may_change(each, rows, faults)]
    changed = {each.row: _with_threshold(rows[each.row], each.value) for each in allowed}
    tables = tuple(_own_table(table, rules, changed, faults) for table in source.procedure.tables)
    own = fingerprint([rules.thresholds, rules.rows])
    procedure = replace(source.procedure, tables=tables, overlay_fingerprint=own)
    return LocalProcedure(procedure, source.from_facts, is_complete)


def _open_tables(source: ProcedureSource) -> list[str]:
    return [table.id for table in source.procedure.tables if table.is_open]


def _own_table(
    table: Table, rules: LocalRules, changed: Mapping[str, Row], faults: Faults
) -> Table:
    own = rules.rows.get(table.id, ()) if table.is_open else ()
    for row in own:
        if row.rule_kind is RuleKind.STATUTE:
            hint = "a municipality makes policy, plan and ordinance rules"
            faults.add(rules.place, f"{row.id!r} is written as a statute rule", hint)
        if row.id in {each.id for each in table.rows}:
            faults.add(rules.place, f"the base has a row {row.id!r} already", "rename it")
    rows = (*(changed.get(row.id, row) for row in table.rows), *own)
    return table if rows == table.rows else replace(table, rows=rows)


def _may_change(wanted: LocalThreshold, rows: Mapping[str, Row], faults: Faults) -> bool:
    row = rows.get(wanted.row)
    if row is None:
        faults.add(wanted.place, f"the base has no row {wanted.row!r}", "mend the name")
    elif row.rule_kind is RuleKind.STATUTE:
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


def _with_threshold(row: Row, value: Decimal) -> Row:
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


def procedure_on(
    procedures: Mapping[str, LocalProcedure],
    facts: Mapping[str, tuple[Fact, ...]],
    id: str,
    day: date,
) -> Procedure | None:
    """The procedure of that id as the municipality applies it on a day; None without its rules."""
    local = procedures.get(id)
    if local is None or not local.is_complete:
        return None
    return local.filled(facts, day)


@dataclass(frozen=True, slots=True)
class LocalRulebook:
    """All procedures of one municipality, for the dialogue."""

    procedures: Mapping[str, LocalProcedure]
    facts: Mapping[str, tuple[Fact, ...]]

    def on(self, procedure: str, day: date) -> Procedure | None:
        """The procedure with the municipality's values of that day; None when it has none."""
        return procedure_on(self.procedures, self.facts, procedure, day)
