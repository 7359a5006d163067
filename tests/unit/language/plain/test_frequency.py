# SPDX-License-Identifier: EUPL-1.2
import pytest

from gemeengoed.language.plain.frequency import is_common, parts_of


@pytest.mark.parametrize(
    "word",
    [
        "huis",
        "parkeervergunning",
        "afvalcontainer",
        "identiteitskaarten",
        "dakkapellen",
        "teruggebeld",
        "uitgeprint",
        "verhuisdatum",
        "e-mailadres",
        "meeverhuist",
        "bewijzen",
    ],
)
def test_a_word_of_every_day_is_common_whole_or_in_parts(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize(
    "word",
    [
        "restitutie",
        "verbeurd",
        "gemandateerd",
        "precariobelasting",
        "proportionaliteit",
        "gedoogbeschikking",
        "nihilstelling",
        "ontheffing",
        "legalisatie",
    ],
)
def test_a_word_that_few_know_is_not(word: str) -> None:
    assert not is_common(word)


def test_a_compound_is_taken_apart_where_its_words_meet() -> None:
    assert parts_of("afvalcontainer") == ("afval", "container")


def test_what_is_no_compound_has_no_parts() -> None:
    assert parts_of("restitutie") == ()
