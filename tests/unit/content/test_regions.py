# SPDX-License-Identifier: EUPL-1.2
"""A region lies between the base and its municipalities."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.unit.content.small_pack import changed, write_pack

from gemeengoed.content.accepting import load
from gemeengoed.content.base_comparing import changed_texts
from gemeengoed.content.edition import Edition, PinState
from gemeengoed.content.errors import PackError
from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.content.overlay import overlay_of, share_of
from gemeengoed.content.render import render
from gemeengoed.dialogue.replies import Answer
from gemeengoed.terms.clock import AMSTERDAM

TOPIC = "basis/pas/onderwerp.yaml"
REGION = "regios/noord/regio.yaml"
REGION_PIN = "regios/noord/pas/onderwerp.yaml"
PIN = "gemeenten/aastad/pas/onderwerp.yaml"
BASE, REGIONAL, OWN = "Maak een afspraak.", "Bel de regio.", "Bel eerst."
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)
LATER = datetime(2027, 1, 1, 10, 0, tzinfo=AMSTERDAM)
BOTH = "name: Noord\nmunicipalities: [aastad, beedorp]\n"


def pin(value: str, base: str, path: str = "blocks.afspraak.text") -> str:
    mark = fingerprint(base)[:8]
    return (
        f'pins:\n  - {{path: {path}, value: "{value}", base: "{mark}", reason: Zo, author: An}}\n'
    )


REGION_FILES: dict[str, str | None] = {REGION: BOTH, REGION_PIN: pin(REGIONAL, BASE)}


def said(edition: Edition, at: datetime = NOW) -> str:
    return render(edition, [Answer("pas", ("afspraak",))], at=at)[0].text


def test_a_text_of_the_region_is_said_by_its_municipalities_only(tmp_path: Path) -> None:
    only_one = REGION_FILES | {REGION: "name: Noord\nmunicipalities: [aastad]\n"}
    editions = load(write_pack(tmp_path, only_one)).editions
    assert said(editions["aastad"]) == REGIONAL
    assert editions["beedorp"].region is None
    assert editions["beedorp"].topics["pas"].blocks[2].text.source == BASE


def test_the_texts_of_a_region_are_the_same_objects_in_its_municipalities(tmp_path: Path) -> None:
    editions = load(write_pack(tmp_path, REGION_FILES)).editions
    assert editions["aastad"].topics is editions["beedorp"].topics


def test_a_municipality_says_its_own_upon_that_of_the_region(tmp_path: Path) -> None:
    files = REGION_FILES | {PIN: pin(OWN, REGIONAL)}
    aastad = load(write_pack(tmp_path, files)).editions["aastad"]
    assert said(aastad) == OWN
    [found] = overlay_of(aastad)
    assert (found.state, found.now, found.region) == (PinState.OWN, REGIONAL, None)


def test_it_is_shown_whose_text_it_is_and_a_regional_one_is_not_counted_as_own(
    tmp_path: Path,
) -> None:
    files = REGION_FILES | {PIN: pin("Anders.", "{Kom je|Komt u} langs?", "blocks.hoe.text")}
    aastad = load(write_pack(tmp_path, files)).editions["aastad"]
    assert [(s.path, s.region) for s in overlay_of(aastad)] == [
        ("blocks.hoe.text", None),
        ("blocks.afspraak.text", "noord"),
    ]
    share = share_of(aastad)
    assert (share.own, share.regional) == (1, 1)
    assert share.share == aastad.overlay_share


def test_an_own_text_is_behind_when_the_region_says_something_new(tmp_path: Path) -> None:
    files = REGION_FILES | {PIN: pin(OWN, BASE)}
    loaded = load(write_pack(tmp_path, files))
    assert overlay_of(loaded.editions["aastad"])[0].state is PinState.BASE_CHANGED
    assert [n for n in loaded.notices if n.place.file == f"packs/{PIN}"]


def test_what_the_law_ends_in_the_region_ends_upon_it_too(tmp_path: Path) -> None:
    history = (
        f'- {{path: blocks.afspraak.text, was: "{BASE}", kind: legal, changed_on: 2026-11-20, '
        "reason: Nieuwe wet, old_ends_on: 2027-01-01}\n"
    )
    files = {
        **REGION_FILES,
        **changed(TOPIC, BASE, "Kom zelf."),
        "basis/pas/wijzigingen.yaml": history,
        "gemeenten/beedorp/velden.yaml": (
            "balie_pas:\n  - {value: afspraak, source: Balie, checked_on: 2026-01-02}\n"
        ),
        PIN: pin(OWN, REGIONAL),
    }
    editions = load(write_pack(tmp_path, files)).editions
    assert (said(editions["aastad"]), said(editions["beedorp"])) == (OWN, REGIONAL)
    assert said(editions["aastad"], LATER) == said(editions["beedorp"], LATER) == "Kom zelf."


def test_a_changed_base_text_tells_who_is_covered_by_the_region(tmp_path: Path) -> None:
    files = {**REGION_FILES, **changed(TOPIC, BASE, "Kom zelf."), PIN: pin(OWN, REGIONAL)}
    then = {TOPIC: (write_pack(tmp_path / "then") / TOPIC).read_bytes()}
    root = write_pack(tmp_path / "now", files)
    [found] = changed_texts(root, then, {TOPIC: (root / TOPIC).read_bytes()})
    assert (found.followers, found.regional, found.pinned) == ((), ("beedorp",), ("aastad",))
    assert found.must_look == ("aastad", "beedorp")


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({REGION: BOTH.replace("beedorp", "ceestad")}, "there is no municipality 'ceestad'"),
        ({"regios/zuid/regio.yaml": BOTH}, "is in the region 'noord' too"),
        ({REGION: None}, "the region has no regio.yaml"),
        ({REGION_PIN: pin("Anders.", "x", "blocks.wet.text")}, "cannot be pinned"),
        ({REGION_PIN: pin("Het kost 3 euro.", BASE)}, "an amount is typed in the text"),
        ({"regios/noord/pas/procedure.yaml": "id: pas\n"}, "a region has texts, no rules"),
    ],
)
def test_a_region_that_cannot_be_is_refused(
    tmp_path: Path, files: dict[str, str | None], fault: str
) -> None:
    with pytest.raises(PackError, match=fault):
        load(write_pack(tmp_path, REGION_FILES | files))
