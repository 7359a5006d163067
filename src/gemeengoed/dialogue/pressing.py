# SPDX-License-Identifier: EUPL-1.2
"""Buttons and actions: what a resident presses instead of types. Old buttons do no harm."""

from gemeengoed.dialogue import addresses, flowing, questions
from gemeengoed.dialogue.answers import choice_named, words_of
from gemeengoed.dialogue.effects import MakeResumeLink
from gemeengoed.dialogue.events import (
    AnswerDropped,
    AnswerGiven,
    FeedbackGiven,
    NotUnderstood,
    SummaryLeft,
)
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.dialogue.incoming import Action
from gemeengoed.dialogue.listening import give, skip, warn
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Say
from gemeengoed.dialogue.state import Phase

SKIP = "overslaan"


def hear_action(draft: Draft) -> bool:
    """Back, change, cancel, confirm, feedback."""
    action = draft.incoming.action
    if action is None:
        return False
    if action is Action.FEEDBACK:
        feedback(draft)
    elif draft.state.flow is None:
        _nothing_running(draft, action)
    elif action is Action.BACK:
        flowing.back(draft)
    elif action is Action.CANCEL:
        flowing.cancel(draft, sure=draft.run.phase is Phase.CANCELLING)
    elif action is Action.CHANGE:
        change(draft)
    else:
        confirm(draft)
    return True


def _nothing_running(draft: Draft, action: Action) -> None:
    """A confirmation pressed twice is told that it is in; anything else finds nothing to do."""
    handed_in = draft.state.handed_in
    if action is Action.CONFIRM and handed_in is not None:
        draft.say(Say("al_ingediend", values={"nummer": handed_in.reference}))
    else:
        draft.say(Say("niets_te_doen"))


def confirm(draft: Draft) -> None:
    """Hands in, but only what the last thing shown, the summary, showed."""
    if draft.run.phase is Phase.SUMMARY:
        flowing.hand_in(draft)
    else:
        draft.say(Say("niets_te_doen"))
        flowing.ask_next(draft)


def change(draft: Draft) -> None:
    """Open one step again, or take the new answer that came along."""
    counting = flowing.steps_that_count(draft.flow, draft.run)
    step = next((each for each in counting if each.name == draft.incoming.name), None)
    if step is None:
        draft.say(Say("knop_onbekend"))
        flowing.ask_next(draft)
        return
    draft.note(SummaryLeft())
    if draft.incoming.value:
        give(draft, step, draft.incoming.value, corrects=True)
        return
    if step.name in draft.run.answers or draft.run.is_settled(step.name):
        draft.note(AnswerDropped(step.name))
    flowing.ask(draft, step)


def feedback(draft: Draft) -> None:
    """Thumbs up or down on a message."""
    value = "down" if draft.incoming.value == "down" else "up"
    draft.note(FeedbackGiven(draft.incoming.name, value))
    if value == "up":
        draft.say(Say("dank_oordeel"))
    else:
        draft.say(Say("oordeel_waarom", choices=questions.person_choices(draft)))


def hear_choice(draft: Draft) -> bool:
    """A button: of the open question, of a topic, of a flow, or one that no longer is."""
    choice = draft.incoming.choice
    if choice is None:
        return False
    heard = _of_the_question(draft, choice) or _of_the_talk(draft, choice) or _to_go(draft, choice)
    if not heard:
        draft.say(Say("knop_onbekend"))
        if draft.state.flow is not None:
            flowing.ask_next(draft)
    return True


def _of_the_question(draft: Draft, choice: str) -> bool:
    if draft.state.flow is None or draft.run.phase is not Phase.ASKING:
        return False
    step = draft.flow.step(draft.run.asked or "")
    if step is None:
        return False
    if choice == SKIP and step.optional:
        skip(draft, step)
        return True
    if choice == addresses.INSIST and step.input is InputKind.ADDRESS and draft.run.partial:
        addresses.take_as_typed(draft, step, why="adres_toch")
        return True
    option = next((each for each in draft.run.options if each.id == choice), None)
    if option is not None:
        draft.note(AnswerGiven(step.name, option.value, option.label))
        flowing.ask_next(draft)
        return True
    if step.input is not InputKind.CHOICE or choice not in [each.id for each in step.choices]:
        return False
    named = choice_named(step.choices, choice)
    if named is None:
        return False
    draft.note(AnswerGiven(step.name, named.id, words_of(named)[0]))
    warn(draft, step, named.id)
    flowing.ask_next(draft)
    return True


def _of_the_talk(draft: Draft, choice: str) -> bool:
    kind, _, name = choice.partition(":")
    if kind == "flow" and name in draft.catalogue.flows:
        before = draft.state.flow
        flowing.start(draft, name)
        if before is None or before.flow != name:
            flowing.ask_next(draft)
        return True
    if kind == "onderwerp" and name == "geen":
        draft.note(NotUnderstood())
        draft.say(Say("geen_van_deze", choices=questions.person_choices(draft)))
        return True
    if kind == "onderwerp" and name in draft.catalogue.topics:
        aspects = draft.state.offered_aspects if name in draft.state.offered else ()
        questions.answer(draft, draft.catalogue.topics[name], aspects)
        if draft.state.flow is not None:
            draft.note(SummaryLeft())
            flowing.go_on_here(draft)
        return True
    return False


def _to_go(draft: Draft, choice: str) -> bool:
    """Yes, no, stop, go on, keep: buttons that may stand anywhere."""
    if choice == "bewaar":
        draft.want(MakeResumeLink())
        return True
    if choice == "verder" and draft.state.flow is None:
        return flowing.resume_parked(draft)
    if draft.state.flow is None:
        return False
    cancelling = draft.run.phase is Phase.CANCELLING
    if choice == "ja" and cancelling:
        flowing.cancel(draft, sure=True)
    elif choice == "ja" and draft.run.phase is Phase.SUMMARY:
        flowing.hand_in(draft)
    elif choice == "stoppen":
        flowing.cancel(draft)
    elif choice in ("verder", "nee"):
        draft.note(SummaryLeft())
        flowing.go_on_here(draft)
    else:
        return False
    return True
