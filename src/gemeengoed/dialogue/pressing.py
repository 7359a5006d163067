# SPDX-License-Identifier: EUPL-1.2
"""Buttons and actions: what a resident presses instead of types. Old buttons do no harm."""

from gemeengoed.dialogue import (
    addresses,
    files,
    flowing,
    judging,
    listening,
    listening_in_doubt,
    persons,
    questions,
    reopening,
    taking,
)
from gemeengoed.dialogue.choosing import words_of
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.incoming import Action
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import counts
from gemeengoed.dialogue.replies import Say
from gemeengoed.dialogue.state import Check, Phase
from gemeengoed.dialogue.step_events import AnswerGiven
from gemeengoed.dialogue.talk_events import FeedbackGiven, NotUnderstood, TopicsPassed
from gemeengoed.dialogue.understood import Answer

SKIP = "overslaan"
SAVE = "bewaar"
GO_ON = "verder"
FORGET = "vergeet"
STOP = "stoppen"


def hear_action(draft: Draft) -> bool:
    """Back, change, cancel, confirm, feedback."""
    action = draft.incoming.action
    if action is None:
        return False
    if action is Action.FEEDBACK:
        feedback(draft)
    elif action is Action.CHANGE and reopening.reopen(draft):
        change(draft)
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
    if action is Action.CONFIRM and tell_it_is_in(draft):
        return
    if action is Action.CANCEL and flowing.forget_parked(draft):
        return
    draft.say(Say("niets_te_doen"))


def tell_it_is_in(draft: Draft) -> bool:
    """What was handed in last is in, with its number; False when nothing was."""
    handed_in = draft.state.handed_in
    if handed_in is None:
        return False
    draft.say(Say("al_ingediend", values={"nummer": handed_in.reference}))
    return True


def confirm(draft: Draft) -> None:
    """Hands in, but only what the last thing shown, the summary, showed."""
    if draft.run.phase is Phase.SUMMARY:
        flowing.hand_in(draft)
    else:
        draft.say(Say("niets_te_doen"))
        flowing.repeat(draft)


def change(draft: Draft) -> None:
    """Open one step again, or take the new answer that came along. The old one stays till then."""
    step = draft.flow.step(draft.incoming.name or "")
    if step is None or not _may_change(draft, step):
        draft.say(Say("knop_onbekend"))
        flowing.repeat(draft)
    elif draft.incoming.value:
        _change_at_once(draft, step)
    else:
        flowing.ask(draft, step)


def _may_change(draft: Draft, step: Step) -> bool:
    """A fact that registers told, or that was not asked yet, may be told otherwise too."""
    if step.facts:
        return counts(draft.flow, draft.run, step) is not False
    return counts(draft.flow, draft.run, step) is True


def _change_at_once(draft: Draft, step: Step) -> None:
    """The value may be a choice id, or words like any other answer."""
    choice = next((each for each in step.choices if each.id == draft.incoming.value), None)
    if choice is None:
        taking.give(draft, step)
    else:
        taking.take(draft, step, Answer(choice.id, words_of(choice)[0]))
        taking.go_on_or_repeat(draft)


def feedback(draft: Draft) -> None:
    """Thumbs up or down on a message. What was wrong is asked once; a summary is shown again."""
    value = "down" if draft.incoming.value == "down" else "up"
    asked_already = draft.state.explaining
    draft.note(FeedbackGiven(draft.incoming.name, value))
    if value == "up":
        draft.say(Say("dank_oordeel"))
    else:
        key = "dank_toelichting" if asked_already else "oordeel_waarom"
        draft.say(Say(key, choices=questions.person_choices(draft)))
    if draft.state.flow is not None and draft.run.phase is Phase.SUMMARY:
        flowing.show_summary(draft)


def hear_choice(draft: Draft) -> bool:
    """A button: of the open question, of the talk, to go on or stop, or one that no longer is."""
    choice = draft.incoming.choice
    if choice is None:
        return False
    heard = _of_the_question(draft, choice) or _of_the_talk(draft, choice) or _to_go(draft, choice)
    if not heard:
        draft.say(Say("knop_onbekend"))
        if draft.state.flow is not None:
            flowing.repeat(draft)
    return True


def _of_the_question(draft: Draft, choice: str) -> bool:
    step = draft.open_step
    if step is None:
        return False
    if draft.run.phase is Phase.CANCELLING and choice in ("ja", "nee"):
        return False
    if choice == SKIP and step.optional:
        taking.skip(draft, step)
    elif choice == flowing.BEYOND and step.beyond is not None:
        taking.goes_beyond(draft, step)
    elif choice == addresses.INSIST and step.input is InputKind.ADDRESS:
        return _insists(draft, step)
    else:
        return _is_an_answer(draft, step, choice)
    return True


