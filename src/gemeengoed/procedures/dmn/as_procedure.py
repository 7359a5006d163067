# SPDX-License-Identifier: EUPL-1.2
"""A table of rules as a procedure: outcomes by rank, rows, the facts that they look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from gemeengoed.procedures.conditions import AnyOf, facts_in
from gemeengoed.procedures.dmn.annotations import ROW, row_of
from gemeengoed.procedures.dmn.gaps import has_gap
from gemeengoed.procedures.dmn.literals import NULL
from gemeengoed.procedures.dmn.names import plain_name
from gemeengoed.procedures.dmn.rules import ONE_RESULT, Policy, Rule, RuleTable, Values
from gemeengoed.procedures.procedure import Derived, Input, Outcome, Procedure
from gemeengoed.procedures.table import HitPolicy, Row, Table
from gemeengoed.procedures.values import Value, as_written

GAP = "geen regel"  # the outcome where no rule hits and the file has no default: DMN's null

_HIT_POLICIES: Mapping[Policy, HitPolicy] = {
    Policy.UNIQUE: HitPolicy.UNIQUE,
    Policy.ANY: HitPolicy.ANY,
    Policy.FIRST: HitPolicy.FIRST,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision table, ready to be judged.

    A rule with several output columns has one outcome, so that what belongs together stays
    together. columns: their names; values: outcome -> what it stands for, one per column.
    """

    name: str
    procedure: Procedure
    policy: Policy
    columns: tuple[str, ...]
    values: Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of a decision in words. labels: outcome -> label."""

    name: str
    label: str
    labels: Mapping[str, str]


def as_decision(
    table: RuleTable,
    said: Said,
    inputs: Mapping[str, Input],
    derived: Mapping[str, Derived],
) -> Decision:
    """The table as a procedure. inputs and derived: all of the file."""
    ids = _ids(_ranked(table))
    rows = _rows(table, ids)
    id = plain_name(said.name, (), "-")
    used = _used(rows, derived.values())
    procedure = Procedure(
        id=id,
        label=said.label,
        inputs={each.name: each for each in inputs.values() if each.name in used},
        derived=tuple(each for each in derived.values() if each.name in used),
        tables=(
            Table(
                id=plain_name(table.name, ()),
                label=said.label,
                hit_policy=_HIT_POLICIES.get(table.policy, HitPolicy.COLLECT),
                rows=rows,
                otherwise=None if table.default is None else ids[table.default],
            ),
        ),
        outcomes=tuple(_outcome(id, values, table, said) for values, id in ids.items()),
    )
    columns = tuple(column.name for column in table.columns)
    given = {id: values for values, id in ids.items()}
    if table.default is None and has_gap(procedure):
        gap = next(id for id in (GAP, f"{GAP}'") if id not in given)
        given[gap] = (None,) * len(columns)
        procedure = _with_gap(procedure, gap)
    return Decision(table.name, procedure, table.policy, columns, given)


def _with_gap(procedure: Procedure, gap: str) -> Procedure:
    """The procedure with an outcome for facts for which the file has no rule."""
    (table,) = procedure.tables
    last = Outcome(gap, "Het bestand heeft hier geen regel voor", gap)
    return replace(
        procedure,
        tables=(replace(table, otherwise=gap),),
        outcomes=(*procedure.outcomes, last),
    )


def _ranked(table: RuleTable) -> list[Values]:
    """The values that the table can give, each once, the leading ones first."""
    given = [rule.values for rule in table.rules]
    given += [] if table.default is None else [table.default]
    if table.policy in (Policy.MINIMUM, Policy.MAXIMUM):
        given.sort(key=_number, reverse=table.policy is Policy.MAXIMUM)
    else:
        given.sort(key=table.priority)
    return list(dict.fromkeys(given))


def _number(values: Values) -> Decimal:
    return values[0] if isinstance(values[0], Decimal) else Decimal(0)


def _ids(ranked: Iterable[Values]) -> dict[Values, str]:
    """A name for each outcome, from its values."""
    found: dict[Values, str] = {}
    for values in ranked:
        id = " / ".join(_text(value) for value in values)
        taken = set(found.values())
        while id in taken:  # the word "ja" and the value true are written alike
            id += "'"
        found[values] = id
    return found


def _text(value: Value | None) -> str:
    return NULL if value is None else as_written(value)


def _outcome(id: str, values: Values, table: RuleTable, said: Said) -> Outcome:
    """Its label is what the file says of it, or its rules where all of them say the same."""
    told = {rule.conclusion for rule in table.rules if rule.values == values}
    of_rules = told.pop() if len(told) == 1 else ""
    return Outcome(id, said.labels.get(id) or of_rules or id, id)


def _rows(table: RuleTable, ids: Mapping[Values, str]) -> tuple[Row, ...]:
    rows: list[Row] = []
    names: set[str] = set()
    before: Rule | None = None
    may_join = table.policy in ONE_RESULT  # where every rule counts each is a row of its own
    for number, rule in enumerate(table.rules, 1):
        if before is not None and may_join and _is_same_row(before, rule):
            rows[-1] = replace(rows[-1], when=_either(rows[-1], rule))
        else:
            id = rule.told.get(ROW) or f"R{number}"
            while id in names:
                id += "'"
            names.add(id)
            label = rule.label or rule.conclusion or f"Regel {number}"
            rows.append(row_of(id, label, ids[rule.values], rule.condition, rule.told))
        before = rule
    return tuple(rows)


def _is_same_row(before: Rule, rule: Rule) -> bool:
    """Rules that were written for one row of ours: several, as DMN has no or between columns."""
    name = rule.told.get(ROW)
    return bool(name) and name == before.told.get(ROW) and rule.values == before.values


def _either(row: Row, rule: Rule) -> AnyOf:
    before = row.when.parts if isinstance(row.when, AnyOf) else (row.when,)
    return AnyOf((*before, rule.condition))


def _used(rows: Iterable[Row], derived: Iterable[Derived]) -> set[str]:
    """The facts that the rows look at, and those behind them."""
    used = {name for row in rows for name in facts_in(row.hits)}
    for each in reversed(list(derived)):
        used |= set(each.takes) if each.name in used else set()
    return used
