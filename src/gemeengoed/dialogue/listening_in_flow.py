# SPDX-License-Identifier: EUPL-1.2
"""The listeners that hear a text while a flow runs. Each leaves other talk alone."""

import re
from dataclasses import replace

from gemeengoed.dialogue import files, flowing, questions, taking
from gemeengoed.dialogue.addresses import parts_in
from gemeengoed.dialogue.choosing import choice_told
from gemeengoed.dialogue.correcting import subject_anew, takes_back, tells_anew
from gemeengoed.dialogue.deciding import is_asked
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.lengths import LENGTHS, bare_number
from gemeengoed.dialogue.listening import (
    GREETING_TOPIC,
    THANKS_TOPIC,
)
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.path import step_before, steps_that_count
from gemeengoed.dialogue.replies import Say, Why
from gemeengoed.dialogue.state import Phase
from gemeengoed.dialogue.step_events import SummaryLeft
from gemeengoed.language.reading import Flag

_SHORT = 8  # words; a longer text is a story, and its words are no orders
_NOTHING = (
    "nee neen nope hoor dank je u wel bedankt dankjewel geen niet nodig hoeft niets niks liever "
    "dat is het ik heb weet verder toch klopt"
)
_NOTHING_TO_SAY = frozenset(_NOTHING.split())
_TALK_ABOUT_US = (questions.COMPLAINT_TOPIC, "gesprek-wie-ben-je")


def hear_whether_to_stop(draft: Draft) -> bool:
    """The answer to "sure to stop?"."""
    if draft.state.flow is None or draft.run.phase is not Phase.CANCELLING:
        return False
    if draft.flags & {Flag.YES, Flag.CANCEL}:
        flowing.cancel(draft, sure=True)
        return True
    draft.note(SummaryLeft())
    if Flag.NO not in draft.flags:
        return False
    flowing.go_on_here(draft)
    return True


def hear_order(draft: Draft) -> bool:
    """Stop, back, again, why: words that are never an answer."""
    if draft.state.flow is None:
        return False
    if Flag.CANCEL in draft.flags:
        flowing.cancel(draft)
    elif Flag.RESTART in draft.flags:
        flowing.restart(draft)
    elif Flag.BACK in draft.flags:
        flowing.back(draft)
    elif Flag.WHY in draft.flags:
        tell_why(draft)
    else:
        return False
    return True


def tell_why(draft: Draft) -> None:
    """Why the open question is asked; then the question again."""
    step = draft.open_step
    if step is not None and step.why is not None:
        draft.say(Why(draft.run.flow, step.name))
    else:
        draft.say(Say("geen_uitleg"))
    flowing.repeat(draft)


def hear_correction(draft: Draft) -> bool:
    """ "Toch niet, nummer 16": an earlier answer changes; then on from where we were."""
    if draft.state.flow is None or draft.incoming.text is None:
        return False
    taken_back = _taken_back(draft)
    if taken_back is not None:
        taking.give(draft, taken_back, corrects=True)
        return True
    subject = _other_subject(draft)
    if subject is not None:
        step, text = subject
        reading = replace(draft.reading, text=text, values=())
        draft.incoming = replace(draft.incoming, text=text, reading=reading)
        taking.give(draft, step, corrects=True)
        return True
    return bool(draft.flags & {Flag.CORRECTION, Flag.NO}) and _hear_plain_correction(draft)


def _hear_plain_correction(draft: Draft) -> bool:
    """A short message that says no, or that it was wrong, with what it should be."""
    open_step = draft.open_step
    if open_step is not None and open_step.input is InputKind.TEXT and is_long(draft):
        return False
    corrected = _length_before(draft)
    if corrected is not None:
        taking.give(draft, corrected, corrects=True)
        return True
    corrected = corrected_step(draft)
    if _fits_the_open_question(draft, corrected) or draft.run.phase is Phase.SUMMARY:
        return False
    if corrected is not None:
        taking.give(draft, corrected, corrects=True)
        return True
    named = named_step(draft)
    if named is not None:
        flowing.ask(draft, named)
    elif Flag.CORRECTION in draft.flags and open_step is not None and _says_only_no(draft):
        flowing.back(draft)
    else:
        return False
    return True


def _taken_back(draft: Draft) -> Step | None:
    """The answered step of which the message tells another value, and nothing but that.

    Also where a text was asked: "wacht, mijn nummer is 06 …" is no name and no remark.
    """
    asked = draft.open_step
    if asked is None or not draft.reading.values:
        return None
    before = _length_just_told(draft)
    if before is not None and _is_a_length_for(draft, before):
        return before if takes_back(draft.reading, before, asked) else None
    corrected = corrected_step(draft)
    if corrected is None or corrected.name == asked.name or corrected.input is InputKind.CHOICE:
        return None
    if _fits_the_open_question(draft, corrected):
        return None
    is_told = takes_back(draft.reading, corrected, asked) or tells_anew(
        draft.reading, corrected, asked
    )
    return corrected if is_told else None