def _insists(draft: Draft, step: Step) -> bool:
    parts = draft.run.parts.get(step.name)
    if not parts or not addresses.as_written(parts):
        return False
    addresses.take_as_typed(draft, Check(step.name, parts), why="adres_toch")
    taking.go_on_or_repeat(draft)
    return True


def _is_an_answer(draft: Draft, step: Step, choice: str) -> bool:
    if step.input is InputKind.PERSONS:
        chosen = persons.pressed(draft, step, choice)
        if chosen is not None:
            taking.take(draft, step, chosen)
            taking.go_on_or_repeat(draft)
        return chosen is not None
    if step.input is InputKind.FILE and _of_the_files(draft, step, choice):
        return True
    option = next((each for each in draft.run.options if each.id == choice), None)
    named = next((each for each in step.choices if each.id == choice), None)
    if option is not None:
        draft.note(AnswerGiven(step.name, option.value, option.label))
    elif named is not None:
        taking.take(draft, step, Answer(named.id, words_of(named)[0]))
    else:
        return False
    taking.go_on_or_repeat(draft)
    return True


def _of_the_files(draft: Draft, step: Step, choice: str) -> bool:
    """That it was all, or that one of them is not wanted after all."""
    if choice == files.DONE and files.finish(draft, step):
        flowing.go_on(draft)
        return True
    if choice.startswith(files.REMOVE) and files.remove(draft, step, choice):
        flowing.ask(draft, step)
        return True
    return False


def _of_the_talk(draft: Draft, choice: str) -> bool:
    kind, _, name = choice.partition(":")
    if kind == "flow" and name in draft.catalogue.flows:
        _start(draft, name)
    elif choice in ("onderwerp:geen", questions.SAY_DIFFERENTLY):
        _say_differently(draft, choice)
    elif kind == "onderwerp" and name.partition("#")[0] in draft.catalogue.topics:
        _topic(draft, name)
    elif kind == judging.CHANGE:
        return _changes(draft, name)
    else:
        return choice == listening_in_doubt.RIGHT and listening_in_doubt.confirm(draft)
    return True


def _changes(draft: Draft, name: str) -> bool:
    """A measure under an outcome, or one of those that contradict each other."""
    reopening.reopen(draft, name)
    step = draft.flow.step(name) if draft.state.flow is not None else None
    if step is None or not _may_change(draft, step):
        return False
    flowing.ask(draft, step)
    return True


def _start(draft: Draft, flow_id: str) -> None:
    if not questions.is_on(draft, flow_id):
        questions.offer_person(draft, "off", "onderwerp_uit")
        if draft.state.flow is not None:
            flowing.repeat(draft)
    elif draft.state.flow is not None and draft.run.flow == flow_id:
        flowing.go_on_here(draft)
    else:
        flowing.start(draft, flow_id)
        flowing.repeat(draft)


def _say_differently(draft: Draft, choice: str) -> None:
    if choice == questions.SAY_DIFFERENTLY:
        draft.note(TopicsPassed())
    else:
        draft.note(NotUnderstood())
    draft.say(Say("geen_van_deze", choices=questions.person_choices(draft)))
    if draft.state.flow is not None:
        flowing.repeat(draft)


def _topic(draft: Draft, name: str) -> None:
    name, _, named = name.partition("#")
    aspects = draft.state.offered_aspects if name in draft.state.offered else ()
    aspects = tuple(named.split(",")) if named else aspects
    before = draft.state.flow
    questions.answer(draft, draft.catalogue.topics[name], aspects)
    if before is not None and draft.state.flow is not None and draft.run.number == before.number:
        flowing.go_on_here(draft)
    else:
        listening.begin_with_what_was_told(draft)


def _to_go(draft: Draft, choice: str) -> bool:
    """Yes, no, stop, go on, keep: buttons that may stand anywhere."""
    if draft.state.flow is None:
        return _to_go_without_flow(draft, choice)
    cancelling = draft.run.phase is Phase.CANCELLING
    if choice == "ja" and cancelling:
        flowing.cancel(draft, sure=True)
    elif choice == "ja" and draft.run.phase is Phase.SUMMARY:
        flowing.hand_in(draft)
    elif choice == "nee" and draft.run.phase is Phase.SUMMARY:
        draft.say(Say("wat_wijzigen"))
        flowing.show_summary(draft)
    elif choice == "nee" and cancelling:
        flowing.go_on_here(draft)
    elif choice == GO_ON:
        flowing.tell_where_we_were(draft)
        flowing.repeat(draft)
    elif choice == STOP:
        flowing.cancel(draft, sure=cancelling)
    elif choice == SAVE:
        listening.want_link(draft)
    else:
        return False
    return True


def _to_go_without_flow(draft: Draft, choice: str) -> bool:
    if choice == GO_ON:
        return flowing.take_up_parked(draft)
    if choice in (FORGET, STOP):
        return flowing.forget_parked(draft)
    if choice == SAVE:
        listening.want_link(draft)
        return True
    return choice == "ja" and tell_it_is_in(draft)
