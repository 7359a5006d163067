# SPDX-License-Identifier: EUPL-1.2
"""Base and overlay: a municipality's pins put in the place of base texts, each with its state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from gemeengoed.content.base_change import changes_since, main_kind
from gemeengoed.content.base_texts import BLOCK_PARTS, FLOW_PARTS, STEP_PARTS
from gemeengoed.content.edition import PinState, PlacedPin
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.municipality import Pin
from gemeengoed.content.packs import FlowSource, Packs
from gemeengoed.content.text import Text
from gemeengoed.content.topic import Block, Topic
from gemeengoed.dialogue.flow import Flow, Step


@dataclass(frozen=True, slots=True)
class Layered:
    """What is said after a layer of pins: parts without one are the objects of the layer beneath.

    pins: of this layer only.
    """

    topics: Mapping[str, Topic]
    flows: Mapping[str, Flow]
    texts: Mapping[str, Text]
    pins: tuple[PlacedPin, ...]


def bottom(packs: Packs) -> Layered:
    """The base as it is, which all layers lie upon."""
    return Layered(
        MappingProxyType(dict(packs.topics)),
        MappingProxyType({name: source.flow for name, source in packs.flows.items()}),
        MappingProxyType(dict(packs.texts)),
        (),
    )


def layer(packs: Packs, pins: tuple[Pin, ...], faults: Faults, beneath: Layered) -> Layered:
    """Lay pins upon the base or a region; a double pin or one on a fixed text is a fault, a stale
    one a notice."""
    placed: list[PlacedPin] = []
    topics, flows, texts = dict(beneath.topics), dict(beneath.flows), dict(beneath.texts)
    under = {(p.pin.topic, p.pin.path): p for p in beneath.pins if p.state is not PinState.LAPSED}
    for pin in _without_doubles(pins, faults):
        base, is_fixed = _base_text(packs, pin)
        if is_fixed:
            hint = "national law is the same everywhere; remove the pin"
            faults.add(pin.place, f"{pin.path!r} cannot be pinned", hint)
            continue
        placed.append(_placed(packs, pin, base, under.get((pin.topic, pin.path))))
        _tell(placed[-1], faults)
        if base is None:
            continue
        if pin.topic is None:
            texts[pin.path] = pin.value
        elif pin.path.startswith("flow."):
            _pin_flow(flows, pin)
        else:
            topics[pin.topic] = _pin_topic(topics[pin.topic], pin)
    return Layered(
        MappingProxyType(topics), MappingProxyType(flows), MappingProxyType(texts), tuple(placed)
    )


def _without_doubles(pins: tuple[Pin, ...], faults: Faults) -> list[Pin]:
    kept: dict[tuple[str | None, str], Pin] = {}
    for pin in pins:
        key = (pin.topic, pin.path)
        if key in kept:
            hint = f"keep this one or the one at {kept[key].place}"
            faults.add(pin.place, f"{pin.path!r} is pinned twice", hint)
        kept[key] = pin
    return list(kept.values())


def _placed(packs: Packs, pin: Pin, base: Text | None, under: PlacedPin | None) -> PlacedPin:
    """A pin against what lies beneath it: a text of the region, else of the base."""
    if base is None:
        return PlacedPin(pin, PinState.LAPSED, None)
    if under is not None and pin.base == under.pin.value.fingerprint:
        # As far behind the base as the text of the region that it was written against.
        return PlacedPin(pin, under.state, under.pin.value, under.pin.region, under.changes)
    key = (pin.topic, pin.path)
    text, whose = (base, None) if under is None else (under.pin.value, under.pin.region)
    if pin.base == text.fingerprint:
        return PlacedPin(pin, PinState.OWN, text, whose)
    changes = changes_since(packs.changes, key, pin.base)
    return PlacedPin(pin, PinState.BASE_CHANGED, text, whose, changes)


def _tell(placed: PlacedPin, faults: Faults) -> None:
    pin, base = placed.pin, placed.base
    if base is None:
        message = f"{PinState.LAPSED}: the base has no {pin.path!r} any more"
        faults.notice(pin.place, message, "remove the pin")
    elif not pin.base:
        message = "the pin does not say against which text"
        faults.add(pin.place, message, f"base: {base.fingerprint}")
    elif placed.needs_a_look:
        ends = f", not shown from {placed.ends_on} on" if placed.ends_on else ""
        kind = main_kind(placed.changes) or "nobody wrote down what changed"
        faults.notice(
            pin.place,
            f"{PinState.BASE_CHANGED}: {pin.path} ({kind}{ends})",
            f"compare with {base.place}, then write base: {base.fingerprint}",
        )


def _flow_of(packs: Packs, topic: str) -> FlowSource | None:
    return next((s for s in packs.flows.values() if s.flow.topic == topic), None)


def _base_text(packs: Packs, pin: Pin) -> tuple[Text | None, bool]:
    """The base text a pin stands for (None: there is none), and whether it is fixed."""
    if pin.topic is None:
        return packs.texts.get(pin.path), False
    if pin.path.startswith("flow."):
        flow = _flow_of(packs, pin.topic)
        can_pin = pin.path.rpartition(".")[2] in (*FLOW_PARTS, *STEP_PARTS)
        return (flow.texts.get(pin.path) if flow and can_pin else None), False
    topic = packs.topics.get(pin.topic)
    block = _block(topic, pin.path) if topic else None
    if block is None:
        return None, False
    text: Text | None = getattr(block, pin.path.rpartition(".")[2])
    return text, block.is_fixed


def _block(topic: Topic, path: str) -> Block | None:
    """The block of a path ``blocks.<id>.<part>``."""
    parts = path.split(".")
    if len(parts) != 3 or parts[0] != "blocks" or parts[2] not in BLOCK_PARTS:
        return None
    return next((block for block in topic.blocks if block.id == parts[1]), None)


def _pin_topic(topic: Topic, pin: Pin) -> Topic:
    _, block_id, part = pin.path.split(".")
    blocks = tuple(
        _replaced(block, part, pin.value) if block.id == block_id else block
        for block in topic.blocks
    )
    return replace(topic, blocks=blocks)


def _pin_flow(flows: dict[str, Flow], pin: Pin) -> None:
    flow = next(flow for flow in flows.values() if flow.topic == pin.topic)
    parts = pin.path.split(".")
    if parts[1] != "steps":
        flows[flow.id] = _replaced(flow, parts[1], pin.value.phrase)
        return
    steps = tuple(
        _replaced(step, parts[3], pin.value.phrase) if step.name == parts[2] else step
        for step in flow.steps
    )
    flows[flow.id] = replace(flow, steps=steps)


def _replaced[T: (Block, Flow, Step)](whole: T, part: str, value: Any) -> T:
    """The whole with one part changed, by the part's name."""
    return replace(whole, **{part: value})


def text_fields(packs: Packs) -> int:
    """How many texts a municipality could pin."""
    blocks = (block for topic in packs.topics.values() for block in topic.blocks)
    in_blocks = sum(_texts_of(block) for block in blocks if not block.is_fixed)
    flows = sum(_flow_texts(source.flow) for source in packs.flows.values())
    return len(packs.texts) + in_blocks + flows


def _texts_of(block: Block) -> int:
    return sum(getattr(block, part) is not None for part in BLOCK_PARTS)


def _flow_texts(flow: Flow) -> int:
    own = sum(getattr(flow, part) is not None for part in FLOW_PARTS)
    return own + sum(_step_texts(step) for step in flow.steps)


def _step_texts(step: Step) -> int:
    return sum(getattr(step, part) is not None for part in STEP_PARTS)
