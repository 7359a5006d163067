# SPDX-License-Identifier: EUPL-1.2
"""Facts as somebody wrote them: taken exactly, or refused with a sentence; all faults at once."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.procedures.making import fact, number, procedure, row, table, words, yes_no

from gemeengoed.procedures.errors import FactsRefusedError
from gemeengoed.procedures.procedure import Input
from gemeengoed.procedures.reading import UnreadableError, doubted, read_facts, read_value
from gemeengoed.procedures.values import Value, as_written

FLAT = yes_no("plat")
SIDE = words("vlak", "voor", "achter")
HEIGHT = number("hoogte", "0", "10")
RIDGE = number("nok", "-5", None)
DAY = fact("dag", "date")
SIGNS = fact("signalen", "list", "brand", "water", optional=True)
PEOPLE = fact(
    "mensen", "items", fields=(words("wie", "kind", "ouder"), number("leeftijd", "0", "130"))
)
ALL = [FLAT, SIDE, HEIGHT, RIDGE, DAY, SIGNS, PEOPLE]
RULES = procedure(ALL, table("U", row("r")))


@pytest.mark.parametrize(
    ("declared", "written", "value"),
    [
        (FLAT, "ja", True),
        (FLAT, " Nee ", False),
        (FLAT, False, False),
        (SIDE, "achter ", "achter"),
        (HEIGHT, "1.75", Decimal("1.75")),
        (HEIGHT, " 1.750", Decimal("1.75")),
        (HEIGHT, 2, Decimal(2)),
        (HEIGHT, Decimal("1.001"), Decimal("1.001")),
        (HEIGHT, "0", Decimal(0)),
        (HEIGHT, "10", Decimal(10)),
        (RIDGE, "-0.10", Decimal("-0.10")),
        (DAY, "2026-11-23", date(2026, 11, 23)),
        (SIGNS, "brand; water", ("brand", "water")),
        (SIGNS, ["brand"], ("brand",)),
        (SIGNS, "brand:7", ("brand:7",)),
        (SIGNS, "", ()),
        (SIGNS, None, ()),
        (PEOPLE, "kind:7;ouder:40", ("kind:7", "ouder:40")),
        (PEOPLE, "kind", ("kind",)),
        (PEOPLE, "", None),
        (HEIGHT, "", None),
        (HEIGHT, "  ", None),
        (FLAT, None, None),
    ],
)  # fmt: skip
def test_what_is_written_is_read(declared: Input, written: Any, value: Value | None) -> None:
    assert read_value(declared, written) == value


@pytest.mark.parametrize(
    ("declared", "written", "message"),
    [
        (FLAT, "misschien", "geen ja of nee"),
        (FLAT, "1", "geen ja of nee"),
        (FLAT, 1, "geen ja of nee"),
        (SIDE, "Achter", "kies uit: voor, achter"),
        (SIDE, "dak", "kies uit: voor, achter"),
        (HEIGHT, "1,75", "geen getal; schrijf bijvoorbeeld 1.75"),
        (HEIGHT, "anderhalf", "geen getal"),
        (HEIGHT, "NaN", "geen getal"),
        (HEIGHT, "sNaN", "geen getal"),
        (HEIGHT, "inf", "geen getal"),
        (HEIGHT, "-Infinity", "geen getal"),
        (HEIGHT, float("nan"), "geen getal"),
        (HEIGHT, True, "geen getal"),
        (HEIGHT, "1_75", "geen getal"),
        (HEIGHT, "١", "geen getal"),
        (RIDGE, "1e999999999", "geen getal"),
        (RIDGE, "9" * 40, "geen getal"),
        (HEIGHT, "-0.01", "verwacht 0 tot 10"),
        (HEIGHT, "10.01", "verwacht 0 tot 10"),
        (RIDGE, "-5.01", "verwacht minstens -5"),
        (number("n", None, "3"), "4", "verwacht hoogstens 3"),
        (DAY, "23-11-2026", "geen datum; schrijf 2026-11-23"),
        (DAY, "2026-02-30", "geen datum"),
        (SIGNS, "brand;rook", "'rook' is onbekend"),
        (PEOPLE, "buur:3", "kies uit: kind, ouder"),
        (PEOPLE, "kind:oud", "geen getal"),
        (PEOPLE, "kind:7:x", "te veel delen"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    declared: Input, written: Any, message: str
) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_value(declared, written)


def test_all_faults_are_told_at_once_and_by_fact() -> None:
    written = {"hoogte": "hoog", "plat": "half", "vlak": "achter", "kleur": "rood"}
    with pytest.raises(FactsRefusedError) as caught:
        read_facts(RULES, written)
    assert {each.fact for each in caught.value.faults} == {"hoogte", "plat", "kleur"}
    assert "kleur: dit gegeven kent proef niet" in str(caught.value)


def test_what_is_not_written_is_not_known_and_an_optional_list_is_empty() -> None:
    assert read_facts(RULES, {"hoogte": "1", "plat": ""}) == {"hoogte": Decimal(1), "signalen": ()}


@pytest.mark.parametrize(("written", "is_doubted"), [("-1", True), ("0", False), ("11", True)])
def test_a_number_outside_what_is_plausible_is_doubted(written: str, is_doubted: bool) -> None:
    assert doubted(HEIGHT, Decimal(written)) is is_doubted
    assert not doubted(SIDE, "achter")


VALUES = {
    FLAT.name: st.booleans(),
    SIDE.name: st.sampled_from(SIDE.options),
    HEIGHT.name: st.decimals(0, 10, places=4),
    RIDGE.name: st.decimals(-5, 10**6, places=2),
    DAY.name: st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    SIGNS.name: st.lists(st.sampled_from(SIGNS.options), unique=True).map(tuple),
}


@given(st.fixed_dictionaries({}, optional=VALUES))
def test_what_is_written_of_a_value_reads_as_that_value(facts: dict[str, Value]) -> None:
    written = {name: as_written(value) for name, value in facts.items()}
    assert read_facts(RULES, written) == {"signalen": (), **facts}


@given(st.sampled_from(ALL), st.text(max_size=20))
def test_whatever_is_written_is_read_or_refused(declared: Input, text: str) -> None:
    try:
        value = read_value(declared, text)
    except UnreadableError:
        return
    assert value is None or read_value(declared, as_written(value)) in (value, None)
