# SPDX-License-Identifier: EUPL-1.2
"""Pins: a municipality's own text in the place of the base's, linked to it for ever."""

from pathlib import Path

import pytest
from tests.unit.content.small_pack import FILES, changed, edition, texts, write_pack

from gemeengoed.content.accepting import load
from gemeengoed.content.edition import Edition, PinState

TOPIC = "basis/pas/onderwerp.yaml"
PIN = "gemeenten/aastad/pas/onderwerp.yaml"
FLOW_PIN = "gemeenten/aastad/kind/onderwerp.yaml"
TEXT_PIN = "gemeenten/aastad/_assistent/teksten.yaml"


def pins(*rows: tuple[str, str, str]) -> str:
    lines = [
        f'  - {{path: {path}, value: "{value}", base: "{base}", reason: Eigen wens, author: An}}\n'
        for path, value, base in rows
    ]
    return "pins:\n" + "".join(lines)


@pytest.fixture
def base(tmp_path: Path) -> Edition:
    return edition(tmp_path / "base")


def block_text(found: Edition, block_id: str) -> str:
    return next(b.text.source for b in found.topics["pas"].blocks if b.id == block_id)


def fingerprint_of(found: Edition, block_id: str) -> str:
    return next(b.text.fingerprint for b in found.topics["pas"].blocks if b.id == block_id)


def test_a_pin_on_the_text_it_was_written_against_is_own(tmp_path: Path, base: Edition) -> None:
    pin = pins(("blocks.afspraak.text", "Bel eerst.", fingerprint_of(base, "afspraak")))
    loaded = load(write_pack(tmp_path, {PIN: pin}))
    own = loaded.editions["aastad"]
    assert [placed.state for placed in own.pins] == [PinState.OWN]
    assert block_text(own, "afspraak") == "Bel eerst."
    assert not [n for n in loaded.notices if PIN in n.place.file]


def test_a_pin_whose_base_changed_still_holds_and_the_check_warns(
    tmp_path: Path, base: Edition
) -> None:
    pin = pins(("blocks.afspraak.text", "Bel eerst.", fingerprint_of(base, "afspraak")))
    files = {**changed(TOPIC, "Maak een afspraak.", "Plan een afspraak."), PIN: pin}
    loaded = load(write_pack(tmp_path, files))
    own = loaded.editions["aastad"]
    assert [placed.state for placed in own.pins] == [PinState.BASE_CHANGED]
    assert own.pins[0].base is not None
    assert own.pins[0].base.source == "Plan een afspraak."
    assert block_text(own, "afspraak") == "Bel eerst."
    told = [n for n in loaded.notices if n.place.file == f"packs/{PIN}"]
    assert own.pins[0].base.fingerprint in told[0].hint


@pytest.mark.parametrize("path", ["blocks.weg.text", "blocks.hoe.missing", "label", "flow.intro"])
def test_a_pin_on_what_is_gone_does_nothing_and_the_check_warns(tmp_path: Path, path: str) -> None:
    loaded = load(write_pack(tmp_path, {PIN: pins((path, "Anders.", "00000000"))}))
    assert [placed.state for placed in loaded.editions["aastad"].pins] == [PinState.LAPSED]
    assert loaded.editions["aastad"].overlay_share == 0
    told = [n for n in loaded.notices if n.place.file == f"packs/{PIN}"]
    assert PinState.LAPSED in told[0].message


def test_a_pinned_question_of_a_flow_is_asked(tmp_path: Path, base: Edition) -> None:
    files: dict[str, str | None] = {
        FLOW_PIN: pins(
            ("flow.steps.soort.question", "Waarover gaat het?", "00000000"),
            ("flow.receipt", "Nummer {nummer} over {soort}.", "00000000"),
        )
    }
    own = edition(tmp_path, changes=files)
    step = own.flows["vraag"].steps[0]
    assert step.question.render("u", {}) == "Waarover gaat het?"
    assert step.choices == base.flows["vraag"].steps[0].choices
    assert own.flows["vraag"].receipt.placeholders == {"nummer", "soort"}
    assert own.catalogue.flows["vraag"] is own.flows["vraag"]


