# SPDX-License-Identifier: EUPL-1.2
"""The guard: a small process that is PostgreSQL's parent and ends it when nobody uses it.

Started as ``python -m gemeengoed.project.embedded_postgres.guard`` with the assignment as JSON in
its one argument: ``command``, ``log``, ``in_use``, ``guard``, ``uid``/``gid`` (null: ourselves),
``remove`` (folders to remove afterwards).
"""

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from gemeengoed.project.embedded_postgres.locks import Lock

LOOK_EVERY = 0.5  # seconds
PATIENCE = 20  # seconds for an orderly end of the server
SIGNALS = {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


def main(assignment: dict[str, Any]) -> int:
    """Runs until the server has ended; returns the exit code."""
    with Lock(Path(assignment["guard"])) as alive, Lock(Path(assignment["in_use"])) as in_use:
        # Others look whether this lock is free by taking it for an instant.
        if not alive.alone(patience=2):
            return 1
        alive.write(str(os.getpid()))
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        server = _start(assignment)
        while server.poll() is None:
            woken = signal.sigtimedwait(SIGNALS, LOOK_EVERY)
            asked_to_stop = woken is not None and woken.si_signo != signal.SIGCHLD
            if asked_to_stop or in_use.alone(patience=0):
                _stop(server)
        # Still holding the locks: who comes now waits, and finds either all or nothing.
        for folder in assignment["remove"]:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


def _start(assignment: dict[str, Any]) -> subprocess.Popen[bytes]:
    other_user = {}
    if assignment["uid"] is not None:
        other_user = {"user": assignment["uid"], "group": assignment["gid"], "extra_groups": []}
    with Path(assignment["log"]).open("ab") as log:
        return subprocess.Popen(
            assignment["command"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env={"LC_ALL": "C", "TZ": "UTC", "PATH": os.defpath},
            preexec_fn=_end_with_the_guard,
            **other_user,
        )


def _end_with_the_guard() -> None:
    """In the new process, after the change of user: a killed guard takes the server along."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def _stop(server: subprocess.Popen[bytes]) -> None:
    """SIGINT is PostgreSQL's fast shutdown: connections are cut, all that was committed stays."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
