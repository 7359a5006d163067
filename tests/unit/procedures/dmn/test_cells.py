# SPDX-License-Identifier: EUPL-1.2
"""Cells of a table: which values they hold for, and what they refuse by name."""

from datetime import date
from decimal import Decimal

import pytest
from tests.unit.procedures.dmn.files import one_table, result

from gemeengoed.procedures.dmn.literals import NotLiteralError, read_literal, write_literal
from gemeengoed.procedures.errors import DmnRefusedError
from gemeengoed.procedures.values import Value

D = Decimal


def hits(cell: str, kind: str, value: Value) -> bool:
    file = one_table(f"{cell} => true", {"feit": kind}, outputs=_OTHERWISE_FALSE)
    found = result(file, {"feit": value})
    assert found.is_settled
    return found.value is True


_OTHERWISE_FALSE = "<output><defaultOutputEntry><text>false</text></defaultOutputEntry></output>"


@pytest.mark.parametrize(
    ("cell", "inside", "outside"),
    [
        ("18", "18", "18.01"),
        ("-2.5", "-2.5", "2.5"),
        ("<= 1.75", "1.75", "1.76"),
        ("< 1.75", "1.74", "1.75"),
        (">=18", "18", "17"),
        ("> 18", "19", "18"),
        ("= 3", "3", "4"),
        ("!= 3", "4", "3"),
        ("[0.5..1.0]", "0.5", "0.49"),
        ("[0.5..1.0]", "1.0", "1.01"),
        ("(0.5..1.0)", "0.51", "0.5"),
        ("(0.5..1.0)", "0.99", "1.0"),
        ("]0.5..1.0[", "0.99", "1.0"),
        ("]0.5..1.0]", "1.0", "0.5"),
        ("<1, [5..6], 9", "5.5", "7"),
        ("<1, [5..6], 9", "9", "1"),
        ("not(3)", "4", "3"),
        ("not(<1, >= 5)", "1", "5"),
    ],
)
def test_a_number_is_exact_at_every_end(cell: str, inside: str, outside: str) -> None:
    assert hits(cell, "number", D(inside))
    assert not hits(cell, "number", D(outside))


@pytest.mark.parametrize(
    ("cell", "inside", "outside"),
    [
        ('"voor"', "voor", "achter"),
        ('"voor","zij"', "zij", "achter"),
        ('not("voor","zij")', "achter", "zij"),
        ('"Nee, niet hier", "x"', "Nee, niet hier", "Nee"),
        (r'"zeg \"ja\""', 'zeg "ja"', "ja"),
        ('"not(x)"', "not(x)", "x"),
    ],
)
def test_words_may_hold_commas_and_quotes(cell: str, inside: str, outside: str) -> None:
    assert hits(cell, "string", inside)
    assert not hits(cell, "string", outside)


def test_yes_and_no() -> None:
    assert hits("true", "boolean", True)
    assert not hits("true", "boolean", False)
    assert hits("not(true)", "boolean", False)


@pytest.mark.parametrize("cell", ['< date("2024-01-01")', '< @"2024-01-01"'])
def test_a_day_is_exact_at_its_end(cell: str) -> None:
    assert hits(cell, "date", date(2023, 12, 31))
    assert not hits(cell, "date", date(2024, 1, 1))


@pytest.mark.parametrize("cell", ["-", ""])
def test_a_dash_holds_for_everything(cell: str) -> None:
    file = one_table(f'{cell} | true => "vrij"', {"leeftijd": "number", "monument": "boolean"})
    assert result(file, {"monument": True}).value == "vrij"


def test_a_cell_may_compare_with_another_fact() -> None:
    file = one_table('<= helft | - => "past"', {"breedte": "number", "helft": "number"})
    assert result(file, {"breedte": D(3), "helft": D(3)}).value == "past"
    assert result(file, {"breedte": D("3.01"), "helft": D(3)}).value is None
    assert not result(file, {"breedte": D(3)}).is_settled


@pytest.mark.parametrize(
    ("cell", "kind", "named"),
    [
        ("null", "number", "onbekend en niet leeg"),
        ("= null", "number", "null"),
        ("10 + 5", "number", "10 + 5"),
        ("< today()", "date", "today()"),
        ('date("2024-02-30")', "date", "2024-02-30"),
        ('list contains(?, "x")', "string", "list contains"),
        ("onbekend_feit", "number", "onbekend_feit"),
        ('"5"', "number", '"5"'),
        ("5", "string", "5"),
        ('< "b"', "string", "kleiner en groter"),
        ("< true", "boolean", "kleiner en groter"),
        ("not(-)", "number", "-"),
    ],
)
def test_what_a_cell_cannot_say_is_refused_by_name(cell: str, kind: str, named: str) -> None:
    with pytest.raises(DmnRefusedError) as refused:
        result(one_table(f"{cell} => true", {"feit": kind}), {})
    (fault,) = refused.value.faults
    assert fault.place == "Besluit, regel 1"
    assert named in fault.message


@pytest.mark.parametrize(
    "value", [True, False, None, D("1.75"), D(-3), date(2024, 1, 1), 'a "b"\n\\c', "é, ü"]
)
def test_a_value_is_read_as_it_was_written(value: Value | None) -> None:
    assert read_literal(write_literal(value)) == value


@pytest.mark.parametrize("text", ["1e5", "1.", "NaN", "x", '"a" + "b"', "date(2024)", "٣"])
def test_what_is_no_value_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(NotLiteralError):
        read_literal(text)
