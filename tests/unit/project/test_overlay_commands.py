# SPDX-License-Identifier: EUPL-1.2
import json
import subprocess
from pathlib import Path

import pytest
from tests.unit.content.small_pack import changed, write_pack
from tests.unit.content.test_base_changes import HISTORY, PIN, changes, history, pin

from gemeengoed.content.folders import packs_folder
from gemeengoed.project.bench.many_municipalities import write_packs
from gemeengoed.project.command_line import main

TOPIC = "basis/pas/onderwerp.yaml"


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *who, "-C", folder, *words], check=True, capture_output=True)


def committed(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Begin")


def test_status_lists_own_texts_with_base_then_base_now_and_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path, changes("legal"))
    assert main(["overlay", "status", "--gemeente", "aastad", "--packs", str(root)]) == 0
    told = capsys.readouterr().out
    assert "basis gewijzigd sinds aanpassing (legal, niet meer getoond vanaf 2027-01-01)" in told
    assert "basis toen  Maak een afspraak." in told
    assert "basis nu    [-Maak-] [+Plan+] een afspraak." in told
    assert "eigen       [-Maak een afspraak.-] [+Bel eerst.+]" in told
    assert "gemeente, An: Eigen wens (packs/gemeenten/aastad/pas/onderwerp.yaml:2)" in told


def test_a_base_text_that_nobody_kept_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path, changes(None))
    assert main(["overlay", "status", "--gemeente", "aastad", "--packs", str(root)]) == 0
    assert "basis toen  (niet bewaard" in capsys.readouterr().out


def test_share_tells_own_texts_per_municipality(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path, {PIN: pin()})
    assert main(["overlay", "share", "--json", "--packs", str(root)]) == 0
    shares = {each["slug"]: each for each in json.loads(capsys.readouterr().out)}
    assert (shares["aastad"]["own"], shares["beedorp"]["own"]) == (1, 0)
    assert shares["aastad"]["share"] == pytest.approx(1 / shares["aastad"]["texts"])


def test_an_unknown_municipality_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path)
    assert main(["overlay", "status", "--gemeente", "ceestad", "--packs", str(root)]) == 1
    assert "Er is geen gemeente 'ceestad'." in capsys.readouterr().err


def test_a_change_since_a_revision_is_told_with_who_must_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path, {PIN: pin()})
    committed(root)
    write_pack(tmp_path, {**changed(TOPIC, "Maak een", "Plan een"), HISTORY: history("factual")})
    assert main(["base", "change", "--since", "HEAD", "--packs", str(root)]) == 0
    told = capsys.readouterr().out
    assert "soort         factual: Balie heet anders" in told
    assert "volgen        1: beedorp" in told
    assert "moeten kijken 1: aastad" in told
    assert "1 teksten anders, 0 niet opgeschreven, 1 gemeenten moeten kijken" in told


def test_a_change_that_nobody_wrote_down_ends_in_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path)
    committed(root)
    write_pack(tmp_path, changed(TOPIC, "Maak een", "Plan een"))
    assert main(["base", "change", "--since", "HEAD", "--packs", str(root)]) == 1
    assert "NIET OPGESCHREVEN" in capsys.readouterr().out


def test_a_revision_that_git_does_not_know_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path)
    assert main(["base", "change", "--since", "nooit", "--packs", str(root)]) == 1
    assert "git kent" in capsys.readouterr().err


def test_of_a_change_it_is_told_who_follows_who_has_own_texts_and_who_must_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "packs"
    write_packs(packs_folder(), root, number=12)
    committed(root)
    topic = root / "basis" / "paspoort" / "onderwerp.yaml"
    before = topic.read_text()
    changed_once = before.replace(": >-\n", ": >-\n      Let op.\n")
    topic.write_text(changed_once)
    assert topic.read_text() != before
    main(["base", "change", "--since", "HEAD", "--json", "--packs", str(root)])
    told = json.loads(capsys.readouterr().out)
    pinned = next(each for each in told if each["key"][1] == "blocks.hoe.text")
    assert len(pinned["followers"]) + len(pinned["pinned"]) + len(pinned["regional"]) == 12
    assert len(pinned["must_look"]) >= 4  # each third is a copy of Waterdam, with its own text
