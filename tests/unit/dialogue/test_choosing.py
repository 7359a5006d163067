# SPDX-License-Identifier: EUPL-1.2
"""Which choice somebody's words mean."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.dialogue.world import choice

from gemeengoed.dialogue.choosing import TOO_FAR, _alike, choice_named, choice_told, place_named

PARTS_OF_DAY = (
    choice("ochtend", "In de ochtend", "ochtend", "'s ochtends", "voor de middag"),
    choice("middag", "In de middag", "middag", "na de middag"),
    choice("maakt-niet-uit", "Maakt niet uit", "altijd", "geen voorkeur"),
)


def named(text: str) -> str | None:
    found = choice_named(PARTS_OF_DAY, text)
    return found.id if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ochtend", "ochtend"),
        ("In de ochtend.", "ochtend"),
        ("bel me morgenochtend", "ochtend"),
        ("liefst voor de middag", "ochtend"),  # the longer words win over the "middag" in them
        ("'s ochtends graag", "ochtend"),
        ("de middag", "middag"),
        ("in de midag", "middag"),
        ("maakt nit uit", "maakt-niet-uit"),
        ("maakt-niet-uit", "maakt-niet-uit"),
        ("de derde", "maakt-niet-uit"),
        ("de laatste", "maakt-niet-uit"),
        ("optie 2", "middag"),
        ("3", "maakt-niet-uit"),
    ],
)
def test_a_choice_is_found(text: str, expected: str) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ochtend of middag",
        "avond",
        "",
        "!!!",
        "4",
        "0",
        "de vierde",
        "ik heb de derde keer gebeld hoor",
    ],
)
def test_no_choice_is_made_for_the_resident(text: str) -> None:
    assert named(text) is None


def test_short_words_do_not_count_inside_a_text() -> None:
    choices = (choice("een", "Eén lamp", "een"), choice("meer", "Meer lampen", "meer"))
    assert choice_told(choices, "er is een lamp die het niet meer doet", shortest=5) is None


@pytest.mark.parametrize(
    ("text", "count", "place"), [("2", 2, 1), ("3", 2, None), ("laatste", 3, -1)]
)
def test_a_place_in_a_list(text: str, count: int, place: int | None) -> None:
    assert place_named(text, count) == place


def test_an_article_counts_only_when_it_was_asked() -> None:
    choices = (choice("een", "Eén lamp", "een lamp"), choice("meer", "Meer lampen", "een paar"))
    text = "ik wil een lamp melden"
    assert choice_told(choices, text, shortest=5, unasked=True) is None
    assert choice_told(choices, text, shortest=5) == choices[0]


NEAR = st.text("abe ", max_size=12)


@given(NEAR, NEAR)
def test_likeness_that_could_decide_is_measured_exactly(one: str, other: str) -> None:
    exact = difflib.SequenceMatcher(None, one, other).ratio()
    measured = _alike(one, other)
    assert measured == exact or (measured == 0.0 and exact < TOO_FAR)
