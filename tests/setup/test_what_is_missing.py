# SPDX-License-Identifier: EUPL-1.2
"""What a person reads on a machine where something is missing: one sentence, no traceback."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.setup.clone import PROJECT, Clone, fresh_environment

TOOLS = ("sh", "cat", "cksum", "dirname", "find", "sed", "sort", "tail", "mkdir", "rm", "make")
NOBODY_LISTENS = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def bare_clone(make_clone: Callable[[str], Clone]) -> Clone:
    return make_clone("bare")


@pytest.fixture
def path_without_more(tmp_path: Path) -> str:
    """A PATH on which only the plainest tools are found: no Python, no Node, no uv."""
    for tool in TOOLS:
        if found := shutil.which(tool):
            (tmp_path / tool).symlink_to(found)
    return str(tmp_path)


def test_a_taken_port_is_named(bare_clone: Clone) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [str(PROJECT / ".venv" / "bin" / "gemeengoed"), "demo"]
        code, printed = bare_clone.run(*command, PORT=str(port))
    assert code == 1
    assert printed.startswith(f"Port {port} is taken by another program")
    assert printed.count("\n") == 1


def test_a_wrong_python_is_told_with_a_way_out(bare_clone: Clone, path_without_more: str) -> None:
    wish = bare_clone.folder / ".python-version"
    original = wish.read_text()
    wish.write_text("3.99\n")
    try:
        environment = {"PATH": path_without_more, "HOME": "/nonexistent", "PYENV_ROOT": "/none"}
        code, printed = bare_clone.run("make", "demo", **environment)
    finally:
        wish.write_text(original)
    assert code != 0
    assert "Python 3.99 is needed and none that runs was found: install it" in printed
    assert "Traceback" not in printed


def test_no_node_is_told(bare_clone: Clone, path_without_more: str) -> None:
    code, printed = bare_clone.run("bin/build-widget", PATH=path_without_more)
    assert code == 1
    assert printed.startswith("Node.js 20 or newer is needed to build the widget, and none was")


def test_an_old_node_is_told_with_its_version(
    bare_clone: Clone, path_without_more: str, tmp_path: Path
) -> None:
    node = tmp_path / "node"
    node.write_text('#!/bin/sh\n[ "$1" = --version ] && echo v18.19.0 && exit 0\nexit 1\n')
    node.chmod(0o755)
    code, printed = bare_clone.run("bin/build-widget", PATH=path_without_more)
    assert code == 1
    assert "and v18.19.0 was found" in printed


def test_no_network_for_the_python_packages_is_told(bare_clone: Clone, tmp_path: Path) -> None:
    closed = {
        "UV_DEFAULT_INDEX": f"{NOBODY_LISTENS}/simple",
        "PIP_INDEX_URL": f"{NOBODY_LISTENS}/simple",
        "PIP_RETRIES": "0",
        "UV_HTTP_RETRIES": "0",
        "UV_CACHE_DIR": str(tmp_path),
    }
    code, printed = bare_clone.run("bin/set-up", "base", **closed)
    assert code == 1
    assert "is the package index reachable" in printed
    assert "The end of var/set-up.log:" in printed
    assert "Traceback" not in printed


def test_no_network_for_the_widgets_packages_is_told(bare_clone: Clone, tmp_path: Path) -> None:
    closed = {
        "npm_config_registry": NOBODY_LISTENS,
        "npm_config_fetch_retries": "0",
        "npm_config_cache": str(tmp_path),
    }
    code, printed = bare_clone.run("bin/build-widget", **closed)
    assert code == 1
    assert "could not be installed: is the npm registry reachable?" in printed


def test_no_network_for_the_packages_of_the_log_in_is_told(
    bare_clone: Clone, tmp_path: Path
) -> None:
    closed = {
        "npm_config_registry": NOBODY_LISTENS,
        "npm_config_fetch_retries": "0",
        "npm_config_cache": str(tmp_path),
    }
    code, printed = bare_clone.run("bin/install-identity", **closed)
    assert code == 1
    assert "could not be installed: is the npm registry reachable?" in printed


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a user who may not write in the clone")
def test_a_clone_of_somebody_else_is_told(bare_clone: Clone) -> None:
    nobody = Clone(bare_clone.folder, uid=65534, environment=fresh_environment(HOME="/nonexistent"))
    code, printed = nobody.run("bin/set-up", "base")
    assert code == 1
    assert printed == (
        f"This user may not write in {bare_clone.folder}: "
        "clone the project into a folder of your own.\n"
    )


def test_no_chromium_and_no_way_to_get_one_is_told(
    bare_clone: Clone, path_without_more: str
) -> None:
    code, printed = bare_clone.run("bin/find-chromium", PATH=path_without_more)
    assert code == 1
    assert "No Chromium was found and none could be installed (see var/chromium.log)." in printed
