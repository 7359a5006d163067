# SPDX-License-Identifier: EUPL-1.2
"""The dialogue engine: (catalogue, state, message) to (state, events, replies, effects).

LISTENERS is the order of deciding: each may settle the message or leave it to the next. Danger
goes before everything; buttons mean exactly one thing; words such as "stop" are never an answer; a
question in the middle of a flow is a question, a correction a correction; only then is a text the
answer to what was asked; and what nobody heard is said plainly.
"""

from collections.abc import Callable, Sequence
from datetime import date

from gemeengoed.dialogue import addresses, flowing
from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.effects import (
    AddressChecked,
    EffectFailed,
    OpenTaak,
    Result,
    ResumeLinkMade,
    TaakOpened,
)
from gemeengoed.dialogue.events import FlowHandedIn, SummaryLeft
from gemeengoed.dialogue.incoming import Incoming
from gemeengoed.dialogue.listening import (
    forget_a_flow_that_is_gone,
    hear_answer,
    hear_correction,
    hear_distress,
    hear_explanation,
    hear_nothing,
    hear_other_language,
    hear_question,
    hear_side_question,
    hear_summary_answer,
    hear_whether_to_stop,
    hear_wish,
)
from gemeengoed.dialogue.outcome import Draft, Outcome
from gemeengoed.dialogue.pressing import hear_action, hear_choice
from gemeengoed.dialogue.replies import Receipt, Reply, Say, Summary
from gemeengoed.dialogue.state import Phase, State
from gemeengoed.language.reading import Context

LISTENERS: tuple[Callable[[Draft], bool], ...] = (
    hear_distress,
    forget_a_flow_that_is_gone,
    hear_action,
    hear_choice,
    hear_explanation,
    hear_other_language,
    hear_whether_to_stop,
    hear_wish,
    hear_side_question,
    hear_correction,
    hear_summary_answer,
    hear_answer,
    hear_question,
    hear_nothing,
)


def decide(catalogue: Catalogue, state: State, incoming: Incoming, *, today: date) -> Outcome:
    """What to say and do on this message. Always says or wants something; never raises."""
    draft = Draft(catalogue, state, today, incoming)
    for listener in LISTENERS:
        if listener(draft):
            break
    leave_a_summary_that_is_not_on_top(draft)
    return draft.outcome()


def leave_a_summary_that_is_not_on_top(draft: Draft) -> None:
    """A yes hands in only what was shown last: anything said after a summary takes it away."""
    run = draft.state.flow
    if run is None or run.phase is not Phase.SUMMARY:
        return
    on_top = draft.replies and isinstance(draft.replies[-1], Summary)
    handing_in = any(isinstance(effect, OpenTaak) for effect in draft.effects)
    if not on_top and not handing_in:
        draft.note(SummaryLeft())


def go_on(catalogue: Catalogue, state: State, results: Sequence[Result], *, today: date) -> Outcome:
    """What to say now that the effects of the last outcome were carried out.

    state is that outcome's. It may want more effects.
    """
    draft = Draft(catalogue, state, today)
    for result in results:
        _take(draft, result)
    leave_a_summary_that_is_not_on_top(draft)
    return draft.outcome()


def _take(draft: Draft, result: Result) -> None:
    if isinstance(result, ResumeLinkMade):
        values = {"link": result.url, "tot": result.valid_until}
        draft.say(Say("bewaard", kind="notice", values=values))
    elif isinstance(result, TaakOpened):
        _handed_in(draft, result)
    elif isinstance(result, AddressChecked):
        _address(draft, result)
    else:
        _failed(draft, result)


def _handed_in(draft: Draft, result: TaakOpened) -> None:
    if draft.state.flow is None:
        draft.say(Say("al_ingediend", values={"nummer": result.reference}))
        return
    run = draft.run
    shown = flowing.lines(draft.flow, run)
    draft.note(FlowHandedIn(run.flow, run.number, result.reference))
    values = {"nummer": result.reference, "uiterlijk": result.due, "wie": result.who}
    draft.say(Receipt(run.flow, shown, values))
    flowing.offer_parked(draft)


def _address(draft: Draft, result: AddressChecked) -> None:
    step = draft.flow.step(result.step) if draft.state.flow is not None else None
    if step is None:
        draft.say(Say("niets_te_doen"))
        return
    addresses.take(draft, step, result)


def _failed(draft: Draft, result: EffectFailed) -> None:
    """Nothing was done; nothing is lost either."""
    if result.effect == "MakeResumeLink":
        draft.say(Say("bewaren_mislukt", kind="notice"))
    elif draft.state.flow is None:
        draft.say(Say("storing", kind="notice"))
    elif result.effect == "OpenTaak":
        draft.say(Say("indienen_mislukt", kind="notice"))
        flowing.show_summary(draft)
    else:
        _unchecked_address(draft)


def _unchecked_address(draft: Draft) -> None:
    """The register does not answer: the address is taken as it was typed."""
    waiting = [step for step in draft.flow.steps if step.input.value == "address"]
    asked = draft.flow.step(draft.run.asked or "")
    step = asked if asked in waiting else next(iter(waiting), None)
    if step is None:
        flowing.ask_next(draft)
    else:
        addresses.take_as_typed(draft, step, why="adres_niet_gecontroleerd")


def context_for(catalogue: Catalogue, state: State) -> Context:
    """What the reader should know of the talk; streets and places are added by the caller."""
    run = state.flow
    flow = catalogue.flows.get(run.flow) if run is not None else None
    step = flow.step(run.asked or "") if run is not None and flow is not None else None
    return Context(
        last_topic=state.last_topic,
        in_flow=run is not None,
        expected=step.input.value if step is not None else None,
    )


def opening(catalogue: Catalogue) -> tuple[Reply, ...]:
    """The first words: a chatbot, what it can do, what it cannot."""
    return (Say("begin"), Say("begin_grenzen"))
