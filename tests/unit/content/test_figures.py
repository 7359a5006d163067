# SPDX-License-Identifier: EUPL-1.2
"""What a municipality tells of its rules in words has the figures of its rules."""

from pathlib import Path

import pytest
from tests.unit.content.small_pack import FILES as PACK
from tests.unit.content.small_pack import write_pack
from tests.unit.content.small_procedure import BASE, FILES, LOCAL, OWN_RULES, changing

from gemeengoed.content.accepting import load
from gemeengoed.content.errors import PackError, Place

SHARED, OWN = "basis/_assistent/velden.yaml", "gemeenten/aastad/velden.yaml"
DECLARED = "schuurregel: {type: text, label: Regel, figures_of: schuur}\n"


def files(value: str, more: str = "", declared: str = DECLARED) -> dict[str, str | None]:
    told = f"schuurregel:\n  - {{value: {value}, source: Nota, checked_on: 2026-01-02{more}}}\n"
    return {**FILES, SHARED: PACK[SHARED] + declared, OWN: PACK[OWN] + told}


def told(folder: Path, written: dict[str, str | None]) -> list[str]:
    with pytest.raises(PackError) as caught:
        load(write_pack(folder, written))
    where = {fault.place for fault in caught.value.faults}
    line = len(PACK[OWN].splitlines()) + 2
    assert where <= {Place(f"packs/{OWN}", line), Place(f"packs/{SHARED}", 5)}
    return [fault.message for fault in caught.value.faults]


TODAY = "valid_from: 2024-01-01"  # before that P1 had two metres


@pytest.mark.parametrize(
    ("value", "figures"),
    [
        ("tot en met 3 meter hoog", "[P1]"),
        ("tot en met 300 centimeter hoog", "[P1]"),
        ('"lager dan 1 meter is klein, tot en met 3,00 meter mag"', "[A1, P1]"),
        ("zo hoog als nodig", "[]"),
    ],
)
def test_figures_of_the_rules_are_taken(tmp_path: Path, value: str, figures: str) -> None:
    load(write_pack(tmp_path, files(value, f", {TODAY}, figures: {figures}")))


@pytest.mark.parametrize(
    ("value", "more", "message"),
    [
        ("tot en met 4 meter", "figures: [P1]", "the text says 4, and row 'P1' has 3"),
        ("tot en met 30 centimeter", "figures: [P1]", "the text says 0.3, and row 'P1' has 3"),
        ("tot en met 1 meter", "figures: [P1]", "the text says 1, and row 'P1' has 3"),
        ("tot en met 3 meter", "figures: [P9]", "schuur has no row 'P9' then"),
        ("tot en met 3 meter", "figures: [L1]", "the text says 3, and row 'L1' has no number"),
        ("3 of 4 meter", "figures: [P1]", "the text has 2 figures and figures names 1 rows"),
        ("3 meter", "figures: []", "the text has 1 figures and figures names 0 rows"),
    ],
)
def test_another_figure_is_refused_at_its_line(
    tmp_path: Path, value: str, more: str, message: str
) -> None:
    assert told(tmp_path, files(value, f", {TODAY}, {more}")) == [message]


def test_a_rule_that_changes_alone_is_refused(tmp_path: Path) -> None:
    rules = OWN_RULES + changing("lokaal.P1", "2.5", in_force_on="2024-01-01")
    written = {**files("tot en met 3 meter", f", {TODAY}, figures: [P1]"), LOCAL: rules}
    assert told(tmp_path, written) == ["the text says 3, and row 'P1' has 2.5"]


def test_the_figure_is_that_of_every_version_while_the_text_holds(tmp_path: Path) -> None:
    always = files("tot en met 3 meter", ", figures: [P1]")
    assert told(tmp_path, always) == ["the text says 3, and row 'P1' has 2"]


def test_rules_with_a_fault_of_their_own_are_not_compared(tmp_path: Path) -> None:
    written = files("tot en met 3 meter", f", {TODAY}, figures: [P1]")
    broken = (FILES[BASE] or "").replace('"<= 3"', '"<= drie"')
    with pytest.raises(PackError) as caught:
        load(write_pack(tmp_path, {**written, BASE: broken}))
    assert {fault.place.file for fault in caught.value.faults} == {f"packs/{BASE}"}


TOPIC = "basis/pas/onderwerp.yaml"
LAW = "    text: Dat staat in de wet.\n"


def with_block(text: str, *lines: str) -> dict[str, str | None]:
    more = "".join(f"    {line}\n" for line in lines)
    return {**FILES, TOPIC: PACK[TOPIC].replace(LAW, f"    text: {text}\n{more}")}


def told_of_block(folder: Path, *written: str) -> list[str]:
    with pytest.raises(PackError) as caught:
        load(write_pack(folder, with_block(*written)))
    assert {fault.place.file for fault in caught.value.faults} == {f"packs/{TOPIC}"}
    return [fault.message for fault in caught.value.faults]


def test_the_figures_of_a_fixed_block_are_those_of_the_rules_in_force(tmp_path: Path) -> None:
    right = with_block("Tot 3 meter.", "figures_of: schuur", "figures: [P1]")
    load(write_pack(tmp_path / "right", right))
    for number, (text, rows, message) in enumerate(
        (
            ("Tot 2 meter.", "[P1]", "the text says 2, and row 'P1' has 3"),  # that of the old law
            ("Tot 3 meter.", "[P9]", "schuur has no row 'P9' then"),
            ("Hoog.", "[P1]", "the text has 0 figures and figures names 1 rows"),
        )
    ):
        lines = ("figures_of: schuur", f"figures: {rows}")
        assert told_of_block(tmp_path / str(number), text, *lines) == [message]


def test_a_block_names_the_procedure_and_the_rows_or_neither(tmp_path: Path) -> None:
    for number, line in enumerate(("figures_of: schuur", "figures: [P1]")):
        found = told_of_block(tmp_path / str(number), "Tot 3 meter.", line)
        assert "figures_of and figures go together" in found


def test_figures_belong_to_a_text_whose_procedure_is_named(tmp_path: Path) -> None:
    plain = files("drie", ", figures: [P1]", "schuurregel: {type: text, label: Regel}\n")
    assert told(tmp_path / "a", plain) == ["'schuurregel' tells no figures of a procedure"]
    strange = files("drie", declared=DECLARED.replace("schuur}", "huis}"))
    assert told(tmp_path / "b", strange) == ["there is no procedure 'huis'"]
    number = "schuurregel: {type: number, label: Regel, figures_of: schuur}\n"
    assert "only a text has figures of a procedure" in told(tmp_path / "c", files("3", "", number))
