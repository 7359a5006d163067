# SPDX-License-Identifier: EUPL-1.2
"""Dutch words in names stand in the glossary, and words that it avoids are not used."""

import ast
import re
from functools import cache

import pytest
from tests.rules.allowing import hold
from tests.rules.identifiers import names_in_script, split, words_of, words_of_scripts
from tests.rules.looks_dutch import NOT_DUTCH
from tests.rules.source import ROOT, Module, written_modules
from wordfreq import zipf_frequency

GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")

# On Zipf's scale 3 is once in a million words and each step ten times as often.
CLEARLY_MORE = 0.5
KNOWN = 1.5

AVOIDED_BUT_USED: dict[str, str] = {
    "category": "Unicode's own word for the kind of a character",
    "override": "pickle's own word, in the name of a method that it calls",
}


def looks_dutch(word: str) -> bool:
    """More frequent in Dutch, or known in neither language (a Dutch compound, an abbreviation)."""
    dutch, english = zipf_frequency(word, "nl"), zipf_frequency(word, "en")
    return dutch - english >= CLEARLY_MORE or max(dutch, english) < KNOWN


def _cells(glossary: str, column: int) -> list[str]:
    rows = [line.split("|") for line in glossary.splitlines() if line.startswith("|")]
    return [row[column] for row in rows if len(row) == 6]


def terms(glossary: str) -> set[str]:
    """The words of all terms between backticks."""
    named = (name for cell in _cells(glossary, 1) for name in re.findall(r"`([^`]+)`", cell))
    return {word for name in named for word in split(name)} | {
        word
        for cell in _cells(glossary, 2)
        for name in re.findall(r"`([^`]+)`", cell)
        for word in split(name)
    }


def avoided(glossary: str) -> set[str]:
    return {word for cell in _cells(glossary, 4) for word in re.findall(r"`([^`]+)`", cell)}


@cache
def all_words() -> dict[str, str]:
    return words_of_scripts() | words_of(written_modules())


def test_every_dutch_word_in_a_name_stands_in_the_glossary() -> None:
    words = all_words()
    dutch = {word for word in words if looks_dutch(word)} - terms(GLOSSARY)
    unknown = dutch - set(NOT_DUTCH)
    hold([f"{word} ({words[word]})" for word in unknown], {})


def test_the_list_of_words_that_only_look_dutch_is_not_stale() -> None:
    words = all_words()
    looking = {word for word in words if looks_dutch(word)} - terms(GLOSSARY)
    hold(looking & set(NOT_DUTCH), NOT_DUTCH)


def test_no_name_uses_a_word_that_the_glossary_avoids() -> None:
    used = all_words()
    hold(set(used) & avoided(GLOSSARY), AVOIDED_BUT_USED)


def test_the_glossary_says_of_each_dutch_term_where_it_comes_from() -> None:
    without = [
        term.strip()
        for term, source in zip(_cells(GLOSSARY, 1), _cells(GLOSSARY, 3), strict=True)
        if "`" in term and not source.strip(" –")
    ]
    hold(without, {"`gemeengoed`": "the name of the project itself"})


def test_no_term_is_also_avoided() -> None:
    assert terms(GLOSSARY) & avoided(GLOSSARY) == set()


@pytest.mark.parametrize("word", ["straatverlichting", "verhuizing", "vergunning", "taak"])
def test_a_dutch_word_is_known_as_one(word: str) -> None:
    assert looks_dutch(word)


@pytest.mark.parametrize("word", ["street", "conversation", "permission", "promise", "edition"])
def test_an_english_word_is_known_as_one(word: str) -> None:
    assert not looks_dutch(word)


def test_names_of_every_kind_are_split_into_words() -> None:
    source = "class OpenTaak:\n    def vraag(self, antwoord): self.gegeven = besluit = 1\n"
    module = Module("room.bouwplan", written_modules()[0].path, ast.parse(source))
    expected = {"open", "taak", "vraag", "antwoord", "gegeven", "besluit", "room", "bouwplan"}
    assert set(words_of((module,))) == expected | {"self"}


def test_names_in_scripts_are_seen() -> None:
    text = "export class OpenTaak {}\nconst vraag = 1; function antwoord(a) {}\n// het gesprek"
    assert names_in_script(text) == ["OpenTaak", "vraag", "antwoord"]
