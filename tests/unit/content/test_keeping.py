# SPDX-License-Identifier: EUPL-1.2
"""What was accepted once is not checked again, and is the same to the last letter."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.content.small_pack import changed, write_pack

from gemeengoed.content import accepting
from gemeengoed.content.errors import PackError
from gemeengoed.content.keeping import kept_or_loaded

TOPIC = "basis/pas/onderwerp.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GEMEENGOED_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "editions"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return write_pack(tmp_path)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often packs were read and checked anew."""
    calls: list[Path | None] = []
    load = accepting.load

    def counted(folder: Path | None = None) -> accepting.Loaded:
        calls.append(folder)
        return load(folder)

    monkeypatch.setattr(accepting, "load", counted)
    return lambda: len(calls)


def test_what_was_accepted_is_kept_and_is_the_same(
    home: Path, packs: Path, judged: Callable[[], int]
) -> None:
    first, second = kept_or_loaded(packs), kept_or_loaded(packs)
    assert judged() == 1
    assert second == first
    assert second.editions["aastad"].fingerprint == first.editions["aastad"].fingerprint


def test_the_packs_of_the_project_come_back_as_they_were(home: Path) -> None:
    loaded = kept_or_loaded()
    assert kept_or_loaded() == loaded
    assert len(list(home.iterdir())) == 1


@pytest.mark.parametrize("name", [TOPIC, "gemeenten/aastad/gemeente.yaml"])
def test_one_changed_letter_is_another_edition(
    home: Path, packs: Path, judged: Callable[[], int], name: str
) -> None:
    kept_or_loaded(packs)
    path = packs / name
    path.write_text(path.read_text().replace("A", "B").replace("wet", "wer"))
    kept_or_loaded(packs)
    assert judged() == 2


def test_a_file_that_has_no_place_there_is_still_a_fault(home: Path, packs: Path) -> None:
    kept_or_loaded(packs)
    (packs / "basis" / "pas" / "notities.txt").write_text("")
    with pytest.raises(PackError):
        kept_or_loaded(packs)


def test_a_fault_is_never_kept(home: Path, tmp_path: Path) -> None:
    broken = write_pack(tmp_path, changed(TOPIC, "kind: gemeente", "kind: dorp"))
    for _ in range(2):
        with pytest.raises(PackError):
            kept_or_loaded(broken)
    assert not home.exists()


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def writable_for_others(path: Path) -> None:
    path.chmod(0o666)


@pytest.mark.parametrize("spoil", [damaged, emptied, writable_for_others])
def test_what_cannot_be_trusted_is_read_anew(
    home: Path, packs: Path, judged: Callable[[], int], spoil: Callable[[Path], None]
) -> None:
    first = kept_or_loaded(packs)
    spoil(next(home.iterdir()))
    assert kept_or_loaded(packs) == first
    assert judged() == 2


def test_what_another_user_wrote_is_not_believed(
    home: Path, packs: Path, judged: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_or_loaded(packs)
    monkeypatch.setattr(os, "geteuid", lambda: next(home.iterdir()).stat().st_uid + 1)
    kept_or_loaded(packs)
    assert judged() == 2


def test_packs_that_change_while_they_are_read_are_not_kept(
    home: Path, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = accepting.load

    def and_changed(folder: Path | None = None) -> accepting.Loaded:
        loaded = load(folder)
        path = packs / TOPIC
        path.write_text(path.read_text().replace("gratis", "voor niets"))
        return loaded

    monkeypatch.setattr(accepting, "load", and_changed)
    kept_or_loaded(packs)
    assert not home.exists()


def test_a_folder_that_cannot_be_written_costs_time_only(
    tmp_path: Path, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("GEMEENGOED_HOME", str(tmp_path / "file"))
    assert "aastad" in kept_or_loaded(packs).editions


def test_only_the_newest_stay(home: Path, packs: Path) -> None:
    for number in range(10):
        path = packs / "gemeenten" / "aastad" / "gemeente.yaml"
        path.write_text(f"{path.read_text()}# {number}\n")
        kept_or_loaded(packs)
    assert len(list(home.glob("*.kept"))) == 8
