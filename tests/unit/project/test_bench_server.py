# SPDX-License-Identifier: EUPL-1.2
"""Where a server of the bench and of the tests listens, and what it and its database use."""

import errno
import os
import socket

import psycopg
import pytest

from gemeengoed.project.bench.server import cpu_seconds, database_process, free_port


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


def test_what_a_statement_costs_is_found_with_the_process_of_the_database(
    database_server: str,
) -> None:
    server = database_process(database_server)
    with psycopg.connect(database_server) as connection:
        used = cpu_seconds(server)
        connection.execute("SELECT count(*) FROM generate_series(1, 3000000)")
        assert cpu_seconds(server) > used
    assert server not in (0, os.getpid())
