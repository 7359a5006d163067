# SPDX-License-Identifier: EUPL-1.2
"""Moving through a flow: which step comes next, asking it, the summary, leaving."""

from collections.abc import Sequence

from gemeengoed.dialogue.effects import OpenTaak
from gemeengoed.dialogue.events import (
    AnswerDropped,
    CancelAsked,
    FlowLeft,
    FlowParked,
    FlowResumed,
    FlowStarted,
    StepAsked,
    SummaryShown,
)
from gemeengoed.dialogue.flow import Condition, Flow, InputKind, Step
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Ask, Intro, Line, Say, Summary
from gemeengoed.dialogue.state import FlowRun, Option

YES_NO = (("ja", "knop_ja"), ("nee", "knop_nee"))


def start(draft: Draft, flow_id: str) -> None:
    """Begin this flow; a running one with answers is parked, an empty one is left.

    A flow that is parked already gives way: one at rest is enough to remember.
    """
    if draft.state.flow is not None:
        if draft.run.flow == flow_id:
            go_on_here(draft)
            return
        if draft.run.answers:
            draft.note(FlowParked())
            draft.say(Say("geparkeerd"))
        else:
            draft.note(FlowLeft("empty"))
    draft.note(FlowStarted(flow_id, draft.state.runs + 1))
    draft.say(Intro(flow_id))


def go_on_here(draft: Draft) -> None:
    """Tell where we were and repeat the open question or the summary."""
    draft.say(Say("verder_waar_we_waren"))
    ask_next(draft)


def resume_parked(draft: Draft) -> bool:
    """Take up the parked flow; False when there is none that still exists."""
    parked = draft.state.parked
    if parked is None or draft.state.flow is not None:
        return False
    draft.note(FlowResumed())
    if parked.flow not in draft.catalogue.flows:
        draft.note(FlowLeft("gone"))
        return False
    go_on_here(draft)
    return True


def steps_that_count(flow: Flow, run: FlowRun) -> list[Step]:
    """The steps whose conditions hold by what is known now, in order."""
    return [step for step in flow.steps if all(holds(each, run) for each in step.when)]


def holds(condition: Condition, run: FlowRun) -> bool:
    """A condition on an answer that is not there holds only for ``unknown``."""
    given = run.answers.get(condition.step)
    if condition.operator == "known":
        return given is not None
    if condition.operator == "unknown":
        return given is None
    if given is None:
        return False
    return _compares(given.value, condition.operator, condition.value)


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
    return next((s for s in steps_that_count(flow, run) if not run.is_settled(s.name)), None)


def ask_next(draft: Draft) -> None:
    """Ask the next question, or show the summary when there is none left."""
    drop_what_no_longer_counts(draft)
    step = next_step(draft.flow, draft.run)
    if step is None:
        show_summary(draft)
    else:
        ask(draft, step)


def ask(
    draft: Draft,
    step: Step,
    *,
    tries: int = 0,
    problem: str | None = None,
    problem_values: dict[str, str] | None = None,
    options: Sequence[Option] = (),
) -> None:
    """Make this step the open question: in its first words, in others, or with its choices."""
    as_json = tuple({"id": o.id, "label": o.label, "value": o.value} for o in options)
    draft.note(StepAsked(step.name, tries, as_json))
    counting = steps_that_count(draft.flow, draft.run)
    number = next((n for n, each in enumerate(counting, 1) if each.name == step.name), 1)
    draft.say(
        Ask(
            flow=draft.run.flow,
            step=step.name,
            number=number,
            of=max(len(counting), number),
            manner=manner_of(tries),
            options=tuple((option.id, option.label) for option in options),
            problem=problem,
            problem_values=problem_values or {},
        )
    )


def manner_of(tries: int) -> str:
    """First the question, then other words, then with everything that may be chosen."""
    return ("first", "again", "choices")[min(tries, 2)]


def drop_what_no_longer_counts(draft: Draft) -> None:
    """An answer whose step no longer counts, or is gone from the flow, is not handed in."""
    while True:
        counting = {step.name for step in steps_that_count(draft.flow, draft.run)}
        stale = [name for name in draft.run.answers if name not in counting]
        stale += [name for name in draft.run.skipped if name not in counting]
        if not stale:
            return
        draft.note(AnswerDropped(stale[0]))


def lines(flow: Flow, run: FlowRun) -> tuple[Line, ...]:
    """The answers as the summary shows them; a skipped step is shown as a dash."""
    return tuple(
        _line(step, run) for step in steps_that_count(flow, run) if run.is_settled(step.name)
    )


def _line(step: Step, run: FlowRun) -> Line:
    given = run.answers.get(step.name)
    if given is None:
        return Line(step.name, step.label, "–")
    choice = str(given.value) if step.input is InputKind.CHOICE else None
    return Line(step.name, step.label, given.label, choice)


def show_summary(draft: Draft) -> None:
    """All answers, to be confirmed. Only what stands here can be handed in."""
    draft.note(SummaryShown())
    draft.say(Summary(draft.run.flow, lines(draft.flow, draft.run)))


def hand_in(draft: Draft) -> None:
    """Ask for the interne_taak; the receipt comes when it is opened (go_on)."""
    run, flow = draft.run, draft.flow
    draft.want(
        OpenTaak(
            kind=flow.submit,
            topic=flow.topic,
            term=flow.term,
            answers={name: given.value for name, given in run.answers.items()},
            display={line.label: line.value for line in lines(flow, run)},
            run=run.number,
        )
    )


def cancel(draft: Draft, *, sure: bool = False) -> None:
    """Stop the flow; asks once when something would be lost."""
    if draft.run.answers and not sure:
        draft.note(CancelAsked())
        draft.say(Say("zeker_stoppen", kind="question", choices=YES_NO))
        return
    draft.note(FlowLeft("cancelled"))
    draft.say(Say("gestopt"))
    offer_parked(draft)


def offer_parked(draft: Draft) -> None:
    """After a flow ended: the one that waits is offered, not forced."""
    parked = draft.state.parked
    if parked is not None and parked.flow in draft.catalogue.flows:
        choices = (("verder", "knop_verder"), ("vergeet", "knop_stoppen"))
        draft.say(Say("verder_waar_we_waren", kind="choices", choices=choices))


def restart(draft: Draft) -> None:
    """The same flow from its first question; earlier answers are gone."""
    flow_id = draft.run.flow
    draft.note(FlowLeft("restarted"))
    draft.note(FlowStarted(flow_id, draft.state.runs + 1))
    draft.say(Say("opnieuw"))
    ask_next(draft)


def back(draft: Draft) -> None:
    """Open the step before the open question again; from the summary the last step."""
    counting = [step.name for step in steps_that_count(draft.flow, draft.run)]
    asked = draft.run.asked
    place = counting.index(asked) if asked in counting else len(counting)
    before = next((n for n in reversed(counting[:place]) if draft.run.is_settled(n)), None)
    if before is None:
        draft.say(Say("eerste_vraag"))
        ask_next(draft)
        return
    draft.note(AnswerDropped(before))
    step = draft.flow.step(before)
    if step is not None:
        ask(draft, step)
