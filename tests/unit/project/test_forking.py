# SPDX-License-Identifier: EUPL-1.2
import os
import signal
import subprocess
import sys
import textwrap
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from gemeengoed.project.forking import AT_ONCE

PATIENCE = 100  # seconds, on a busy machine

Eventually = Callable[[Callable[[], bool]], bool]
Processes = Callable[[str], list[int]]

PROGRAM = textwrap.dedent("""
    import os, signal, sys, time
    from gemeengoed.project import forking

    def waits():
        os.write(1, b"%d\\n" % os.getpid())  # in one piece
        time.sleep(600)

    def is_deaf():
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        waits()

    def fails():
        raise ValueError("no work today")

    forking.PATIENCE = 0.5
    try:
        forking.run_in_processes(2, globals()[sys.argv[1]])
    except forking.EndsAtOnceError as error:
        print(error, flush=True)
""")


class Run:
    """Processes that work in a tree of their own; all carry a mark in their command line."""

    def __init__(self, work: str) -> None:
        self.mark = f"mark-{uuid.uuid4()}"
        self.main = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, work, self.mark],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def line(self) -> str:
        assert self.main.stdout is not None
        return self.main.stdout.readline().strip()


@contextmanager
def running(work: str) -> Iterator[Run]:
    run = Run(work)
    try:
        yield run
    finally:
        run.main.kill()
        run.main.communicate()


@pytest.mark.parametrize("wanted", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_signal_ends_all_processes(
    wanted: signal.Signals, processes_with: Processes
) -> None:
    with running("waits") as run:
        workers = {int(run.line()), int(run.line())}
        assert set(processes_with(run.mark)) == {run.main.pid, *workers}
        run.main.send_signal(wanted)
        assert run.main.wait(PATIENCE) == 0
        assert processes_with(run.mark) == []


def test_a_process_that_was_killed_is_replaced() -> None:
    with running("waits") as run:
        killed, other = int(run.line()), int(run.line())
        time.sleep(AT_ONCE)
        os.kill(killed, signal.SIGKILL)
        assert int(run.line()) not in {killed, other}
        os.kill(other, 0)


def test_a_process_that_ends_as_soon_as_it_begins_ends_all(processes_with: Processes) -> None:
    with running("fails") as run:
        assert run.line().endswith("ended as soon as it had begun.")
        assert run.main.wait(PATIENCE) == 0
        assert processes_with(run.mark) == []
        assert run.main.stderr is not None
        assert "no work today" in run.main.stderr.read()


def test_when_the_first_process_is_killed_the_others_end(
    eventually: Eventually, processes_with: Processes
) -> None:
    with running("waits") as run:
        run.line(), run.line()
        run.main.kill()
        run.main.wait()
        assert eventually(lambda: processes_with(run.mark) == [])


def test_a_process_that_does_not_listen_is_killed(processes_with: Processes) -> None:
    with running("is_deaf") as run:
        run.line(), run.line()
        run.main.terminate()
        assert run.main.wait(PATIENCE) == 0
        assert processes_with(run.mark) == []
