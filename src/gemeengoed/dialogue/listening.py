# SPDX-License-Identifier: EUPL-1.2
"""The listeners that hear a message whether or not a flow runs. listening_in_flow has the others.

Their order (engine.LISTENERS) is the order of deciding. A listener that returns True has settled
the message; one that returns False leaves it, as it is, to the next.
"""

import re

from gemeengoed.dialogue import doubting, fitting_in, flowing, questions, taking
from gemeengoed.dialogue.choosing import place_named
from gemeengoed.dialogue.deciding import Verdict
from gemeengoed.dialogue.effects import MakeResumeLink
from gemeengoed.dialogue.flow import InputKind
from gemeengoed.dialogue.flow_events import FlowLeft
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.reopening import measure_told
from gemeengoed.dialogue.replies import Say
from gemeengoed.dialogue.state import Awaiting, Phase, Want
from gemeengoed.dialogue.talk_events import FeedbackGiven, TalkForgotten, TopicsPassed
from gemeengoed.language.reading import Flag

LATER_CHOICES = (("verder", "knop_verder"), ("stoppen", "knop_stoppen"))
GREETING_TOPIC = "gesprek-groet"
THANKS_TOPIC = "gesprek-dank"
_LATER = re.compile(
    r"\b(?:later|straks|morgen|thuis)\b.{0,20}\b(?:verder|af ?maken|door ?gaan|mee verder)\b|"
    r"\b(?:verder|af ?maken|door ?gaan|afmaken)\b.{0,12}\b(?:later|straks|morgen)\b|"
    r"\b(?:bewaar|bewaren|opslaan|sla op)\b"
)
_SHORT = 6  # words: a longer message tells a story, in which "later verder" means something else


def hear_distress(draft: Draft) -> bool:
    """Somebody in danger: the number first, whatever else was going on."""
    reading = draft.incoming.reading
    if reading is None or reading.distress is None:
        return False
    questions.crisis(draft, reading.distress.value)
    if draft.state.flow is not None:
        draft.say(Say("verder_waar_we_waren", kind="choices", choices=LATER_CHOICES))
    else:
        questions.beside_crisis(draft, reading)
    return True


def forget_a_flow_that_is_gone(draft: Draft) -> bool:
    """The edition changed: a flow that is gone or closed ends, what fits of another is kept."""
    if draft.state.flow is None:
        return False
    if draft.run.flow not in draft.catalogue.flows:
        draft.note(FlowLeft("gone"))
        draft.say(Say("gestopt"))
    elif not questions.is_on(draft, draft.run.flow):
        draft.note(FlowLeft("off"))
        questions.offer_person(draft, "off", "onderwerp_uit")
        return True
    else:
        fitting_in.drop_what_does_not_fit(draft)
    return False


def hear_explanation(draft: Draft) -> bool:
    """After thumbs down the next text tells what was wrong."""
    if not draft.state.explaining or draft.incoming.text is None:
        return False
    draft.note(FeedbackGiven(None, "explained"))
    if draft.state.flow is not None or _is_clear_question(draft):
        return False
    draft.say(Say("dank_toelichting", choices=questions.person_choices(draft)))
    return True


def _is_clear_question(draft: Draft) -> bool:
    decisions = questions.decisions_on(draft, draft.reading)
    return any(each.verdict is not Verdict.UNKNOWN for each in decisions)


def hear_other_language(draft: Draft) -> bool:
    """Another language, outside a flow: Dutch works best, and a person is there."""
    if Flag.NOT_DUTCH not in draft.flags or draft.state.flow is not None:
        return False
    decisions = questions.decisions_on(draft, draft.reading)
    for decision in decisions:
        if decision.topic is not None and decision.verdict in (Verdict.ANSWER, Verdict.REFER):
            questions.answer(draft, draft.catalogue.topics[decision.topic], decision.aspects)
    questions.offer_person(draft, "language", "niet_nederlands")
    return True


def hear_yes_to_a_person(draft: Draft) -> bool:
    """ "Ja graag" after a person was offered: the call-back begins."""
    flow = draft.catalogue.person_flow
    if not draft.was_person_offered or Flag.YES not in draft.flags or flow is None:
        return False
    step = draft.open_step
    if step is not None and step.input in (InputKind.CHOICE, InputKind.TEXT):
        return False
    if any(option.id.startswith(taking.MEASURE) for option in (draft.run.options if step else ())):
        return False  # "klopt dat?" was the last thing asked
    if doubting.open_doubt(draft) is not None:
        return False  # "kloppen deze maten?" was
    if not questions.can_start(draft, flow):
        return False
    flowing.start(draft, flow)
    flowing.repeat(draft)
    return True


