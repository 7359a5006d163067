# SPDX-License-Identifier: EUPL-1.2
"""A server of the bench's own, on a free port and a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg

START_SECONDS = 240.0
_held_ports: list[socket.socket] = []


class ServerDidNotStartError(RuntimeError):
    """The server ended or did not become healthy in time."""


def free_port() -> int:
    """A port on 127.0.0.1 on which nothing listens, and which nobody else is given while we live.

    A server takes long to start: in that time another process would be told that it is free.
    """
    held = socket.socket()
    # With this a server, which sets it too, may listen there; the system gives it to nobody.
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    _held_ports.append(held)
    return int(held.getsockname()[1])


@contextmanager
def running_server(
    environment: Mapping[str, str], port: int | None = None
) -> Iterator[tuple[int, int]]:
    """Port and process id of a healthy server, stopped after use; or ServerDidNotStartError."""
    port = port or free_port()
    command = [sys.executable, "-m", "gemeengoed.project.command_line"]
    server = subprocess.Popen(
        [*command, "serve", "--port", str(port)], env={**os.environ, **environment}
    )
    try:
        _wait(server, port)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise ServerDidNotStartError(f"the server ended with {server.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezond", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise ServerDidNotStartError(f"not healthy within {START_SECONDS:.0f} s")


def memory_megabytes(pid: int) -> float:
    """Memory of the process and its children, what they share counted once; Linux only, else 0."""
    try:
        return sum(_kilobytes(process) for process in _with_children(pid)) * 1024 / 1e6
    except OSError:
        return 0.0


def cpu_seconds(pid: int) -> float:
    """Processor time that the process and its children used so far, Linux only; 0 elsewhere."""
    try:
        ticks = sum(_ticks(process) for process in _with_children(pid))
    except OSError:
        return 0.0
    return ticks / os.sysconf("SC_CLK_TCK")


def database_process(url: str) -> int:
    """Process id of the database server when it runs on this machine; 0 when that cannot be told.

    The one behind our own connection is its child.
    """
    with psycopg.connect(url) as connection:
        backend = connection.info.backend_pid
        try:
            is_postgres = Path(f"/proc/{backend}/comm").read_text().startswith("postgres")
            return int(_after_name(backend)[1]) if is_postgres else 0
        except OSError:
            return 0


def _ticks(pid: int) -> int:
    fields = _after_name(pid)
    return int(fields[11]) + int(fields[12])


def _after_name(pid: int) -> list[str]:
    """The state of a process: the name of the program may hold spaces, so what comes after it."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _with_children(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in children for each in _with_children(int(child)))]


def _kilobytes(pid: int) -> int:
    """The proportional set size: a page that two processes share counts half for each."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
