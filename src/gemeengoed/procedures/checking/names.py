# SPDX-License-Identifier: EUPL-1.2
"""Does what a procedure names exist, and is it of the right kind: facts, outcomes, steps, words?"""

from collections.abc import Iterator
from inspect import signature

from gemeengoed.procedures.checking.finding import Finding
from gemeengoed.procedures.checking.periods import periods
from gemeengoed.procedures.derivations import STEPS
from gemeengoed.procedures.procedure import Combination, Derived, Kind, Procedure
from gemeengoed.procedures.table import Table


def check_names(procedure: Procedure) -> Iterator[Finding]:
    """Everything that a procedure names wrongly, and outcomes that nothing leads to (a notice).

    To what outcomes the rows of municipalities lead is theirs to say.
    """
    for kind, names in (
        ("outcome", [each.id for each in procedure.outcomes]),
        ("table", [each.id for each in procedure.tables]),
        ("derived fact", [each.name for each in procedure.derived]),
    ):
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Finding(f"the {kind} {name!r} is there twice", "rename one")
    yield from _besides(procedure)
    yield from _measures(procedure)
    yield from _derived(procedure)
    for place, table in enumerate(procedure.tables):
        is_last = place == len(procedure.tables) - 1
        yield from _outcomes(procedure, table)
        yield from _facts(procedure, table)
        if procedure.combination is Combination.CHAIN:
            yield from _chain(table, is_last=is_last)
    yield from _double_rows(procedure)
    if not any(table.is_open for table in procedure.tables):
        yield from _unused(procedure)


def _besides(procedure: Procedure) -> Iterator[Finding]:
    known = [each.id for each in procedure.outcomes]
    for place, outcome in enumerate(procedure.outcomes, 1):
        for name in outcome.besides:
            if name not in known[place:]:
                message = f"{outcome.id!r} names {name!r} in besides, which never stands beside it"
                yield Finding(message, f"below it are: {', '.join(known[place:])}")


def _measures(procedure: Procedure) -> Iterator[Finding]:
    for each in procedure.inputs.values():
        if each.step <= 0:
            yield Finding(f"{each.name!r} has a step of {each.step}", "a step is above 0")
        if each.minimum is not None and each.maximum is not None and each.minimum > each.maximum:
            yield Finding(f"{each.name!r} has a minimum above its maximum", "turn them around")


def _derived(procedure: Procedure) -> Iterator[Finding]:
    known = set(procedure.inputs)
    for each in procedure.derived:
        same = procedure.inputs.get(each.name)
        if same is not None and same.kind is not each.kind:
            yield Finding(f"{each.name!r} is derived as another kind than its input", "mend it")
        for name in each.takes:
            if name not in known:
                hint = "take inputs, or what is derived before it"
                yield Finding(f"{each.name!r} is derived from an unknown fact {name!r}", hint)
        known.add(each.name)
        yield from _step(each)


def _step(derived: Derived) -> Iterator[Finding]:
    step = STEPS.get(derived.step)
    if step is None:
        yield Finding(f"{derived.name!r}: there is no step {derived.step!r}", "mend the name")
        return
    try:
        signature(step).bind(*derived.takes)
    except TypeError:
        count = len(signature(step).parameters)
        message = f"{derived.name!r}: the step {derived.step!r} takes {count} facts"
        yield Finding(f"{message}, not {len(derived.takes)}", "mend takes")


def _given_by(table: Table) -> set[str]:
    """Every outcome that the table can have."""
    given = {row.outcome for row in table.rows}
    return given | ({table.otherwise} if table.otherwise is not None else set())


def _outcomes(procedure: Procedure, table: Table) -> Iterator[Finding]:
    known = {each.id for each in procedure.outcomes}
    hint = f"known: {', '.join(sorted(known))}"
    for row in table.rows:
        if row.outcome not in known:
            message = f"row {row.id!r} of table {table.id!r}: no outcome {row.outcome!r}"
            yield Finding(message, hint, row)
    for name in (table.otherwise, *table.ends.values()):
        if name is not None and name not in known:
            yield Finding(f"table {table.id!r}: there is no outcome {name!r}", hint)
    for name in sorted(set(table.ends) - _given_by(table)):
        message = f"table {table.id!r}: ends names {name!r}, which the table never says"
        yield Finding(message, f"it says: {', '.join(sorted(_given_by(table)))}")


def _chain(table: Table, *, is_last: bool) -> Iterator[Finding]:
    if table.for_each is not None:
        message = f"table {table.id!r}: for_each in a chain: of an empty list it says nothing"
        yield Finding(message, "combination: collect")
    if is_last or (table.is_open and not table.rows):
        return
    if not table.ends:
        message = f"table {table.id!r}: what it says is never heard, for nothing of it ends"
        yield Finding(message, "name in ends which outcomes end the procedure")
    elif _given_by(table) <= set(table.ends):
        message = f"table {table.id!r}: the tables after it never count, for all of it ends"
        yield Finding(message, "leave out of ends what goes on to the next table")


def _facts(procedure: Procedure, table: Table) -> Iterator[Finding]:
    if table.for_each is None:
        return
    items = procedure.inputs.get(table.for_each)
    if items is None or items.kind is not Kind.ITEMS:
        message = f"table {table.id!r}: for_each: there is no input {table.for_each!r} of items"
        yield Finding(message, "declare it as an input of kind items")
        return
    for field in items.fields:
        if field.name in procedure.inputs or field.name in {e.name for e in procedure.derived}:
            message = f"{field.name!r} is a fact and a field of {items.name!r}"
            yield Finding(message, "rename one of them")


def _double_rows(procedure: Procedure) -> Iterator[Finding]:
    rows = [row for table in procedure.tables for row in table.rows]
    told: set[str] = set()
    for period in periods(rows):
        ids = [row.id for row in period.rows]
        for row in period.rows:
            if ids.count(row.id) > 1 and row.id not in told:
                told.add(row.id)
                since = period.first_day.isoformat()
                message = f"two rows are called {row.id!r} and in force together from {since}"
                yield Finding(message, "rename one, or end its source (valid_to)", row)


def _unused(procedure: Procedure) -> Iterator[Finding]:
    given = {name for table in procedure.tables for name in _given_by(table)}
    given |= {name for table in procedure.tables for name in table.ends.values()}
    for outcome in procedure.outcomes:
        if outcome.id not in given:
            yield Finding(f"nothing leads to the outcome {outcome.id!r}", "outcome", is_fault=False)
