# SPDX-License-Identifier: EUPL-1.2
"""Every environment variable that the project reads is explained in docs/running.md."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.rules.allowing import hold
from tests.rules.source import ROOT, project_files, text_of, written_modules

PAGE = ROOT / "docs" / "running.md"

# Read by the project, but of the machine and not a setting of ours.
OF_THE_MACHINE = {
    "HOME": "set by every login shell",
    "PATH": "set by every login shell",
    "PWD": "set by every shell",
    "PYENV_ROOT": "tells where pyenv keeps its Pythons, if there is pyenv",
    "DJANGO_SETTINGS_MODULE": "Django's own; set by us to the only settings there are",
    "GEMEENGOED_TEST_CLUSTER": "passed between the processes of one test run",
}


def read_by_python(tree: ast.AST) -> Iterator[str]:
    """The names in ``….get("X")``, ``…["X"]`` and ``"X" in …``, also by way of a constant."""
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        key = _key(node)
        if isinstance(key, ast.Name) and key.id in constants:
            yield constants[key.id]
        elif isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield key.value


def _key(node: ast.AST) -> ast.expr | None:
    """The key with which the environment is asked, if that is what this node does."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        asks = node.func.attr in ("get", "setdefault", "pop")
        return node.args[0] if asks and _is_environment(node.func.value) else None
    if isinstance(node, ast.Subscript):
        return node.slice if _is_environment(node.value) else None
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In):
        return node.left if _is_environment(node.comparators[0]) else None
    return None


def _is_environment(node: ast.expr) -> bool:
    return ast.unparse(node) in ("os.environ", "environ", "environment")


def read_by_shell(text: str) -> set[str]:
    """Capitals after a dollar sign, that the script does not set itself."""
    used = set(re.findall(r"\$\{?([A-Z][A-Z_]{2,})\b", text))
    assigned = set(re.findall(r"^\s*([A-Z][A-Z_]{2,})=", text, re.MULTILINE))
    return used - assigned


@cache
def variables() -> set[str]:
    found = {name for module in written_modules() for name in read_by_python(module.tree)}
    for path in project_files():
        if path.parts[0] in ("bin", ".ci"):
            found |= read_by_shell(text_of(path) or "")
    return found


def documented(page: str) -> set[str]:
    """What stands in capitals in the first cell of each table row."""
    cells = re.findall(r"^\|([^|]*)\|", page, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([A-Z][A-Z_]+)`", cell)}


def test_every_variable_that_is_read_is_explained() -> None:
    page = documented(PAGE.read_text(encoding="utf-8"))
    hold(variables() - page, OF_THE_MACHINE)


def test_every_variable_that_is_explained_is_read() -> None:
    assert documented(PAGE.read_text(encoding="utf-8")) - variables() == set()


def test_all_ways_of_asking_the_environment_are_seen() -> None:
    tree = ast.parse(
        'NAME = "D"\nos.environ.get("A")\nenvironment["B"]\n"C" in os.environ\nos.environ[NAME]\n'
        'other.get("E")\n'
    )
    assert set(read_by_python(tree)) == {"A", "B", "C", "D"}


def test_a_variable_of_a_script_is_seen() -> None:
    assert read_by_shell('OWN=1\necho "$OWN ${GIVEN:-x}"') == {"GIVEN"}
