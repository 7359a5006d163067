# SPDX-License-Identifier: EUPL-1.2
"""Every room has its page (the docstring of its package) and its place on the map."""

import ast
import re

import pytest
from tests.rules.allowing import hold
from tests.rules.rooms import rooms
from tests.rules.source import ROOT, SRC, written_modules

MAP = ROOT / "docs" / "architecture.md"
FURNITURE = {"utils", "helpers", "common", "services", "core", "misc"}

KNOWS_ALL = {"project": "wires all rooms together, so there is nothing it must not know"}


def page_of(room: str) -> str:
    source = (SRC / room.replace(".", "/") / "__init__.py").read_text(encoding="utf-8")
    return ast.get_docstring(ast.parse(source)) or ""


@pytest.mark.parametrize("room", rooms())
def test_every_room_says_what_it_is_for(room: str) -> None:
    first = page_of(room).split("\n\n")[0].split("\n")[0]
    assert len(first.split()) >= 3, "the first line tells what the room is for"


def test_every_room_says_what_it_must_never_know() -> None:
    silent = [room for room in rooms() if "must never know" not in page_of(room).lower()]
    hold(silent, KNOWS_ALL)


def test_every_package_inside_a_room_says_what_it_holds() -> None:
    empty = [
        str(module.path)
        for module in written_modules()
        if module.path.name == "__init__.py"
        and module.path.parent.name != "templatetags"
        and not ast.get_docstring(module.tree)
    ]
    assert empty == []


def test_every_file_begins_by_saying_what_it_is() -> None:
    silent = [
        str(module.path)
        for module in written_modules()
        if module.path.name != "__init__.py" and not ast.get_docstring(module.tree)
    ]
    assert silent == []


def rooms_on_the_map(text: str) -> set[str]:
    """The first cell of each row of the table under the heading "Rooms"."""
    section = text.split("\n## Rooms", 1)[-1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([a-z_.]+)` \|", section, re.MULTILINE))


def test_the_map_names_exactly_the_rooms_that_there_are() -> None:
    assert rooms_on_the_map(MAP.read_text(encoding="utf-8")) == set(rooms())


def test_a_row_of_the_map_is_read() -> None:
    text = "# x\n\n## Rooms\n\n| Room | For |\n|---|---|\n| `audit` | … |\n\n## Next\n\n| `no` |\n"
    assert rooms_on_the_map(text) == {"audit"}


def test_no_room_and_no_file_is_called_after_nothing() -> None:
    parts = {part for module in written_modules() for part in module.name.split(".")}
    assert parts & FURNITURE == set()
