# SPDX-License-Identifier: EUPL-1.2
"""Why the outcome is as it is: per row the values, thresholds and margins behind it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gemeengoed.procedures.asking import unknown_facts
from gemeengoed.procedures.blaming import responsible
from gemeengoed.procedures.changing import Change, nearest_change
from gemeengoed.procedures.conditions import (
    Comparison,
    FactNamed,
    Operator,
    threshold_of,
    truth_of,
)
from gemeengoed.procedures.doors import door_of
from gemeengoed.procedures.judged import JudgedRow, Judgement, stands_in_the_way
from gemeengoed.procedures.kleene import Truth
from gemeengoed.procedures.procedure import FilledBy, Procedure
from gemeengoed.procedures.table import Door, Row
from gemeengoed.procedures.values import Facts, Value


class Status(StrEnum):
    """How a row stands: failed stands in the way, hit says something else; both are sure."""

    FITS = "fits"
    FAILED = "failed"
    HIT = "hit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison: margin is how far the value lies from the threshold, in unit; never below 0.

    is_above: whether the value lies above the threshold. margin None: nothing to measure.
    filled_by: the source of a threshold that the municipality filled in.
    """

    fact: str
    label: str
    operator: Operator
    given: Value | None
    threshold: Value | None
    unit: str | None
    margin: Decimal | None
    is_above: bool
    filled_by: FilledBy | None = None


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """A row with the comparisons that made it so.

    applies: whether its demand counts here (Row.when); where it does not, compared tells why.
    """

    row: Row
    status: Status
    compared: tuple[Compared, ...]
    item: str | None = None
    applies: Truth = True

    @property
    def widest(self) -> Compared | None:
        """The comparison that is furthest from its threshold; None when nothing is measured."""
        measured = [each for each in self.compared if each.margin is not None]
        return max(measured, key=lambda each: each.margin or Decimal(0), default=None)

    @property
    def narrowest(self) -> Compared | None:
        """The comparison that is nearest to its threshold; None when nothing is measured."""
        measured = [each for each in self.compared if each.margin is not None]
        return min(measured, key=lambda each: each.margin or Decimal(0), default=None)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything a resident, a colleague or a judge may ask about an outcome."""

    judgement: Judgement
    rows: tuple[ExplainedRow, ...]  # of every table that was come to, in order
    unknown: tuple[str, ...]  # facts that can still change the outcome, most decisive first
    door: Door | None
    change: Change | None  # the nearest that would turn the outcome

    @property
    def failed(self) -> tuple[ExplainedRow, ...]:
        """The failed rows of the tables that gave the outcome."""
        deciding = {id(row) for table in self.judgement.deciding for row in table.table.rows}
        failed = (each for each in self.rows if each.status is Status.FAILED)
        return tuple(each for each in failed if id(each.row) in deciding)


def explain(judgement: Judgement) -> Explanation:
    """The explanation of a judgement."""
    rows = tuple(
        explained_row(judgement.procedure, row) for table in judgement.tables for row in table.rows
    )
    return Explanation(
        judgement, rows, unknown_facts(judgement), door_of(judgement), nearest_change(judgement)
    )


def explained_row(procedure: Procedure, judged: JudgedRow) -> ExplainedRow:
    """One row, with the comparisons that made it so."""
    row = judged.row
    applies = truth_of(row.when, judged.facts)
    condition = row.when
    if row.requires is not None and applies is not False:
        condition = row.requires if applies else row.hits
    truth = truth_of(condition, judged.facts)
    behind = tuple(
        compared(procedure, comparison, judged.facts)
        for comparison in dict.fromkeys(responsible(condition, judged.facts, truth))
    )
    return ExplainedRow(row, _status(procedure, judged), behind, judged.item, applies)


def _status(procedure: Procedure, judged: JudgedRow) -> Status:
    if judged.hits is not True:
        return Status.UNKNOWN if judged.hits is None else Status.FITS
    return Status.FAILED if stands_in_the_way(procedure, judged.row) else Status.HIT


def compared(procedure: Procedure, comparison: Comparison, facts: Facts) -> Compared:
    """One comparison with the values it was made with."""
    given, threshold = facts.get(comparison.fact), threshold_of(comparison, facts)
    declared = procedure.inputs.get(comparison.fact)
    label = declared.label if declared else _label(procedure, comparison.fact)
    margin, is_above = _margin(given, threshold)
    return Compared(
        fact=comparison.fact,
        label=label,
        operator=comparison.operator,
        given=given,
        threshold=threshold,
        unit=(declared.unit if declared else None) if not _are_days(given, threshold) else "dagen",
        margin=margin,
        is_above=is_above,
        filled_by=_filled_by(procedure, comparison, facts),
    )


def _filled_by(procedure: Procedure, comparison: Comparison, facts: Facts) -> FilledBy | None:
    """Not where the case itself told another value: that is nobody's decision."""
    threshold = comparison.threshold
    if not isinstance(threshold, FactNamed):
        return None
    told = threshold.name in procedure.fills
    is_filled = not told or facts.get(threshold.name) == procedure.fills[threshold.name]
    return procedure.whose_word(threshold.name) if is_filled else None


def _label(procedure: Procedure, fact: str) -> str:
    named = {each.name: each.label for each in procedure.derived}
    fields = {each.name: each.label for inp in procedure.inputs.values() for each in inp.fields}
    return named.get(fact) or fields.get(fact) or fact


def _are_days(given: Value | None, threshold: Value | None) -> bool:
    return isinstance(given, date) and isinstance(threshold, date)


def _margin(given: Value | None, threshold: Value | None) -> tuple[Decimal | None, bool]:
    if isinstance(given, Decimal) and isinstance(threshold, Decimal):
        return abs(given - threshold), given > threshold
    if isinstance(given, date) and isinstance(threshold, date):
        return Decimal(abs((given - threshold).days)), given > threshold
    return None, False
