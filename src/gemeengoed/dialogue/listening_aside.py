# SPDX-License-Identifier: EUPL-1.2
"""The listeners that hear something else in the middle of a flow: a person, a question."""

import re

from gemeengoed.dialogue import flowing, questions, taking
from gemeengoed.dialogue.catalogue import TopicCard, TopicKind
from gemeengoed.dialogue.deciding import is_asked, points_back
from gemeengoed.dialogue.flow import InputKind, Step
from gemeengoed.dialogue.lengths import LENGTHS
from gemeengoed.dialogue.listening import begin_with_what_was_told
from gemeengoed.dialogue.listening_for_warnings import was_warned
from gemeengoed.dialogue.listening_in_flow import chosen_otherwise, corrected_step, is_long
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Meaning, Say, Why
from gemeengoed.language.reading import Flag, Reading

ABOUT_ME_TOPIC = "gesprek-wie-ben-je"
_WHAT_IS = re.compile(
    r"\bwat (?:is|zijn|betekent|wil zeggen|houdt)\b|"
    r"\b(?:bedoel\w*|beteken\w*|uitleg\w*|snap|begrijp)\b|\bleg\b.*\buit\b|\bken\b.*\bniet\b"
)
_WHAT_DO_YOU_MEAN = re.compile(
    r"(?:(?:hoe|wat) (?:bedoel\w*|bedoelt)(?: je| u| jij)?(?: daar ?mee| dat| hiermee)?|"
    r"(?:dat |dit |ik )*(?:snap|begrijp)(?: ik)?(?: het| dit| dat| de vraag)? niet|"
    r"leg uit|uitleg|huh|help)?[ ?!.]*"
)
_MEASURING = re.compile(r"\b(?:hoe|waar)\b.*\b(?:meet|meten|opmeten|gemeten)\b")


def hear_meaning(draft: Draft) -> bool:
    """ "Wat is een dakvoet?": what the word means; then the open question again."""
    run = draft.state.flow or (draft.state.settled.run if draft.state.settled else None)
    flow = draft.catalogue.flows.get(run.flow) if run is not None else None
    text = (draft.incoming.text or "").lower()
    if flow is None or not text.strip() or is_long(draft):
        return False
    if _asks_what_is_asked(draft, text):
        return True
    told = [word for word in flow.words if re.search(rf"\b{re.escape(word)}\b", text)]
    if not told or not (_WHAT_IS.search(text) or text.strip(" ?!.") in told):
        return False
    draft.say(Meaning(flow.id, max(told, key=len)))
    if draft.state.flow is not None:
        flowing.repeat(draft)
    return True


def _asks_what_is_asked(draft: Draft, text: str) -> bool:
    """ "Hoe bedoel je?", "hoe meet ik dat?": the open question in other words, with its reason."""
    step = draft.open_step if draft.state.flow is not None else None
    if step is None or not draft.flow.judges:
        return False
    asks_how = step.input is InputKind.LENGTH and _MEASURING.search(text)
    if not (_WHAT_DO_YOU_MEAN.fullmatch(text.strip()) or asks_how):
        return False
    if step.why is not None:
        draft.say(Why(draft.run.flow, step.name))
    flowing.ask(draft, step, tries=max(draft.run.tries, 1), options=draft.run.options)
    return True


def hear_person(draft: Draft) -> bool:
    """Asks for a person in the middle: told at once how; what was filled in stays."""
    if draft.state.flow is None or Flag.ASKS_PERSON not in draft.flags:
        return False
    if _says_it_in_an_answer(draft):
        return False
    before = draft.run.number
    questions.hand_over(draft, draft.reading)
    if draft.run.number == before:
        flowing.repeat(draft)
    else:
        begin_with_what_was_told(draft)
    return True


