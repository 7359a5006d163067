# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong at any door.

StreamsFullError    this process holds as many open streams as it can
"""


class StreamsFullError(Exception):
    """Another process, or a little later, may well have a place; ``retry_after`` in seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("no place for another stream")
        self.retry_after = retry_after