def hear_later(draft: Draft) -> bool:
    """ "Ik ga later verder": a link to go on with, here or elsewhere."""
    text = (draft.incoming.text or "").lower()
    if draft.state.flow is None or len(text.split()) > _SHORT or not _LATER.search(text):
        return False
    want_link(draft)
    return True


def want_link(draft: Draft) -> None:
    """Ask for the one-time link; the flow stays as it is."""
    draft.want(Awaiting(Want.LINK), [MakeResumeLink()])


def hear_which(draft: Draft) -> bool:
    """The answer in words to "which do you mean?": the name, the place, yes to the only one."""
    offered = [t for t in draft.state.offered if t in draft.catalogue.topics]
    if not offered or draft.incoming.text is None or draft.state.flow is not None:
        return False
    aspects = draft.state.offered_aspects
    chosen = _which(draft, offered)
    if chosen is None and questions.ask_of_offered(draft):
        return True
    draft.note(TopicsPassed())
    if chosen is not None:
        questions.answer(draft, draft.catalogue.topics[chosen], aspects)
        return True
    if Flag.NO in draft.flags and not _is_clear_question(draft):
        draft.say(Say("geen_van_deze", choices=questions.person_choices(draft)))
        return True
    return False


def _which(draft: Draft, offered: list[str]) -> str | None:
    text = draft.reading.text
    for topic in offered:
        label = draft.catalogue.topics[topic].label.lower()
        if text.strip(" .!?").lower() in (label, topic):
            return topic
    place = place_named(text, len(offered))
    if place is not None:
        return offered[place]
    return offered[0] if len(offered) == 1 and Flag.YES in draft.flags else None


def hear_courtesy(draft: Draft) -> bool:
    """A greeting, thanks, a bare yes or no: not a question, but never "dat weet ik niet"."""
    if draft.incoming.text is None or draft.state.flow is not None or _is_clear_question(draft):
        return False
    if Flag.NO in draft.flags and measure_told(draft) is not None:
        return False  # "nee, 1,5 meter" under an outcome
    for flag, topic in ((Flag.GREETING, GREETING_TOPIC), (Flag.THANKS, THANKS_TOPIC)):
        if flag in draft.flags and topic in draft.catalogue.topics:
            questions.answer(draft, draft.catalogue.topics[topic], ())
            return True
    if Flag.ANGER in draft.flags:
        questions.offer_person(draft, "anger", "boos")
    elif Flag.CANCEL in draft.flags and flowing.forget_parked(draft):
        return True
    elif draft.flags & {Flag.RESTART, Flag.CANCEL, Flag.BACK, Flag.YES, Flag.NO}:
        if Flag.RESTART in draft.flags:
            draft.note(TalkForgotten())
        said = draft.flags & {Flag.YES, Flag.NO, Flag.CANCEL}
        draft.say(Say("verder_nog_iets" if said else "niets_te_doen"))
    else:
        return False
    return True


def hear_question(draft: Draft) -> bool:
    """Outside a flow: a question or a wish."""
    if draft.incoming.reading is None or draft.state.flow is not None:
        return False
    _hear_anger_along(draft)
    questions.respond(draft, draft.reading)
    begin_with_what_was_told(draft)
    return True


def _hear_anger_along(draft: Draft) -> None:
    """Who is angry and also asks something is heard first, and told how to reach a person."""
    if Flag.ANGER not in draft.flags:
        return
    decisions = questions.decisions_on(draft, draft.reading)
    helped = {Verdict.ANSWER, Verdict.CLARIFY, Verdict.REFER}
    if all(d.verdict in helped and d.topic != questions.COMPLAINT_TOPIC for d in decisions):
        draft.say(Say("boos_gehoord"))


def begin_with_what_was_told(draft: Draft) -> None:
    """A flow that the message began: what the message tells already is not asked again."""
    if draft.state.flow is not None and draft.run.phase is Phase.ASKING:
        taking.settle(draft, taking.gather(draft))


def hear_nothing(draft: Draft) -> bool:
    """What nobody heard: still an answer."""
    questions.unknown(draft)
    if draft.state.flow is not None:
        flowing.repeat(draft)
    return True
