# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.unit.content.small_pack import changed, edition

from gemeengoed.content.municipality import fact_on
from gemeengoed.content.topic import FieldType
from gemeengoed.content.values import Values, in_words, money_in_words
from gemeengoed.terms.dutch_dates import day_in_words

FACTS = "gemeenten/aastad/velden.yaml"


@pytest.mark.parametrize(
    ("amount", "words"),
    [(84.1, "€ 84,10"), (11.0, "€ 11,00"), (0, "gratis"), (1250.5, "€ 1.250,50"), (0.05, "€ 0,05")],
)
def test_an_amount_is_written_as_people_do(amount: float, words: str) -> None:
    assert money_in_words(amount) == words


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (1, FieldType.WORKING_DAYS, "1 werkdag"),
        (6, FieldType.WORKING_DAYS, "6 werkdagen"),
        (1.5, FieldType.NUMBER, "1,5"),
        (28, FieldType.NUMBER, "28"),
        ("088 000 01 00", FieldType.PHONE, "088 000 01 00"),
        ("ja", FieldType.YES_NO, "ja"),
    ],
)
def test_a_fact_is_written_by_its_type(value: str | float, kind: FieldType, words: str) -> None:
    assert in_words(value, kind, "u") == words


def test_a_day_is_written_out() -> None:
    assert day_in_words(date(2026, 11, 30)) == "maandag 30 november 2026"


def test_the_value_of_the_day_itself_counts(tmp_path: Path) -> None:
    facts = edition(tmp_path).facts
    assert fact_on(facts, "tarief_pas", date(2025, 12, 31)) is None
    for day, amount in (
        (date(2026, 1, 1), 12.5),
        (date(2026, 12, 31), 12.5),
        (date(2027, 1, 1), 0),
    ):
        fact = fact_on(facts, "tarief_pas", day)
        assert fact is not None
        assert fact.value == amount


def test_the_dutch_day_counts_and_not_that_of_greenwich(tmp_path: Path) -> None:
    last_hour = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight in Amsterdam
    assert Values(edition(tmp_path), last_hour)["tarief_pas"] == "gratis"


def test_a_fact_that_nobody_confirmed_counts_as_missing(tmp_path: Path) -> None:
    files = changed(
        FACTS, "source: Verordening 2026, checked_on: 2026-01-02", "source: Horen zeggen"
    )
    facts = edition(tmp_path, changes=files).facts
    assert fact_on(facts, "tarief_pas", date(2026, 6, 1)) is None


def test_what_is_used_is_remembered_and_what_is_not_known_is_a_key_error(tmp_path: Path) -> None:
    values = Values(edition(tmp_path), datetime(2026, 6, 1, 12, tzinfo=UTC), {"nummer": "7"})
    assert values["nummer"] == "7"
    assert values["gemeente.naam"] == "Aastad"
    assert values["levertijd"] == "1 werkdag"
    with pytest.raises(KeyError):
        values["iets_anders"]
    assert list(values.used) == ["levertijd"]
