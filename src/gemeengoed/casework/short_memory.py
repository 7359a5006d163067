# SPDX-License-Identifier: EUPL-1.2
"""What a register told in one talk, for the next questions of that talk: in memory only.

A register that is slow would make each turn slow. Nothing of it is written down anywhere, and it
is gone after two minutes, or with the process.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from threading import Lock

KEPT = timedelta(minutes=2)
AT_MOST = 1000  # answers


class ShortMemory[Answer]:
    """Safe to use from several threads; two that ask at once may both ask the register."""

    def __init__(self, kept: timedelta = KEPT, at_most: int = AT_MOST) -> None:
        self._kept, self._at_most = kept, at_most
        self._told: OrderedDict[Hashable, tuple[datetime, Answer]] = OrderedDict()
        self._lock = Lock()

    def recall(self, key: Hashable, now: datetime, ask: Callable[[], Answer]) -> Answer:
        """What was told under this key, else what ask gives; what ask raises is not kept.

        now: business time.
        """
        with self._lock:
            self._forget(now)
            if key in self._told:
                return self._told[key][1]
        answer = ask()
        with self._lock:
            self._told[key] = (now, answer)
            self._told.move_to_end(key)
            while len(self._told) > self._at_most:
                self._told.popitem(last=False)
        return answer

    def _forget(self, now: datetime) -> None:
        """Oldest first; a clock that was set back keeps nothing."""
        while self._told:
            at, _ = next(iter(self._told.values()))
            if timedelta() <= now - at < self._kept:
                return
            self._told.popitem(last=False)

    def __len__(self) -> int:
        return len(self._told)
