# SPDX-License-Identifier: EUPL-1.2
"""A fresh clone of what is committed, and its two commands run as a person would run them."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from gemeengoed.project.start_screen import LAST_LINE

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 500  # seconds for a command or its end, on a busy machine
OURS = ("GEMEENGOED_", "DJANGO_", "PYTEST_", "VIRTUAL_ENV", "PYTHON", "MAKE", "MFLAGS", "UV_")
OURS += ("DATABASE_URL", "SECRET_KEY", "PORT", "XDG_", "TZ")


def fresh_environment(**more: str) -> dict[str, str]:
    """The machine's environment without what the tests or a virtual environment added."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    if "VIRTUAL_ENV" in os.environ:
        clean["PATH"] = clean["PATH"].replace(f"{os.environ['VIRTUAL_ENV']}/bin:", "")
    return clean | more


@dataclass
class Clone:
    """A clone in ``folder``; ``uid`` runs its commands (None: who runs the tests)."""

    folder: Path
    uid: int | None = None
    environment: dict[str, str] = field(default_factory=fresh_environment)

    def popen(self, *command: str, **more: str) -> "subprocess.Popen[str]":
        """Started as in a terminal of its own: Ctrl-C reaches the whole group."""
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=self.environment | more,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            user=self.uid,
            group=self.uid,
            extra_groups=[] if self.uid is not None else None,
        )

    def run(self, *command: str, **more: str) -> tuple[int, str]:
        """Exit code and all that was printed."""
        process = self.popen(*command, **more)
        printed, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, printed


@dataclass
class Demo:
    """A running ``make demo``: make is ``process``, its child is the demo itself."""

    process: "subprocess.Popen[str]"
    printed: str

    @classmethod
    @contextmanager
    def running(cls, clone: Clone, port: int) -> Iterator["Demo"]:
        """From the moment that the addresses are printed; Ctrl-C at the end of the block.

        Fails with what was printed instead.
        """
        process = clone.popen("make", "demo", PORT=str(port))
        try:
            yield cls(process, _until_started(process))
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
            process.communicate(timeout=PATIENCE)

    def kill(self) -> None:
        """``kill -9`` of the demo, not of make."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        (demo,) = children.read_text().split()
        os.kill(int(demo), signal.SIGKILL)
        self.process.communicate(timeout=PATIENCE)


def _until_started(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if LAST_LINE in line:
            return printed
    raise AssertionError(f"make demo ended with {process.wait()}:\n{printed}")


def modes_of_parents(*folders: Path) -> dict[Path, tuple[int, int, int]]:
    """Mode, owner and group of every folder on the way to these."""
    found = {}
    for path in {parent for folder in folders for parent in (folder, *folder.parents)}:
        if path.exists():
            status = path.stat()
            found[path] = (status.st_mode, status.st_uid, status.st_gid)
    return found
