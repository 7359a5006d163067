# SPDX-License-Identifier: EUPL-1.2
"""What the guards look at: the project's files and their syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "gemeengoed"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file: its dotted name below gemeengoed, its path from the root, its tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def is_migration(self) -> bool:
        return ".migrations" in f".{self.name}"


@cache
def project_files() -> tuple[Path, ...]:
    """All files that are in the project or will be at the next commit, from the root."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others"]
    listed = subprocess.run(
        [*command, "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    paths = (Path(name) for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in paths if (ROOT / path).is_file())


def text_of(path: Path) -> str | None:
    """The contents; None for what is no text (a picture)."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


@cache
def modules() -> tuple[Module, ...]:
    """The product's own Python files, migrations included."""
    found = []
    for path in project_files():
        if path.suffix != ".py" or path.parts[:2] != ("src", "gemeengoed"):
            continue
        parts = path.with_suffix("").parts[2:]
        name = ".".join(parts[:-1] if parts and parts[-1] == "__init__" else parts)
        source = (ROOT / path).read_text(encoding="utf-8")
        found.append(Module(name, path, ast.parse(source, str(path))))
    return tuple(found)


def written_modules() -> tuple[Module, ...]:
    """Without migrations, which Django writes."""
    return tuple(module for module in modules() if not module.is_migration)


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def public_functions(module: Module) -> Iterator[Function]:
    """The functions at the top of the file whose name does not begin with an underscore."""
    for node in module.tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node


def calls_in(node: ast.AST) -> set[str]:
    """The names of what is called in it: the last part of ``a.b.c()`` and of ``c()``."""
    names = set()
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            if isinstance(call.func, ast.Attribute):
                names.add(call.func.attr)
            elif isinstance(call.func, ast.Name):
                names.add(call.func.id)
    return names
