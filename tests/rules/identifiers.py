# SPDX-License-Identifier: EUPL-1.2
"""The words that the code's names are made of."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from tests.rules.source import Function, Module, project_files, text_of

SHORTEST = 3  # letters: below that a word says nothing about its language


def names_in(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every name that the file gives: (name, line)."""
    for node in ast.walk(tree):
        if isinstance(node, Function | ast.ClassDef):
            yield node.name, node.lineno
        if isinstance(node, ast.arg):
            yield node.arg, node.lineno
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno
        if isinstance(node, ast.alias) and node.asname:
            yield node.asname, 0


def split(name: str) -> list[str]:
    """The words of a snake_case or CamelCase name, lower case; digits and short ones left out."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return [word for word in re.findall(r"[a-zà-ÿ]+", spaced.lower()) if len(word) >= SHORTEST]


def words_of(modules: tuple[Module, ...]) -> dict[str, str]:
    """word -> a place where it is used (path:line), names of files and folders included."""
    places: dict[str, str] = defaultdict(str)
    for module in modules:
        named = [(name, 1) for name in module.name.split(".")]
        for name, line in [*named, *names_in(module.tree)]:
            for word in split(name):
                places.setdefault(word, f"{module.path}:{line}")
    return dict(places)


_SCRIPT_NAME = re.compile(
    r"\b(?:const|let|var|function|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)"
)


def names_in_script(text: str) -> list[str]:
    """The names that a TypeScript or JavaScript file declares."""
    return _SCRIPT_NAME.findall(text)


def words_of_scripts() -> dict[str, str]:
    """As words_of, for the scripts of the pages and the widget."""
    places: dict[str, str] = {}
    for path in project_files():
        if path.suffix in (".ts", ".js", ".mjs"):
            for name in names_in_script(text_of(path) or ""):
                for word in split(name):
                    places.setdefault(word, str(path))
    return places
