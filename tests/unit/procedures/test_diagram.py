# SPDX-License-Identifier: EUPL-1.2
"""Diagrams say what going through every case says, and look only at what they depend on."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeengoed.procedures.diagram import OPEN, Diagram, Diagrams, Node, Open, leaf_of
from gemeengoed.procedures.errors import TooTangledError

WIDTHS = (2, 3, 2, 2)
CASES = [dict(enumerate(cases)) for cases in product(*map(range, WIDTHS))]

DRAWN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def recipes(draw: st.DrawFn, depth: int = 3) -> object:
    """(variable, the case in which it holds), or three of these: test, then, otherwise."""
    if depth == 0 or draw(st.booleans()):
        variable = draw(st.integers(0, len(WIDTHS) - 1))
        return variable, draw(st.integers(0, WIDTHS[variable] - 1))
    return tuple(draw(recipes(depth - 1)) for _ in range(3))


def made(diagrams: Diagrams, recipe: tuple) -> Diagram:
    if len(recipe) == 2:
        variable, holding = recipe
        return diagrams.looking_at(variable, tuple(n == holding for n in range(WIDTHS[variable])))
    return diagrams.choose(*(made(diagrams, part) for part in recipe))


def holds(recipe: tuple, cases: dict[int, int]) -> bool:
    if len(recipe) == 2:
        return cases[recipe[0]] == recipe[1]
    test, then, otherwise = recipe
    return holds(then if holds(test, cases) else otherwise, cases)


@DRAWN
@given(recipes())
def test_it_says_in_every_case_what_it_was_made_of(recipe: tuple) -> None:
    diagram = made(Diagrams(1000), recipe)
    assert all(leaf_of(diagram, cases) is holds(recipe, cases) for cases in CASES)


@DRAWN
@given(recipes())
def test_it_looks_at_a_variable_if_and_only_if_it_depends_on_it(recipe: tuple) -> None:
    diagram = made(Diagrams(1000), recipe)
    looked_at = diagram.variables if isinstance(diagram, Node) else 0
    for variable, width in enumerate(WIDTHS):
        depends = any(
            holds(recipe, cases) != holds(recipe, {**cases, variable: other})
            for cases in CASES
            for other in range(width)
        )
        assert bool(looked_at >> variable & 1) is depends


@DRAWN
@given(recipes(), st.integers(0, len(WIDTHS) - 1), st.data())
def test_restricting_it_to_a_case_is_the_diagram_of_that_case(
    recipe: tuple, variable: int, data: st.DataObject
) -> None:
    case = data.draw(st.integers(0, WIDTHS[variable] - 1))
    diagrams = Diagrams(1000)
    diagram = made(diagrams, recipe)
    rest = diagrams.restricted(diagram, {variable: case})
    here = [holds(recipe, cases) for cases in CASES if cases[variable] == case]
    assert leaf_of(diagram, {variable: case}) is (here[0] if len(set(here)) == 1 else OPEN)
    assert isinstance(rest, Node) is (len(set(here)) > 1)


@DRAWN
@given(recipes(), recipes())
def test_equal_diagrams_are_one_object(one: tuple, other: tuple) -> None:
    diagrams = Diagrams(1000)
    is_equal = all(holds(one, cases) == holds(other, cases) for cases in CASES)
    assert (made(diagrams, one) is made(diagrams, other)) is is_equal


def test_two_are_combined_by_what_comes_of_their_leaves() -> None:
    def first_known(one: Diagram, other: Diagram) -> Diagram | Open:
        return OPEN if isinstance(one, Node) else one if one is not None else other

    diagrams = Diagrams(1000)
    one = diagrams.looking_at(0, ("a", None))
    other = diagrams.looking_at(1, ("a", "b"))
    both = diagrams.combine(first_known, one, other)
    assert [leaf_of(both, {0: i, 1: j}) for i in (0, 1) for j in (0, 1)] == ["a", "a", "a", "b"]


def test_one_that_grows_too_large_is_given_up() -> None:
    diagrams = Diagrams(1)
    one, other, third = (diagrams.looking_at(number, (False, True)) for number in range(3))
    diagrams.choose(one, True, False)
    with pytest.raises(TooTangledError):
        diagrams.choose(one, other, third)
