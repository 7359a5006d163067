# SPDX-License-Identifier: EUPL-1.2
"""How good the proposed alternations are, by what they render in the u-form.

Two measures. Precision: of the sentences that were marked without a doubt, how many are right.
Recall: of all sentences, how many were marked, and right. The floors lie under what was reached on
the day that they were set (docs/forms.md), so that a change for the worse is seen.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from tests.unit.content.every_text import every_text

from gemeengoed.language.forms.agreement import misfits
from gemeengoed.language.forms.proposing import propose
from gemeengoed.language.phrase import JE, Phrase, U, parse

GOLDEN = Path(__file__).with_name("forms_golden.yaml")
READER = re.compile(r"\b(?:je|jij|jou|jouw|jezelf|jullie)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\n|\n- ")


@dataclass(frozen=True)
class Measured:
    right: int
    wrong: tuple[str, ...]
    unsure: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.wrong) + self.unsure)


def measured(pairs: Iterable[tuple[str, str]]) -> Measured:
    """pairs: a sentence in the je-form, and the same in the u-form."""
    right = unsure = 0
    wrong: list[str] = []
    for je, u in pairs:
        proposal = propose(je)
        if proposal.unsure:
            unsure += 1
        elif in_form(parse(proposal.marked), U) == u:
            right += 1
        else:
            wrong.append(proposal.marked)
    return Measured(right, tuple(wrong), unsure)


def in_form(phrase: Phrase, form: str) -> str:
    return phrase.render(form, {name: f"{{{name}}}" for name in phrase.placeholders})


def golden() -> list[dict[str, str]]:
    entries: list[dict[str, str]] = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
    return entries


def of_packs() -> set[tuple[str, str]]:
    """The sentences of all texts of the packs that speak to the reader, in both forms."""
    pairs: set[tuple[str, str]] = set()
    for text in every_text():
        je, u = (SENTENCE.split(in_form(text.phrase, form)) for form in (JE, U))
        if len(je) == len(u):
            pairs |= {pair for pair in zip(je, u, strict=True) if READER.search(pair[0])}
    return pairs


def test_the_golden_list_is_marked_well() -> None:
    entries = golden()
    assert len(entries) >= 330
    result = measured((each["je"], in_form(parse(each["marked"]), U)) for each in entries)
    print(f"golden list: precision {result.precision:.1%}, recall {result.recall:.1%}")
    assert result.precision >= 0.99, result.wrong
    assert result.recall >= 0.97


def test_the_texts_of_the_packs_are_marked_well_from_their_je_form() -> None:
    pairs = of_packs()
    assert len(pairs) > 300
    result = measured(pairs)
    print(f"packs: precision {result.precision:.1%}, recall {result.recall:.1%}, {len(pairs)}")
    assert result.precision >= 0.98, result.wrong
    assert result.recall >= 0.95


def test_no_verb_of_the_golden_list_is_taken_for_a_misfit() -> None:
    assert [misfits(parse(each["marked"])) for each in golden()] == [()] * len(golden())


@pytest.mark.parametrize("form", [JE, U])
def test_every_text_of_the_packs_can_be_said_in_both_forms(form: str) -> None:
    """Also what no municipality shows today: other choices, missing facts, amounts of zero."""
    texts = every_text()
    assert len(texts) > 800
    for text in texts:
        said = text.phrase.render(form, dict.fromkeys(text.phrase.placeholders, "iets"))
        assert said.strip(), text.place
        assert "iets" in said or not text.phrase.placeholders, text.place
        assert misfits(text.phrase) == (), text.place
