# SPDX-License-Identifier: EUPL-1.2
"""The golden list of forms is itself in order: what it asks of a program, it must keep."""

from collections import Counter
from functools import cache
from pathlib import Path

import yaml

from gemeengoed.content.errors import Place
from gemeengoed.content.lint import Rules, lint
from gemeengoed.content.loading.document import Faults
from gemeengoed.content.text import Text
from gemeengoed.language.phrase import JE, Alternation, Phrase, U, parse

LIST = Path(__file__).with_name("forms_golden.yaml")
UNCHANGED = "-unchanged"
LETTER = "letter-u-unchanged"


@cache
def pairs() -> list[dict[str, str]]:
    found: list[dict[str, str]] = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return found


def rendered(phrase: Phrase, form: str) -> str:
    return phrase.render(form, {name: f"{{{name}}}" for name in phrase.placeholders})


def alternations() -> list[Alternation]:
    phrases = [parse(pair["marked"]) for pair in pairs()]
    return [s for phrase in phrases for s in phrase.segments if isinstance(s, Alternation)]


def test_there_are_enough_pairs_and_each_kind_has_several() -> None:
    kinds = Counter(pair["kind"] for pair in pairs())
    assert kinds.total() >= 330
    assert [kind for kind, count in kinds.items() if count < 4] == []
    assert max(Counter(pair["je"] for pair in pairs()).values()) == 1


def test_the_je_side_of_what_is_marked_is_the_plain_sentence() -> None:
    wrong = [pair for pair in pairs() if rendered(parse(pair["marked"]), JE) != pair["je"]]
    assert wrong == []


def test_what_is_marked_passes_the_lint_of_the_packs() -> None:
    faults = Faults()
    for number, pair in enumerate(pairs()):
        if pair["kind"] != LETTER:
            phrase = parse(pair["marked"])
            text = Text(pair["marked"], phrase, Place(LIST.name, number))
            lint(text, Rules(phrase.placeholders), faults)
    assert faults.faults == []


def test_only_the_kinds_that_say_so_stay_unchanged() -> None:
    for pair in pairs():
        same = rendered(parse(pair["marked"]), U) == pair["je"]
        assert same == pair["kind"].endswith(UNCHANGED), pair["je"]


def test_an_alternation_holds_no_word_at_its_edge_that_stays_the_same() -> None:
    wide = []
    for found in alternations():
        je, u = found.je.split(" "), found.u.split(" ")
        if je[0] == u[0] or je[-1] == u[-1]:
            wide.append(found)
    assert wide == []


def test_the_polite_form_has_the_verbs_of_the_house() -> None:
    unwanted = ("u heeft", "heeft u", "u kan", "kan u", "u wil", "wil u", "u zal", "zal u")
    for pair in pairs():
        words = f" {rendered(parse(pair['marked']), U).lower()} ".replace("?", " ").replace(
            ",", " "
        )
        assert not [form for form in unwanted if f" {form} " in words], pair["je"]
