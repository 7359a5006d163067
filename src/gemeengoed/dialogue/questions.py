# SPDX-License-Identifier: EUPL-1.2
"""Questions and wishes outside the answer to an open question: what is said to them."""

import re
from dataclasses import replace

from gemeengoed.dialogue import flowing
from gemeengoed.dialogue.catalogue import Catalogue, TopicCard, TopicKind
from gemeengoed.dialogue.deciding import (
    Decision,
    Verdict,
    asks_whether,
    decide_topic,
    is_asked,
)
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Answer, Clarify, Crisis, Say
from gemeengoed.dialogue.state import State
from gemeengoed.dialogue.talk_events import (
    CrisisShown,
    NotUnderstood,
    PersonOffered,
    SubjectAsked,
    TopicAnswered,
    TopicsOffered,
)
from gemeengoed.language.reading import Reading

Buttons = tuple[tuple[str, str], ...]  # the id of a choice, the key of its words

PERSON_TOPIC = "gesprek-medewerker"
COMPLAINT_TOPIC = "gesprek-klagen-over-bot"
CONTACT_TOPIC = "contact-openingstijden"
SAY_DIFFERENTLY = "anders"
_BESIDE_CRISIS = {TopicKind.MUNICIPAL, TopicKind.ELSEWHERE}
_OF_WHETHER = {"hoe", "meenemen"}  # "heb ik een vergunning nodig" sounds like what to bring
_CALL_BACK = re.compile(r"\bterug ?(?:ge)?bel|\bbel\w*\b.{0,25}\bterug\b|\bgebeld\b")


def topic_at_hand(catalogue: Catalogue, state: State) -> str | None:
    """What "dat" is about: what was asked in between, the running flow, the last answer."""
    run = state.flow
    if run is None:
        return state.last_topic
    flow = catalogue.flows.get(run.flow)
    card = catalogue.topics.get(flow.topic) if flow is not None else None
    own = card.id if card is not None and card.kind is not TopicKind.TALK else state.last_topic
    return state.side_topic or own


def respond(draft: Draft, reading: Reading) -> None:
    """Answer each of the questions in the message; two questions get two answers."""
    for decision in decisions_on(draft, reading):
        carry(draft, _with_what_was_asked(draft, decision, reading), reading)


def _with_what_was_asked(draft: Draft, decision: Decision, reading: Reading) -> Decision:
    """ "Wat kost het?", "waarover?", "paspoort": what a passport costs."""
    if decision.aspects or _arranges(draft, decision, reading):
        return decision
    return replace(decision, aspects=draft.asked_before)


def decisions_on(draft: Draft, reading: Reading) -> list[Decision]:
    """One for each part that is clear; when none is, one for the whole. What starts a flow last."""
    last_topic = before = topic_at_hand(draft.catalogue, draft.state)
    clear: list[Decision] = []
    for part in reading.parts:
        decision = decide_topic(draft.catalogue, part, last_topic)
        if decision.topic is not None:
            last_topic = decision.topic
            clear.append(decision)
    merged = _merged(clear)
    if not merged:
        return [decide_topic(draft.catalogue, reading, before)]
    return sorted(merged, key=lambda each: _arranges(draft, each, reading))


def _merged(decisions: list[Decision]) -> list[Decision]:
    """Two questions about one topic are one answer with both aspects."""
    by_topic: dict[str | None, Decision] = {}
    for each in decisions:
        before = by_topic.get(each.topic)
        aspects = (*before.aspects, *each.aspects) if before else each.aspects
        once = tuple(dict.fromkeys(aspects))
        by_topic[each.topic] = Decision(each.verdict, each.topic, aspects=once)
    return list(by_topic.values())


def _arranges(draft: Draft, decision: Decision, reading: Reading) -> bool:
    card = draft.catalogue.topics.get(decision.topic or "")
    return card is not None and wants_to_arrange(draft, card, decision.aspects, reading)


