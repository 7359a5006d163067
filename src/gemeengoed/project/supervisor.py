# SPDX-License-Identifier: EUPL-1.2
"""Runs child processes as one: when one ends all end, and when we end they end, however we end."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

from gemeengoed.project.errors import CannotStartError

PATIENCE = 8.0  # seconds between asking a child to end and killing it
STOP_SIGNALS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
SIGNALS = STOP_SIGNALS | {signal.SIGCHLD}
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


class ChildEndedError(CannotStartError):
    """A child process ended by itself; the text names it and how it ended."""


class StopRequestedError(Exception):
    """Ctrl-C, a closed terminal or SIGTERM."""


def hold_signals() -> None:
    """From now on stop signals are not delivered but waited for, by ``watch``.

    So none can interrupt the start or the stop of a child halfway, nor a second, impatient Ctrl-C.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)


class Supervisor:
    """``with Supervisor() as children:`` start children, then ``watch()``; leaving stops them.

    ``hold_signals()`` must have been called before.
    """

    def __init__(self) -> None:
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """The child gets a session of its own: Ctrl-C in the terminal reaches only us."""
        self._children[name] = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_in_the_child,
        )

    def watch(self, until: Callable[[], bool] | None = None, every: float = 5.0) -> None:
        """Wait until ``until`` is true, asked ``every`` so many seconds; without it, for ever.

        Raises ChildEndedError or StopRequestedError.
        """
        while True:
            self._complain_about_the_dead()
            if until is not None and until():
                return
            woken = signal.sigtimedwait(SIGNALS, every)
            if woken is not None and woken.si_signo in STOP_SIGNALS:
                raise StopRequestedError

    def _complain_about_the_dead(self) -> None:
        for name, child in self._children.items():
            code = child.poll()
            if code is not None:
                how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
                raise ChildEndedError(f"The {name} process ended by itself ({how}).")

    def stop(self) -> None:
        """Ask all children to end, the last started first; kill what does not listen in time."""
        children = list(reversed(self._children.values()))
        for child in children:
            if child.poll() is None:
                child.terminate()
        until = time.monotonic() + PATIENCE
        for child in children:
            try:
                child.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                _kill_session(child)
        self._children.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def _kill_session(child: subprocess.Popen[bytes]) -> None:
    """The child leads its session and group, so its own children go with it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _in_the_child() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    end_with_parent()


def end_with_parent(wanted: signal.Signals = signal.SIGTERM) -> None:
    """Have the kernel send this process a signal when its parent ends; on Linux only."""
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, int(wanted))
