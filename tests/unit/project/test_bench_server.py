# SPDX-License-Identifier: EUPL-1.2
"""Where a server of the bench and of the tests listens."""

import errno
import socket

import pytest

from gemeengoed.project.bench.server import free_port


def test_a_free_port_is_taken_for_all_others_while_its_server_starts() -> None:
    port = free_port()
    with socket.socket() as other, pytest.raises(OSError, match="in use") as refused:
        other.bind(("127.0.0.1", port))
    assert refused.value.errno == errno.EADDRINUSE


def test_a_server_can_listen_there_end_and_listen_again() -> None:
    port = free_port()
    for _ in range(2):
        with (
            socket.create_server(("127.0.0.1", port)),
            socket.create_connection(("127.0.0.1", port), timeout=100),
        ):
            pass
