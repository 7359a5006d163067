# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed forms propose``: a text, a diff of a pack file, or the file itself."""

from pathlib import Path

import pytest
import yaml

from gemeengoed.project.command_line import main

TOPIC = """\
# a comment stays
id: pas
blocks:
  - id: één
    text: Kun je komen? Foto's zijn goed.
  - {id: b, text: Je kunt je pas ophalen, zero: gratis}
  - id: c
    text: >-
      Als je verhuist, meld het dan "hier".
      Ik stuur je bericht.
    missing: 'Neem je foto''s mee.'
allow: [{text: je, reason: blijft}]
"""
TEXTS = ["{Kun je|Kunt u} komen? Foto's zijn goed.", "{Je|U} kunt {je|uw} pas ophalen"]


def write(folder: Path) -> Path:
    path = folder / "onderwerp.yaml"
    path.write_text(TOPIC, encoding="utf-8")
    return path


def test_a_text_is_printed_with_its_alternations(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forms", "propose", "Kun je komen?"]) == 0
    assert capsys.readouterr().out == "{Kun je|Kunt u} komen?\n"


def test_a_place_in_doubt_is_told_and_ends_in_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forms", "propose", "Ik stuur je bericht."]) == 1
    told = capsys.readouterr()
    assert told.out == "Ik stuur je bericht.\n"
    assert "twijfel bij '… Ik stuur je bericht . …'" in told.err


def test_of_a_pack_file_a_diff_is_shown_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path)
    assert main(["forms", "propose", str(path)]) == 1
    told = capsys.readouterr()
    assert '+    text: "{Kun je|Kunt u} komen? Foto\'s zijn goed."' in told.out
    assert f"{path}:10: twijfel" in told.err
    assert path.read_text() == TOPIC


def test_written_it_is_the_same_file_with_marks(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert main(["forms", "propose", str(path), "--write"]) == 1
    after = path.read_text(encoding="utf-8")
    blocks = yaml.safe_load(after)["blocks"]
    assert [block["text"] for block in blocks[:2]] == TEXTS
    assert blocks[2]["text"].startswith("Als {je|u} verhuist")
    assert blocks[2]["missing"] == "Neem {je|uw} foto's mee."
    assert after.splitlines()[0] == "# a comment stays"
    assert after.splitlines()[-1] == "allow: [{text: je, reason: blijft}]"
    assert main(["forms", "propose", str(path), "--write"]) == 1
    assert path.read_text(encoding="utf-8") == after


def test_a_text_that_was_typed_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forms", "propose", "Kun je komen?", "--write"]) == 1
    assert "packbestand" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forms", "propose", str(tmp_path / "weg.yaml")]) == 1
    assert "kan niet worden gelezen" in capsys.readouterr().err
