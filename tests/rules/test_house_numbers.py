# SPDX-License-Identifier: EUPL-1.2
"""House numbers: how long files and functions are, reported; and the few limits that are hard.

The report stands in build/house-numbers.txt and at the end of the run (tests/conftest.py). Good
code of this field measures: file median 30-60 lines, 90 % under 300; function median 8-9 lines, at
most 3 % above 50. These are no limits: splitting a thing that reads well only to please a number
is a fault too.
"""

import ast
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from tests.rules.allowing import hold
from tests.rules.source import ROOT, Function, Module, functions, text_of, written_modules

LONGEST_FILE = 500  # lines
REPORT = ROOT / "build" / "house-numbers.txt"

TOO_LONG: dict[str, str] = {}
BROAD_WITHOUT_A_REASON: dict[str, str] = {}


@dataclass(frozen=True)
class Numbers:
    """Lengths in lines; shares 0..1 of the public functions and methods."""

    files: Sequence[int]
    functions: Sequence[int]
    with_docstring: float
    with_return_type: float

    def __str__(self) -> str:
        long = sum(length > 50 for length in self.functions) / len(self.functions)
        return (
            f"files      {len(self.files):5}  median {statistics.median(self.files):.0f}"
            f"  p90 {_p90(self.files):.0f}  max {max(self.files)}\n"
            f"functions  {len(self.functions):5}  median {statistics.median(self.functions):.0f}"
            f"  p90 {_p90(self.functions):.0f}  max {max(self.functions)}"
            f"  above 50 lines {long:.1%}\n"
            f"public functions with a docstring {self.with_docstring:.0%},"
            f" with a return type {self.with_return_type:.0%}"
        )


def _p90(lengths: Sequence[int]) -> float:
    return statistics.quantiles(lengths, n=10, method="inclusive")[8]


def length_of(function: Function) -> int:
    """Lines from the first decorator to the end."""
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    return (function.end_lineno or first) - first + 1


def measure(modules: Sequence[Module]) -> Numbers:
    found = [function for module in modules for function in functions(module.tree)]
    public = [function for function in found if not function.name.startswith("_")]
    return Numbers(
        files=[lines_of(module) for module in modules],
        functions=[length_of(function) for function in found],
        with_docstring=sum(bool(ast.get_docstring(f)) for f in public) / len(public),
        with_return_type=sum(f.returns is not None for f in public) / len(public),
    )


def lines_of(module: Module) -> int:
    return len((text_of(module.path) or "").splitlines())


def broad_excepts(tree: ast.Module, lines: Sequence[str]) -> list[int]:
    """Lines of ``except:``, and of ``except Exception`` without a reason beside it."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        names = {ast.unparse(kind) if kind else "" for kind in kinds}
        reason = re.search(r"#.*\w+ \w+", lines[node.lineno - 1])
        if "" in names or (names & {"Exception", "BaseException"} and not reason):
            found.append(node.lineno)
    return found


def test_the_house_numbers_are_reported() -> None:
    report = f"The product's own Python, without migrations:\n{measure(written_modules())}\n"
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report, encoding="utf-8")


def test_no_file_is_longer_than_the_limit() -> None:
    hold([str(m.path) for m in written_modules() if lines_of(m) > LONGEST_FILE], TOO_LONG)


def test_errors_are_caught_by_name_except_at_the_outer_edge_with_a_reason() -> None:
    broad = [
        f"{module.path}:{line}"
        for module in written_modules()
        for line in broad_excepts(module.tree, (text_of(module.path) or "").splitlines())
    ]
    hold(broad, BROAD_WITHOUT_A_REASON)


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("try:\n    a()\nexcept:\n    pass", [3]),
        ("try:\n    a()\nexcept Exception:\n    pass", [3]),
        ("try:\n    a()\nexcept (KeyError, Exception):\n    pass", [3]),
        ("try:\n    a()\nexcept Exception:  # noqa: BLE001 (outer edge)\n    pass", []),
        ("try:\n    a()\nexcept KeyError:\n    pass", []),
    ],
)
def test_a_broad_except_is_found(source: str, faults: list[int]) -> None:
    assert broad_excepts(ast.parse(source), source.splitlines()) == faults


def test_lengths_count_decorators() -> None:
    (function,) = functions(ast.parse("@a\n@b\ndef f():\n    pass\n"))
    assert length_of(function) == 4
