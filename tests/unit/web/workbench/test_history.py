# SPDX-License-Identifier: EUPL-1.2
"""The history of an interne_taak that the resident ended."""

from datetime import UTC, datetime

import pytest

from gemeengoed.casework.models import TaakEvent, TaakEventKind
from gemeengoed.web.workbench.history import told


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("De inwoner trekt het in", "De inwoner trok het in"),
        ("", "Een collega handelde het af"),  # emptied: nobody knows any more who it was
    ],
)
def test_who_ended_it_is_told_and_after_emptying_nobody(note: str, sentence: str) -> None:
    at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    (line,) = told([TaakEvent(kind=TaakEventKind.FINISHED, at=at, note=note)])
    assert line.sentence == sentence