def _says_it_in_an_answer(draft: Draft) -> bool:
    """ "Bel mij op 06 …" where a number was asked is the number; a story is a story."""
    step = draft.open_step
    if step is None:
        return False
    if step.input is InputKind.TEXT:
        return is_long(draft)
    kinds = {*taking.STRUCTURED, InputKind.ADDRESS}
    if draft.run.flow == draft.catalogue.person_flow:
        kinds.add(InputKind.CHOICE)  # "bel me in de ochtend"
    return step.input in kinds and taking.answers(draft, step)


def hear_side_question(draft: Draft) -> bool:
    """A question in the middle: answered, then back to where we were."""
    if draft.state.flow is None or not _is_side_question(draft):
        return False
    if taking.tells_unasked(draft) and not is_asked(draft.reading.text):
        return False  # "ik kom uit Duitsland" belongs to what is being arranged
    before = draft.run.number
    about = _what_it_is_about(draft)
    if about is not None:
        questions.answer(draft, about, draft.reading.aspects)
    else:
        questions.respond(draft, draft.reading)
    if draft.run.number != before:
        begin_with_what_was_told(draft)
        return True
    taking.tell_noted(draft, taking.gather(draft, taking.CONTACTS))
    draft.say(Say("verder_waar_we_waren"))
    taking.go_on_or_repeat(draft)
    return True


def _what_it_is_about(draft: Draft) -> TopicCard | None:
    """ "Hoe lang duurt dat?" is about this flow, or about what was asked in between."""
    text = draft.reading.text
    if not draft.reading.aspects or not is_asked(text):
        return None
    if not points_back(text) and not _asks_about_the_outcome(draft):
        return None
    topic = questions.topic_at_hand(draft.catalogue, draft.state)
    return draft.catalogue.topics.get(topic or "")


def _asks_about_the_outcome(draft: Draft) -> bool:
    """ "Wat kost een vergunning?" in a flow that judges: about nothing else that we know of."""
    text = draft.reading.text.lower()
    if not draft.flow.judges or "vergunning" not in text:
        return False
    if points_back(text.replace("vergunning", " ")):
        return True  # no subject but the permit itself, which is the one that is judged here
    about = draft.reading.best
    return about is None or not _is_surely_about_something(draft, draft.reading)


def _is_side_question(draft: Draft) -> bool:
    reading, step = draft.reading, draft.open_step
    if _what_it_is_about(draft) is not None:
        return True
    if not _is_surely_about_something(draft, reading):
        return False
    asks = is_asked(reading.text)
    card = draft.catalogue.topics.get(reading.best.topic) if reading.best is not None else None
    if card is None:
        return asks
    if card.kind is TopicKind.TALK:
        complains = card.id == questions.COMPLAINT_TOPIC and Flag.ANGER in draft.flags
        return complains or (card.id == ABOUT_ME_TOPIC and asks)
    if card.flow == draft.run.flow and not reading.aspects and not (asks and not _tells(draft)):
        return False
    return asks or _fits_nowhere(draft, step)


def _tells(draft: Draft) -> bool:
    """ "En met 1,80 hoog?" is about a measure of the plan that is judged here."""
    return draft.flow.judges and any(value.kind in LENGTHS for value in draft.reading.values)


def _is_surely_about_something(draft: Draft, reading: Reading) -> bool:
    """One of its questions, when it holds several, is above the threshold for the middle."""
    limit = reading.thresholds.side_question
    each = [reading, *reading.parts]
    return any(
        part.best is not None
        and part.best.probability >= limit
        and part.best.topic in draft.catalogue.topics
        for part in each
    )


def _fits_nowhere(draft: Draft, step: Step | None) -> bool:
    """Not an answer, a correction, a yes or a wish for the open question or the summary."""
    told = {Flag.DONT_KNOW, Flag.SKIP, Flag.YES, Flag.NO, Flag.CORRECTION}
    if draft.flags & told or corrected_step(draft) is not None or was_warned(draft):
        return False
    if draft.flow.judges and chosen_otherwise(draft) is not None:
        return False
    return step is None or not (step.input is InputKind.TEXT or taking.answers(draft, step))
