# SPDX-License-Identifier: EUPL-1.2
"""The listeners: each hears one kind of thing, or leaves it to the next.

Their order (engine.LISTENERS) is the order of deciding. A listener that returns True has settled
the message.
"""

from gemeengoed.dialogue import addresses, flowing, questions
from gemeengoed.dialogue.answers import Answer, interpret
from gemeengoed.dialogue.catalogue import TopicKind
from gemeengoed.dialogue.deciding import Verdict, decide_topic
from gemeengoed.dialogue.events import (
    AnswerDropped,
    AnswerGiven,
    FeedbackGiven,
    FlowLeft,
    PersonOffered,
    StepSkipped,
    SummaryLeft,
)
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.flowing import next_step, steps_that_count
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Say, Warn, Why
from gemeengoed.dialogue.state import Phase
from gemeengoed.language.reading import Distress, Flag, Reading

STRUCTURED = frozenset(
    {InputKind.PHONE, InputKind.EMAIL, InputKind.CONTACT, InputKind.DATE, InputKind.LENGTH}
)


def flags_of(draft: Draft) -> frozenset[Flag]:
    """The flags of the message; none for a button."""
    reading = draft.incoming.reading
    return reading.flags if reading is not None else frozenset()


def hear_distress(draft: Draft) -> bool:
    """Somebody in danger: the number first, whatever else was going on."""
    reading = draft.incoming.reading
    if reading is None or reading.distress is None:
        return False
    questions.crisis(draft, Distress(reading.distress).value)
    if draft.state.flow is not None:
        draft.note(SummaryLeft())
        choices = (("verder", "knop_verder"), ("stoppen", "knop_stoppen"))
        draft.say(Say("verder_waar_we_waren", kind="choices", choices=choices))
    return True


def forget_a_flow_that_is_gone(draft: Draft) -> bool:
    """The edition changed and the flow is no longer in it: nothing to go on with."""
    if draft.state.flow is not None and draft.run.flow not in draft.catalogue.flows:
        draft.note(FlowLeft("gone"))
        draft.say(Say("gestopt"))
    return False


def hear_explanation(draft: Draft) -> bool:
    """After thumbs down the next text tells what was wrong."""
    if not draft.state.explaining or not draft.incoming.text:
        return False
    draft.note(FeedbackGiven(None, "explained"))
    if draft.state.flow is not None or _is_clear_question(draft):
        return False
    draft.say(Say("dank_toelichting", choices=questions.person_choices(draft)))
    return True


def _is_clear_question(draft: Draft) -> bool:
    reading = draft.incoming.reading
    if reading is None:
        return False
    return decide_topic(draft.catalogue, reading).verdict is not Verdict.UNKNOWN


def hear_other_language(draft: Draft) -> bool:
    """Another language, outside a flow: Dutch works best, and a person is there."""
    if Flag.NOT_DUTCH not in flags_of(draft) or draft.state.flow is not None:
        return False
    draft.note(PersonOffered("language"))
    draft.say(Say("niet_nederlands", choices=questions.person_choices(draft)))
    return True


def hear_whether_to_stop(draft: Draft) -> bool:
    """The answer to "sure to stop?"."""
    if draft.state.flow is None or draft.run.phase is not Phase.CANCELLING:
        return False
    flags = flags_of(draft)
    if Flag.YES in flags or Flag.CANCEL in flags:
        flowing.cancel(draft, sure=True)
    else:
        draft.note(SummaryLeft())
        if Flag.NO not in flags:
            return False
        flowing.go_on_here(draft)
    return True


def hear_wish(draft: Draft) -> bool:
    """Stop, back, again, a person, why: words that are never an answer."""
    flags = flags_of(draft)
    if Flag.ASKS_PERSON in flags:
        reading = draft.incoming.reading
        if draft.state.flow is None:
            return False if reading is None else _person_or_flow(draft, reading)
        draft.note(SummaryLeft())
        questions.person(draft, why="asked")
        flowing.ask_next(draft)
        return True
    if draft.state.flow is None:
        return False
    if Flag.CANCEL in flags:
        flowing.cancel(draft)
    elif Flag.RESTART in flags:
        flowing.restart(draft)
    elif Flag.BACK in flags:
        flowing.back(draft)
    elif Flag.WHY in flags:
        tell_why(draft)
    else:
        return False
    return True


