# SPDX-License-Identifier: EUPL-1.2
import socket
from collections.abc import Iterator

import pytest

from gemeengoed.project.listening import (
    FaultyPortError,
    PortNotFreeError,
    port_from,
    refuse_if_taken,
)


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def test_a_taken_port_is_named_with_a_way_to_choose_another(listening: socket.socket) -> None:
    port = listening.getsockname()[1]
    with pytest.raises(PortNotFreeError, match=rf"Port {port} is taken .* PORT=\d+ make demo"):
        refuse_if_taken("127.0.0.1", port)


def test_a_free_port_is_accepted(listening: socket.socket) -> None:
    port = listening.getsockname()[1]
    listening.close()
    refuse_if_taken("127.0.0.1", port)


@pytest.mark.parametrize("word", ["", "web", "0", "65536", "-1", "8000.0", "٨٠٠٠"])
def test_a_word_that_is_no_port_number_is_refused(word: str) -> None:
    with pytest.raises(FaultyPortError, match="from 1 to 65535"):
        port_from(word)


def test_the_last_port_number_is_one() -> None:
    assert port_from("65535") == 65535
