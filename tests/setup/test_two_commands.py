# SPDX-License-Identifier: EUPL-1.2
import shutil
import time
from collections.abc import Callable, Iterator

import pytest
from tests.setup.clone import Clone, Demo
from tests.setup.starting import processes, start_and_stop

from gemeengoed.project.bench import server
from gemeengoed.project.embedded_postgres import places_for_checkout

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1500)]


@pytest.fixture(scope="module")
def own_clone(make_clone: Callable[[str], Clone]) -> Iterator[Clone]:
    """As whoever runs the tests, with the database in the place where it would be for them."""
    clone = make_clone("own")
    yield clone
    shutil.rmtree(places_for_checkout(clone.folder).cluster, ignore_errors=True)


def test_demo_starts_from_a_fresh_clone_and_stops_whole(own_clone: Clone, free_port: int) -> None:
    start_and_stop(own_clone, free_port)


@pytest.fixture(scope="module")
def killed(own_clone: Clone) -> Demo:
    """A second start, that was killed outright once it had told where it is."""
    with Demo.running(own_clone, server.free_port()) as demo:
        demo.kill()
    return demo


def test_the_second_start_sets_nothing_up(killed: Demo) -> None:
    for done in ("Setting up", "Installing", "Building"):
        assert done not in killed.printed


def test_a_demo_killed_outright_leaves_no_process(own_clone: Clone, killed: Demo) -> None:
    until = time.monotonic() + 100
    while processes(str(own_clone.folder)) and time.monotonic() < until:
        time.sleep(0.1)
    assert processes(str(own_clone.folder)) == []
