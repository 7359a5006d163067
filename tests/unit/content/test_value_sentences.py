# SPDX-License-Identifier: EUPL-1.2
"""The sentences of waarden.toets.yaml, whose writer did not know the grammars."""

from functools import cache

from tests.real_packs import real_packs

from gemeengoed.content.packs import Packs
from gemeengoed.content.value_sentence import ValueSentence
from gemeengoed.language.normalising import plain
from gemeengoed.language.reading import Context
from gemeengoed.language.values.finding import values_in
from gemeengoed.language.values.telling import by_name
from gemeengoed.project.demo_names import demo_names_of_all

EXACT = 0.95
FEWEST = 300


@cache
def packs() -> Packs:
    return real_packs().packs


@cache
def told_names() -> Context:
    """What the reader is told of streets and places: the names of the three registers."""
    names = demo_names_of_all(["heidewoud", "oostermark", "waterdam"])
    assert names.streets
    return Context(streets=names.streets, places=names.places)


def told(sentence: ValueSentence, context: Context) -> dict[str, str | int | float]:
    values = values_in(sentence.text, plain(sentence.text), today=sentence.today, context=context)
    return by_name(values)


def test_of_a_hundred_sentences_ninety_five_are_read_exactly() -> None:
    sentences = packs().value_sentences
    differs = [s for s in sentences if not s.is_told(told(s, told_names()))]
    for sentence in differs:
        print(f"{sentence.text!r}: {dict(sentence.values)}, told: {told(sentence, told_names())}")
    exact = 1 - len(differs) / len(sentences)
    print(f"values exact: {exact:.3f} of {len(sentences)} sentences")
    assert len(sentences) >= FEWEST
    assert exact >= EXACT


def test_a_sentence_is_not_told_exactly_when_a_value_is_wrong_or_one_too_many() -> None:
    sentence = next(
        s
        for s in packs().value_sentences
        if s.values.keys() >= {"straat_naar"} and "straat_van" not in s.values
    )
    right = dict(sentence.values)
    assert sentence.is_told(right)
    assert sentence.is_told(right | {"straat_van": "Ergens"})  # a role that it does not list
    assert not sentence.is_told(right | {"naam": "Jan"})
    assert not sentence.is_told(right | {"straat_naar": "Elders"})
    assert not sentence.is_told({})
