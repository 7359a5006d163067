# SPDX-License-Identifier: EUPL-1.2
"""What nobody can see does not get in; what a script or an emoji needs stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeengoed.language.masking import mask
from gemeengoed.language.visible import visible

TURNS_TEXT_AROUND = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
HAS_NO_WIDTH = "\u200b\ufeff\u2060\u2061\u2064\u00ad\u034f\u180e\u206f\ufff9\u3164\U000e0041"
JOINERS = "\u200c\u200d"
VARIANTS = "\ufe00\ufe0e\ufe0f\U000e0100"
NOBODY_SEES = TURNS_TEXT_AROUND + HAS_NO_WIDTH + JOINERS + VARIANTS + "\x00\x07\x1b\x7f\x85"

ordinary = st.characters(
    categories=["L", "N", "P", "S"], exclude_characters="\u2800" + HAS_NO_WIDTH
)
anything = st.text(
    st.one_of(st.characters(), st.sampled_from(NOBODY_SEES), st.sampled_from("a1é😀م"))
)


@given(anything)
def test_what_comes_through_can_be_seen(text: str) -> None:
    left = visible(text)
    assert not set(left) & set(TURNS_TEXT_AROUND + HAS_NO_WIDTH)
    allowed = ("L", "M", "N", "P", "S", "Z")
    strange = [
        c for c in left if c not in "\n\t" and not unicodedata.category(c).startswith(allowed)
    ]
    assert set(strange) <= set(JOINERS + "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f") | set(
        "\u0890\u0891\u08e2\U000110bd\U000110cd"
    ), "only what is written between letters, and signs of Arabic, Syriac and Kaithi that are seen"


@given(anything)
def test_once_is_enough(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text(st.sampled_from(NOBODY_SEES + " \t\n\u00a0\u2800")))
def test_a_text_of_what_nobody_sees_is_empty(text: str) -> None:
    assert visible(text) == ""


@given(st.lists(st.one_of(ordinary, st.sampled_from(NOBODY_SEES))))
def test_what_can_be_seen_stays_in_its_order(characters: list[str]) -> None:
    seen = [c for c in characters if c not in NOBODY_SEES]
    assert [c for c in visible("".join(characters)) if c not in NOBODY_SEES] == seen


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم گذرنامه بگیرم",  # Persian, with a zero width non-joiner
        "क्‍ष",  # Devanagari, with a zero width joiner
        "👩‍👩‍👧 👩🏽‍🚀 🤷‍♀️ ❤️‍🔥 1️⃣ #️⃣ 🇳🇱",
        "naïef, Zoë, €\u00a012,50, “ja” – 1½",
        "\u0603٥",  # the Arabic sign for a page, before its number
        "eerste regel\n\ttweede",
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("pas\u200bpoort", "paspoort"),
        ("pas\u200dpoort", "paspoort"),
        ("ge\u00admeen\u00adte", "gemeente"),
        ("\ufeffwat kost\u202e een paspoort\u2069?", "wat kost een paspoort?"),
        ("a\ufe0fb 1\ufe0f2", "ab 12"),
        ("👍\u200d", "👍"),
        ("م\u200c\u200c\u200dن", "م\u200cن"),
        (
            "🏴\U000e0067\U000e0062\U000e007f",
            "🏴",
        ),  # hidden letters; a flag of England becomes plain
        ("een\r\ntwee", "een\ntwee"),
    ],
)
def test_the_rest_goes(typed: str, left: str) -> None:
    assert visible(typed) == left


@given(st.lists(st.sampled_from(NOBODY_SEES), min_size=8, max_size=8))
def test_nothing_unseen_hides_a_number_from_the_masking(between: list[str]) -> None:
    digits = "999993653"
    typed = digits[0] + "".join(a + b for a, b in zip(between, digits[1:], strict=True))
    assert mask(visible(typed)) == ("[bsn verborgen]", ("bsn",))
