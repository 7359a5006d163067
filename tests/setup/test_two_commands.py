# SPDX-License-Identifier: EUPL-1.2
import http.client
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.setup.clone import Clone, Demo, modes_of_parents

from gemeengoed.project.embedded_postgres import places_for_checkout

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def own_clone(make_clone: Callable[[str], Clone]) -> Iterator[Clone]:
    """As whoever runs the tests, with the database in the place where it would be for them."""
    clone = make_clone("own")
    yield clone
    shutil.rmtree(places_for_checkout(clone.folder).cluster, ignore_errors=True)


def test_demo_starts_from_a_fresh_clone_and_stops_whole(own_clone: Clone, free_port: int) -> None:
    _start_and_stop(own_clone, free_port)


def test_the_second_start_sets_nothing_up(own_clone: Clone, free_port: int) -> None:
    with Demo.running(own_clone, free_port) as demo:
        assert "Setting up" not in demo.printed
        assert "Building" not in demo.printed


def test_an_ordinary_user_can_do_the_same_beside_it(users_clone: Clone, free_port: int) -> None:
    _start_and_stop(users_clone, free_port)


def test_an_ordinary_user_can_do_it_again(users_clone: Clone, free_port: int) -> None:
    _start_and_stop(users_clone, free_port)


def test_a_demo_killed_outright_leaves_no_process(own_clone: Clone, free_port: int) -> None:
    with Demo.running(own_clone, free_port) as demo:
        demo.kill()
    until = time.monotonic() + 15
    while _processes(str(own_clone.folder)) and time.monotonic() < until:
        time.sleep(0.1)
    assert _processes(str(own_clone.folder)) == []


def _start_and_stop(clone: Clone, port: int) -> None:
    home = Path(clone.environment["HOME"])
    folders = (clone.folder, home, Path("/var/lib"), Path("/tmp"), Path("/run"))  # noqa: S108
    before = modes_of_parents(*folders)
    with Demo.running(clone, port) as demo:
        assert f"http://localhost:{port}/waterdam/" in demo.printed
        assert _status(port, "/gezond") == http.client.OK
    assert _processes(str(clone.folder)) == []
    assert {path: modes_of_parents(path)[path] for path in before} == before


def _status(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    return connection.getresponse().status


def _processes(text: str) -> list[int]:
    """Running processes with this text in their command line."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and text.encode() in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue  # it ended while we looked
    return found
