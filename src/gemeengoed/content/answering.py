# SPDX-License-Identifier: EUPL-1.2
"""An answer: the blocks of a topic that hold here and now, their sources, what to do next."""

from collections.abc import Sequence
from datetime import date, datetime

from gemeengoed.content.edition import Edition
from gemeengoed.content.message import Message, MessageChoice, MessageSource
from gemeengoed.content.municipality import Fact, fact_on
from gemeengoed.content.text import Text
from gemeengoed.content.topic import Block, FieldType, Topic, WhenField
from gemeengoed.content.values import Values, fixed
from gemeengoed.dialogue.catalogue import TopicKind
from gemeengoed.dialogue.replies import Answer, Clarify, Crisis

MAXIMUM_CHOICES = 4
MAXIMUM_SOURCES = 4
NO_TOPIC = "onderwerp:geen"
_WAYS_TO_REACH = (FieldType.URL, FieldType.PHONE)


def answer(edition: Edition, reply: Answer, at: datetime) -> Message:
    """One message for all asked aspects; without any, those the topic shows by default."""
    topic = edition.topics[reply.topic]
    values = Values(edition, at)
    is_municipal = topic.kind in (TopicKind.MUNICIPAL, TopicKind.ELSEWHERE)
    return Message(
        kind="text",
        text="\n\n".join(_answer_parts(topic, reply.aspects, values)),
        choices=_next(edition, topic) if not reply.is_followed else (),
        topic=topic.id,
        aspect=reply.aspects[0] if len(reply.aspects) == 1 else None,
        sources=_sources(edition, topic, values.used, values.day) if is_municipal else (),
    )


def _answer_parts(topic: Topic, aspects: Sequence[str], values: Values) -> list[str]:
    """Says plainly what of the question it does not know, and shows the rest."""
    asked = blocks_in_words(topic, aspects, values)
    if asked:
        has_rest = any(aspect not in topic.aspects for aspect in aspects)
        return [*asked, fixed(values, "aspect_deels_onbekend")] if has_rest else asked
    shown = blocks_in_words(topic, topic.default, values)
    if not shown:
        return [fixed(values, "antwoord_onbekend")]
    return [fixed(values, "aspect_onbekend"), *shown] if aspects else shown


def crisis(edition: Edition, reply: Crisis, at: datetime) -> Message:
    """The emergency text: all of it, without buttons that lead away."""
    topic = edition.topics[reply.topic]
    parts = blocks_in_words(topic, topic.aspects, Values(edition, at))
    return Message(kind="notice", text="\n\n".join(parts), topic=topic.id)


def clarify(edition: Edition, reply: Clarify, at: datetime) -> Message:
    """Which of these topics is meant; always with a way to say none of them."""
    values = Values(edition, at)
    topics = (edition.topics[topic] for topic in reply.topics)
    choices = [MessageChoice(f"onderwerp:{topic.id}", topic.label) for topic in topics]
    choices.append(MessageChoice(NO_TOPIC, fixed(values, "knop_geen_van_deze")))
    return Message(kind="choices", text=fixed(values, reply.key), choices=tuple(choices))


def blocks_in_words(topic: Topic, aspects: Sequence[str], values: Values) -> list[str]:
    """The blocks of these aspects, in the order of the aspects and then of the file."""
    shown: list[str] = []
    for aspect in dict.fromkeys(aspects):
        for block in topic.blocks:
            if block.aspect == aspect and (text := _block_in_words(block, values)):
                shown.append(text)
    return shown


def _block_in_words(block: Block, values: Values) -> str | None:
    """None when the block does not hold here, or needs a fact that is not known."""
    if block.when is not None and not _holds(block.when, values):
        return None
    text = block.text
    if block.zero is not None and values.has_zero(text.phrase.placeholders):
        text = block.zero
    for candidate in (text, block.missing):
        if candidate is not None and (words := _words(candidate, values)) is not None:
            return words
    return None


def _words(text: Text, values: Values) -> str | None:
    used = dict(values.used)
    try:
        return text.phrase.render(values.edition.municipality.form, values)
    except KeyError:  # a fact that is not known here: the block cannot be shown
        values.used = used
        return None


def _holds(when: WhenField, values: Values) -> bool:
    fact = fact_on(values.edition.facts, when.field, values.day)
    if fact is None or fact.value != when.equals:
        return False
    values.used[when.field] = fact
    return True


def _next(edition: Edition, topic: Topic) -> tuple[MessageChoice, ...]:
    """First what can be arranged here, then the topics that people ask about next."""
    choices: list[MessageChoice] = []
    if topic.flow in edition.catalogue.flows:
        choices.append(
            MessageChoice(f"flow:{topic.flow}", edition.catalogue.flows[str(topic.flow)].label)
        )
    for name in topic.follow_up:
        card = edition.catalogue.topics.get(name)
        if card is not None and card.is_on:
            choices.append(MessageChoice(f"onderwerp:{name}", card.label))
    return tuple(choices[:MAXIMUM_CHOICES])


def _sources(
    edition: Edition, topic: Topic, used: dict[str, Fact], day: date
) -> tuple[MessageSource, ...]:
    """The sources of the facts in this answer first, then those of the topic; each once.

    Where to click or call is no claim that needs a source, unless there is no other. A sentence
    without a fact in a topic without a source rests on the facts of the topic's other blocks.
    """
    telling = {n: f for n, f in used.items() if edition.fields[n].type not in _WAYS_TO_REACH}
    facts = telling or ({} if topic.sources else used or _facts_of(edition, topic, day))
    sources: dict[tuple[str, str], MessageSource] = {}
    for name, fact in facts.items():
        source = _fact_source(edition, name, fact)
        sources.setdefault((source.title, source.url), source)
    for listed in topic.sources:
        source = MessageSource(listed.title, listed.url, listed.checked_on.isoformat())
        sources.setdefault((source.title, source.url), source)
    return tuple(sources.values())[:MAXIMUM_SOURCES]


def _facts_of(edition: Edition, topic: Topic, day: date) -> dict[str, Fact]:
    """All facts that the blocks of a topic name, as they hold on a day."""
    names: dict[str, None] = {}
    for block in topic.blocks:
        if block.when is not None:
            names[block.when.field] = None
        names |= dict.fromkeys(sorted(block.text.phrase.placeholders))
    found = ((name, fact_on(edition.facts, name, day)) for name in names)
    return {name: fact for name, fact in found if fact is not None}


def _fact_source(edition: Edition, name: str, fact: Fact) -> MessageSource:
    """A source without an address of its own is shown with the municipality's website."""
    municipality = edition.municipality
    checked_on = fact.checked_on.isoformat() if fact.checked_on else ""
    if fact.source.startswith("https://"):
        title = f"{edition.fields[name].label} ({municipality.name})"
        return MessageSource(title, fact.source, checked_on)
    return MessageSource(fact.source, municipality.website, checked_on)
