# SPDX-License-Identifier: EUPL-1.2
"""A changed text of the base: of which kind, and what it does to who wrote a text of their own."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.unit.content.small_pack import FILES, changed, edition, write_pack

from gemeengoed.content.accepting import load
from gemeengoed.content.base_change import ChangeKind
from gemeengoed.content.base_comparing import changed_texts
from gemeengoed.content.edition import Edition, PinState
from gemeengoed.content.errors import PackError
from gemeengoed.content.fingerprint import fingerprint
from gemeengoed.content.loaded import Loaded
from gemeengoed.content.overlay import difference, overlay_of
from gemeengoed.content.render import render
from gemeengoed.dialogue.replies import Answer, Ask
from gemeengoed.terms.clock import AMSTERDAM

TOPIC = "basis/pas/onderwerp.yaml"
FLOW = "basis/kind/flow.yaml"
HISTORY = "basis/pas/wijzigingen.yaml"
FLOW_HISTORY = "basis/kind/wijzigingen.yaml"
PIN = "gemeenten/aastad/pas/onderwerp.yaml"
FLOW_PIN = "gemeenten/aastad/kind/onderwerp.yaml"
OLD, NEW, OWN = "Maak een afspraak.", "Plan een afspraak.", "Bel eerst."
BEFORE = datetime(2026, 12, 31, 23, 59, tzinfo=AMSTERDAM)
FROM_THEN = datetime(2027, 1, 1, 0, 0, tzinfo=AMSTERDAM)


def history(
    kind: str, was: str = OLD, on: str = "2026-11-20", path: str = "blocks.afspraak.text"
) -> str:
    ends = ", old_ends_on: 2027-01-01" if kind == "legal" else ""
    return (
        f'- {{path: {path}, was: "{was}", kind: {kind}, changed_on: {on}, '
        f"reason: Balie heet anders{ends}}}\n"
    )


def pin(base: str = OLD, path: str = "blocks.afspraak.text", value: str = OWN) -> str:
    mark = fingerprint(base)[:8]
    return (
        f'pins:\n  - {{path: {path}, value: "{value}", base: "{mark}", '
        "reason: Eigen wens, author: An}\n"
    )


def changes(kind: str | None) -> dict[str, str | None]:
    """The base text changed, aastad with an own text against the old one."""
    files = {**changed(TOPIC, OLD, NEW), PIN: pin()}
    return files if kind is None else {**files, HISTORY: history(kind)}


def said(found: Edition, at: datetime) -> str:
    return render(found, [Answer("pas", ("afspraak",))], at=at)[0].text


def told(loaded: Loaded) -> list[str]:
    return [n.message for n in loaded.notices if n.place.file == f"packs/{PIN}"]


@pytest.mark.parametrize("kind", ["factual", "legal", None])
def test_a_change_that_matters_asks_for_a_look(tmp_path: Path, kind: str | None) -> None:
    loaded = load(write_pack(tmp_path, changes(kind)))
    assert [placed.state for placed in loaded.editions["aastad"].pins] == [PinState.BASE_CHANGED]
    assert len(told(loaded)) == 1
    assert (kind or "nobody wrote down") in told(loaded)[0]


def test_an_editorial_change_asks_nothing_of_anybody(tmp_path: Path) -> None:
    loaded = load(write_pack(tmp_path, changes("editorial")))
    assert loaded.editions["aastad"].pins[0].state is PinState.BASE_CHANGED
    assert told(loaded) == []
    assert said(loaded.editions["aastad"], FROM_THEN) == OWN


def test_the_weightiest_of_several_changes_counts(tmp_path: Path) -> None:
    rows = history("editorial", was="Kom langs.", on="2026-10-01") + history("factual")
    files = changes("factual") | {HISTORY: rows, PIN: pin("Kom langs.")}
    found = overlay_of(edition(tmp_path, changes=files))[0]
    assert found.kind is ChangeKind.FACTUAL
    assert (found.then, found.now) == ("Kom langs.", NEW)


def test_a_text_written_after_a_change_is_not_touched_by_it(tmp_path: Path) -> None:
    rows = history("legal", was="Kom langs.", on="2026-10-01") + history("editorial")
    own = edition(tmp_path, changes=changes("factual") | {HISTORY: rows})
    assert overlay_of(own)[0].kind is ChangeKind.EDITORIAL
    assert said(own, FROM_THEN) == OWN


def test_from_the_day_that_the_law_says_the_base_is_said_again(tmp_path: Path) -> None:
    loaded = load(write_pack(tmp_path, changes("legal")))
    own = loaded.editions["aastad"]
    assert said(own, BEFORE) == OWN
    assert said(own, FROM_THEN) == NEW
    assert "not shown from 2027-01-01 on" in told(loaded)[0]
    assert own.on(BEFORE.date()) is own


def test_a_question_of_a_flow_ends_by_law_too(tmp_path: Path) -> None:
    path, old = "flow.steps.uitleg.question", "Vertel meer."
    files = {
        **changed(FLOW, old, "Leg het uit."),
        FLOW_PIN: pin(old, path, "Wat is er?"),
        FLOW_HISTORY: history("legal", old, path=path),
    }
    own = edition(tmp_path, changes=files)
    ask = Ask("vraag", "uitleg", 1, 2)
    assert render(own, [ask], at=BEFORE)[0].text.startswith("Wat is er?")
    assert render(own, [ask], at=FROM_THEN)[0].text.startswith("Leg het uit.")


def test_who_wrote_the_text_anew_against_the_changed_base_keeps_it(tmp_path: Path) -> None:
    own = edition(tmp_path, changes=changes("legal") | {PIN: pin(NEW)})
    assert own.pins[0].state is PinState.OWN
    assert said(own, FROM_THEN) == OWN


def test_another_day_in_the_law_is_another_edition(tmp_path: Path) -> None:
    later = history("legal").replace("2027-01-01", "2027-02-01")
    one = edition(tmp_path / "one", changes=changes("legal"))
    other = edition(tmp_path / "two", changes=changes("legal") | {HISTORY: later})
    assert one.fingerprint != other.fingerprint


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (history("legal").replace(", old_ends_on: 2027-01-01", ""), "does not say from when"),
        (history("factual").replace("}\n", ", old_ends_on: 2027-01-01}\n"), "ends no text"),
        (history("small"), "'small' is not possible here"),
        (history("factual", was=NEW), "still reads as it did"),
    ],
)
def test_a_change_that_cannot_be_is_refused(tmp_path: Path, row: str, fault: str) -> None:
    with pytest.raises(PackError, match=fault):
        load(write_pack(tmp_path, changes(None) | {HISTORY: row}))


def test_a_difference_shows_the_words_that_went_and_came() -> None:
    assert difference("Maak een afspraak bij ons.", "Plan een afspraak.") == (
        "[-Maak-] [+Plan+] een [-afspraak bij ons.-] [+afspraak.+]"
    )


def files_of(root: Path, *names: str) -> dict[str, bytes]:
    return {name: (root / name).read_bytes() for name in names}


def test_a_change_of_the_base_tells_who_follows_who_pinned_and_who_must_look(
    tmp_path: Path,
) -> None:
    then = files_of(write_pack(tmp_path / "then"), TOPIC, FLOW)
    root = write_pack(tmp_path / "now", changes("factual"))
    [found] = changed_texts(root, then, files_of(root, TOPIC, FLOW))
    assert found.key == ("pas", "blocks.afspraak.text")
    assert found.then is not None
    assert found.now is not None
    assert (found.then.source, found.now.source) == (OLD, NEW)
    assert (found.kind, found.reason) == (ChangeKind.FACTUAL, "Balie heet anders")
    assert (found.followers, found.pinned, found.must_look) == (
        ("beedorp",),
        ("aastad",),
        ("aastad",),
    )


@pytest.mark.parametrize(("kind", "base"), [("editorial", OLD), ("factual", NEW)])
def test_nobody_need_look_at_an_editorial_change_or_at_what_they_looked_at(
    tmp_path: Path, kind: str, base: str
) -> None:
    root = write_pack(tmp_path, changes(kind) | {PIN: pin(base)})
    then = {TOPIC: FILES[TOPIC].encode()}
    [found] = changed_texts(root, then, files_of(root, TOPIC))
    assert (found.pinned, found.must_look) == (("aastad",), ())


def test_of_a_text_that_is_gone_those_who_pinned_it_must_look(tmp_path: Path) -> None:
    gone = FILES[TOPIC].replace("    missing: Bel {gemeente.telefoon}.\n", "")
    base = "Bel {gemeente.telefoon}."
    root = write_pack(
        tmp_path, {TOPIC: gone, PIN: pin(base, "blocks.kosten.missing", "Kom langs.")}
    )
    [found] = changed_texts(root, {TOPIC: FILES[TOPIC].encode()}, files_of(root, TOPIC))
    assert (found.key[1], found.now, found.must_look) == (
        "blocks.kosten.missing",
        None,
        ("aastad",),
    )
