# SPDX-License-Identifier: EUPL-1.2
"""Three values: what is known settles what it can, what is unknown stays unknown."""

from itertools import product

import pytest

from gemeengoed.procedures.kleene import Truth, all_of, any_of, opposite

TRUTHS: tuple[Truth, ...] = (True, False, None)
AND = {(True, True): True, (True, None): None, (None, True): None, (None, None): None}
OR = {(False, False): False, (False, None): None, (None, False): None, (None, None): None}


@pytest.mark.parametrize("pair", list(product(TRUTHS, TRUTHS)))
def test_two_truths_together(pair: tuple[Truth, Truth]) -> None:
    assert all_of(pair) is AND.get(pair, False)
    assert any_of(pair) is OR.get(pair, True)


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [opposite(each) for each in TRUTHS] == [False, True, None]


def test_of_nothing_all_hold_and_none_does() -> None:
    assert all_of([]) is True
    assert any_of([]) is False


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=3)))
def test_what_is_said_holds_however_the_unknown_turns_out(truths: tuple[Truth, ...]) -> None:
    """Sound and, for truths that have nothing to do with each other, complete."""
    turns = [(True, False) if each is None else (each,) for each in truths]
    ends = [(all(each), any(each)) for each in product(*turns)]
    for said, may in (
        (all_of(truths), {end[0] for end in ends}),
        (any_of(truths), {end[1] for end in ends}),
    ):
        assert said is (may.pop() if len(may) == 1 else None)
