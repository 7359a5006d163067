# SPDX-License-Identifier: EUPL-1.2
"""Figures that are told in words are those of the rules: neither changes alone.

A field that tells rules in running text names its procedure (``figures_of``), and each value of it
the rows that its figures come from, in the order of the text (``figures``). A block names both.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from gemeengoed.content.edition import Edition
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.municipality import Fact
from gemeengoed.content.packs import Packs
from gemeengoed.content.text import Text
from gemeengoed.content.topic import Block, LocalField
from gemeengoed.procedures.conditions import comparisons_in
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.table import Row

_FIGURE = re.compile(r"(\d+(?:,\d+)?)(?: (centimeter))?")
_CENTIMETRES = 100  # in a metre; rules measure in metres


def check_figures(packs: Packs, editions: Mapping[str, Edition], faults: Faults) -> None:
    """Every figure of such a text that is not that of its row, at the value or the block.

    Rules from a file with a fault are passed over: what was read of them may not be used.
    """
    broken = frozenset(fault.place.file for fault in faults.faults)
    for field in packs.fields.values():
        for slug, procedure in _rules(field, packs, editions, broken, faults):
            for fact, until in _with_ends(editions[slug].facts.get(field.name, ())):
                text = fact.value.source if isinstance(fact.value, Text) else ""
                told = Told(procedure, text, fact.figures, fact.valid_from, until)
                for message, hint in told.drifted():
                    faults.add(fact.place, message, hint)
    for block in (block for topic in packs.topics.values() for block in topic.blocks):
        found: dict[tuple[str, str], None] = {}  # of all municipalities, each once
        for _, procedure in _rules(block, packs, editions, broken, faults):
            told = Told(procedure, block.text.source, block.figures, date.max, date.max)
            found |= dict.fromkeys(told.drifted())
        for message, hint in found:
            faults.add(block.place, message, hint)


def _rules(
    teller: LocalField | Block,
    packs: Packs,
    editions: Mapping[str, Edition],
    broken: frozenset[str],
    faults: Faults,
) -> Iterator[tuple[str, Procedure]]:
    """(municipality, the rules that the text tells there)."""
    if teller.figures_of is None:
        return
    if teller.figures_of not in packs.procedures:
        faults.add(teller.place, f"there is no procedure {teller.figures_of!r}", "mend figures_of")
        return
    if packs.procedures[teller.figures_of].place.file in broken:
        return
    for slug, edition in editions.items():
        rules = packs.municipalities[slug].rules
        if not any(r.place.file in broken for r in rules if r.procedure == teller.figures_of):
            yield slug, edition.procedures[teller.figures_of].procedure


def _with_ends(facts: tuple[Fact, ...]) -> Iterator[tuple[Fact, date]]:
    """Each value with the last day on which it holds."""
    for place, fact in enumerate(facts):
        is_last = place == len(facts) - 1
        yield fact, date.max if is_last else facts[place + 1].valid_from - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A text with the rows that its figures come from; since and until: when it is told."""

    procedure: Procedure
    text: str
    rows: tuple[str, ...]
    since: date
    until: date

    def drifted(self) -> Iterator[tuple[str, str]]:
        """What is wrong with its figures, as (message, hint)."""
        told = [_as_rules_measure(*found) for found in _FIGURE.findall(self.text)]
        name = self.procedure.id
        if len(told) != len(self.rows):
            message = f"the text has {len(told)} figures and figures names {len(self.rows)} rows"
            yield message, f"name the rows of {name} that they come from, in order"
            return
        for number, id in zip(told, self.rows, strict=True):
            rows = _in_force(self.procedure, id, self.since, self.until)
            if not rows:
                yield f"{name} has no row {id!r} then", "mend figures"
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
