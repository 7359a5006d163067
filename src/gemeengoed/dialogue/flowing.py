# SPDX-License-Identifier: EUPL-1.2
"""Moving through a flow: asking, going on, the summary, handing in, leaving, coming back."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from gemeengoed.dialogue import doubting, files, gathering, judging, logging_in, persons, ruling
from gemeengoed.dialogue.catalogue import TopicKind
from gemeengoed.dialogue.choosing import words_of
from gemeengoed.dialogue.effects import Effect, HandIn, OpenTaak
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.flow_events import (
    FlowLeft,
    FlowParked,
    FlowResumed,
    FlowStarted,
    ParkedDropped,
)
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import (
    counts,
    in_one_line,
    lines,
    next_step,
    step_before,
    steps_that_may_count,
)
from gemeengoed.dialogue.replies import Ask, Intro, Say, Summary
from gemeengoed.dialogue.state import Awaiting, Option, Want
from gemeengoed.dialogue.step_events import (
    AnswerDropped,
    AnswerGiven,
    CancelAsked,
    StepAsked,
    SummaryShown,
)
from gemeengoed.dialogue.talk_events import TopicAnswered

BEYOND = "voorbij"  # a button, and a part of an answer: on the other side of what is measured from
YES_NO = (("ja", "knop_ja"), ("nee", "knop_nee"))
GO_ON_OR_NOT = (("verder", "knop_verder"), ("vergeet", "knop_stoppen"))


def start(draft: Draft, flow_id: str) -> None:
    """Begin this flow, or take it up again where it was parked.

    A running flow with answers is parked and offered afterwards; an empty one is left.
    """
    if any(run.flow == flow_id for run in draft.state.parked):
        _park_the_running_one(draft)
        draft.note(FlowResumed(flow_id))
        tell_where_we_were(draft)
        return
    _park_the_running_one(draft)
    card = draft.catalogue.topics.get(draft.catalogue.flows[flow_id].topic)
    if card is not None and card.kind is not TopicKind.TALK:
        draft.note(TopicAnswered(card.id))
    draft.note(FlowStarted(flow_id, draft.state.runs + 1))
    judging.reconsider(draft)
    draft.say(Intro(flow_id))


def _park_the_running_one(draft: Draft) -> None:
    if draft.state.flow is None:
        return
    if draft.run.answers or draft.run.parts:
        draft.note(FlowParked())
        draft.say(Say("geparkeerd"))
    else:
        draft.note(FlowLeft("empty"))


def tell_where_we_were(draft: Draft) -> None:
    """On coming back: which matter it was and what was told already."""
    answers = in_one_line(draft.flow, draft.run, tuple(draft.run.answers))
    if answers:
        values = {"naam": draft.flow.label, "antwoorden": answers}
        draft.say(Say("verder_met", values=values))
    else:
        draft.say(Say("verder_waar_we_waren"))


def go_on_here(draft: Draft) -> None:
    """After something else: say so, and show again what was open."""
    draft.say(Say("verder_waar_we_waren"))
    repeat(draft)


def take_up_parked(draft: Draft) -> bool:
    """Outside a flow: take up the one that was parked last; False when none still exists."""
    for run in reversed(draft.state.parked):
        if run.flow in draft.catalogue.flows:
            draft.note(FlowResumed(run.flow))
            tell_where_we_were(draft)
            repeat(draft)
            return True
    return False


def forget_parked(draft: Draft) -> bool:
    """The resident does not want to go on with the flow that was parked last."""
    if draft.state.flow is not None or not draft.state.parked:
        return False
    draft.note(ParkedDropped(draft.state.parked[-1].flow))
    draft.say(Say("gestopt"))
    offer_parked(draft)
    return True


def go_on(draft: Draft) -> None:
    """Ask the next question, or show the summary (or the outcome) when there is none left."""
    drop_what_no_longer_counts(draft)
    _heed_danger(draft)
    logging_in.use_login(draft)
    if judging.look_up(draft) or gathering.gather(draft):
        return
    persons.settle_when_alone(draft)
    judging.reconsider(draft)
    if doubting.ask(draft) or ruling.ends_here(draft):
        return
    step = next_step(draft.flow, draft.run)
    if step is not None:
        ask(draft, step)
    else:
        _end(draft)


def _heed_danger(draft: Draft) -> None:
    """Who said to be in danger need not say it again; once, so that it can be taken back."""
    heeding = draft.flow.heeds
    if heeding is None or not set(heeding.topics) & set(draft.state.crises):
        return
    step = draft.flow.step(heeding.step)
    if step is None or step.name in draft.run.order:
        return
    choice = next(each for each in step.choices if each.id == heeding.choice)
    draft.note(AnswerGiven(step.name, choice.id, words_of(choice)[0]))


def _end(draft: Draft) -> None:
    """There is nothing left to ask."""
    if draft.flow.judges:
        judging.conclude(draft)
        offer_parked(draft)
    elif not draft.flow.is_gated or ruling.rule(draft):
        show_summary(draft)


def repeat(draft: Draft) -> None:
    """Show again what was open: the question with its options, or the summary."""
    step = draft.open_step
    if step is None or counts(draft.flow, draft.run, step) is not True:
        go_on(draft)
    else:
        ask(draft, step, tries=draft.run.tries, options=draft.run.options)


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
    if step.input is InputKind.PERSONS:
        options = draft.run.people
    if step.input is InputKind.FILE:
        files.take_up(draft, step)
        options = files.options(draft, step)
    draft.note(StepAsked(step.name, tries, tuple(asdict(option) for option in options)))
    counting = [each.name for each in steps_that_may_count(draft.flow, draft.run)]
    draft.say(
        Ask(
            flow=draft.run.flow,
            step=step.name,
            number=counting.index(step.name) + 1 if step.name in counting else 1,
            of=max(len(counting), 1),
            manner=_manner(draft, step, tries),
            options=tuple((option.id, option.label) for option in options),
            problem=problem,
            problem_values=problem_values or {},
        )
    )


def _manner(draft: Draft, step: Step, tries: int) -> str:
    if is_beyond(draft, step):
        return "beyond"
    if step.input is InputKind.FILE and files.given(draft, step):
        return files.MANNER
    return ("first", "again", "choices")[min(tries, 2)]


def is_beyond(draft: Draft, step: Step) -> bool:
    """Whether it was said that this length lies on the other side, but not yet how far."""
    return step.beyond is not None and BEYOND in draft.run.parts.get(step.name, {})


def drop_what_no_longer_counts(draft: Draft) -> None:
    """An answer whose step does not count, or is gone from the flow, is not handed in."""
    run = draft.run
    for name in (*run.answers, *run.skipped):
        step = draft.flow.step(name)
        if step is None or counts(draft.flow, draft.run, step) is False:
            draft.note(AnswerDropped(name))


def show_summary(draft: Draft) -> None:
    """All answers, to be confirmed. Only what stands here can be handed in."""
    along = judging.goes_along(draft) if draft.flow.attaches_outcome else ()
    draft.note(SummaryShown())
    draft.say(Summary(draft.run.flow, (*lines(draft.flow, draft.run), *along)))


def hand_in(draft: Draft) -> None:
    """Ask for the interne_taak; the receipt comes when it is opened (go_on in engine)."""
    run, flow = draft.run, draft.flow
    if next_step(flow, run) is not None or (flow.is_gated and not ruling.still_holds(draft)):
        go_on(draft)  # another edition or another day than when the summary was shown
        return
    effect = _submission(draft) if flow.is_gated else _taak(draft)
    draft.want(Awaiting(Want.TAAK), [effect])


def _taak(draft: Draft) -> Effect:
    run, flow = draft.run, draft.flow
    is_person = flow.id == draft.catalogue.person_flow
    attached, about = judging.attachment(draft) if flow.attaches_outcome else ({}, {})
    return OpenTaak(
        kind=flow.submit,
        topic=(draft.state.last_topic if is_person else None) or flow.topic,
        term=flow.term,
        answers={**_answers(draft), **attached},
        display={**_display(draft), **about},
        run=run.number,
    )


def _submission(draft: Draft) -> Effect:
    run, flow = draft.run, draft.flow
    ruled = run.ruling or {}
    words = flow.outcomes.get(ruled.get("words", ""))
    return HandIn(
        kind=flow.submit,
        topic=flow.topic,
        term=(words.term if words is not None else "") or flow.term,
        answers=_answers(draft),
        display=_display(draft),
        person=draft.state.login.person if draft.state.login is not None else "",
        ruling=ruled,
        run=run.number,
        kept=run.kept,
    )


def _answers(draft: Draft) -> dict[str, Any]:
    """What stands in the summary, as stored."""
    shown = lines(draft.flow, draft.run)
    answers = draft.run.answers
    return {line.name: answers[line.name].value for line in shown if line.name in answers}


def _display(draft: Draft) -> dict[str, str]:
    return {line.label: line.value for line in lines(draft.flow, draft.run)}


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
    waiting = [run for run in draft.state.parked if run.flow in draft.catalogue.flows]
    if waiting:
        label = draft.catalogue.flows[waiting[-1].flow].label
        draft.say(Say("verder_met_geparkeerd", "choices", {"naam": label}, GO_ON_OR_NOT))


def restart(draft: Draft) -> None:
    """The same flow from its first question; earlier answers are gone."""
    flow_id = draft.run.flow
    draft.note(FlowLeft("restarted"))
    draft.note(FlowStarted(flow_id, draft.state.runs + 1))
    draft.say(Say("opnieuw"))
    go_on(draft)


def back(draft: Draft) -> None:
    """Ask the step before again; its answer stays until there is a new one."""
    before = step_before(draft.flow, draft.run)
    if before is None:
        draft.say(Say("eerste_vraag"))
        repeat(draft)
    else:
        ask(draft, before)
