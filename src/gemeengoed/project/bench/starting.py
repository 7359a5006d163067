# SPDX-License-Identifier: EUPL-1.2
"""How long the demo takes to start when everything is there already."""

import os
import signal
import subprocess
import sys
import time

from gemeengoed.project.bench.server import ServerDidNotStartError, free_port
from gemeengoed.project.start_screen import LAST_LINE


def seconds_of_a_second_start() -> float:
    """From the command to the printed addresses. Raises ServerDidNotStartError."""
    _start_and_stop()  # the first one may have to make the database
    return _start_and_stop()


def _start_and_stop() -> float:
    command = [sys.executable, "-m", "gemeengoed.project.command_line", "demo"]
    began = time.monotonic()
    demo = subprocess.Popen(
        [*command, "--port", str(free_port())],
        env={name: value for name, value in os.environ.items() if name != "PORT"},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert demo.stdout is not None  # noqa: S101 (piped above; tells mypy)
    try:
        for line in demo.stdout:
            if LAST_LINE in line:
                return time.monotonic() - began
    finally:
        demo.send_signal(signal.SIGINT)
        demo.communicate(timeout=30)
    raise ServerDidNotStartError(f"the demo ended with {demo.returncode}")
