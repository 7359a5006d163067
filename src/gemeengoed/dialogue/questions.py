# SPDX-License-Identifier: EUPL-1.2
"""Questions and wishes outside the answer to an open question."""

from gemeengoed.dialogue import flowing
from gemeengoed.dialogue.catalogue import TopicCard, TopicKind
from gemeengoed.dialogue.deciding import Decision, Verdict, decide_topic
from gemeengoed.dialogue.events import (
    CrisisShown,
    NotUnderstood,
    PersonOffered,
    TopicAnswered,
    TopicsOffered,
)
from gemeengoed.dialogue.outcome import Draft
from gemeengoed.dialogue.replies import Answer, Clarify, Crisis, Say
from gemeengoed.language.reading import Reading

SAME_BEGINNING = 7  # letters: "terugbellen" asks for a "terugbelverzoek"


def respond(draft: Draft, reading: Reading) -> None:
    """Answer each of the questions in the message; two questions get two answers."""
    parts = reading.parts or (reading,)
    decisions = [decide_topic(draft.catalogue, part, draft.state.last_topic) for part in parts]
    clear = [each for each in decisions if each.verdict in (Verdict.ANSWER, Verdict.REFER)]
    if len(parts) > 1 and not clear:
        decisions = [decide_topic(draft.catalogue, reading, draft.state.last_topic)]
    elif len(parts) > 1:
        decisions = clear
    for decision in decisions:
        carry(draft, decision, reading)


def carry(draft: Draft, decision: Decision, reading: Reading) -> None:
    """Say what was decided."""
    if decision.verdict is Verdict.DISTRESS and decision.topic:
        crisis(draft, decision.topic)
    elif decision.verdict is Verdict.HANDOVER:
        person(draft, why="asked")
    elif decision.topic is not None:
        answer(draft, draft.catalogue.topics[decision.topic], decision.aspects, reading)
    elif decision.verdict is Verdict.CLARIFY:
        draft.note(TopicsOffered(decision.topics, decision.aspects))
        draft.say(Clarify(decision.topics, decision.aspects))
    else:
        unknown(draft)


def answer(
    draft: Draft, card: TopicCard, aspects: tuple[str, ...], reading: Reading | None = None
) -> None:
    """The blocks of the topic; a topic that can be arranged begins when that is what is asked."""
    if not card.is_on:
        draft.note(TopicAnswered(card.id, aspects))
        draft.note(PersonOffered("off"))
        draft.say(Say("onderwerp_uit", kind="handover", choices=person_choices(draft)))
        return
    if card.kind is TopicKind.EMERGENCY:
        crisis(draft, card.id)
        return
    if card.id == "gesprek-klagen-over-bot":
        draft.note(PersonOffered("anger"))
        draft.say(Say("boos", choices=person_choices(draft)))
        return
    if wants_to_arrange(draft, card, aspects, reading):
        draft.note(TopicAnswered(card.id, aspects))
        flowing.start(draft, str(card.flow))
        return
    if card.id == "gesprek-medewerker":
        person(draft, why="asked")
        return
    shown = aspects if card.kind is not TopicKind.TALK else ("wat",)
    draft.note(TopicAnswered(card.id, aspects))
    draft.say(Answer(card.id, shown or card.default_aspects))


def wants_to_arrange(
    draft: Draft, card: TopicCard, aspects: tuple[str, ...], reading: Reading | None
) -> bool:
    """Whether the message asks to do it, not about it.

    A flow that gives a person begins only when it is named ("bel mij terug"): who asks for a
    person must first hear which persons there are.
    """
    if card.flow not in draft.catalogue.flows or reading is None or draft.state.flow is not None:
        return False
    if card.flow == draft.catalogue.person_flow:
        return _names(reading.text, draft.catalogue.flows[str(card.flow)].label)
    return not aspects or aspects == ("hoe",)


def _names(text: str, label: str) -> bool:
    beginnings = {word[:SAME_BEGINNING] for word in label.lower().split() if len(word) > 6}
    words = text.lower().replace("terug bel", "terugbel").split()
    if any(word[:SAME_BEGINNING] in beginnings for word in words):
        return True
    return "terugbe" in beginnings and "terug" in words and any("bel" in word for word in words)


def crisis(draft: Draft, topic: str) -> None:
    """Before everything else; a running flow stays where it was."""
    draft.note(CrisisShown(topic))
    draft.say(Crisis(topic))


def person(draft: Draft, *, why: str) -> None:
    """How a person can be reached now, and a promise by button where there is one."""
    draft.note(PersonOffered(why))
    key = "medewerker" if why == "asked" else "medewerker_nodig"
    draft.say(Say(key, kind="handover", choices=person_choices(draft)))


def person_choices(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Buttons that lead to a person."""
    choices = []
    flow = draft.catalogue.person_flow
    if flow is not None and (draft.state.flow is None or draft.run.flow != flow):
        choices.append((f"flow:{flow}", "knop_terugbellen"))
    if "contact-openingstijden" in draft.catalogue.topics:
        choices.append(("onderwerp:contact-openingstijden", "knop_contact"))
    return tuple(choices)


def unknown(draft: Draft) -> None:
    """ "Dat weet ik niet": said plainly, in other words the second time, with a person."""
    again = draft.state.unknowns > 0
    draft.note(NotUnderstood())
    key = "weet_ik_niet_weer" if again else "weet_ik_niet"
    draft.say(Say(key, kind="handover" if again else "text", choices=person_choices(draft)))