def carry(draft: Draft, decision: Decision, reading: Reading) -> None:
    """Say what was decided."""
    if decision.verdict is Verdict.DISTRESS and decision.topic:
        crisis(draft, decision.topic)
    elif decision.topic is not None:
        answer(draft, draft.catalogue.topics[decision.topic], decision.aspects, reading)
    elif decision.verdict is Verdict.HANDOVER:
        hand_over(draft, reading)
    elif decision.verdict is Verdict.CLARIFY and not decision.topics:
        ask_subject(draft, decision.aspects)
    elif decision.verdict is Verdict.CLARIFY and _is_arranged_by_one(draft, decision, reading):
        answer(draft, draft.catalogue.topics[decision.topics[0]], decision.aspects, reading)
    elif decision.verdict is Verdict.CLARIFY:
        draft.note(TopicsOffered(decision.topics, decision.aspects))
        draft.say(Clarify(decision.topics, decision.aspects))
    else:
        unknown(draft)


def ask_of_offered(draft: Draft) -> bool:
    """ "Wat kosten die?" while topics are on offer: which of them is still the question."""
    (decision, *others) = decisions_on(draft, draft.reading)
    if others or decision.verdict is not Verdict.CLARIFY or decision.topics:
        return False
    offered = draft.state.offered
    draft.note(TopicsOffered(offered, decision.aspects))
    draft.say(Clarify(offered, decision.aspects))
    return True


def ask_subject(draft: Draft, aspects: tuple[str, ...]) -> None:
    """Not twice in a row: who names nothing then either is told so, and offered a person."""
    if draft.asked_before:
        unknown(draft)
        return
    draft.note(SubjectAsked(aspects))
    draft.say(Say("waarover"))


def _is_arranged_by_one(draft: Draft, decision: Decision, reading: Reading) -> bool:
    """Who wants to arrange it need not say which of the topics it is: the same flow does both."""
    cards = [draft.catalogue.topics[topic] for topic in decision.topics]
    if len({card.flow for card in cards}) > 1:
        return False
    return all(wants_to_arrange(draft, card, decision.aspects, reading) for card in cards)


def answer(
    draft: Draft, card: TopicCard, aspects: tuple[str, ...], reading: Reading | None = None
) -> None:
    """The blocks of the topic; a topic that can be arranged begins when that is what is asked."""
    if card.kind is TopicKind.EMERGENCY:
        crisis(draft, card.id)
    elif not card.is_on:
        draft.note(TopicAnswered(card.id, aspects))
        offer_person(draft, "off", "onderwerp_uit")
    elif card.id == COMPLAINT_TOPIC:
        offer_person(draft, "anger", "boos")
    elif reading is not None and wants_to_arrange(draft, card, aspects, reading):
        flowing.start(draft, str(card.flow))
    elif card.id == PERSON_TOPIC:
        hand_over(draft, reading)
    else:
        shown = aspects if card.kind is not TopicKind.TALK else ("wat",)
        if card.kind is not TopicKind.TALK:
            draft.note(TopicAnswered(card.id, aspects))
        draft.say(Answer(card.id, shown or card.default_aspects))


def wants_to_arrange(
    draft: Draft, card: TopicCard, aspects: tuple[str, ...], reading: Reading
) -> bool:
    """Whether the message asks to do it, not about it."""
    if card.flow is None or not can_start(draft, card.flow):
        return False
    if card.flow == draft.catalogue.person_flow:
        return wants_to_be_called(reading)
    if draft.catalogue.flows[card.flow].judges:
        return asks_whether(reading.text) and set(aspects) <= _OF_WHETHER
    says_more = len(reading.text.split()) > 1 or bool(reading.values)
    if draft.state.flow is not None:
        return says_more and not aspects and not is_asked(reading.text)
    return says_more and (not aspects or aspects == ("hoe",) or _tells_it_all(reading))


