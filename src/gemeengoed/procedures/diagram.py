# SPDX-License-Identifier: EUPL-1.2
"""What comes of variables that are still open, as an ordered decision diagram (Bryant 1986).

A diagram is a leaf, what comes of it, or a node that looks at one variable and has a diagram for
each of its cases. Nodes stand in the order of their variables, no node has the same below it for
every case, and equal diagrams are one object. Therefore a variable stands in a diagram if and only
if what comes of it depends on that variable.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import repeat
from typing import Final

from gemeengoed.procedures.errors import TooTangledError

Leaf = str | bool | None


class Node:
    """Looks at a variable, by its number; children: a diagram for each of its cases.

    variables: all on which it depends, as bits.
    """

    __slots__ = ("children", "variable", "variables")

    def __init__(self, variable: int, children: tuple["Diagram", ...]) -> None:
        self.variable = variable
        self.children = children
        self.variables = 1 << variable
        for child in children:
            if isinstance(child, Node):
                self.variables |= child.variables


class Open:
    """What stands in place of a leaf where it is not settled."""


Diagram = Node | Leaf
OPEN: Final = Open()
Rule = Callable[..., Diagram | Open]


class Diagrams:
    """Makes diagrams that can be combined with each other."""

    def __init__(self, most: int) -> None:
        """most: how much may be combined, for it can grow without end; then TooTangledError."""
        self._most = most
        self._nodes: dict[tuple[int, tuple[Diagram, ...]], Node] = {}
        self._made: dict[tuple[object, ...], Diagram] = {}

    def looking_at(self, variable: int, children: tuple[Diagram, ...]) -> Diagram:
        """The diagram that looks at this variable first, which must come before those below it."""
        if children.count(children[0]) == len(children):
            return children[0]
        key = (variable, children)
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = Node(variable, children)
        return node

    def choose(self, test: Diagram, then: Diagram, other: Diagram) -> Diagram:
        """The one diagram where the test holds, else the other."""
        if not isinstance(test, Node):
            return then if test else other
        if then is other:
            return then
        key = (test, then, other)
        found = self._made.get(key, OPEN)
        if isinstance(found, Open):
            self._check_size()
            first = test.variable
            if _comes_after(first, then) and _comes_after(first, other):
                children = [self.choose(each, then, other) for each in test.children]
            else:
                cases, first = self._side_by_side(key)
                children = [self.choose(*each) for each in cases]
            found = self._made[key] = self.looking_at(first, tuple(children))
        return found

    def combine(self, rule: Rule, one: Diagram, other: Diagram) -> Diagram:
        """One diagram of two. rule: what comes of them; OPEN where it must look further."""
        told = rule(one, other)
        if not isinstance(told, Open):
            return told
        key = (rule, one, other)
        if key not in self._made:
            self._check_size()
            cases, first = self._side_by_side((one, other))
            children = tuple([self.combine(rule, *each) for each in cases])
            self._made[key] = self.looking_at(first, children)
        return self._made[key]

    def _check_size(self) -> None:
        if len(self._made) >= self._most:
            raise TooTangledError

    def _side_by_side(
        self, parts: tuple[Diagram, ...]
    ) -> tuple[Iterator[tuple[Diagram, ...]], int]:
        """(the parts in each case of the variable that comes first, that variable)."""
        first = min([part.variable for part in parts if isinstance(part, Node)])
        below = [
            part.children if isinstance(part, Node) and part.variable == first else repeat(part)
            for part in parts
        ]
        return zip(*below, strict=False), first

    def restricted(self, diagram: Diagram, cases: Mapping[int, int]) -> Diagram:
        """What is left of it in these cases of some variables."""
        return self._restricted(diagram, cases, max(cases, default=-1), {})

    def _restricted(
        self, diagram: Diagram, cases: Mapping[int, int], last: int, seen: dict[Node, Diagram]
    ) -> Diagram:
        if not isinstance(diagram, Node) or diagram.variable > last:
            return diagram
        if diagram not in seen:
            case, below = cases.get(diagram.variable), diagram.children
            if case is not None:
                seen[diagram] = self._restricted(below[case], cases, last, seen)
            else:
                children = tuple([self._restricted(each, cases, last, seen) for each in below])
                is_same = children == below
                seen[diagram] = diagram if is_same else self.looking_at(diagram.variable, children)
        return seen[diagram]


def _comes_after(variable: int, diagram: Diagram) -> bool:
    return not isinstance(diagram, Node) or diagram.variable > variable


def leaf_of(diagram: Diagram, cases: Mapping[int, int]) -> Leaf | Open:
    """What comes of it in these cases of some variables, whatever the others are; else OPEN."""
    return _leaf_of(diagram, cases, max(cases, default=-1), {})


def _leaf_of(
    diagram: Diagram, cases: Mapping[int, int], last: int, seen: dict[Node, Leaf | Open]
) -> Leaf | Open:
    if not isinstance(diagram, Node):
        return diagram
    if diagram.variable > last:
        return OPEN  # it depends on a variable that is open
    if diagram in seen:
        return seen[diagram]
    case, children = cases.get(diagram.variable), diagram.children
    found = _leaf_of(children[case or 0], cases, last, seen)
    if case is None:
        for child in children[1:]:
            if found is OPEN or _leaf_of(child, cases, last, seen) != found:
                found = OPEN
                break
    seen[diagram] = found
    return found
