# SPDX-License-Identifier: EUPL-1.2
"""Measures that contradict each other, with the doubts of the real dormer."""

import pytest

from gemeengoed.content.queries import edition_of
from gemeengoed.dialogue.doubting import contradictions, measures
from gemeengoed.dialogue.flow import Flow

pytestmark = pytest.mark.usefixtures("published")
WIDE = {"breedte_m": "3.40", "dakvlak_breedte_m": "5.40"}


@pytest.fixture
def flow(published: None) -> Flow:
    return edition_of("waterdam").flows["dakkapel-check"]


def sides(metres: str) -> dict[str, str]:
    return {"afstand_links_m": metres, "afstand_rechts_m": metres}


def test_a_dormer_and_its_sides_that_are_wider_than_the_roof_contradict(flow: Flow) -> None:
    (found,) = contradictions(flow, WIDE | sides("1.20"))
    assert found.doubt.name == "breedte"
    assert str(found.total) == "5.80"
    assert [(line.name, line.value) for line in measures(flow, found)] == [
        ("breedte", "3,40 m"),
        ("zijkant", "2 × 1,20 m"),
    ]


@pytest.mark.parametrize("each_side", ["0.50", "1.00", "1.02"])
def test_what_fits_within_the_precision_of_measuring_is_not_doubted(
    flow: Flow, each_side: str
) -> None:
    assert list(contradictions(flow, WIDE | sides(each_side))) == []


def test_nothing_is_doubted_of_a_roof_whose_size_is_not_known(flow: Flow) -> None:
    assert list(contradictions(flow, {"breedte_m": "30"} | sides("20"))) == []


def test_one_measure_may_be_more_than_the_roof_by_itself(flow: Flow) -> None:
    (found,) = contradictions(flow, {"hoogte_m": "6", "dak_hoogte_m": "4.2"})
    assert found.words is found.doubt.alone


def test_a_dormer_that_is_told_to_be_above_the_ridge_contradicts_nothing(flow: Flow) -> None:
    facts = {"hoogte_m": "1.7", "onderkant_m": "2.2", "dak_hoogte_m": "3.6"}
    assert [found.doubt.name for found in contradictions(flow, facts)] == ["hoogte"]
    assert list(contradictions(flow, facts | {"afstand_nok_m": "-0.30"})) == []


def test_other_measures_are_another_question(flow: Flow) -> None:
    (one,) = contradictions(flow, WIDE | sides("1.20"))
    (same,) = contradictions(flow, WIDE | sides("1.2"))
    (other,) = contradictions(flow, WIDE | sides("1.30"))
    assert one.key == same.key != other.key
