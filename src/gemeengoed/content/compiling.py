# SPDX-License-Identifier: EUPL-1.2
"""Packs to editions: one immutable edition per municipality, parts of the base shared."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from gemeengoed.content.edition import Edition
from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.content.layering import Layered, layer, text_fields
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.municipality import Municipality
from gemeengoed.content.packs import MunicipalityPack, Packs
from gemeengoed.content.procedures import LocalProcedure, LocalRulebook, localised
from gemeengoed.content.topic import Topic
from gemeengoed.dialogue.catalogue import Catalogue, TopicCard
from gemeengoed.dialogue.flow import Flow

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
        return layer(self._packs, (), self._faults)

    @cached_property
    def _cards(self) -> Mapping[str, TopicCard]:
        return _frozen({topic.id: _card(topic) for topic in self._packs.topics.values()})

    @cached_property
    def _fields(self) -> Mapping[str, Any]:
        return _frozen(self._packs.fields)

    def _edition(self, pack: MunicipalityPack) -> Edition:
        layered = layer(self._packs, pack.pins, self._faults) if pack.pins else self._plain
        facts = _frozen(pack.facts)
        procedures = self._procedures_of(pack)
        mark = self._fingerprint(pack, layered)
        cards = self._cards_of(pack.municipality)
        person = cards.get(PERSON_TOPIC)
        return Edition(
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
            pins=layered.pins,
            text_fields=self._text_fields,
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

    def _fingerprint(self, pack: MunicipalityPack, layered: Layered) -> str:
        parts = {
            "municipality": fingerprint(pack.municipality),
            "facts": fingerprint(pack.facts),
            "fields": self._digest(self._fields),
            "texts": self._digest(layered.texts),
            "topics": {name: self._digest(topic) for name, topic in layered.topics.items()},
            "flows": {name: self._digest(flow) for name, flow in layered.flows.items()},
            "procedures": {n: self._digest(p) for n, p in self._procedures_of(pack).items()},
        }
        return fingerprint(parts)

    def _digest(self, part: object) -> str:
        """The fingerprint of a shared part, worked out once for all municipalities."""
        if id(part) not in self._digests:
            self._digests[id(part)] = fingerprint(part)
            self._kept.append(part)
        return self._digests[id(part)]


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
