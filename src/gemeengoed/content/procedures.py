# SPDX-License-Identifier: EUPL-1.2
"""Procedures of the base with what a municipality fills in: compiled once, filled per day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.local_thresholds import ChangedRows, changed_rows
from gemeengoed.content.municipality import Fact, fact_on
from gemeengoed.content.packs import LocalRules, ProcedureSource
from gemeengoed.procedures.procedure import FilledBy, Kind, Procedure
from gemeengoed.procedures.table import RuleKind, Table
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
        filled_by: dict[str, FilledBy] = {}
        for name, field in self.from_facts.items():
            fact = fact_on(facts, field, day)
            if fact is not None:
                fills[name] = _as_value(self.procedure.inputs[name].kind, fact)
                filled_by[name] = _on_the_word_of(fact)
        if not fills:
            return self.procedure
        own = fingerprint([self.procedure.overlay_fingerprint, fills])
        return replace(self.procedure, fills=fills, filled_by=filled_by, overlay_fingerprint=own)


def _on_the_word_of(fact: Fact) -> FilledBy:
    url = fact.source if fact.source.startswith("https://") else ""
    return FilledBy(fact.source, url, fact.checked_on)


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
    changed = changed_rows(source.procedure.tables, rules.thresholds, faults)
    tables = tuple(_own_table(table, rules, changed, faults) for table in source.procedure.tables)
    own = fingerprint([rules.thresholds, rules.rows])
    procedure = replace(source.procedure, tables=tables, overlay_fingerprint=own)
    return LocalProcedure(procedure, source.from_facts, is_complete)


def _open_tables(source: ProcedureSource) -> list[str]:
    return [table.id for table in source.procedure.tables if table.is_open]


def _own_table(table: Table, rules: LocalRules, changed: ChangedRows, faults: Faults) -> Table:
    own = rules.rows.get(table.id, ()) if table.is_open else ()
    for row in own:
        if row.rule_kind is RuleKind.STATUTE:
            hint = "a municipality makes policy, plan and ordinance rules"
            faults.add(rules.place, f"{row.id!r} is written as a statute rule", hint)
        if row.id in {each.id for each in table.rows}:
            faults.add(rules.place, f"the base has a row {row.id!r} already", "rename it")
    of_base = (each for row in table.rows for each in changed.get(id(row), (row,)))
    rows = (*of_base, *own)
    return table if rows == table.rows else replace(table, rows=rows)


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
