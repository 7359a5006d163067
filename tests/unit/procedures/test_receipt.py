# SPDX-License-Identifier: EUPL-1.2
"""A receipt proves by which rules an outcome came, and comes to it again."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.procedures.making import (
    DAY,
    fact,
    half,
    number,
    procedure,
    row,
    table,
    that,
    yes_no,
)

from gemeengoed.procedures.errors import FactsRefusedError, ReceiptError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.receipt import Receipt, receipt_of, replay
from gemeengoed.procedures.values import Value

INPUTS = [
    number("hoogte", "0", "10"),
    yes_no("plat"),
    number("grens", "0", "10"),
    fact("signalen", "list", "brand", optional=True),
    fact("dag", "date"),
]
HIGH = row("hoog", requires=that("hoogte", "<=", "@grens"))
RULES = procedure(
    INPUTS, table("C", HIGH, row("d", that("helft", ">", "4"), "b"), otherwise="c"),
    derived=(half("helft", "hoogte"),), no="a",
    fills={"grens": Decimal(3)}, fingerprint="tabellen", overlay_fingerprint="gemeente",
)  # fmt: skip


def receipt(day: date = DAY, **facts: Value) -> Receipt:
    return receipt_of(evaluate(RULES, facts, day), "waterdam", "zaak-1")


def test_it_holds_only_what_was_given_and_all_that_proves_the_rules() -> None:
    assert receipt(hoogte=Decimal("3.50"), plat=True).to_json() == {
        "procedure": "proef",
        "municipality": "waterdam",
        "day": "2026-11-23",
        "facts": {"hoogte": "3.50", "plat": "ja"},
        "tables": "tabellen",
        "overlay": "gemeente",
        "outcome": "a",
        "id": "zaak-1",
        "engine": "2",
    }


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "hoogte": st.decimals(0, 10, places=3),
            "plat": st.booleans(),
            "grens": st.decimals(0, 10, places=1),
            "signalen": st.sampled_from([(), ("brand",)]),
            "dag": st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        },
    )
)
def test_it_comes_to_the_same_again_after_a_journey_as_text(facts: dict[str, Value]) -> None:
    first = receipt(**facts)
    again = replay(Receipt.from_json(json.loads(json.dumps(first.to_json()))), RULES)
    assert again.shown == first.outcome
    assert receipt_of(again, "waterdam", "zaak-1").outcome == first.outcome


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"fingerprint": "anders"}, "de basistabel"),
        ({"overlay_fingerprint": "anders"}, "wat de gemeente invulde"),
    ],
)
def test_other_rules_are_told_instead_of_judged_by(change: dict[str, str], words: str) -> None:
    with pytest.raises(ReceiptError, match=f"veranderd: {words}$"):
        replay(receipt(hoogte=Decimal(4)), replace(RULES, **change))  # type: ignore[arg-type]


def test_all_that_changed_is_told_at_once() -> None:
    old = replace(receipt(hoogte=Decimal(4)), engine="0")
    changed = replace(RULES, fingerprint="x", overlay_fingerprint="y")
    with pytest.raises(ReceiptError, match="basistabel, wat de gemeente invulde, de rekenregels"):
        replay(old, changed)


def test_an_outcome_that_was_written_over_is_seen() -> None:
    forged = replace(receipt(hoogte=Decimal(4)), outcome="c")
    with pytest.raises(ReceiptError, match="het bewijs zegt c, nu komt er a uit"):
        replay(forged, RULES)


def test_facts_that_were_written_over_are_refused_or_come_to_another_outcome() -> None:
    first = receipt(hoogte=Decimal(4))
    with pytest.raises(ReceiptError):
        replay(replace(first, facts={"hoogte": "1"}), RULES)
    with pytest.raises(FactsRefusedError):
        replay(replace(first, facts={"hoogte": "hoog"}), RULES)


GOOD = receipt(hoogte=Decimal(4)).to_json()


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "bewijs",
        {},
        {**GOOD, "extra": "x"},
        {name: value for name, value in GOOD.items() if name != "day"},
        {**GOOD, "day": "gisteren"},
        {**GOOD, "day": 20261123},
        {**GOOD, "facts": "hoogte"},
        {**GOOD, "facts": ["hoogte"]},
        {**GOOD, "facts": None},
        {**GOOD, "tables": None},
        {**GOOD, "outcome": ["a"]},
    ],
)
def test_what_is_no_receipt_is_told_in_a_sentence(data: Any) -> None:
    with pytest.raises(ReceiptError, match="geen leesbaar bewijs"):
        Receipt.from_json(data)
