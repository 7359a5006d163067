# SPDX-License-Identifier: EUPL-1.2
"""Can what a row compares be compared: known facts, of one kind, with values that are plausible?"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from gemeengoed.procedures.checking.finding import Finding
from gemeengoed.procedures.conditions import (
    Comparison,
    FactNamed,
    Operator,
    comparisons_in,
    facts_in,
)
from gemeengoed.procedures.procedure import Input, Kind, Procedure
from gemeengoed.procedures.reading import doubted
from gemeengoed.procedures.space import NUMBERS, known_in
from gemeengoed.procedures.table import Table
from gemeengoed.procedures.values import as_written

_ORDERS = (Operator.BELOW, Operator.AT_MOST, Operator.ABOVE, Operator.AT_LEAST)


def check_comparisons(procedure: Procedure, table: Table) -> Iterator[Finding]:
    """Every comparison of the table's rows that makes no sense."""
    known = known_in(procedure, table.for_each)
    for row in table.rows:
        where = f"row {row.id!r} of table {table.id!r}"
        missing = [name for name in facts_in(row.hits) if name not in known]
        for name in missing:
            hint = f"known here: {', '.join(sorted(known))}"
            yield Finding(f"{where} looks at an unknown fact {name!r}", hint, row)
        for comparison in dict.fromkeys(comparisons_in(row.hits)) if not missing else ():
            for message, hint in _wrong(known, comparison):
                yield Finding(f"{where}: {message}", hint, row)


def _wrong(known: Mapping[str, Input], comparison: Comparison) -> Iterator[tuple[str, str]]:
    fact = known[comparison.fact]
    if not _fits(known, comparison):
        message = f"{fact.name!r} ({fact.kind}) cannot be compared so"
        yield message, f"see docs/procedures.md, Conditions: {comparison.operator}"
        return
    threshold = comparison.threshold
    if isinstance(threshold, Decimal) and doubted(fact, threshold):
        message = f"{fact.name!r} is compared with {as_written(threshold)}"
        yield message, f"plausible is {fact.minimum} to {fact.maximum}"
    words = threshold if isinstance(threshold, tuple) else (threshold,)
    for word in words:
        is_word = isinstance(word, str) and bool(fact.options)
        if is_word and str(word).partition(":")[0] not in fact.options:
            yield f"{word!r} is no word of {fact.name!r}", f"choose: {', '.join(fact.options)}"


def _fits(known: Mapping[str, Input], comparison: Comparison) -> bool:
    """Whether evaluation can compare these two; see conditions.compares."""
    fact, operator, threshold = known[comparison.fact], comparison.operator, comparison.threshold
    if fact.kind is Kind.ITEMS or (operator is Operator.HAS) != (fact.kind is Kind.LIST):
        return False
    if operator in _ORDERS and fact.kind not in (*NUMBERS, Kind.DATE):
        return False
    if isinstance(threshold, FactNamed):
        same = known[threshold.name].kind is fact.kind
        both_numbers = fact.kind in NUMBERS and known[threshold.name].kind in NUMBERS
        return (same or both_numbers) and operator not in (Operator.HAS, Operator.AMONG)
    match fact.kind:
        case Kind.YES_NO:
            return isinstance(threshold, bool)
        case Kind.LENGTH | Kind.NUMBER:
            return isinstance(threshold, Decimal)
        case Kind.DATE:
            return isinstance(threshold, date)
    return isinstance(threshold, tuple if operator is Operator.AMONG else str)
