# SPDX-License-Identifier: EUPL-1.2
"""Which steps of a flow count."""

from dataclasses import replace

import pytest
from tests.unit.dialogue.world import CALL, step

from gemeengoed.dialogue.flow import Condition, Flow, InputKind
from gemeengoed.dialogue.path import counts, lines, next_step, step_before, steps_that_may_count
from gemeengoed.dialogue.state import FlowRun, Given

FIRST = step("eerste", InputKind.NUMBER, optional=True)


def flow(*conditions: Condition) -> Flow:
    return replace(CALL, steps=(FIRST, step("tweede", InputKind.TEXT, when=conditions)))


def run(value: object | None = None, *, skipped: bool = False) -> FlowRun:
    answers = {} if value is None else {"eerste": Given(value, str(value))}
    return FlowRun("terugbellen", 1, answers, ("eerste",) if skipped else ())


def second_counts(condition: Condition, state: FlowRun) -> bool | None:
    made = flow(condition)
    return counts(made, state, made.steps[1])


@pytest.mark.parametrize(
    ("operator", "value", "given", "expected"),
    [
        ("=", 3, 3, True),
        ("=", 3, 4, False),
        ("!=", 3, 4, True),
        ("!=", 3, 3, False),
        ("<", 3, 2, True),
        ("<", 3, 3, False),
        ("<=", 3, 3, True),
        ("<=", 3, 4, False),
        (">", 3, 4, True),
        (">", 3, 3, False),
        (">=", 3, 3, True),
        (">=", 3, 2, False),
        ("<", 3, "twee", False),
        ("known", None, 3, True),
        ("unknown", None, 3, False),
    ],
)
def test_a_condition_on_an_answer(
    operator: str, value: object, given: object, expected: bool
) -> None:
    condition = Condition("eerste", operator, value)  # type: ignore[arg-type]
    assert second_counts(condition, run(given)) is expected


@pytest.mark.parametrize("operator", ["=", "!=", "<", "known", "unknown"])
def test_before_the_answer_it_is_open(operator: str) -> None:
    condition = Condition("eerste", operator, 3)
    assert second_counts(condition, run()) is None
    assert len(steps_that_may_count(flow(condition), run())) == 2


@pytest.mark.parametrize(
    ("operator", "expected"),
    [("=", False), ("!=", True), ("<", False), ("known", False), ("unknown", True)],
)
def test_after_a_skip_there_is_no_answer_any_more(operator: str, expected: bool) -> None:
    assert second_counts(Condition("eerste", operator, 3), run(skipped=True)) is expected


def test_a_condition_on_a_step_that_does_not_exist_has_no_answer() -> None:
    assert second_counts(Condition("nergens", "unknown"), run()) is True


def test_all_conditions_must_hold() -> None:
    made = flow(Condition("eerste", ">", 1), Condition("eerste", "<", 3))
    assert counts(made, run(2), made.steps[1]) is True
    assert counts(made, run(5), made.steps[1]) is False


@pytest.mark.parametrize(("value", "expected"), [(1, True), (5, True), (3, False), (None, None)])
def test_of_any_one_is_enough(value: int | None, expected: bool | None) -> None:
    either = Condition("", "any", any=(Condition("eerste", "<", 2), Condition("eerste", ">", 4)))
    assert second_counts(either, run(value)) is expected


def test_what_is_never_asked_is_no_answer_until_it_is_told() -> None:
    told_only = replace(FIRST, told_only=True)
    second = step("tweede", InputKind.TEXT, when=(Condition("eerste", "known"),))
    made = replace(CALL, steps=(told_only, second))
    assert counts(made, run(), second) is False
    assert counts(made, run(3), second) is True


@pytest.mark.parametrize("is_checked", [True, False])
def test_an_address_that_the_register_has_not_is_unchecked(is_checked: bool) -> None:
    given = FlowRun("terugbellen", 1, {"eerste": Given(3, "3", is_checked)})
    assert second_counts(Condition("eerste", "checked"), given) is is_checked
    assert second_counts(Condition("eerste", "unchecked"), given) is not is_checked


def test_a_step_behind_a_step_that_does_not_count_sees_no_answer() -> None:
    third = step("derde", InputKind.TEXT, when=(Condition("tweede", "unknown"),))
    made = replace(CALL, steps=(*flow(Condition("eerste", "=", 1)).steps, third))
    assert counts(made, run(2), third) is True


def test_the_next_step_is_the_first_that_is_not_settled() -> None:
    made = flow()
    assert next_step(made, run()) == FIRST
    assert next_step(made, run(1)) == made.steps[1]
    assert next_step(made, run(skipped=True)) == made.steps[1]


def test_the_step_before_the_summary_is_the_last_that_was_settled() -> None:
    made = flow()
    assert step_before(made, run()) is None
    assert step_before(made, replace(run(1), asked="tweede")) == FIRST
    assert step_before(made, run(1)) == FIRST


def test_lines_show_what_was_skipped_and_not_what_is_open() -> None:
    shown = [(line.name, line.value) for line in lines(flow(), run(skipped=True))]
    assert shown == [("eerste", "–")]
