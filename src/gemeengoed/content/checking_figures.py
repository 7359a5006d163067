# SPDX-License-Identifier: EUPL-1.2
"""Figures that a municipality tells in words are those of its rules: neither changes alone.

A field that tells rules in running text names its procedure (``figures_of``), and each value of it
the rows that its figures come from, in the order of the text (``figures``).
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from gemeengoed.content.edition import Edition
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.municipality import Fact
from gemeengoed.content.packs import Packs
from gemeengoed.content.text import Text
from gemeengoed.content.topic import LocalField
from gemeengoed.procedures.conditions import comparisons_in
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.table import Row

_FIGURE = re.compile(r"(\d+(?:,\d+)?)(?: (centimeter))?")
_CENTIMETRES = 100  # in a metre; rules measure in metres


def check_figures(packs: Packs, editions: Mapping[str, Edition], faults: Faults) -> None:
    """Every figure of such a text that is not that of its row, at the value.

    Rules from a file with a fault are passed over: what was read of them may not be used.
    """
    broken = frozenset(fault.place.file for fault in faults.faults)
    for field in packs.fields.values():
        if field.figures_of is None:
            continue
        if field.figures_of not in packs.procedures:
            faults.add(
                field.place, f"there is no procedure {field.figures_of!r}", "mend figures_of"
            )
            continue
        if packs.procedures[field.figures_of].place.file in broken:
            continue
        for slug, edition in editions.items():
            rules = packs.municipalities[slug].rules
            if any(r.place.file in broken for r in rules if r.procedure == field.figures_of):
                continue
            procedure = edition.procedures[field.figures_of].procedure
            for fact, until in _with_ends(edition.facts.get(field.name, ())):
                for message, hint in _drifted(field, fact, until, procedure):
                    faults.add(fact.place, message, hint)


def _with_ends(facts: tuple[Fact, ...]) -> Iterator[tuple[Fact, date]]:
    """Each value with the last day on which it holds."""
    for place, fact in enumerate(facts):
        is_last = place == len(facts) - 1
        yield fact, date.max if is_last else facts[place + 1].valid_from - timedelta(days=1)


def _drifted(
    field: LocalField, fact: Fact, until: date, procedure: Procedure
) -> Iterator[tuple[str, str]]:
    """What is wrong with the figures of one value, as (message, hint)."""
    text = fact.value.source if isinstance(fact.value, Text) else ""
    told = [_as_rules_measure(*found) for found in _FIGURE.findall(text)]
    if len(told) != len(fact.figures):
        message = f"the text has {len(told)} figures and figures names {len(fact.figures)} rows"
        yield message, f"name the rows of {field.figures_of} that they come from, in order"
        return
    for number, id in zip(told, fact.figures, strict=True):
        rows = _in_force(procedure, id, fact.valid_from, until)
        if not rows:
            yield f"{field.figures_of} has no row {id!r} then", "mend figures"
        for row in rows:
            numbers = _numbers_in(row)
            if number not in numbers:
                has = ", ".join(str(each) for each in sorted(numbers)) or "no number"
                yield f"the text says {number}, and row {id!r} has {has}", "make them equal"


def _as_rules_measure(figure: str, centimetres: str) -> Decimal:
    number = Decimal(figure.replace(",", "."))
    return number / _CENTIMETRES if centimetres else number


def _in_force(procedure: Procedure, id: str, since: date, until: date) -> list[Row]:
    """The rows of that id that are in force on some of these days."""
    rows = (row for table in procedure.tables for row in table.rows if row.id == id)
    return [
        row
        for row in rows
        if row.source.valid_from <= until and since <= (row.source.valid_to or date.max)
    ]


def _numbers_in(row: Row) -> set[Decimal]:
    thresholds = (each.threshold for each in comparisons_in(row.hits))
    return {each for each in thresholds if isinstance(each, Decimal)}
