# SPDX-License-Identifier: EUPL-1.2
"""Which steps of a flow count, by what is known now. Pure: flow and run in, steps out."""

from gemeengoed.dialogue.flow import Condition, Flow, InputKind, Step
from gemeengoed.dialogue.replies import Line
from gemeengoed.dialogue.state import FlowRun


def steps_that_count(flow: Flow, run: FlowRun) -> list[Step]:
    """The steps whose conditions surely hold; those that decide an outcome in the order to ask."""
    counting = [step for step in flow.steps if counts(flow, run, step) is True]
    if not flow.judges:
        return counting
    order = {name: place for place, name in enumerate(run.open_facts)}
    return sorted(counting, key=lambda step: order.get(step.name, -1))  # stable: settled ones first


def steps_that_may_count(flow: Flow, run: FlowRun) -> list[Step]:
    """Also those of which it is not known yet: "stap 2 van 5" may shrink, but never grows.

    Of a flow that judges, or that asks registers, only those that are sure: all that might come
    would frighten off, and most of it never does.
    """
    if flow.judges:
        return steps_that_count(flow, run)
    least = True if flow.gathers else None
    return [
        step
        for step in flow.steps
        if counts(flow, run, step) in (True, least)
        if not step.told_only or run.is_settled(step.name)
    ]


def counts(flow: Flow, run: FlowRun, step: Step) -> bool | None:
    """Whether the step is part of this run; None while an earlier answer is still to come."""
    if step.facts and flow.judges:
        return _can_matter(run, step)
    outcomes = [_holds(flow, run, condition) for condition in step.when]
    if False in outcomes:
        return False
    return None if None in outcomes else True


def _can_matter(run: FlowRun, step: Step) -> bool | None:
    """A step for a procedure counts when it can change the outcome; later it still might."""
    if step.name in run.open_facts or step.name in run.answers or step.name in run.skipped:
        return True
    return None


def _holds(flow: Flow, run: FlowRun, condition: Condition) -> bool | None:
    if condition.any:
        return _one_holds([_holds(flow, run, each) for each in condition.any])
    if condition.fact:
        return _fact_holds(run, condition)
    given = run.answers.get(condition.step)
    if given is None:
        if not _stays_unknown(flow, run, condition.step):
            return None
        return condition.operator in ("unknown", "!=")
    if condition.operator in ("checked", "unchecked"):
        return given.is_checked == (condition.operator == "checked")
    if condition.operator in ("known", "unknown"):
        return condition.operator == "known"
    return _compares(given.value, condition.operator, condition.value)


def _one_holds(outcomes: list[bool | None]) -> bool | None:
    if True in outcomes:
        return True
    return None if None in outcomes else False


def _fact_holds(run: FlowRun, condition: Condition) -> bool | None:
    """Not known before registers were asked; a fact they did not give is unknown for good."""
    if run.gathered is None:
        return None
    value = next((each.value for each in run.found if each.fact == condition.fact), None)
    if value is None:
        return condition.operator in ("unknown", "!=")
    if condition.operator in ("known", "unknown"):
        return condition.operator == "known"
    wanted = condition.value
    compared = float(value) if isinstance(wanted, int | float) and value.isdecimal() else value
    return _compares(compared, condition.operator, wanted)


def _stays_unknown(flow: Flow, run: FlowRun, name: str) -> bool:
    """A step that was skipped, is never asked, does not count or does not exist gives no answer."""
    step = flow.step(name)
    if step is None or name in run.skipped or step.told_only:
        return True
    return counts(flow, run, step) is False


def _compares(value: object, operator: str, wanted: object) -> bool:
    if operator == "=":
        return value == wanted
    if operator == "!=":
        return value != wanted
    if not isinstance(value, int | float) or not isinstance(wanted, int | float):
        return False
    orders = {"<": value < wanted, "<=": value <= wanted, ">": value > wanted}
    return orders.get(operator, value >= wanted)


def next_step(flow: Flow, run: FlowRun) -> Step | None:
    """The first step that counts and is not settled; None when all are."""
    open_ones = (s for s in steps_that_count(flow, run) if not run.is_settled(s.name))
    return next((step for step in open_ones if not step.told_only), None)


def step_before(flow: Flow, run: FlowRun) -> Step | None:
    """The settled step before the open question; before the summary that is the last one.

    In a flow that judges the questions come as they matter: what was settled last comes first.
    """
    counting = steps_that_count(flow, run)
    if flow.judges:
        order = {name: place for place, name in enumerate(run.order)}
        counting.sort(key=lambda step: order.get(step.name, len(order)))
    names = [step.name for step in counting]
    place = names.index(run.asked) if run.asked in names else len(names)
    return next((s for s in reversed(counting[:place]) if run.is_settled(s.name)), None)


def lines(flow: Flow, run: FlowRun) -> tuple[Line, ...]:
    """The answers as the summary shows them; a skipped step is shown as a dash."""
    return tuple(
        _line(step, run)
        for step in steps_that_count(flow, run)
        if run.is_settled(step.name) and step.input is not InputKind.LOGIN
    )


def _line(step: Step, run: FlowRun) -> Line:
    given = run.answers.get(step.name)
    if given is None:
        return Line(step.name, step.label, "–")
    is_choice = step.input is InputKind.CHOICE or (
        step.input is InputKind.FILE and isinstance(given.value, str)
    )
    choice = str(given.value) if is_choice else None
    return Line(step.name, step.label, given.label, choice)


def in_one_line(flow: Flow, run: FlowRun, names: tuple[str, ...]) -> str:
    """These answers in running text: ``Plaats: Kerkstraat 12; Telefoon: 06 12 34 56 78``."""
    shown = (line for line in lines(flow, run) if line.name in names and line.name in run.answers)
    return "; ".join(f"{line.label}: {line.value}" for line in shown)