def _person_or_flow(draft: Draft, reading: Reading) -> bool:
    card = draft.catalogue.topics.get("gesprek-medewerker")
    if card is not None:
        questions.answer(draft, card, (), reading)
        ask_first_question(draft, reading)
    else:
        questions.person(draft, why="asked")
    return True


def tell_why(draft: Draft) -> None:
    """Why the open question is asked; then the question again."""
    step = draft.flow.step(draft.run.asked or "")
    if step is not None and step.why is not None:
        draft.say(Why(draft.run.flow, step.name))
    else:
        draft.say(Say("geen_uitleg"))
    flowing.ask_next(draft)


def hear_side_question(draft: Draft) -> bool:
    """A question in the middle: answered, then back to where we were."""
    reading = draft.incoming.reading
    if draft.state.flow is None or reading is None or not _is_side_question(draft, reading):
        return False
    draft.note(SummaryLeft())
    questions.respond(draft, reading)
    flowing.go_on_here(draft)
    return True


def _is_side_question(draft: Draft, reading: Reading) -> bool:
    best = reading.best
    card = draft.catalogue.topics.get(best.topic) if best is not None else None
    if best is None or card is None or best.probability < draft.catalogue.thresholds.side_question:
        return False
    if card.kind is TopicKind.TALK:
        return card.id in ("gesprek-klagen-over-bot", "gesprek-wie-ben-je")
    asks = bool(reading.aspects) or reading.text.rstrip().endswith("?")
    if card.flow == draft.run.flow and not asks:
        return False
    step = draft.flow.step(draft.run.asked or "")
    if step is None or step.input is InputKind.TEXT:
        return asks
    return asks or not _answers(draft, step, reading)


def _answers(draft: Draft, step: Step, reading: Reading) -> bool:
    if step.input is InputKind.ADDRESS:
        return bool(addresses.parts_in(reading, step.role))
    return isinstance(interpret(step, reading.text, reading, draft.today), Answer)


def hear_correction(draft: Draft) -> bool:
    """ "Toch niet, nummer 16": an earlier answer changes; then on from where we were."""
    if draft.state.flow is None or Flag.CORRECTION not in flags_of(draft):
        return False
    step = _corrected_step(draft)
    if step is None:
        return False
    return give(draft, step, draft.incoming.text or "", corrects=True)


def _corrected_step(draft: Draft) -> Step | None:
    """The answered step that the new value fits, the latest first."""
    reading = draft.incoming.reading
    if reading is None:
        return None
    for step in reversed(steps_that_count(draft.flow, draft.run)):
        if step.name not in draft.run.answers:
            continue
        if step.input is InputKind.ADDRESS and addresses.parts_in(reading, step.role):
            return step
        if step.input in STRUCTURED and _answers(draft, step, reading):
            return step
        if step.input is InputKind.CHOICE and _answers(draft, step, reading):
            return step
    return None


def hear_summary_answer(draft: Draft) -> bool:
    """Yes to the summary hands in; no asks what to change; a line's name changes that line."""
    if draft.state.flow is None or draft.run.phase is not Phase.SUMMARY:
        return False
    flags = flags_of(draft)
    named = _named_step(draft)
    if named is not None:
        draft.note(AnswerDropped(named.name))
        flowing.ask(draft, named)
    elif Flag.YES in flags and Flag.NO not in flags and Flag.CORRECTION not in flags:
        flowing.hand_in(draft)
    elif Flag.NO in flags or Flag.CORRECTION in flags:
        draft.say(Say("wat_wijzigen"))
        flowing.show_summary(draft)
    else:
        draft.say(Say("eerst_akkoord"))
        flowing.show_summary(draft)
    return True


def _named_step(draft: Draft) -> Step | None:
    text = (draft.incoming.text or "").lower()
    counting = steps_that_count(draft.flow, draft.run)
    return next((step for step in counting if step.label.lower() in text), None)


