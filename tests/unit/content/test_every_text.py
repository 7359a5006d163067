# SPDX-License-Identifier: EUPL-1.2
"""Properties that hold over everything the packs say, in every municipality and both forms."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache

import pytest
from tests.real_packs import real_packs as packs

from gemeengoed.content.edition import Edition
from gemeengoed.content.fixed_texts import known_texts
from gemeengoed.content.message import Message
from gemeengoed.content.municipality import Fact
from gemeengoed.content.render import render
from gemeengoed.content.text import Text
from gemeengoed.content.topic import ASPECTS, FieldType
from gemeengoed.content.values import Values, in_words
from gemeengoed.dialogue.catalogue import TopicKind
from gemeengoed.dialogue.replies import (
    Answer,
    Ask,
    Intro,
    Judged,
    Line,
    Receipt,
    Reply,
    Say,
    Summary,
    Warn,
    Why,
)
from gemeengoed.language.phrase import JE, Alternation, U
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.receipt import receipt_of
from gemeengoed.terms.clock import AMSTERDAM

MOMENTS = (
    datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM),
    datetime(2026, 11, 23, 3, 5, tzinfo=AMSTERDAM),
    datetime(2027, 1, 4, 10, 0, tzinfo=AMSTERDAM),
)
SLUGS = ("heidewoud", "oostermark", "waterdam")
LEFT_OUT = {
    "heidewoud": {
        "afspraak_url",  # nobody makes an appointment there
        "hond_aanmelden",  # no tax on dogs there
        "hond_afmelden",
        "hond_kwijtschelding",
        "hond_stoppen",
        "hond_vrij",
        "hondenbelasting_url",
        "tarief_hond_eerste",
        "tarief_hond_volgende",
        "leges_exploitatievergunning",  # no such permit there
        "tarief_gezondheidsverklaring",  # not sold at the desk
    },
    "oostermark": {"tarief_parkeervergunning_tweede"},  # one permit per address, so no second
}
LEFTOVER = re.compile(r"[{}|]|\bNone\b")
LINK = re.compile(r"\[[^\]]+\]\((?P<target>[^)]+)\)")


def in_form(edition: Edition, form: str) -> Edition:
    """The same edition as if the municipality used the other form."""
    return replace(edition, municipality=replace(edition.municipality, form=form))


def everything(edition: Edition) -> Iterator[Reply]:
    """All that can be said: every aspect of every topic, every flow, every text."""
    for topic in edition.topics:
        yield Answer(topic, ())
        for aspect in ASPECTS:
            yield Answer(topic, (aspect,))
    for flow in edition.flows.values():
        lines = tuple(Line(step.name, step.label, "antwoord") for step in flow.steps)
        yield Intro(flow.id)
        if flow.judges:
            yield from outcomes(edition, flow.id)
        else:
            yield Summary(flow.id, lines)
            values = {"nummer": "7", "uiterlijk": "2026-11-30", "wie": "iemand"}
            yield Receipt(flow.id, lines, values)
        for number, step in enumerate(flow.steps, 1):
            for manner in ("first", "again", "choices"):
                yield Ask(flow.id, step.name, number, len(flow.steps), manner)
            yield Why(flow.id, step.name)
            for choice in step.warnings:
                yield Warn(flow.id, step.name, choice)
    known = known_texts()
    for key in edition.texts:
        yield Say(key, values=dict.fromkeys(known[key], "iets"))


def outcomes(edition: Edition, flow: str) -> Iterator[Judged]:
    """What is said of every scenario of the procedures of a flow."""
    procedures = {ruling.procedure for ruling in edition.flows[flow].rulings}
    for scenario in packs().packs.scenarios:
        is_here = scenario.municipality in (None, edition.municipality.slug)
        rules = edition.catalogue.rulebook.on(scenario.procedure, scenario.day)
        if scenario.procedure not in procedures or not is_here or rules is None:
            continue
        judgement = evaluate(rules, read_facts(rules, scenario.facts), scenario.day)
        receipt = receipt_of(judgement, edition.municipality.slug).to_json()
        yield Judged(flow, scenario.procedure, judgement.shown, receipt, ())


@cache
def said(slug: str, form: str, at: datetime) -> tuple[tuple[Reply, Message], ...]:
    edition = in_form(packs().editions[slug], form)
    return tuple(
        (reply, message)
        for reply in everything(edition)
        for message in render(edition, [reply], at=at)
    )


def words_of(message: Message) -> str:
    return "\n".join([message.text, *(choice.label for choice in message.choices)])


ALL = [(slug, form, at) for slug in SLUGS for form in (JE, U) for at in MOMENTS]
each = pytest.mark.parametrize(
    ("slug", "form", "at"), ALL, ids=[f"{s}-{f}-{at:%Y%m%d%H}" for s, f, at in ALL]
)


@each
def test_nothing_is_left_unfilled(slug: str, form: str, at: datetime) -> None:
    for reply, message in said(slug, form, at):
        assert message.text.strip() or isinstance(reply, Summary), reply
        assert not LEFTOVER.search(words_of(message)), (reply, message.text)


@each
def test_no_other_municipality_is_named(slug: str, form: str, at: datetime) -> None:
    foreign = names_and_numbers_of_others(slug)
    assert foreign
    for reply, message in said(slug, form, at):
        shown = words_of(message) + str(message.to_json()["sources"])
        found = [name for name in foreign if stands_in(name, shown)]
        assert not found, (reply, found)


def stands_in(name: str, shown: str) -> bool:
    """As a word of its own; mostly the letters are not there at all, which is quickly seen."""
    return name in shown and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", shown))


@cache
def names_and_numbers_of_others(slug: str) -> frozenset[str]:
    """Names, numbers, addresses and amounts that occur elsewhere and not here."""
    own = told_by(packs().editions[slug])
    others = [told_by(edition) for name, edition in packs().editions.items() if name != slug]
    return frozenset().union(*others) - own


def told_by(edition: Edition) -> frozenset[str]:
    municipality = edition.municipality
    contact = municipality.contact
    told = {municipality.name, municipality.website, contact.phone, contact.emergency_phone}
    told |= {municipality.assistant.name, contact.email}
    amounts = (
        in_words(fact.value, FieldType.MONEY, U)
        for name, facts in edition.facts.items()
        for fact in facts
        if edition.fields[name].type is FieldType.MONEY
    )
    return frozenset({*told, *amounts} - {"gratis", ""})


@each
def test_every_link_leads_somewhere(slug: str, form: str, at: datetime) -> None:
    for reply, message in said(slug, form, at):
        for link in LINK.finditer(message.text):
            target = link.group("target")
            assert re.match(r"https://[^\s.]+\.\S+|tel:\+?[\d-]+\Z|mailto:\S+@\S+", target), reply
        for source in message.sources:
            assert re.match(r"https?://", source.url), reply


@each
def test_an_answer_of_the_municipality_shows_a_source_with_its_date(
    slug: str, form: str, at: datetime
) -> None:
    topics = packs().editions[slug].topics
    for reply, message in said(slug, form, at):
        if isinstance(reply, Answer) and topics[reply.topic].kind is TopicKind.MUNICIPAL:
            assert message.sources, reply
            assert all(datetime.fromisoformat(s.checked_on) for s in message.sources), reply


@pytest.mark.parametrize("slug", SLUGS)
def test_a_text_has_one_form_only(slug: str) -> None:
    """What stands on one side of an alternation never shows in the other form."""
    for at in MOMENTS[:1]:
        for reply, message in said(slug, U, at):
            bare = without_allowed(slug, words_of(message))
            assert not re.search(r"(?<![\w.'])(je|jij|jou|jouw|jullie)(?![\w'])", bare, re.I), reply
        for reply, message in said(slug, JE, at):
            bare = without_allowed(slug, words_of(message))
            assert not re.search(r"(?<![\w.'])(uw|u|uzelf)(?![\w'.])", bare, re.I), (reply, bare)


def without_allowed(slug: str, words: str) -> str:
    loaded = packs()
    allowed = [*loaded.packs.allowed]
    for topic in loaded.editions[slug].topics.values():
        allowed += topic.allow
    for exception in allowed:
        words = words.replace(exception.text, "")
    return words


@pytest.mark.parametrize("slug", SLUGS)
def test_both_sides_of_every_alternation_differ(slug: str) -> None:
    edition = packs().editions[slug]
    texts: list[Text] = [*edition.texts.values()]
    for topic in edition.topics.values():
        for block in topic.blocks:
            texts += [text for text in (block.text, block.missing, block.zero) if text]
    for text in texts:
        for segment in text.phrase.segments:
            if isinstance(segment, Alternation):
                assert segment.je != segment.u, text.place


@pytest.mark.parametrize("slug", SLUGS)
def test_every_declared_fact_is_filled_or_knowingly_left_out(slug: str) -> None:
    """Only what a municipality does not have may be missing."""
    edition = packs().editions[slug]
    missing = set(edition.fields) - set(edition.facts)
    assert missing == LEFT_OUT.get(slug, set())


@pytest.mark.parametrize("slug", SLUGS)
def test_every_fact_can_be_written_in_words(slug: str) -> None:
    edition = packs().editions[slug]
    for at in MOMENTS:
        values = Values(edition, at)
        for name, facts in edition.facts.items():
            if any(_holds(fact, at) for fact in facts):
                assert values[name].strip(), name


def _holds(fact: Fact, at: datetime) -> bool:
    return fact.checked_on is not None and fact.valid_from <= at.date()


@pytest.mark.parametrize(
    ("slug", "amount"),
    [("waterdam", "€ 84,10"), ("heidewoud", "€ 79,95"), ("oostermark", "€ 84,10")],
)
def test_a_passport_costs_what_the_municipality_asks(slug: str, amount: str) -> None:
    edition = packs().editions[slug]
    (message,) = render(edition, [Answer("paspoort", ("kosten",))], at=MOMENTS[0])
    assert amount in message.text


def test_the_three_municipalities_ask_different_things_of_their_desk() -> None:
    texts = {
        render(edition, [Answer("paspoort", ("afspraak",))], at=MOMENTS[0])[0].text
        for edition in packs().editions.values()
    }
    assert len(texts) == 3
