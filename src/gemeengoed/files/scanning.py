# SPDX-License-Identifier: EUPL-1.2
"""The port to whoever finds viruses. project supplies it; without one every file waits.

A real scanner (such as clamd) is an outside system: its client belongs in a gateway of its own.
"""

from typing import BinaryIO, Protocol

from gemeengoed.files.errors import ScannerUnavailableError


class Scanner(Protocol):
    """Something that looks into a file."""

    def is_infected(self, content: BinaryIO) -> bool:
        """Reads from the beginning. Raises ScannerUnavailableError; answers within seconds."""
        ...


class NoScanner:
    """Where none is connected: nothing is ever called clean."""

    def is_infected(self, content: BinaryIO) -> bool:
        raise ScannerUnavailableError("no scanner is connected")


_scanner: Scanner = NoScanner()


def supply_scanner(scanner: Scanner) -> None:
    """Register who scans; a second registration replaces the first."""
    global _scanner
    _scanner = scanner


def scanner() -> Scanner:
    """Who scans now."""
    return _scanner