def _other_subject(draft: Draft) -> tuple[Step, str] | None:
    """ "Nee toch over mijn paspoort", where another text is asked: the step, and what it is now."""
    asked = draft.open_step
    if asked is None or asked.input is not InputKind.TEXT:
        return None
    for step in steps_that_count(draft.flow, draft.run):
        if step.input is not InputKind.TEXT or step.name not in draft.run.answers:
            continue
        text = subject_anew(draft.reading.text, step)
        if text is not None and step.name != asked.name:
            return step, text
    return None


def _is_a_length_for(draft: Draft, step: Step) -> bool:
    has_length = any(value.kind in LENGTHS for value in draft.reading.values)
    return has_length and not taking.is_meant_for_another(draft, step)


def _length_before(draft: Draft) -> Step | None:
    """ "Nee, 1,30" right after a length was told: that length was meant, not the next one."""
    return _length_just_told(draft) if bare_number(draft.reading.text) is not None else None


def _length_just_told(draft: Draft) -> Step | None:
    before = step_before(draft.flow, draft.run)
    asked = draft.open_step
    if before is None or before.input is not InputKind.LENGTH or before.name in draft.run.skipped:
        return None
    if asked is None or draft.run.is_settled(asked.name):
        return None
    is_refused = asked.input is InputKind.LENGTH and draft.run.tries > 0
    return before if not is_refused else None


def _fits_the_open_question(draft: Draft, corrected: Step | None) -> bool:
    """ "Nee, ik bedoel 06 …" after a number that was refused is the answer itself."""
    step = draft.open_step
    if step is None or step.input is InputKind.TEXT or draft.run.is_settled(step.name):
        return False
    if not taking.answers(draft, step):
        return False
    if step.input is not InputKind.ADDRESS or corrected is None:
        return True
    has_where = {"straat", "postcode"} & {value.kind for value in draft.reading.values}
    return bool(has_where) or step.name in draft.run.parts


def corrected_step(draft: Draft) -> Step | None:
    """The answered step that the new value fits, the latest first; values go before words."""
    answered = [
        step
        for step in reversed(steps_that_count(draft.flow, draft.run))
        if step.name in draft.run.answers
    ]
    for step in answered:
        is_address = step.input is InputKind.ADDRESS and parts_in(draft.reading, step.role)
        has_value = step.input in taking.STRUCTURED and draft.reading.values
        if step.input is InputKind.LENGTH and draft.flow.judges:
            has_value = taking.is_told_for(draft, step) and has_value
        if is_address or (has_value and taking.answers(draft, step)):
            return step
    if Flag.CORRECTION not in draft.flags:
        return None
    choices = (step for step in answered if step.input is InputKind.CHOICE)
    return next((step for step in choices if _is_chosen(draft, step)), None)


def _is_chosen(draft: Draft, step: Step) -> bool:
    """The "nee" of "nee, 1,5 meter" is no answer to an earlier question of yes or no."""
    is_yes_or_no = {"ja", "nee"} & {choice.id for choice in step.choices}
    return taking.answers(draft, step) and not (is_yes_or_no and draft.reading.values)


def hear_summary_answer(draft: Draft) -> bool:
    """Yes to the summary hands in; a new value or a line's name changes that line."""
    if draft.state.flow is None or draft.run.phase is not Phase.SUMMARY:
        return False
    corrected, named = corrected_step(draft), named_step(draft)
    if corrected is not None:
        taking.give(draft, corrected, corrects=True)
    elif _is_clear_yes(draft):
        flowing.hand_in(draft)
    elif named is not None:
        flowing.ask(draft, named)
    elif draft.flags & {Flag.NO, Flag.CORRECTION}:
        draft.say(Say("wat_wijzigen"))
        flowing.show_summary(draft)
    else:
        draft.say(Say("eerst_akkoord"))
        flowing.show_summary(draft)
    return True


def _is_clear_yes(draft: Draft) -> bool:
    against = {Flag.NO, Flag.CORRECTION, Flag.DONT_KNOW, Flag.BACK, Flag.CANCEL}
    return (
        Flag.YES in draft.flags
        and not draft.flags & against
        and not draft.reading.values
        and named_step(draft) is None
        and not is_long(draft)
    )


