# SPDX-License-Identifier: EUPL-1.2
"""``gemeengoed decide`` as somebody uses it: a file of cases in, a line of JSON each out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.content.small_pack import write_pack
from tests.unit.content.small_procedure import FILES

from gemeengoed.project.command_line import NOBODY_READS, main

MORE_THAN_A_PIPE_HOLDS = 2000


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    packs = write_pack(tmp_path, dict(FILES))
    cases = tmp_path / "gevallen.csv"
    rows = "".join(f"{number},0.5,nee\n" for number in range(MORE_THAN_A_PIPE_HOLDS))
    cases.write_text(f"id,hoogte,monument\n{rows}", encoding="utf-8")
    where = ["--gemeente", "aastad", "--packs", str(packs), "--date", "2026-11-23"]
    return ["decide", "schuur", "--facts", str(cases), *where]


def test_each_case_is_a_line_of_json(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == MORE_THAN_A_PIPE_HOLDS
    assert {json.loads(line)["outcome"] for line in lines} == {"ja"}


def test_who_stops_reading_ends_it_quietly_and_keeps_the_receipts_of_what_was_judged(
    command: list[str], tmp_path: Path
) -> None:
    receipts = tmp_path / "bewijzen.jsonl"
    program = [sys.executable, "-m", "gemeengoed.project.command_line", *command]
    with subprocess.Popen(
        [*program, "--receipts", str(receipts)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["id"] == "0"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == NOBODY_READS
    ids = [json.loads(line)["id"] for line in receipts.read_text(encoding="utf-8").splitlines()]
    assert 0 < len(ids) < MORE_THAN_A_PIPE_HOLDS
    assert ids == [str(number) for number in range(len(ids))]


def test_what_is_in_the_way_is_explained_with_the_lawful_way_on(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = tmp_path / "een.json"
    one.write_text('{"hoogte": 3.5, "monument": "nee"}', encoding="utf-8")
    command[command.index("--facts") + 1] = str(one)
    assert main([*command, "--explain"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["outcome"], told["door"]) == ("bijna", "A")
    assert told["explanation"]["way_on"] == "A: afwijken van de beleidsregel (Awb 4:84)"
