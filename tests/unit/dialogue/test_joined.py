# SPDX-License-Identifier: EUPL-1.2
"""A joined question gives several facts at once, until one of them is told apart."""

import pytest
from tests.unit.dialogue.world import choice, step

from gemeengoed.dialogue.choosing import choice_named
from gemeengoed.dialogue.flow import Flow, InputKind
from gemeengoed.dialogue.judging import facts
from gemeengoed.dialogue.state import FlowRun, FoundFact, Given

YES_NO = (choice("ja", "Ja"), choice("nee", "Nee"))
SIDES = (choice("achter", "Achter"), choice("zij", "Zij"))
JOINED = (choice("achter", "Achter"), choice("zij-ja", "Zij, openbaar", "zij"),
          choice("zij-nee", "Zij, niet openbaar", "zij"))  # fmt: skip
FLOW = Flow(
    id="proef",
    topic="proef",
    label="Proef",
    submit="",
    term="",
    receipt=None,
    steps=(
        step("vlak", InputKind.CHOICE, facts=("vlak",), choices=SIDES),
        step("openbaar", InputKind.CHOICE, facts=("openbaar",), choices=YES_NO),
        step("kant", InputKind.CHOICE, facts=("vlak", "openbaar"), choices=JOINED),
    ),
)


def known(found: tuple[FoundFact, ...] = (), **answers: str) -> dict[str, str]:
    given = {name: Given(value, value) for name, value in answers.items()}
    return dict(facts(FLOW, FlowRun("proef", 1, answers=given, found=found)))


def test_each_part_of_the_choice_is_a_fact() -> None:
    assert known(kant="zij-ja") == {"vlak": "zij", "openbaar": "ja"}
    assert known(kant="achter") == {"vlak": "achter"}


def test_what_is_asked_later_joins_it() -> None:
    assert known(kant="achter", openbaar="ja") == {"vlak": "achter", "openbaar": "ja"}


def test_when_one_part_is_told_otherwise_the_other_is_not_known_any_more() -> None:
    """That the side faces a street says nothing about the back."""
    assert known(kant="zij-ja", vlak="achter") == {"vlak": "achter"}


def test_it_goes_before_what_registers_told() -> None:
    assert known((FoundFact("openbaar", "nee"),), kant="zij-ja")["openbaar"] == "ja"


@pytest.mark.parametrize(
    ("said", "meant"), [("achter", "achter"), ("zij", None), ("zij-ja", "zij-ja")]
)
def test_words_that_two_choices_share_choose_none_of_them(said: str, meant: str | None) -> None:
    chosen = choice_named(JOINED, said)
    assert (chosen.id if chosen is not None else None) == meant
