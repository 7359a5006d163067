# SPDX-License-Identifier: EUPL-1.2
"""Folders and processes for the tests of what starts and stops."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, which pytest's own is not: root's database needs that."""
    folder = Path(tempfile.mkdtemp(prefix="gg-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def eventually() -> Callable[[Callable[[], bool]], bool]:
    """Whether a condition becomes true, on a busy machine too."""

    def wait(condition: Callable[[], bool]) -> bool:
        until = time.monotonic() + 100
        while not condition():
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
        return True

    return wait


@pytest.fixture
def processes_with() -> Callable[[str], list[int]]:
    """The ids of running processes that have this text in their command line."""

    def find(text: str) -> list[int]:
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                try:
                    if text.encode() in (entry / "cmdline").read_bytes():
                        found.append(int(entry.name))
                except OSError:
                    continue  # it ended while we looked
        return found

    return find
