# SPDX-License-Identifier: EUPL-1.2
"""A register is asked once in a while, and what it told does not stay."""

from datetime import UTC, datetime, timedelta

import pytest

from gemeengoed.casework.short_memory import ShortMemory

NOW = datetime(2026, 11, 23, 3, 5, tzinfo=UTC)


class Register:
    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> int:
        self.asked += 1
        return self.asked


def test_within_two_minutes_it_is_asked_once() -> None:
    register, memory = Register(), ShortMemory[int]()
    for seconds in (0, 1, 60, 119):
        assert memory.recall("a", NOW + timedelta(seconds=seconds), register) == 1
    assert memory.recall("a", NOW + timedelta(minutes=2), register) == 2


def test_another_key_is_asked_for_itself() -> None:
    register, memory = Register(), ShortMemory[int]()
    assert [memory.recall(key, NOW, register) for key in "aba"] == [1, 2, 1]


def test_nothing_old_stays_whoever_asks() -> None:
    register, memory = Register(), ShortMemory[int]()
    for key in "abc":
        memory.recall(key, NOW, register)
    memory.recall("d", NOW + timedelta(minutes=2), register)
    assert len(memory) == 1


def test_no_more_is_kept_than_agreed_and_the_oldest_goes_first() -> None:
    register, memory = Register(), ShortMemory[int](at_most=2)
    for key in "abc":
        memory.recall(key, NOW, register)
    assert len(memory) == 2
    assert memory.recall("c", NOW, register) == 3
    assert memory.recall("a", NOW, register) == 4


def test_a_failure_is_not_kept() -> None:
    register, memory = Register(), ShortMemory[int]()

    def fails() -> int:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        memory.recall("a", NOW, fails)
    assert memory.recall("a", NOW, register) == 1


def test_a_clock_that_was_set_back_keeps_nothing() -> None:
    register, memory = Register(), ShortMemory[int]()
    memory.recall("a", NOW, register)
    assert memory.recall("a", NOW - timedelta(hours=1), register) == 2
