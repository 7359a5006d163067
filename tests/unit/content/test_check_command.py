# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest
from tests.unit.content.small_pack import changed, write_pack

from gemeengoed.project.command_line import main

TOPIC = "basis/pas/onderwerp.yaml"
TRANSCRIPTS = "basis/kind/transcripts.yaml"


@pytest.fixture(autouse=True)
def models_elsewhere(home_of_tests: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEMEENGOED_HOME", str(home_of_tests))


def test_packs_without_a_fault_are_summed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--packs", str(write_pack(tmp_path))]) == 0
    told = capsys.readouterr().out
    assert "No faults: 2 topics, 1 flows" in told
    assert "2 conversations played, 0 differences" in told
    assert "the field 'tarief_pas' (Tarief pas) is not filled" in told


def test_faults_are_told_with_file_and_line_and_end_in_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path, changed(TOPIC, "aspect: hoe", "aspect: waarom"))
    assert main(["check", "--packs", str(root)]) == 1
    told = capsys.readouterr().out
    assert "packs/basis/pas/onderwerp.yaml:13: 'waarom' is not possible here (choose from:" in told
    assert "2 faults: these packs are refused as a whole" in told


def test_a_conversation_that_goes_otherwise_ends_in_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path, changed(TRANSCRIPTS, "ask:soort", "ask:uitleg"))
    assert main(["check", "--packs", str(root)]) == 1
    assert "'ask:uitleg' was expected (what was said: intro" in capsys.readouterr().out


def test_what_nobody_confirmed_is_listed_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(
        tmp_path, changed(TOPIC, "default:", "unverified: [Misschien geldt dit.]\ndefault:")
    )
    assert main(["check", "--packs", str(root)]) == 0
    assert "Misschien" not in capsys.readouterr().out
    assert main(["check", "--unverified", "--packs", str(root)]) == 0
    assert "packs/basis/pas/onderwerp.yaml:1: Misschien geldt dit." in capsys.readouterr().out


def test_a_folder_without_packs_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GEMEENGOED_PACKS", str(tmp_path))
    assert main(["check"]) == 1
    assert "GEMEENGOED_PACKS names their folder" in capsys.readouterr().err
