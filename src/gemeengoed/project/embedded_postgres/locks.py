# SPDX-License-Identifier: EUPL-1.2
"""Kernel locks on files: they vanish with the process that held them, however it ended."""

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PAUSE = 0.02  # seconds between two tries


class Lock:
    """An open lock file. Take it ``shared`` or ``alone``; closing it gives it back."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def shared(self) -> None:
        """Waits until nobody holds it alone."""
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def alone(self, patience: float | None = None) -> bool:
        """Whether we hold it alone now; waits ``patience`` seconds at most, None is for ever."""
        if patience is None:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            return True
        until = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    return False
                time.sleep(PAUSE)
            else:
                return True

    def give_back(self) -> None:
        fcntl.flock(self._file, fcntl.LOCK_UN)

    def write(self, text: str) -> None:
        """Leaves a word for others; it counts only as long as the lock is held."""
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, text.encode(), 0)

    def read(self) -> str:
        return os.pread(self._file, 100, 0).decode()

    def is_at(self, path: Path) -> bool:
        """Whether the file that we hold is still the one at that path."""
        try:
            return os.path.samestat(os.fstat(self._file), path.stat())
        except FileNotFoundError:
            return False

    def close(self) -> None:
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
