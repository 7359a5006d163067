# SPDX-License-Identifier: EUPL-1.2
"""The dialogue engine: (catalogue, state, message) to (state, events, replies, effects).

LISTENERS is the order of deciding: each may settle the message or leave it to the next.

1.  Danger goes before everything, also in the middle of a flow; the flow stays and is offered.
2.  A flow that no longer exists, or whose topic was switched off, ends; what fits is kept.
3.  Who comes back from logging in goes on where they were; a file answers the open question.
    Actions and buttons mean exactly one thing; an old or unknown one does no harm.
4.  Then texts. A choice that has a warning is heard whatever was asked; the others hear the rest.
    Then what the last message asked for: what was wrong with an answer, a person, whether to stop.
5.  Words that are orders, never answers: stop, back, again, why, a person, later.
6.  Which of the offered topics is meant.
7.  A question in the middle of a flow is answered; then the open question comes again.
8.  A correction changes an earlier answer; the old one stays until the new one is good.
9.  In the summary: a clear yes hands in, anything else does not.
10. Only then is a text the answer to what was asked.
11. Outside a flow: courtesies, then questions: answer, ask which, refer, a person, unknown.
12. What nobody heard is said plainly.

A summary that is not the last thing shown can no longer be confirmed
(leave_a_summary_that_is_not_on_top). What a decision needs from outside it asks for as effects;
state.awaiting tells go_on what they were for.
"""

from collections.abc import Callable, Sequence
from datetime import date

from gemeengoed.dialogue.catalogue import Catalogue
from gemeengoed.dialogue.coming_back import hear_results
from gemeengoed.dialogue.effects import Result
from gemeengoed.dialogue.incoming import Incoming
from gemeengoed.dialogue.listening import (
    forget_a_flow_that_is_gone,
    hear_courtesy,
    hear_distress,
    hear_explanation,
    hear_later,
    hear_nothing,
    hear_other_language,
    hear_question,
    hear_which,
    hear_yes_to_a_person,
)
from gemeengoed.dialogue.listening_aside import hear_meaning, hear_person, hear_side_question
from gemeengoed.dialogue.listening_for_warnings import hear_the_rest, hear_warning
from gemeengoed.dialogue.listening_in_doubt import hear_about_measures
from gemeengoed.dialogue.listening_in_flow import (
    hear_answer,
    hear_correction,
    hear_order,
    hear_summary_answer,
    hear_whether_to_stop,
)
from gemeengoed.dialogue.listening_to_files import hear_file
from gemeengoed.dialogue.listening_to_login import hear_login
from gemeengoed.dialogue.outcome import Draft, Outcome
from gemeengoed.dialogue.pressing import hear_action, hear_choice
from gemeengoed.dialogue.questions import topic_at_hand
from gemeengoed.dialogue.reopening import hear_another_measure
from gemeengoed.dialogue.replies import Reply, Say, Summary
from gemeengoed.dialogue.state import Phase, State, Want
from gemeengoed.dialogue.step_events import SummaryLeft
from gemeengoed.dialogue.talk_events import (
    EffectsSettled,
    PersonOfferPassed,
    SubjectAskedPassed,
)
from gemeengoed.dialogue.ways_on import hear_way, keep_ways_in_reach
from gemeengoed.language.reading import Context

LISTENERS: tuple[Callable[[Draft], bool], ...] = (
    hear_distress,
    forget_a_flow_that_is_gone,
    hear_login,
    hear_file,
    hear_action,
    hear_choice,
    hear_warning,
    hear_explanation,
    hear_yes_to_a_person,
    hear_whether_to_stop,
    hear_meaning,
    hear_order,
    hear_person,
    hear_later,
    hear_other_language,
    hear_which,
    hear_side_question,
    hear_the_rest,
    hear_correction,
    hear_about_measures,
    hear_summary_answer,
    hear_answer,
    hear_courtesy,
    hear_way,
    hear_another_measure,
    hear_question,
    hear_nothing,
)


def decide(catalogue: Catalogue, state: State, incoming: Incoming, *, today: date) -> Outcome:
    """What to say and do on this message. Always says or wants something; never raises."""
    draft = Draft(catalogue, state, today, incoming)
    clear_what_is_past(draft)
    for listener in LISTENERS:
        if listener(draft):
            break
    keep_ways_in_reach(draft, state)
    leave_a_summary_that_is_not_on_top(draft)
    return draft.outcome()


def clear_what_is_past(draft: Draft) -> None:
    """An offer counts for one message only; effects whose results never came are given up."""
    if draft.state.person_offered:
        draft.was_person_offered = True
        draft.note(PersonOfferPassed())
    if draft.state.open_aspects:
        draft.asked_before = draft.state.open_aspects
        draft.note(SubjectAskedPassed())
    if draft.state.awaiting is not None:
        draft.note(EffectsSettled())
        draft.note(SummaryLeft())


def leave_a_summary_that_is_not_on_top(draft: Draft) -> None:
    """A yes hands in only what was shown last: anything said after a summary takes it away."""
    run = draft.state.flow
    if run is None or run.phase is not Phase.SUMMARY:
        return
    on_top = draft.replies and isinstance(draft.replies[-1], Summary)
    awaiting = draft.state.awaiting
    if not on_top and not (awaiting is not None and awaiting.want is Want.TAAK):
        draft.note(SummaryLeft())


def go_on(catalogue: Catalogue, state: State, results: Sequence[Result], *, today: date) -> Outcome:
    """What to say now that the effects of the last outcome were carried out.

    state is that outcome's; results stand in the order of its effects. It may want more effects.
    """
    draft = Draft(catalogue, state, today)
    hear_results(draft, results)
    keep_ways_in_reach(draft, state)
    leave_a_summary_that_is_not_on_top(draft)
    return draft.outcome()


def context_for(catalogue: Catalogue, state: State) -> Context:
    """What the reader should know of the talk; streets and places are added by the caller."""
    run = state.flow
    flow = catalogue.flows.get(run.flow) if run is not None else None
    step = flow.step(run.asked or "") if run is not None and flow is not None else None
    expected = step.input.value if step is not None else None
    if run is None and state.settled is not None:
        expected = "length"  # another measure, right after an outcome
    return Context(
        last_topic=topic_at_hand(catalogue, state), in_flow=run is not None, expected=expected
    )


def opening(catalogue: Catalogue) -> tuple[Reply, ...]:
    """The first words: a chatbot, what it can do, what it cannot."""
    return (Say("begin"), Say("begin_grenzen"))