def _tells_it_all(reading: Reading) -> bool:
    """When and where, and not as a question: what is told besides ("mijn ex is het er niet mee
    eens") is part of the story."""
    kinds = {value.kind for value in reading.values}
    return {"datum", "straat", "huisnummer"} <= kinds and not is_asked(reading.text)


def can_start(draft: Draft, flow_id: str) -> bool:
    """The flow exists, its topic is not switched off, and it is not running already."""
    flow = draft.catalogue.flows.get(flow_id)
    if flow is None or not is_on(draft, flow_id):
        return False
    return draft.state.flow is None or draft.run.flow != flow_id


def is_on(draft: Draft, flow_id: str) -> bool:
    """A switched-off topic closes its flow; the flow that gives a person stays open."""
    if flow_id == draft.catalogue.person_flow:
        return True
    card = draft.catalogue.topics.get(draft.catalogue.flows[flow_id].topic)
    return card is None or card.is_on


def wants_to_be_called(reading: Reading) -> bool:
    """ "Bel mij terug", or a number to call: no need to tell first which persons there are."""
    called = any(value.kind == "telefoon" for value in reading.values)
    return called or bool(_CALL_BACK.search(reading.text.lower()))


def hand_over(draft: Draft, reading: Reading | None) -> None:
    """A person: the call-back at once when that is asked, else how to reach one now."""
    flow = draft.catalogue.person_flow
    called = reading is not None and wants_to_be_called(reading)
    if flow is not None and called and can_start(draft, flow):
        flowing.start(draft, flow)
    else:
        person(draft, why="asked")


def crisis(draft: Draft, topic: str) -> None:
    """Before everything else; a running flow stays where it was."""
    draft.note(CrisisShown(topic))
    draft.say(Crisis(topic))


def beside_crisis(draft: Draft, reading: Reading) -> None:
    """The topic that somebody in danger speaks of too ("een geheim adres"), to choose after it."""
    kinds = {topic: card.kind for topic, card in draft.catalogue.topics.items()}
    told = [each for each in reading.topics if kinds.get(each.topic) in _BESIDE_CRISIS]
    if told and told[0].probability >= reading.thresholds.answer:
        topics = (told[0].topic,)
        draft.note(TopicsOffered(topics, reading.aspects))
        draft.say(Clarify(topics, reading.aspects, key="na_nood"))


def person(draft: Draft, *, why: str) -> None:
    """How a person can be reached now, and a promise by button where there is one."""
    key = "medewerker" if why == "asked" else "medewerker_nodig"
    if why != "asked" and is_being_called_back(draft):
        key = "verplicht_uitleg"  # who is asking for a call-back needs no offer of one
    offer_person(draft, why, key)


def is_being_called_back(draft: Draft) -> bool:
    """Whether the running flow is the one that gives a person."""
    return draft.state.flow is not None and draft.run.flow == draft.catalogue.person_flow


def offer_person(draft: Draft, why: str, key: str, also: Buttons = ()) -> None:
    """This text with the buttons that lead to a person; a "ja" to it leads there too."""
    draft.note(PersonOffered(why))
    draft.say(Say(key, kind="handover", choices=(*person_choices(draft), *also)))


def person_choices(draft: Draft) -> Buttons:
    """Buttons that lead to a person."""
    choices = []
    flow = draft.catalogue.person_flow
    if flow is not None and can_start(draft, flow):
        choices.append((f"flow:{flow}", "knop_terugbellen"))
    if CONTACT_TOPIC in draft.catalogue.topics:
        choices.append((f"onderwerp:{CONTACT_TOPIC}", "knop_contact"))
    return tuple(choices)


def unknown(draft: Draft) -> None:
    """ "Dat weet ik niet": said plainly, in other words the second time, with a person."""
    again = draft.state.unknowns > 0
    draft.note(NotUnderstood())
    key = "weet_ik_niet_weer" if again else "weet_ik_niet"
    choices = (*person_choices(draft), (SAY_DIFFERENTLY, "knop_anders_vragen"))
    draft.say(Say(key, kind="handover" if again else "text", choices=choices))
