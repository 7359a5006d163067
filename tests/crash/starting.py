# SPDX-License-Identifier: EUPL-1.2
"""The product's server or worker, forked from a process that has everything loaded.

As web processes are. To load takes seconds of processor time, which these tests would otherwise
spend after each kill. The process that they come from does none of the work itself: what a killed
one leaves is in the database and in files, as ever.
"""

import ctypes
import gc
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module

from django.db import connections
from django.urls import resolve

from gemeengoed.project.command_line import main
from gemeengoed.project.start import django_ready

PR_SET_CHILD_SUBREAPER = 36


class Starter:
    """Starts ``gemeengoed <command>`` again and again, one at a time, on the DATABASE_URL and with
    the settings of this environment."""

    def __init__(self, environment: Mapping[str, str], *command: str) -> None:
        self._loaded = subprocess.Popen(
            [sys.executable, "-m", __name__, *command],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._started = 0

    def start(self) -> None:
        self._started = int(self._told("start"))

    def kill(self) -> None:
        """SIGKILL to all its processes; returns when they are gone, and with them their port."""
        os.killpg(self._started, signal.SIGKILL)
        assert int(self._told("bury")) == self._started
        self._started = 0

    def close(self) -> None:
        """Kills what still runs; ``contextlib.closing`` calls this."""
        if self._started:
            os.killpg(self._started, signal.SIGKILL)
        self._loaded.communicate()

    def _told(self, word: str) -> str:
        assert self._loaded.stdin is not None
        assert self._loaded.stdout is not None
        self._loaded.stdin.write(f"{word}\n")
        return self._loaded.stdout.readline()


def _run(command: list[str]) -> None:
    """Loads what the command needs, then forks or waits for one that was killed, as it is told."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # who loses its parent is ours
    _load(command[0])
    started = 0
    for word in sys.stdin:
        if word.strip() == "start":
            started = os.fork()
            if not started:
                _work(command)
        else:
            with suppress(ChildProcessError):  # until none of its group is left
                while True:
                    os.waitpid(-started, 0)
        print(started, flush=True)


def _load(name: str) -> None:
    django_ready(publish=True)
    import_module(f"gemeengoed.project.commands.{name}")
    if name == "serve":
        import_module("gemeengoed.project.asgi")
        resolve("/gezond")
    connections.close_all()
    gc.freeze()


def _work(command: list[str]) -> None:
    """The command from its beginning, in a group of processes of its own; never returns."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, sys.stdin.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    code = 1
    try:
        code = main(command)
    except Exception:  # outer edge of this process: nobody else can tell
        logging.exception("%s failed", command)
    finally:
        os._exit(code)


if __name__ == "__main__":
    _run(sys.argv[1:])