def hear_answer(draft: Draft) -> bool:
    """A text as the answer to the open question."""
    if draft.state.flow is None or draft.incoming.text is None:
        return False
    step = draft.flow.step(draft.run.asked or "") or next_step(draft.flow, draft.run)
    if step is None:
        flowing.show_summary(draft)
        return True
    flags = flags_of(draft)
    if step.optional and flags & {Flag.SKIP, Flag.DONT_KNOW, Flag.NO} and not _has_value(draft):
        skip(draft, step)
        return True
    if Flag.DONT_KNOW in flags and step.input is not InputKind.TEXT:
        draft.say(Say("verplicht_uitleg"))
        unclear(draft, step, None)
        return True
    return give(draft, step, draft.incoming.text)


def _has_value(draft: Draft) -> bool:
    reading = draft.incoming.reading
    return reading is not None and bool(reading.values)


def skip(draft: Draft, step: Step) -> None:
    """An optional step is left out; it is never asked about again."""
    draft.note(StepSkipped(step.name))
    flowing.ask_next(draft)


def give(draft: Draft, step: Step, text: str, *, corrects: bool = False) -> bool:
    """Take the text as the answer to this step, and what else it holds for other steps."""
    reading = draft.incoming.reading
    if step.input is InputKind.ADDRESS:
        return _give_address(draft, step, text, corrects=corrects)
    understood = interpret(step, text, reading, draft.today)
    if not isinstance(understood, Answer):
        unclear(draft, step, understood.key, understood.values)
        return True
    draft.note(AnswerGiven(step.name, understood.value, understood.label))
    if corrects:
        draft.say(Say("genoteerd"))
    warn(draft, step, str(understood.value))
    gather(draft, reading, leave_out=step.name)
    if not draft.effects:
        flowing.ask_next(draft)
    return True


def warn(draft: Draft, step: Step, value: str) -> None:
    """What must be said at once when this is chosen."""
    if value in step.warnings:
        draft.say(Warn(draft.run.flow, step.name, value))


def _give_address(draft: Draft, step: Step, text: str, *, corrects: bool) -> bool:
    parts = addresses.parts_in(draft.incoming.reading, step.role)
    if not parts and draft.run.options:
        flowing.ask(draft, step, tries=2, problem="probleem_keuze", options=draft.run.options)
        return True
    if not parts and draft.run.tries >= 1:
        unclear(draft, step, "probleem_onbegrepen")
        return True
    if corrects:
        draft.say(Say("genoteerd"))
    gather(draft, draft.incoming.reading, leave_out=step.name, addresses_too=False)
    addresses.check(draft, step, text, parts)
    return True


def gather(
    draft: Draft,
    reading: Reading | None,
    *,
    leave_out: str | None = None,
    addresses_too: bool = True,
) -> None:
    """Values in the message that answer other open steps are taken: nothing is asked twice."""
    if reading is None or not reading.values:
        return
    for step in steps_that_count(draft.flow, draft.run):
        if step.name == leave_out or draft.run.is_settled(step.name):
            continue
        if step.input in STRUCTURED:
            understood = interpret(step, reading.text, reading, draft.today)
            if isinstance(understood, Answer):
                draft.note(AnswerGiven(step.name, understood.value, understood.label))
        elif step.input is InputKind.ADDRESS and addresses_too:
            parts = addresses.parts_in(reading, step.role)
            if parts.get("straat") or parts.get("postcode"):
                addresses.check(draft, step, reading.text, parts)
                return


def unclear(
    draft: Draft, step: Step, key: str | None, values: dict[str, str] | None = None
) -> None:
    """Asked once differently, then with choices, then a person; what was filled in stays."""
    tries = draft.run.tries + 1 if draft.run.asked == step.name else 1
    if tries >= 3:
        questions.person(draft, why="unclear")
        tries = 2
    flowing.ask(draft, step, tries=tries, problem=key, problem_values=values)


def hear_question(draft: Draft) -> bool:
    """Outside a flow: a question or a wish."""
    reading = draft.incoming.reading
    if reading is None:
        return False
    questions.respond(draft, reading)
    ask_first_question(draft, reading)
    return True


def ask_first_question(draft: Draft, reading: Reading) -> None:
    """A flow that the message began: what the message tells already is not asked again."""
    if draft.state.flow is None:
        return
    gather(draft, reading)
    if not draft.effects:
        flowing.ask_next(draft)


def hear_nothing(draft: Draft) -> bool:
    """What nobody heard: still an answer."""
    questions.unknown(draft)
    return True