def test_a_pinned_text_of_the_assistant_is_said(tmp_path: Path) -> None:
    own = edition(tmp_path, changes={TEXT_PIN: pins(("begin", "Moi!", "00000000"))})
    assert own.texts["begin"].source == "Moi!"


def test_one_base_text_changes_exactly_those_who_follow_it(tmp_path: Path, base: Edition) -> None:
    pin = pins(("blocks.afspraak.text", "Bel eerst.", fingerprint_of(base, "afspraak")))
    before = load(write_pack(tmp_path / "before", {PIN: pin})).editions
    changes = {**changed(TOPIC, "Maak een afspraak.", "Plan een afspraak."), PIN: pin}
    after = load(write_pack(tmp_path / "after", changes)).editions
    assert before["beedorp"].fingerprint != after["beedorp"].fingerprint
    assert before["aastad"].fingerprint == after["aastad"].fingerprint


def test_equal_parts_are_the_same_objects_in_all_municipalities(tmp_path: Path) -> None:
    loaded = load(write_pack(tmp_path, {PIN: pins(("blocks.hoe.text", "Anders.", "00000000"))}))
    one, other = loaded.editions["aastad"], loaded.editions["beedorp"]
    assert one.topics["pas"] is not other.topics["pas"]
    assert one.topics["pas"].blocks[1] is other.topics["pas"].blocks[1]
    assert one.topics["kind"] is other.topics["kind"]
    assert one.flows["vraag"] is other.flows["vraag"]
    assert one.texts["begin"] is other.texts["begin"]


def test_the_overlay_share_is_pinned_texts_of_all_texts(tmp_path: Path) -> None:
    own = edition(tmp_path, changes={PIN: pins(("blocks.hoe.text", "Anders.", "00000000"))})
    block_texts = 5 + 2  # of pas without the fixed one, and of kind
    flow_texts = 1 + 3  # the receipt; the questions and one in other words
    assert own.text_fields == len(texts().splitlines()) + block_texts + flow_texts
    assert own.overlay_share == pytest.approx(1 / own.text_fields)


def test_the_fingerprint_is_the_same_in_every_process_and_ignores_places(tmp_path: Path) -> None:
    one = edition(tmp_path / "one")
    moved = edition(tmp_path / "two", changes={TOPIC: "# moved down\n\n" + FILES[TOPIC]})
    assert one.fingerprint == moved.fingerprint
    assert one.catalogue.edition == one.fingerprint
    assert len(one.fingerprint) == 64


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (TOPIC, "Maak een afspraak.", "Plan een afspraak."),
        (TOPIC, "default: [hoe, kosten]", "default: [hoe]"),
        ("gemeenten/aastad/velden.yaml", "12.50", "12.60"),
        ("gemeenten/aastad/gemeente.yaml", "form: u", "form: je"),
        ("basis/_assistent/velden.yaml", "label: Levertijd", "label: Levering"),
        ("basis/kind/flow.yaml", "label: Kort", "label: Bondig"),
        ("basis/_assistent/teksten.yaml", "«begin»", "Dag."),
    ],
)
def test_whatever_changes_gives_another_edition(
    tmp_path: Path, base: Edition, name: str, old: str, new: str
) -> None:
    assert edition(tmp_path, changes=changed(name, old, new)).fingerprint != base.fingerprint


def test_a_topic_that_is_switched_off_is_off_here_only(tmp_path: Path) -> None:
    files = changed("gemeenten/aastad/gemeente.yaml", "form: u", "form: u\noff: {pas: Verbouwing}")
    loaded = load(write_pack(tmp_path, files))
    assert not loaded.editions["aastad"].catalogue.topics["pas"].is_on
    assert loaded.editions["beedorp"].catalogue.topics["pas"].is_on
