# SPDX-License-Identifier: EUPL-1.2
"""``make demo`` of a clone, started and stopped, and what may be left of it: nothing."""

import http.client
from pathlib import Path

from tests.setup.clone import Clone, Demo, modes_of_parents


def start_and_stop(clone: Clone, port: int) -> None:
    home = Path(clone.environment["HOME"])
    folders = (clone.folder, home, Path("/var/lib"), Path("/tmp"), Path("/run"))  # noqa: S108
    before = modes_of_parents(*folders)
    with Demo.running(clone, port) as demo:
        assert f"http://localhost:{port}/waterdam/" in demo.printed
        assert "nagemaakte DigiD (http://127.0.0.1:" in demo.printed
        assert _status(port, "/gezond") == http.client.OK
    assert processes(str(clone.folder)) == []
    assert {path: modes_of_parents(path)[path] for path in before} == before


def _status(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=100)
    connection.request("GET", path)
    return connection.getresponse().status


def processes(text: str) -> list[int]:
    """Running processes with this text in their command line."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and text.encode() in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue  # it ended while we looked
    return found
