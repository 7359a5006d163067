# SPDX-License-Identifier: EUPL-1.2
"""The product's own web server, which a test may also kill and start again."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping

import httpx

from gemeengoed.project.bench.server import free_port

START_SECONDS = 240.0  # on a machine that has much else to do


class Server:
    """On one port for its whole life, so that a page that is open finds it again."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._environment = {**os.environ, "GEMEENGOED_PUBLIC_URL": self.url, **environment}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "gemeengoed.project.command_line", "serve"]
        self._process = subprocess.Popen(
            [*command, "--port", str(self.port)], env=self._environment, start_new_session=True
        )
        try:
            self._wait(self._process)
        except AssertionError:
            self.kill()
            raise

    def _wait(self, process: "subprocess.Popen[bytes]") -> None:
        until = time.monotonic() + START_SECONDS
        while not self._is_healthy():
            assert process.poll() is None, "the server ended"
            assert time.monotonic() < until, "the server did not become healthy"
            time.sleep(0.1)

    def kill(self) -> None:
        """``kill -9``, also of the processes it forked: none gets a chance to finish anything."""
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _is_healthy(self) -> bool:
        try:
            return httpx.get(f"{self.url}/gezond", timeout=2).status_code == 200
        except httpx.TransportError:
            return False
