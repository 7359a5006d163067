# SPDX-License-Identifier: EUPL-1.2
"""The command `gemeengoed evaluate` on the packs of the project."""

import json
from datetime import date

import pytest
from tests.real_packs import real_packs

from gemeengoed.content import operations
from gemeengoed.content.reader import trained_reader
from gemeengoed.language.reading import Context, Reading
from gemeengoed.project.command_line import main


class Remembering:
    """The reader of the project. What it read once it need not read again: it is the same."""

    def __init__(self) -> None:
        self._reader = trained_reader(real_packs().packs)
        self._readings: dict[tuple[str, date, Context], Reading] = {}

    def read(self, text: str, *, today: date, context: Context) -> Reading:
        key = (text, today, context)
        if key not in self._readings:
            self._readings[key] = self._reader.read(text, today=today, context=context)
        return self._readings[key]


def evaluated(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["evaluate", "--gemeente", "waterdam", *options]) == 0
    return capsys.readouterr().out


def test_an_earlier_output_tells_which_questions_got_worse(tmp_path, capsys, monkeypatch) -> None:
    reader = Remembering()
    monkeypatch.setattr(operations, "trained_reader", lambda _: reader)
    told = json.loads(evaluated(capsys, "--json"))
    questions = told["questions"]
    of_base = told["topics"]["questions"] + told["negatives"]
    assert of_base + told["own_words"]["questions"] == len(questions)
    unknown = next(each for each in questions if each["outcome"] == "unknown")
    base = questions[:of_base]  # those in municipalities' own words come last
    right = sum(each["outcome"] == "right" and bool(each["expected"]) for each in base)
    assert told["topics"]["right"] == pytest.approx(right / told["topics"]["questions"])
    earlier = {"questions": [each | {"outcome": "right"} for each in questions if each is unknown]}
    file = tmp_path / "earlier.json"
    file.write_text(json.dumps(earlier), "utf-8")
    lines = evaluated(capsys, "--compare", str(file)).splitlines()
    assert "Eerder goed en nu niet meer: 1" in lines
    assert lines[-1].endswith("niet begrepen")
    assert repr(unknown["text"]) in lines[-1]


@pytest.mark.parametrize("content", [None, "{}", "geen json"])
def test_a_file_that_no_evaluation_wrote_is_refused(tmp_path, capsys, content) -> None:
    file = tmp_path / "earlier.json"
    if content is not None:
        file.write_text(content, "utf-8")
    assert main(["evaluate", "--compare", str(file)]) == 1
    assert "geen uitvoer van evaluate --json" in capsys.readouterr().err
