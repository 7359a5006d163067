# SPDX-License-Identifier: EUPL-1.2
"""A scenario is played wherever it can be; one that can be played nowhere is told."""

from pathlib import Path

import pytest
from tests.unit.content.small_pack import write_pack
from tests.unit.content.small_procedure import FILES, SCENARIOS

from gemeengoed.content.accepting import load
from gemeengoed.content.errors import Fault, Place
from gemeengoed.content.playing.scenarios import play_scenarios


def played(folder: Path, *scenarios: str, procedure: str = "schuur") -> tuple[int, list[Fault]]:
    """Aastad has rules of its own, Beedorp has none."""
    lines = "".join(f"  - {{{each}}}\n" for each in scenarios)
    text = f"procedure: {procedure}\nscenarios:\n{lines}"
    loaded = load(write_pack(folder, {**FILES, SCENARIOS: text}))
    return play_scenarios(loaded.packs.scenarios, list(loaded.editions.values()))


LOW = 'name: laag, facts: {hoogte: "0.5", monument: nee}, outcome: ja'


def test_without_a_municipality_it_is_played_where_there_are_rules(tmp_path: Path) -> None:
    assert played(tmp_path, LOW) == (1, [])


def test_what_comes_out_otherwise_names_the_municipality(tmp_path: Path) -> None:
    count, (fault,) = played(tmp_path, LOW.replace("outcome: ja", "outcome: nee"))
    assert count == 1
    assert fault.message == "schuur, 'laag', aastad: outcome should be nee, is ja"


@pytest.mark.parametrize(
    ("more", "procedure", "told", "hint"),
    [
        ("municipality: beedorp", "schuur", "beedorp has no rules of its own", "another"),
        (
            "municipality: ceestad",
            "schuur",
            "there is no municipality 'ceestad'",
            "aastad, beedorp",
        ),
        ("municipality: aastad", "schuurtje", "there is no such procedure", "mend its name"),
        ("day: 2026-11-23", "schuurtje", "there is no such procedure", "mend its name"),
    ],
)
def test_what_can_be_played_nowhere_is_a_fault_that_says_why(
    tmp_path: Path, more: str, procedure: str, told: str, hint: str
) -> None:
    count, (fault,) = played(tmp_path, f"{LOW}, {more}", procedure=procedure)
    assert count == 0
    assert told in fault.message
    assert hint in fault.hint
    assert fault.place == Place(f"packs/{SCENARIOS}", 3)


def test_where_no_municipality_has_rules_that_is_said(tmp_path: Path) -> None:
    loaded = load(write_pack(tmp_path, {**FILES, "gemeenten/aastad/pas/procedure.yaml": None}))
    count, (fault,) = play_scenarios(loaded.packs.scenarios, list(loaded.editions.values()))
    assert count == 0
    assert "no municipality has rules of its own" in fault.message
