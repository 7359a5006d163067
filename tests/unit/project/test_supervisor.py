# SPDX-License-Identifier: EUPL-1.2
import os
import signal
import subprocess
import sys
import textwrap
import uuid
from collections.abc import Callable

import pytest

Eventually = Callable[[Callable[[], bool]], bool]
Processes = Callable[[str], list[int]]
PATIENCE = 100  # seconds, on a busy machine

SUPERVISOR = textwrap.dedent("""
    import os, sys
    from gemeengoed.project.supervisor import *
    hold_signals()
    mark, *programs = sys.argv[1:]
    try:
        with Supervisor() as children:
            for number, program in enumerate(programs):
                command = [sys.executable, "-c", program, mark]
                children.start(f"number {number}", command, os.environ)
            print("started", flush=True)
            children.watch()
    except StopRequestedError:
        print("stopped", flush=True)
    except ChildEndedError as error:
        print(error, flush=True)
""")
WAITS = "import time; time.sleep(600)"
IS_DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(600)
"""
HAS_A_CHILD_OF_ITS_OWN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", sys.argv[1]])
print("deaf", flush=True)
time.sleep(600)
"""


class Run:
    """A supervisor in a process of its own; its children carry a mark in their command line."""

    def __init__(self, *programs: str) -> None:
        self.mark = f"mark-{uuid.uuid4()}"
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISOR, self.mark, *programs],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.told: list[str] = []  # before it had started all; children write to the same place
        while (line := self.line()) != "started":
            assert line, "it ended"
            self.told.append(line)

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.mark.parametrize("wanted", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_a_stop_and_a_closed_terminal_stop_all_children(
    wanted: signal.Signals, processes_with: Processes
) -> None:
    run = Run(WAITS, WAITS)
    assert len(processes_with(run.mark)) == 3
    run.process.send_signal(wanted)
    assert run.line() == "stopped"
    assert run.process.wait(PATIENCE) == 0
    assert processes_with(run.mark) == []


def test_a_child_that_ends_is_named_and_stops_the_rest(processes_with: Processes) -> None:
    run = Run(WAITS, "import sys; sys.exit(3)")
    assert run.line() == "The number 1 process ended by itself (exit code 3)."
    run.process.wait(PATIENCE)
    assert processes_with(run.mark) == []


def test_a_child_that_was_killed_is_told_by_its_signal() -> None:
    run = Run("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert run.line() == "The number 0 process ended by itself (SIGKILL)."
    run.process.wait(PATIENCE)


def test_a_killed_supervisor_takes_its_children_along(
    eventually: Eventually, processes_with: Processes
) -> None:
    run = Run(WAITS, WAITS)
    run.process.kill()
    run.process.wait()
    assert eventually(lambda: processes_with(run.mark) == [])


@pytest.mark.slow
def test_a_child_that_does_not_listen_is_killed_with_its_own_children(
    processes_with: Processes,
) -> None:
    run = Run(IS_DEAF, HAS_A_CHILD_OF_ITS_OWN)
    while run.told.count("deaf") < 2:
        run.told.append(run.line())
    os.kill(run.process.pid, signal.SIGTERM)
    assert run.line() == "stopped"
    run.process.wait(PATIENCE)
    assert processes_with(run.mark) == []
