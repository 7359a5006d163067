# SPDX-License-Identifier: EUPL-1.2
"""By appointment or not, per product and location; and days on which it is otherwise."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.unit.content.small_pack import FILES, changed, edition

from gemeengoed.content.errors import PackError
from gemeengoed.content.render import render
from gemeengoed.dialogue.replies import Answer
from gemeengoed.terms.clock import AMSTERDAM

TOPIC = "basis/pas/onderwerp.yaml"
FACTS = "gemeenten/aastad/velden.yaml"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM)
DECLARED = changed(
    TOPIC,
    "  balie_pas:",
    "  balies: {type: desks, label: Balies}\n  balie_pas:",
)
DECLARED[TOPIC] = str(DECLARED[TOPIC]).replace(
    "Maak een afspraak.", '"{Kom je|Komt u} naar {balies}?"'
)


def facts(value: str) -> dict[str, str | None]:
    row = f"balies:\n  - {{value: {value}, source: Balie, checked_on: 2026-01-02}}\n"
    return {**DECLARED, FACTS: FILES[FACTS] + row}


def said(folder: Path, value: str, at: datetime = NOW) -> str:
    return render(edition(folder, changes=facts(value)), [Answer("pas", ("afspraak",))], at=at)[
        0
    ].text


def test_each_location_says_whether_one_needs_an_appointment(tmp_path: Path) -> None:
    value = "[{location: het stadhuis, visit: afspraak}, {location: de bus, visit: inloop}]"
    assert said(tmp_path, value) == (
        "Komt u naar het stadhuis (alleen op afspraak) en de bus (zonder afspraak)?"
    )


def test_a_location_may_have_hours_of_its_own_for_the_product(tmp_path: Path) -> None:
    value = '[{location: de bus, visit: beide, hours: {di: ["13:00-17:00"], 2026-12-01: []}}]'
    assert said(tmp_path, value) == (
        "Komt u naar de bus (met of zonder afspraak, dinsdag van 13.00 tot 17.00 uur, "
        "dinsdag 1 december gesloten)?"
    )


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("[]", "there is no location"),
        ("[{location: de bus, visit: soms}]", "'soms' is not possible here"),
        ("[{location: de bus, visit: inloop, hours: {2026-13-01: []}}]", "is not a day"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, value: str, fault: str) -> None:
    with pytest.raises(PackError, match=fault):
        edition(tmp_path, changes=facts(value))
