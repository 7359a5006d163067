# SPDX-License-Identifier: EUPL-1.2
"""Several processes that do the same work, forked from one that has everything loaded.

So they need no start-up of their own, and what was loaded is in memory once.
"""

import logging
import os
import signal
import time
from collections.abc import Callable, Iterable

from gemeengoed.project.errors import CannotStartError
from gemeengoed.project.supervisor import SIGNALS, STOP_SIGNALS, end_with_parent

log = logging.getLogger(__name__)

PATIENCE = 6.0  # seconds between asking a process to end and killing it; the demo's own is longer
AT_ONCE = 1.0  # seconds; who ends so soon would do so again


class EndsAtOnceError(CannotStartError):
    """A process ended as soon as it had begun; its own words are on standard error."""


def run_in_processes(number: int, work: Callable[[], None]) -> None:
    """Have so many processes do the work, until a stop signal; then end them all.

    One that ends by itself is replaced. What processes cannot share must not be there when this is
    called: open database connections and running threads. Raises EndsAtOnceError.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    began: dict[int, float] = {}
    try:
        while True:
            while len(began) < number:
                # From before: the new one may be at work long before we come to look at a clock.
                now = time.monotonic()
                began[_forked(work)] = now
            if signal.sigwait(SIGNALS) in STOP_SIGNALS:
                return
            _bury(began)
    finally:
        _end(set(began))


def _bury(began: dict[int, float]) -> None:
    ended = {pid: began.pop(pid) for pid in _ended(list(began))}
    for pid, moment in ended.items():
        if time.monotonic() - moment < AT_ONCE:
            raise EndsAtOnceError(f"Process {pid} ended as soon as it had begun.")
        log.error("process %s ended by itself; another takes its place", pid)


def _forked(work: Callable[[], None]) -> int:
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        end_with_parent()
        if os.getppid() == parent:  # else it ended before we asked to be told
            work()
        code = 0
    except KeyboardInterrupt:
        code = 0
    except Exception:  # outer edge of this process: nobody else can tell
        log.exception("process %s failed", os.getpid())
    finally:
        os._exit(code)  # the clean-up at exit is the parent's
    return 0


def _ended(pids: Iterable[int]) -> list[int]:
    return [pid for pid in pids if os.waitpid(pid, os.WNOHANG)[0] == pid]


def _end(pids: set[int]) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + PATIENCE
    while pids and time.monotonic() < until:
        signal.sigtimedwait({signal.SIGCHLD}, 0.1)
        pids -= set(_ended(pids))
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
