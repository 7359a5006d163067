# SPDX-License-Identifier: EUPL-1.2
"""What to ask next: facts that are missing and can still change the outcome, most decisive first.

Nobody may be asked what cannot matter any more (Awb 4:4 lid 2).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from gemeengoed.procedures.conditions import FactNamed, comparisons_in
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import JudgedRow, JudgedTable, Judgement
from gemeengoed.procedures.procedure import Combination, Input, Kind, Procedure
from gemeengoed.procedures.table import HitPolicy
from gemeengoed.procedures.values import Facts, Value, as_written

TYPICAL = 0.9  # the share of answers that lies between the typical numbers


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A missing fact. decisive: the share of its answers that settles the outcome at once, 0..1."""

    fact: str
    decisive: float


def open_questions(judgement: Judgement) -> tuple[OpenQuestion, ...]:
    """The missing facts that can still change the outcome; none when it is settled."""
    if judgement.outcome is not None:
        return ()
    names = dict.fromkeys(_missing(judgement))
    questions = [OpenQuestion(name, _decisive(judgement, name)) for name in names]
    return tuple(sorted(questions, key=lambda question: -question.decisive))  # stable: table order


def unknown_facts(judgement: Judgement) -> tuple[str, ...]:
    """The names of the open questions, in order."""
    return tuple(question.fact for question in open_questions(judgement))


def _missing(judgement: Judgement) -> Iterator[str]:
    """Inputs that are not known, of rows that are not settled and whose outcome could count."""
    for table in judgement.tables:
        if table.table.for_each and table.table.for_each not in judgement.facts:
            yield table.table.for_each
        for row in table.rows:
            if row.hits is None and _could_count(judgement, table, row):
                for fact in row.row.facts:
                    yield from _inputs_behind(judgement.procedure, fact, row.facts, table)


def _could_count(judgement: Judgement, table: JudgedTable, row: JudgedRow) -> bool:
    """In a table where all that hit count, a row below what surely leads changes nothing.

    Nor does one that says what is said anyhow when nothing hits, unless a lower row may hit.
    """
    procedure = judgement.procedure
    if procedure.combination is Combination.COLLECT:
        return row.row.outcome in judgement.candidates
    if table.table.hit_policy is not HitPolicy.COLLECT:
        return True
    rank = procedure.rank(row.row.outcome)
    if table.sure:
        return rank < min(procedure.rank(each) for each in table.sure)
    lower = any(procedure.rank(each) > rank for each in table.possible)
    return row.row.outcome != table.table.otherwise or lower


def _inputs_behind(
    procedure: Procedure, fact: str, facts: Facts, table: JudgedTable
) -> Iterator[str]:
    if fact in facts:
        return
    derived = next((each for each in procedure.derived if each.name == fact), None)
    listed = table.table.for_each
    if fact in procedure.inputs:
        yield fact
    elif derived is not None:
        for taken in derived.takes:
            yield from _inputs_behind(procedure, taken, facts, table)
    elif listed and fact in (field.name for field in procedure.inputs[listed].fields):
        yield listed  # the age of one of them, say


def _decisive(judgement: Judgement, name: str) -> float:
    """Tries answers: of each possible kind one, weighed by how often it occurs."""
    procedure = judgement.procedure
    declared = procedure.inputs[name]
    answers = list(representatives(procedure, declared))
    weights = _weights(declared, answers)
    settled = 0.0
    for answer, weight in zip(answers, weights, strict=True):
        after = evaluate(procedure, {**judgement.given, name: answer}, judgement.day)
        settled += weight if after.outcome is not None else 0
    return settled / sum(weights) if answers else 0.0


def _weights(declared: Input, answers: Sequence[Value]) -> list[float]:
    """How often each answer occurs, as far as the input says."""
    if declared.typical is None:
        return [float(_parts(declared, answer)) for answer in answers]
    low, high = declared.typical
    is_typical = [isinstance(each, Decimal) and low <= each <= high for each in answers]
    inside = is_typical.count(True)
    shares = {True: TYPICAL / max(inside, 1), False: (1 - TYPICAL) / max(len(answers) - inside, 1)}
    return [shares[each] for each in is_typical]


def _parts(declared: Input, answer: Value) -> int:
    return declared.likely.get(as_written(answer), 1) if declared.likely is not None else 1


def representatives(procedure: Procedure, declared: Input) -> Sequence[Value]:
    """One answer of each kind that the tables can tell apart: on, below and above thresholds."""
    match declared.kind:
        case Kind.YES_NO:
            return (True, False)
        case Kind.CHOICE:
            return declared.options
        case Kind.LENGTH | Kind.NUMBER:
            return _around(_thresholds(procedure, declared.name), declared.step)
        case Kind.DATE:
            return _around_days(_thresholds(procedure, declared.name))
        case _:
            return ((),)


def _thresholds(procedure: Procedure, name: str) -> list[Value]:
    found = {}
    for table in procedure.tables:
        for row in table.rows:
            for comparison in comparisons_in(row.hits):
                threshold = comparison.threshold
                if isinstance(threshold, FactNamed):
                    threshold = procedure.fills.get(threshold.name, ())
                if comparison.fact == name:
                    found[str(threshold)] = threshold
    return list(found.values())


def _around(thresholds: Sequence[Value], step: Decimal) -> Sequence[Value]:
    numbers = sorted(each for each in thresholds if isinstance(each, Decimal))
    around = {number + move for number in numbers for move in (-step, Decimal(0), step)}
    return tuple(sorted(number for number in around if number >= 0)) or (Decimal(1),)


def _around_days(thresholds: Sequence[Value]) -> Sequence[Value]:
    days = [each for each in thresholds if isinstance(each, date)]
    return tuple(sorted({day + timedelta(move) for day in days for move in (-1, 0, 1)}))
