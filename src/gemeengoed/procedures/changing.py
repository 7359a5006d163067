# SPDX-License-Identifier: EUPL-1.2
"""The nearest change of the plan that would turn a no: found per row, then tried as a whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice, product

from gemeengoed.procedures.conditions import AllOf, AnyOf, Comparison, Condition, Not, truth_of
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.judged import JudgedRow, Judgement
from gemeengoed.procedures.procedure import Procedure
from gemeengoed.procedures.reaching import Plan, other_values
from gemeengoed.procedures.values import Facts, Value

MOST_TRIED = 200  # combinations; real tables need a handful
ANOTHER_CHOICE = Decimal(10)  # another roof plane weighs more than any number of centimetres

Changes = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """New values of facts. outcome: what then comes of it, as shown; ``onbekend`` while facts miss.

    label: that outcome's own, of several that are shown as the same; empty while facts miss.
    Only facts that a plan can have otherwise are in it, and none that is not known.
    """

    values: Changes
    outcome: str
    label: str = ""


def nearest_change(judgement: Judgement) -> Change | None:
    """The smallest change that turns a settled no; None when there is none, or no no."""
    procedure = judgement.procedure
    if judgement.outcome is None or not procedure.outcome(judgement.outcome).is_no:
        return None
    rows = [row for row in judgement.failed if procedure.outcome(row.row.outcome).is_no]
    per_row = [list(_ways_out(judgement, row)) for row in rows]
    tried = [
        (_cost(procedure, judgement.facts, changes), number, changes)
        for number, changes in enumerate(_together(per_row))
        if changes
    ]
    for _, _, changes in sorted(tried, key=lambda each: each[:2]):
        if _no_more_no(judgement, changes) is not None:
            return _only_what_is_needed(judgement, changes)
    return None


def _no_more_no(judgement: Judgement, changes: Changes) -> Change | None:
    """The change when it turns the outcome; None when it does not."""
    procedure = judgement.procedure
    after = evaluate(procedure, {**judgement.given, **changes}, judgement.day)
    if after.outcome is None:
        return Change(changes, after.shown)
    then = procedure.outcome(after.outcome)
    return None if then.is_no else Change(changes, after.shown, then.label)


def _only_what_is_needed(judgement: Judgement, changes: Changes) -> Change | None:
    """Without what need not change: a fence that becomes low need not be set back as well."""
    needed = dict(changes)
    for name in changes:
        without = {each: value for each, value in needed.items() if each != name}
        if without and _no_more_no(judgement, without) is not None:
            needed = without
    return _no_more_no(judgement, needed)


def _ways_out(judgement: Judgement, judged: JudgedRow) -> Iterator[Changes]:
    """Changes after which the row no longer hits."""
    given = {**judgement.procedure.fills, **judgement.given}
    plan = Plan(judgement.procedure, given, judged.facts)
    if judged.row.requires is not None:
        yield from _make(plan, judged.row.requires, wanted=True)
    else:
        yield from _make(plan, judged.row.when, wanted=False)


def _make(plan: Plan, condition: Condition, *, wanted: bool) -> Iterator[Changes]:
    """Changes that give the condition this truth.

    One that has it already needs none. Nor does one of which facts miss: what is not known may
    be right, and is asked when it comes to that.
    """
    if truth_of(condition, plan.facts) in (wanted, None):
        yield {}
        return
    match condition:
        case Comparison():
            yield from ({name: v} for name, v in other_values(plan, condition, wanted=wanted))
        case Not(part):
            yield from _make(plan, part, wanted=not wanted)
        case AllOf(parts) | AnyOf(parts) if isinstance(condition, AllOf) is wanted:
            yield from _together([list(_make(plan, part, wanted=wanted)) for part in parts])
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _make(plan, part, wanted=wanted)


def _together(ways: Iterable[list[Changes]]) -> Iterator[Changes]:
    """One way of each, together. Where two want another value of one fact both are tried.

    Whether that helps is seen when the whole is tried.
    """
    return islice((each for parts in product(*ways) for each in _merged(parts)), MOST_TRIED)


def _merged(parts: tuple[Changes, ...]) -> Iterator[Changes]:
    wanted: dict[str, dict[Value, None]] = {}
    for changes in parts:
        for name, value in changes.items():
            wanted.setdefault(name, {})[value] = None
    for values in product(*wanted.values()):
        yield dict(zip(wanted, values, strict=True))


def _cost(procedure: Procedure, facts: Facts, changes: Changes) -> Decimal:
    """How far the plan is from this one: lengths in metres, days; another choice weighs as ten."""
    cost = Decimal(0)
    for name, value in changes.items():
        before = facts.get(name)
        if isinstance(value, Decimal) and isinstance(before, Decimal):
            cost += abs(value - before)
        elif isinstance(value, date) and isinstance(before, date):
            cost += abs((value - before).days)
        else:
            cost += ANOTHER_CHOICE
    return cost
