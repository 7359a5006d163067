# SPDX-License-Identifier: EUPL-1.2
"""Hit policies and aggregators: what comes of several rules that hit."""

from decimal import Decimal
from typing import Any

import pytest
from tests.unit.procedures.dmn.files import one_table, result

from gemeengoed.procedures.dmn.reading import read_dmn
from gemeengoed.procedures.errors import DmnRefusedError

D = Decimal
ORDER = '<output><outputValues><text>"nee","misschien","ja"</text></outputValues></output>'
ROWS = """
    >= 1 => "ja"
    >= 2 => "nee"
    >= 3 => "misschien"
    >= 4 => "ja"
"""
NUMBERS = """
    >= 1 => 10
    >= 2 => 30
    >= 3 => 20.5
    >= 3 => 10
"""


@pytest.mark.parametrize(
    ("policy", "number", "expected"),
    [
        ("FIRST", 4, "ja"),
        ("PRIORITY", 4, "nee"),
        ("PRIORITY", 1, "ja"),
        ("COLLECT", 4, ["ja", "nee", "misschien", "ja"]),
        ("RULE ORDER", 3, ["ja", "nee", "misschien"]),
        ("OUTPUT ORDER", 4, ["nee", "misschien", "ja", "ja"]),
    ],
)
def test_a_policy_picks_as_dmn_says(policy: str, number: int, expected: Any) -> None:
    file = one_table(ROWS, {"feit": "number"}, f'hitPolicy="{policy}"', ORDER)
    assert result(file, {"feit": D(number)}).value == expected
    assert result(file, {"feit": D(0)}).value is None


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [("SUM", "70.5"), ("COUNT", "4"), ("MIN", "10"), ("MAX", "30")],
)
def test_numbers_of_all_rules_that_hit_are_counted(aggregation: str, expected: str) -> None:
    policy = f'hitPolicy="COLLECT" aggregation="{aggregation}"'
    file = one_table(NUMBERS, {"feit": "number"}, policy)
    assert result(file, {"feit": D(3)}).value == D(expected)
    assert not result(file, {}).is_settled


def test_any_takes_rules_that_agree_and_refuses_rules_that_do_not() -> None:
    file = one_table('>= 1 => "a"\n>= 2 => "a"\n>= 3 => "b"', {"feit": "number"}, 'hitPolicy="ANY"')
    assert result(file, {"feit": D(2)}).value == "a"
    with pytest.raises(DmnRefusedError, match="R1, R2, R3 treffen tegelijk"):
        result(file, {"feit": D(3)})


def test_unique_refuses_two_rules_that_hit() -> None:
    file = one_table('>= 1 => "a"\n>= 2 => "a"', {"feit": "number"})
    assert result(file, {"feit": D(1)}).value == "a"
    with pytest.raises(DmnRefusedError, match="R1, R2"):
        result(file, {"feit": D(2)})


def test_values_of_one_rule_stay_together() -> None:
    outputs = '<output name="Status"/><output name="Tarief"/>'
    rows = '>= 1 => "ja" | 5\n>= 2 => "nee" | 7'
    file = one_table(rows, {"feit": "number"}, 'hitPolicy="COLLECT"', outputs)
    both = [{"Status": "ja", "Tarief": D(5)}, {"Status": "nee", "Tarief": D(7)}]
    assert result(file, {"feit": D(2)}).value == both


def test_the_default_is_per_column_and_counts_when_no_rule_hits() -> None:
    outputs = (
        '<output name="a"><defaultOutputEntry><text>"niets"</text></defaultOutputEntry></output>'
        '<output name="b"/>'
    )
    file = one_table('1 => "x" | 2', {"feit": "number"}, outputs=outputs)
    assert result(file, {"feit": D(9)}).value == {"a": "niets", "b": None}


def test_a_table_is_settled_as_soon_as_what_is_missing_cannot_change_it() -> None:
    rows = 'true | - => "nee"\n- | true => "nee"\nfalse | false => "ja"'
    file = one_table(rows, {"a": "boolean", "b": "boolean"}, 'hitPolicy="ANY"')
    assert result(file, {"b": True}).value == "nee"
    assert not result(file, {"b": False}).is_settled


@pytest.mark.parametrize(
    ("policy", "rows", "named"),
    [
        ('hitPolicy="PRIORITY"', '1 => "a"', "outputValues"),
        ('hitPolicy="OUTPUT ORDER"', '1 => "a"', "outputValues"),
        ('hitPolicy="COLLECT" aggregation="SUM"', '1 => "a"', "getallen"),
        ('hitPolicy="UNIQUE" aggregation="SUM"', "1 => 1", "UNIQUE SUM"),
        ('hitPolicy="BEST"', "1 => 1", "BEST"),
        ('hitPolicy="UNIQUE"', "1 => feit * 2", "feit * 2"),
        ('hitPolicy="UNIQUE"', "1 | 2 => 1", "cellen"),
    ],
)
def test_a_table_that_cannot_be_judged_is_refused_by_name(
    policy: str, rows: str, named: str
) -> None:
    with pytest.raises(DmnRefusedError, match=named.replace("*", r"\*")):
        read_dmn(one_table(rows, {"feit": "number"}, policy))


def test_adding_up_takes_one_output_column() -> None:
    outputs = '<output name="a"/><output name="b"/>'
    policy = 'hitPolicy="COLLECT" aggregation="SUM"'
    with pytest.raises(DmnRefusedError, match="één uitvoerkolom"):
        read_dmn(one_table("1 => 1 | 2", {"feit": "number"}, policy, outputs))


@pytest.mark.parametrize(("policy", "rows"), [("FIRST", 1), ("COLLECT", 2)])
def test_rules_of_one_row_are_joined_only_where_not_every_rule_counts(
    policy: str, rows: int
) -> None:
    file = one_table(">= 1 => 5\n>= 2 => 5", {"feit": "number"}, f'hitPolicy="{policy}"')
    file = file.replace("<rule>", '<annotation name="rij"/><rule>', 1)
    file = file.replace("</rule>", "<annotationEntry><text>A</text></annotationEntry></rule>")
    assert len(read_dmn(file).decisions["Besluit"].procedure.tables[0].rows) == rows
    expected: Any = D(5) if rows == 1 else [D(5), D(5)]
    assert result(file, {"feit": D(2)}).value == expected
