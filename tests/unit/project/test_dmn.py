# SPDX-License-Identifier: EUPL-1.2
"""The command `gemeengoed dmn`: out to a file of the standard, in as a draft or to judge by it."""

import json
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from tests.unit.procedures.dmn.files import definitions, one_table, table
from tests.unit.procedures.dmn.structure import faults_of

from gemeengoed.project.command_line import main

Captured = pytest.CaptureFixture[str]
TREES = one_table(
    '>= 30 | true => "nodig"\n< 30 | - => "vrij"\n- | false => "vrij"',
    {"Omtrek stam": "number", "In de tuin": "boolean"},
    'hitPolicy="ANY"',
)


@pytest.fixture
def trees(tmp_path: Path) -> str:
    return str(written(tmp_path / "bomen.dmn", TREES))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def lines(captured: Captured) -> list[dict[str, Any]]:
    return [json.loads(line) for line in captured.readouterr().out.splitlines()]


def test_a_procedure_comes_out_as_the_municipality_applies_it(capsys: Captured) -> None:
    command = ["dmn", "export", "dakkapel-lokaal", "--gemeente", "waterdam"]
    assert main([*command, "--date", "2026-11-24"]) == 0
    text = capsys.readouterr().out
    assert faults_of(fromstring(text)) == []
    assert "Welstandsnota Waterdam" in text


def test_what_came_out_judges_cases_as_decide_does(tmp_path: Path, capsys: Captured) -> None:
    cases = str(
        written(
            tmp_path / "gevallen.csv",
            "id,vlak,zij_naar_openbaar,plat_dak,hoogte_m,onderkant_m,afstand_nok_m,afstand_links_m,"
            "afstand_rechts_m,monument,beschermd_gezicht\n"
            "goed,achter,nee,ja,1.75,0.7,1,1,1,nee,nee\nhoog,achter,nee,ja,1.76,,,,,,\n"
            "open,achter,nee,ja,,0.7,1,1,1,nee,nee\n",
        )
    )
    day = ["--date", "2026-11-24"]
    main(["decide", "dakkapel", "--gemeente", "waterdam", "--facts", cases, *day])
    decided = lines(capsys)
    main(["dmn", "export", "dakkapel", "--gemeente", "waterdam", *day])
    file = str(written(tmp_path / "dakkapel.dmn", capsys.readouterr().out))
    assert main(["dmn", "import", file, "--facts", cases, *day]) == 0
    again = lines(capsys)
    assert [each["outcome"] for each in again] == ["vergunningvrij", "vergunning_nodig", "onbekend"]
    assert [(each["id"], each["outcome"], each["unknown"]) for each in again] == [
        (each["id"], each["outcome"], each["unknown"]) for each in decided
    ]


def test_a_table_comes_in_as_a_draft_with_what_is_to_be_filled_in(
    trees: str, capsys: Captured
) -> None:
    assert main(["dmn", "import", trees]) == 0
    told = capsys.readouterr().out
    assert told.startswith("# Overgenomen uit DMN 1.3.")
    assert "omtrek_stam: '>= 30'" in told
    assert "rule_kind: in te vullen" in told


def test_cases_may_use_the_names_of_the_file(trees: str, tmp_path: Path, capsys: Captured) -> None:
    text = '[{"Omtrek stam": 30, "In de tuin": true}, {"omtrek_stam": 29.99}, {"In de tuin": true}]'
    cases = str(written(tmp_path / "gevallen.json", text))
    assert main(["dmn", "import", trees, "--facts", cases]) == 0
    first, second, third = lines(capsys)
    assert (first["outcome"], first["result"]) == ("nodig", "nodig")
    assert (second["outcome"], second["unknown"]) == ("vrij", [])
    assert (third["outcome"], third["unknown"]) == ("onbekend", ["omtrek_stam"])
    assert "result" not in third


def test_a_case_that_cannot_be_judged_ends_in_one(
    tmp_path: Path, trees: str, capsys: Captured
) -> None:
    conflict = TREES.replace("false", "-")
    file = str(written(tmp_path / "strijdig.dmn", conflict))
    text = '[{"Omtrek stam": 40, "In de tuin": true}]'
    cases = str(written(tmp_path / "gevallen.json", text))
    assert main(["dmn", "import", file, "--facts", cases]) == 1
    (line,) = lines(capsys)
    assert line["outcome"] is None
    assert "treffen tegelijk" in line["error"]
    wrong = str(written(tmp_path / "fout.json", '[{"Omtrek stam": "dik"}]'))
    assert main(["dmn", "import", trees, "--facts", wrong]) == 1


def test_numbers_of_several_rules_are_added_up_for_cases_and_not_in_a_draft(
    tmp_path: Path, capsys: Captured
) -> None:
    rows = ">= 1 => 10.5\n>= 2 => 20"
    policy = 'hitPolicy="COLLECT" aggregation="SUM"'
    file = str(written(tmp_path / "leges.dmn", one_table(rows, {"stuks": "number"}, policy)))
    cases = str(written(tmp_path / "gevallen.json", '[{"stuks": 2}]'))
    assert main(["dmn", "import", file, "--facts", cases]) == 0
    assert lines(capsys)[0]["result"] == 30.5
    assert main(["dmn", "import", file]) == 1
    assert "telt regels op" in capsys.readouterr().err


def test_one_of_several_tables_is_chosen_by_name(tmp_path: Path, capsys: Captured) -> None:
    inputs = {"a": "boolean"}
    parts = [table("true => 1\nfalse => 2", inputs, name=name) for name in ("Een", "Twee")]
    file = str(written(tmp_path / "twee.dmn", definitions(*parts, inputs=inputs)))
    cases = str(written(tmp_path / "gevallen.json", '[{"a": true}]'))
    assert main(["dmn", "import", file]) == 0
    assert capsys.readouterr().out.count("---\n") == 1
    assert main(["dmn", "import", file, "--facts", cases]) == 1
    assert "--tabel: Een, Twee" in capsys.readouterr().err
    assert main(["dmn", "import", file, "--facts", cases, "--tabel", "Twee"]) == 0
    assert main(["dmn", "import", file, "--tabel", "Drie"]) == 1


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["export", "dakkapel", "--gemeente", "nergens"], "Onbekende gemeente"),
        (["export", "niets", "--gemeente", "waterdam"], "Onbekende procedure"),
        (
            ["export", "dakkapel", "--gemeente", "waterdam", "--date", "2001-01-01"],
            "geen regels bekend",
        ),
        (["import", "bestaat-niet.dmn"], "niet te lezen"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    command: list[str], told: str, capsys: Captured
) -> None:
    assert main(["dmn", *command]) == 1
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


def test_every_construct_that_stands_in_the_way_is_named(tmp_path: Path, capsys: Captured) -> None:
    rows = "1 + 1 => 1\n2 => x * 2"
    file = str(written(tmp_path / "rekent.dmn", one_table(rows, {"a": "number"})))
    assert main(["dmn", "import", file]) == 1
    told = capsys.readouterr().err
    assert "Besluit, regel 1: cel '1 + 1'" in told
    assert "Besluit, regel 2: uitkomst 'x * 2'" in told