def named_step(draft: Draft) -> Step | None:
    """The line whose label stands in the message: "het telefoonnummer klopt niet"."""
    if is_asked(draft.reading.text):
        return None
    text = draft.reading.text.lower()
    counting = steps_that_count(draft.flow, draft.run)
    settled = [step for step in counting if draft.run.is_settled(step.name)]
    return next((s for s in settled if re.search(rf"\b{re.escape(s.label.lower())}\b", text)), None)


def hear_answer(draft: Draft) -> bool:
    """A text as the answer to the open question."""
    if draft.state.flow is None or draft.incoming.text is None:
        return False
    step = draft.open_step
    if step is None:
        taking.settle(draft, taking.gather(draft))
    elif step.input is InputKind.FILE and files.is_finished_by(draft, step):
        files.finish(draft, step)
        flowing.go_on(draft)
    elif _is_courtesy(draft, step):
        _return_courtesy(draft)
    elif leaves_out(draft, step):
        taking.skip(draft, step)
    elif draft.run.is_settled(step.name) and _keeps(draft, step):
        flowing.go_on(draft)
    elif draft.flags & {Flag.DONT_KNOW, Flag.SKIP} and not _has_value(draft):
        draft.say(Say("verplicht_uitleg"))
        taking.unclear(draft, step)
    elif _is_bare_yes_or_no(draft, step):
        taking.unclear(draft, step)
    else:
        _answer(draft, step)
    return True


def _answer(draft: Draft, step: Step) -> None:
    """To the open question; else, when it fits an earlier answer only, that one changes."""
    if step.input is not InputKind.TEXT and not taking.answers(draft, step):
        corrected = corrected_step(draft) or chosen_otherwise(draft)
        if corrected is not None and corrected.name != step.name:
            taking.give(draft, corrected, corrects=True)
            return
        if taking.take_what_was_told(draft):
            return
    taking.give(draft, step)


def chosen_otherwise(draft: Draft) -> Step | None:
    """ "Toch de voorkant": another choice of an earlier question, said in its own words."""
    run, text = draft.run, draft.reading.text
    for step in reversed(steps_that_count(draft.flow, run)):
        given = run.answers.get(step.name)
        told = choice_told(step.choices, text, shortest=taking.TOLD_UNASKED, unasked=True)
        if given is not None and told is not None and told.id not in (given.value, "ja", "nee"):
            return step
    return None


def leaves_out(draft: Draft, step: Step) -> bool:
    """Whether the open question is passed over."""
    if not step.optional or _has_value(draft):
        return False
    if draft.flags & {Flag.SKIP, Flag.DONT_KNOW}:
        return True
    return (
        Flag.NO in draft.flags
        and _says_only_no(draft)
        and not taking.answers_as_choice(draft, step)
    )


def _keeps(draft: Draft, step: Step) -> bool:
    """A question that was opened to change its answer: "ja", "klopt wel", "sla over" keep it."""
    return bool(draft.flags & {Flag.YES, Flag.SKIP}) and not taking.answers_as_choice(draft, step)


def _is_bare_yes_or_no(draft: Draft, step: Step) -> bool:
    """ "Ja" is no name and no subject."""
    is_bare = draft.flags & {Flag.YES, Flag.NO} and len(draft.reading.text.split()) <= 2
    return step.input is InputKind.TEXT and bool(is_bare)


def _is_courtesy(draft: Draft, step: Step) -> bool:
    """Thanks, a greeting or anger, and nothing else."""
    if not draft.flags & {Flag.GREETING, Flag.THANKS, Flag.ANGER} or _has_value(draft):
        return False
    if draft.flags & {Flag.YES, Flag.NO, Flag.SKIP, Flag.DONT_KNOW}:
        return False
    if Flag.ANGER in draft.flags and step.input is not InputKind.TEXT:
        return not taking.answers(draft, step)
    return len(draft.reading.text.split()) <= 4 and (
        step.input is InputKind.TEXT or not taking.answers(draft, step)
    )


def _return_courtesy(draft: Draft) -> None:
    topic = THANKS_TOPIC if Flag.THANKS in draft.flags else GREETING_TOPIC
    if Flag.ANGER in draft.flags:
        questions.offer_person(draft, "anger", "boos")
    elif topic in draft.catalogue.topics:
        questions.answer(draft, draft.catalogue.topics[topic], ())
    flowing.go_on_here(draft)


def _says_only_no(draft: Draft) -> bool:
    words = re.findall(r"\w+", draft.reading.text.lower())
    return all(word in _NOTHING_TO_SAY for word in words)


def _has_value(draft: Draft) -> bool:
    return bool(draft.reading.values)


def is_long(draft: Draft) -> bool:
    return len(draft.reading.text.split()) > _SHORT
