# SPDX-License-Identifier: EUPL-1.2
"""Small procedures to test with, written as shortly as can be."""

from datetime import date
from decimal import Decimal

from gemeengoed.procedures.conditions import Comparison, Condition, FactNamed, Operator
from gemeengoed.procedures.procedure import Combination, Derived, Input, Kind, Outcome, Procedure
from gemeengoed.procedures.table import HitPolicy, Purpose, Row, RuleKind, Source, Table
from gemeengoed.procedures.values import Value

DAY = date(2026, 11, 23)
LONG_AGO = date(2000, 1, 1)
PURPOSE = Purpose("Daarom.", "iedereen")


def fact(name: str, kind: Kind | str, *options: str, **more: object) -> Input:
    return Input(name, Kind(kind), name.capitalize(), options=options, **more)  # type: ignore[arg-type]


def number(name: str, minimum: str | None = "0", maximum: str | None = None) -> Input:
    low, high = (None if each is None else Decimal(each) for each in (minimum, maximum))
    return fact(name, "length", minimum=low, maximum=high, unit="m")


def words(name: str, *options: str) -> Input:
    return fact(name, "choice", *options)


def yes_no(name: str) -> Input:
    return fact(name, "yes_no")


def that(name: str, operator: str, value: Value | str) -> Comparison:
    """A number is written as a text, ``@name`` names a fact."""
    return Comparison(name, Operator(operator), _value(value))


def _value(value: Value | str) -> Value | FactNamed:
    if isinstance(value, str) and value.startswith("@"):
        return FactNamed(value[1:])
    if isinstance(value, str) and value.lstrip("-").replace(".", "", 1).isdigit():
        return Decimal(value)
    return value


def row(
    id: str,
    when: Condition | None = None,
    outcome: str = "a",
    *,
    since: date = LONG_AGO,
    until: date | None = None,
    kind: RuleKind = RuleKind.POLICY,
    **more: object,
) -> Row:
    source = Source("Wet", "1", "1", "https://wet.example", since, until)
    if when is not None:
        more["when"] = when
    return Row(id, id, outcome, kind, source, PURPOSE, **more)  # type: ignore[arg-type]


def table(policy: str, *rows: Row, id: str = "tabel", **more: object) -> Table:
    return Table(id, id, HitPolicy(policy), rows, **more)  # type: ignore[arg-type]


def procedure(
    inputs: list[Input],
    *tables: Table,
    outcomes: str = "a b c",
    no: str = "",
    combination: str = "chain",
    derived: tuple[Derived, ...] = (),
    **more: object,
) -> Procedure:
    """outcomes: in order of rank; no: those that stand in the way."""
    return Procedure(
        id="proef",
        label="Proef",
        inputs={each.name: each for each in inputs},
        derived=derived,
        tables=tables,
        outcomes=tuple(Outcome(n, n, n, is_no=n in no.split()) for n in outcomes.split()),
        combination=Combination(combination),
        **more,  # type: ignore[arg-type]
    )


def half(name: str, of: str) -> Derived:
    return Derived(name, name, "half", (of,), Kind.LENGTH)
