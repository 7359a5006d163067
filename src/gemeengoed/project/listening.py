# SPDX-License-Identifier: EUPL-1.2
"""The port to listen on: read from a word, and tried before anything else is started."""

import errno
import socket

from gemeengoed.project.errors import CannotStartError

LAST_PORT = 65535


class FaultyPortError(CannotStartError):
    """The word is no port number; the text says so."""


def port_from(word: str) -> int:
    """The number in PORT. Raises FaultyPortError."""
    if word.isascii() and word.isdigit() and 0 < int(word) <= LAST_PORT:
        return int(word)
    raise FaultyPortError(f"PORT is {word!r}; it must be a number from 1 to {LAST_PORT}.")


class PortNotFreeError(CannotStartError):
    """Nothing can listen there; the text says why and how to choose another port."""


def refuse_if_taken(host: str, port: int) -> None:
    """Raises PortNotFreeError when nothing can listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as attempt:
        # As the server does: a port on which only old connections linger is free.
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError as error:
            raise PortNotFreeError(_sentence(host, port, error)) from error


def _sentence(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken by another program: stop that, "
            f"or choose another port with PORT={port + 1 if port < LAST_PORT else 8000} make demo."
        )
    if error.errno == errno.EACCES:
        return f"This user may not listen on port {port}: choose one with PORT=8080 make demo."
    return f"Nothing can listen on {host} port {port}: {error.strerror}."
