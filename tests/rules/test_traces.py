# SPDX-License-Identifier: EUPL-1.2
"""Each source file carries its licence, and no file carries a trace of a machine."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rules.allowing import hold
from tests.rules.source import ROOT, project_files, text_of

SPDX = "SPDX-License-Identifier: EUPL-1.2"
SOURCES = {
    ".py",
    ".ts",
    ".js",
    ".mjs",
    ".css",
    ".html",
    ".svg",
    ".yaml",
    ".yml",
    ".toml",
    ".sh",
    ".in",
}
NAMED_SOURCES = {"Makefile", ".importlinter"}

WITHOUT_A_HEADER: dict[str, str] = {}

# What would tell on whose machine a file was made, or from which index a package came. Written so
# that this file does not find itself.
TRACES = {
    "the home folder of root": re.compile(r"(?<![\w.$}])/[r]oot(?:/|\b)"),
    "the home folder of a person": re.compile(r"(?<![\w.$}])/(?:home|Users)/\w+"),
    "a folder of a build machine": re.compile(r"(?<![\w.$}-])/[w]ork(?:/|\b)"),
    "the address of a package index": re.compile(
        r"(?:pypi|files\.pythonhosted|registry\.npmjs|registry\.yarnpkg)\.(?:org|com)"
        r"|--(?:extra-)?index-url[ =]|--registry[ =]"
    ),
}
WITH_A_TRACE: dict[str, str] = {}


def is_source(path: Path) -> bool:
    if path.suffix in SOURCES or path.name in NAMED_SOURCES:
        return True
    return not path.suffix and (text_of(path) or "").startswith("#!")


def has_header(text: str) -> bool:
    """In the first five lines: a shebang or a doctype may come first."""
    return any(SPDX in line for line in text.split("\n")[:5])


def traces_in(text: str) -> list[str]:
    return [name for name, pattern in TRACES.items() if pattern.search(text)]


def texts() -> Iterator[tuple[Path, str]]:
    for path in project_files():
        text = text_of(path)
        if text is not None:
            yield path, text


def test_every_source_file_names_its_licence() -> None:
    without = [
        str(path)
        for path, text in texts()
        if text.strip() and is_source(path) and not has_header(text)
    ]
    hold(without, WITHOUT_A_HEADER)


def test_no_file_carries_a_trace_of_a_machine() -> None:
    found = [f"{path}: {trace}" for path, text in texts() for trace in traces_in(text)]
    hold(found, WITH_A_TRACE)


def test_the_lock_of_the_widget_names_no_registry() -> None:
    locks = [path for path in project_files() if path.name == "package-lock.json"]
    for path in locks:
        packages = json.loads((ROOT / path).read_text(encoding="utf-8"))["packages"]
        assert [name for name, package in packages.items() if "resolved" in package] == []
        locked = [package for name, package in packages.items() if name and not package.get("link")]
        assert all(package.get("integrity") for package in locked)


def test_the_locked_requirements_carry_hashes_and_no_address() -> None:
    locks = [path for path in project_files() if path.match("requirements/*.txt")]
    assert locks
    for path in locks:
        text = text_of(path) or ""
        assert text.count("--hash=sha256:") >= text.count("==")
        assert "://" not in text


@pytest.mark.parametrize(
    "text",
    [
        "cd /" + "root/project",
        'open("/' + 'home/jan/x")',
        "see /" + "work/main",
        "https://py" + "pi.org/simple",
        "--index" + "-url x",
    ],
)
def test_a_trace_is_found(text: str) -> None:
    assert traces_in(text) != []


@pytest.mark.parametrize(
    "text", ["<slug:gemeente>/werk", "http://localhost/waterdam/work", "../root/x", "${HOME}/x"]
)
def test_what_only_looks_like_a_trace_is_left_alone(text: str) -> None:
    assert traces_in(text) == []


def test_a_file_without_its_licence_is_found_out() -> None:
    assert not has_header("import os\n")
    assert has_header(f"#!/bin/sh\n# {SPDX}\n")
