# SPDX-License-Identifier: EUPL-1.2
"""Packs to editions: one immutable edition per municipality, parts of the base shared."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any

from gemeengoed.content.base_change import BaseChange, ChangeKind
from gemeengoed.content.edition import Edition, PlacedPin
from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.content.layering import Layered, bottom, layer, text_fields
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.municipality import Municipality, Pin
from gemeengoed.content.packs import MunicipalityPack, Packs
from gemeengoed.content.procedures import LocalProcedure, LocalRulebook, localised
from gemeengoed.content.region import Region
from gemeengoed.content.topic import Topic
from gemeengoed.dialogue.catalogue import Catalogue, TopicCard
from gemeengoed.dialogue.flow import Flow
from gemeengoed.language.additions import NO_ADDITIONS, Additions, additions, topic_words

PERSON_TOPIC = "gesprek-medewerker"  # its flow promises a person


class Compiler:
    """Compiles the editions of one set of packs; what they have in common is made once."""

    def __init__(self, packs: Packs, faults: Faults) -> None:
        self._packs = packs
        self._faults = faults
        self._digests: dict[int, str] = {}
        self._kept: list[object] = []  # keeps the ids in _digests from being used again

    def editions(self) -> dict[str, Edition]:
        """All editions by slug; pins that cannot be go into the faults."""
        packs = self._packs.municipalities
        return {slug: self._edition(pack) for slug, pack in packs.items()}

    @cached_property
    def _text_fields(self) -> int:
        return text_fields(self._packs)

    @cached_property
    def _plain(self) -> Layered:
        """The base as it is: what all municipalities without pins share."""
        return bottom(self._packs)

    @cached_property
    def _regions(self) -> Mapping[str, tuple[Region, Layered]]:
        """By municipality its region, with the texts that all of that region share."""
        found: dict[str, tuple[Region, Layered]] = {}
        for region in self._packs.regions.values():
            layered = layer(self._packs, region.pins, self._faults, self._plain)
            found |= dict.fromkeys(region.municipalities, (region, layered))
        return found

    @cached_property
    def _cards(self) -> Mapping[str, TopicCard]:
        return _frozen({topic.id: _card(topic) for topic in self._packs.topics.values()})

    @cached_property
    def _fields(self) -> Mapping[str, Any]:
        return _frozen(self._packs.fields)

    def _edition(self, pack: MunicipalityPack) -> Edition:
        region, beneath = self._regions.get(pack.municipality.slug, (None, self._plain))
        layered = layer(self._packs, pack.pins, self._faults, beneath) if pack.pins else beneath
        own = layered.pins if pack.pins else ()
        regional = beneath.pins if region else ()
        facts = _frozen(pack.facts)
        procedures = self._procedures_of(pack)
        mark = self._fingerprint(pack, layered, (*own, *regional))
        cards = self._cards_of(pack.municipality)
        person = cards.get(PERSON_TOPIC)
        edition = Edition(
            fingerprint=mark,
            municipality=pack.municipality,
            topics=layered.topics,
            flows=layered.flows,
            texts=layered.texts,
            fields=self._fields,
            facts=facts,
            catalogue=Catalogue(
                edition=mark,
                topics=cards,
                flows=_flows_that_are_on(layered.flows, cards),
                person_flow=person.flow if person and person.is_on else None,
                rulebook=LocalRulebook(procedures, facts),
                municipality=pack.municipality.slug,
            ),
            procedures=procedures,
            pins=own,
            text_fields=self._text_fields,
            region=region,
            regional_pins=regional,
            legal_changes=self._legal_changes,
            additions=self._additions(pack),
        )
        return self._with_later(edition)

    @cached_property
    def _legal_changes(self) -> Mapping[str | None, frozenset[BaseChange]]:
        found: dict[str | None, set[BaseChange]] = {}
        for (topic, _), changes in self._packs.changes.items():
            legal = {change for change in changes if change.kind is ChangeKind.LEGAL}
            found.setdefault(topic, set()).update(legal)
        return MappingProxyType({topic: frozenset(changes) for topic, changes in found.items()})

    @cached_property
    def _learned(self) -> frozenset[str]:
        """The words by which the reader of all tells the topics."""
        all_of_them = chain(self._packs.negatives, *self._packs.questions.values())
        return frozenset().union(*(topic_words(question.text) for question in all_of_them))

    def _additions(self, pack: MunicipalityPack) -> Additions:
        if not pack.questions:
            return NO_ADDITIONS
        texts = {topic: [q.text for q in told] for topic, told in pack.questions.items()}
        return additions(texts, self._learned)

    def _with_later(self, edition: Edition) -> Edition:
        """With what it becomes on each day on which the law ends a pin."""
        placed = (*edition.pins, *edition.regional_pins)
        days = sorted({pin.ends_on for pin in placed if pin.ends_on})
        if not days:
            return edition
        return replace(edition, later=tuple((day, self._on(edition, day)) for day in days))

    def _on(self, edition: Edition, day: date) -> Edition:
        told = Faults()  # what is wrong with these pins was told before
        beneath = layer(self._packs, _holding(edition.regional_pins, day), told, self._plain)
        layered = layer(self._packs, _holding(edition.pins, day), told, beneath)
        flows = _flows_that_are_on(layered.flows, edition.catalogue.topics)
        return replace(
            edition,
            topics=layered.topics,
            flows=layered.flows,
            texts=layered.texts,
            catalogue=replace(edition.catalogue, flows=flows),
        )

    @cached_property
    def _base_procedures(self) -> Mapping[str, LocalProcedure]:
        sources = self._packs.procedures
        return _frozen(
            {name: localised(each, None, self._faults) for name, each in sources.items()}
        )

    def _procedures_of(self, pack: MunicipalityPack) -> Mapping[str, LocalProcedure]:
        """The shared ones, unless the municipality has rules of its own."""
        if not pack.rules:
            return self._base_procedures
        own = {rules.procedure: rules for rules in pack.rules}
        sources = self._packs.procedures
        changed = {name: localised(sources[name], own[name], self._faults) for name in own}
        return _frozen({**self._base_procedures, **changed})

    def _cards_of(self, municipality: Municipality) -> Mapping[str, TopicCard]:
        """The shared cards, unless a topic is switched off here."""
        if not municipality.off:
            return self._cards
        off = municipality.off
        cards = {
            name: _card(topic, is_on=name not in off) if name in off else self._cards[name]
            for name, topic in self._packs.topics.items()
        }
        return _frozen(cards)

    def _fingerprint(
        self, pack: MunicipalityPack, layered: Layered, placed: tuple[PlacedPin, ...]
    ) -> str:
        parts = {
            "municipality": fingerprint(pack.municipality),
            "facts": fingerprint(pack.facts),
            "fields": self._digest(self._fields),
            "texts": self._digest(layered.texts),
            "topics": {name: self._digest(topic) for name, topic in layered.topics.items()},
            "flows": {name: self._digest(flow) for name, flow in layered.flows.items()},
            # What a procedure becomes here follows from these two; it is far larger than both.
            "procedures": {n: self._digest(p) for n, p in self._packs.procedures.items()},
            "rules": fingerprint(pack.rules),
            "questions": fingerprint(pack.questions),
            "ends": sorted(f"{p.pin.topic} {p.pin.path} {p.ends_on}" for p in placed if p.ends_on),
        }
        return fingerprint(parts)

    def _digest(self, part: object) -> str:
        """The fingerprint of a shared part, worked out once for all municipalities."""
        if id(part) not in self._digests:
            self._digests[id(part)] = fingerprint(part)
            self._kept.append(part)
        return self._digests[id(part)]


def _holding(placed: tuple[PlacedPin, ...], day: date) -> tuple[Pin, ...]:
    """The pins that may still be shown on a day."""
    return tuple(each.pin for each in placed if each.ends_on is None or day < each.ends_on)


def _flows_that_are_on(
    flows: Mapping[str, Flow], cards: Mapping[str, TopicCard]
) -> Mapping[str, Flow]:
    """Without the flows of topics that are switched off; the same object when all are on."""
    on = {
        name: flow
        for name, flow in flows.items()
        if flow.topic not in cards or cards[flow.topic].is_on
    }
    return flows if len(on) == len(flows) else MappingProxyType(on)


def _frozen[V](mapping: Mapping[str, V]) -> Mapping[str, V]:
    return mapping if isinstance(mapping, MappingProxyType) else MappingProxyType(dict(mapping))


def _card(topic: Topic, *, is_on: bool = True) -> TopicCard:
    return TopicCard(
        id=topic.id,
        label=topic.label,
        kind=topic.kind,
        aspects=topic.aspects,
        default_aspects=topic.default,
        flow=topic.flow,
        follow_up=topic.follow_up,
        is_on=is_on,
    )
