# SPDX-License-Identifier: EUPL-1.2
"""Rules that do not hang together refuse the packs: at their line, with facts that show it."""

from pathlib import Path

import pytest
from tests.unit.content.small_pack import write_pack
from tests.unit.content.small_procedure import BASE, FILES, LOCAL, changing, with_rules

from gemeengoed.content.accepting import load
from gemeengoed.content.errors import Fault, PackError, Place


def faults_of(folder: Path, files: dict[str, str | None]) -> list[Fault]:
    with pytest.raises(PackError) as caught:
        load(write_pack(folder, files))
    return list(caught.value.faults)


def line_of(files: dict[str, str | None], name: str, text: str) -> int:
    lines = (files[name] or "").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_the_small_procedure_itself_has_no_fault(tmp_path: Path) -> None:
    loaded = load(write_pack(tmp_path, FILES))
    assert loaded.editions["aastad"].procedures["schuur"].procedure.tables[1].rows[-1].id == "A1"


def test_a_gap_in_the_base_is_told_once_with_facts(tmp_path: Path) -> None:
    files = with_rules(("{monument: nee}", '{monument: nee, hoogte: "< 4"}'))
    (fault,) = faults_of(tmp_path, files)
    assert fault.place.file == f"packs/{BASE}"
    assert "no row hits for monument = nee, hoogte = 4 (law of 2024-01-01)" in fault.message
    assert "otherwise" in fault.hint


def test_rows_that_contradict_each_other_are_told_at_the_later_row(tmp_path: Path) -> None:
    files = with_rules(("when: {monument: nee}", 'when: {hoogte: "< 9"}'))
    found = faults_of(tmp_path, files)
    (fault,) = (each for each in found if "both hit" in each.message)
    assert fault.place.line == line_of(files, BASE, "id: L2")
    assert "'L1' and 'L2' of table 'landelijk' both hit for monument = ja" in fault.message
    assert "hoogte = " in fault.message


def test_a_row_of_a_municipality_that_never_counts_is_told_in_its_own_file(tmp_path: Path) -> None:
    files = with_rules(local=('"< 1"', '["> 4", "< 6"]'))
    (fault,) = faults_of(tmp_path, files)
    assert fault.place.file == f"packs/{LOCAL}"
    assert fault.place.line == line_of(files, LOCAL, "id: A1")
    assert "row 'A1' of table 'lokaal' never counts" in fault.message


def test_what_a_municipality_changes_is_checked_as_well(tmp_path: Path) -> None:
    threshold = changing("lokaal.P1", "5", in_force_on="2024-01-01")
    found = faults_of(tmp_path, with_rules(("maximum: 10}", "maximum: 4}"), more=threshold))
    assert {each.place.file for each in found} == {f"packs/{LOCAL}"}
    assert "'hoogte' is compared with 5" in found[0].message


def test_what_the_base_has_wrong_is_not_told_again_for_each_municipality(tmp_path: Path) -> None:
    files = with_rules(
        (
            "outcomes:",
            "derived:\n  - {name: h, label: H, step: half, takes: [weg], kind: length}\noutcomes:",
        )
    )
    (fault,) = faults_of(tmp_path, files)
    assert fault.place.file == f"packs/{BASE}"
    assert "derived from an unknown fact 'weg'" in fault.message


def test_a_file_that_cannot_be_read_is_not_judged_as_well(tmp_path: Path) -> None:
    files = with_rules(("{monument: nee}", "{momument: nee}"))
    assert [each.message for each in faults_of(tmp_path, files)] == ["there is no fact 'momument'"]


def test_an_outcome_that_nothing_leads_to_is_a_notice(tmp_path: Path) -> None:
    def said(name: str, open: str) -> list[str]:
        more = "  - {id: ooit, label: Ooit}\ntables:"
        files = {**with_rules(("tables:", more)), LOCAL: None}
        files[BASE] = (files[BASE] or "").replace("open: true", open)
        notices = load(write_pack(tmp_path / name, files)).notices
        return [each.message for each in notices if each.hint == "procedure"]

    assert said("closed", "open: false") == ["nothing leads to the outcome 'ooit'"]
    assert said("open", "open: true") == []  # a municipality may still say it


@pytest.mark.parametrize(
    ("test", "told"),
    [
        ('hoogte: "in 1, 2"', "in is for words, and 'hoogte' is a length"),
        ('monument: "in ja, nee"', "in is for words, and 'monument' is a yes_no"),
        ('soort: "in @ander"', "in takes words, not a fact"),
    ],
)
def test_in_is_for_words_and_anything_else_is_told_at_its_line(
    tmp_path: Path, test: str, told: str
) -> None:
    more = (
        "  soort: {kind: choice, label: Soort, options: [a, b]}\n"
        "  ander: {kind: choice, label: Ander, options: [a, b]}\noutcomes:"
    )
    files = with_rules(("outcomes:", more))
    base = (files[BASE] or "").replace('requires: {hoogte: "<= 3"}', f"requires: {{{test}}}")
    (fault,) = faults_of(tmp_path, {**files, BASE: base})
    assert fault.message == told
    assert fault.hint
    assert fault.place == Place(f"packs/{BASE}", line_of({**files, BASE: base}, BASE, test))


def test_a_hardship_clause_is_a_thing_of_ordinances(tmp_path: Path) -> None:
    clause = ("valid_from: 2020-01-01}", 'valid_from: 2020-01-01, hardship_clause: "15"}')
    files = with_rules(local=clause)
    (fault,) = faults_of(tmp_path / "policy", files)
    assert "'A1' is no ordinance rule" in fault.message
    assert fault.place == Place(f"packs/{LOCAL}", line_of(files, LOCAL, "id: A1"))
    ordinance = (files[LOCAL] or "").replace("policy_rule", "ordinance_rule")
    loaded = load(write_pack(tmp_path / "ordinance", {**files, LOCAL: ordinance}))
    row = loaded.editions["aastad"].procedures["schuur"].procedure.tables[1].rows[-1]
    assert row.source.hardship_clause == "15"
