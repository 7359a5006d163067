# SPDX-License-Identifier: EUPL-1.2
"""What to ask next: facts that are missing and can still change the outcome, most decisive first.

Nobody may be asked what cannot matter any more (Awb 4:4 lid 2). A fact is asked if and only if the
other missing facts can turn out so that two answers of it give different leading outcomes. What
only adds an outcome beside the leading one is not asked, but where somebody who acts on the leading
one must know of it (Outcome.besides): who comes to the desk in person, and too early, came for
nothing. prospect.py and variables.py say where more may be asked than that.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from gemeengoed.procedures.judged import Ahead, Judgement
from gemeengoed.procedures.procedure import Input, Kind
from gemeengoed.procedures.reading import doubted
from gemeengoed.procedures.values import Value, as_written

TYPICAL = 0.9  # the share of answers that lies between the typical numbers


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A missing fact. decisive: the share of its answers that settles the outcome at once, 0..1."""

    fact: str
    decisive: float


def open_questions(judgement: Judgement) -> tuple[OpenQuestion, ...]:
    """The missing facts that can still change the outcome; none when it is settled.

    Where it is settled but not by which rows, those by which that becomes known; and those by which
    it becomes known what must be known besides.
    The most decisive first. Where none settles anything at once, that after which the least is left
    to ask. What is equal stands in the order of the tables.
    """
    ahead = judgement.ahead
    if ahead is None:
        return ()
    facts = [judgement.procedure.inputs[name] for name in ahead.facts_that_matter()]
    questions = [OpenQuestion(each.name, _settled(ahead, each)) for each in facts]
    if any(each.decisive for each in questions):
        return tuple(sorted(questions, key=lambda question: -question.decisive))
    left = {each.name: _left(ahead, each) for each in facts}
    return tuple(sorted(questions, key=lambda question: left[question.fact]))


def unknown_facts(judgement: Judgement) -> tuple[str, ...]:
    """The names of the open questions, in order."""
    return tuple(question.fact for question in open_questions(judgement))


def _settled(ahead: Ahead, declared: Input) -> float:
    """The share of the answers that settles the outcome."""
    return _on_average(ahead, declared, ahead.settles)


def _left(ahead: Ahead, declared: Input) -> float:
    """How many facts are left to ask after an answer."""
    return _on_average(ahead, declared, ahead.left_after)


def _on_average(ahead: Ahead, declared: Input, measured: Callable[[str, Value], float]) -> float:
    """Tries answers: of each possible kind one, weighed by how often it occurs."""
    answers = representatives(declared, ahead.thresholds(declared.name))
    weights = _weights(declared, answers)
    total = sum(
        weight * measured(declared.name, answer)
        for answer, weight in zip(answers, weights, strict=True)
    )
    return round(total / sum(weights), 6) if answers else 0.0


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


def representatives(declared: Input, thresholds: Iterable[object]) -> Sequence[Value]:
    """One answer of each kind that the open rows can tell apart: on, below and above thresholds."""
    match declared.kind:
        case Kind.YES_NO:
            return (True, False)
        case Kind.CHOICE:
            return declared.options
        case Kind.LENGTH | Kind.NUMBER:
            numbers = {each for each in thresholds if isinstance(each, Decimal)}
            moves = (-declared.step, Decimal(0), declared.step)
            around = sorted({number + move for number in numbers for move in moves})
            return tuple(each for each in around if not doubted(declared, each)) or (Decimal(1),)
        case Kind.DATE:
            days = {each for each in thresholds if isinstance(each, date)}
            return tuple(sorted({day + timedelta(move) for day in days for move in (-1, 0, 1)}))
        case _:
            return ((),)
