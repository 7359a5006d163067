# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the input of a legal term. All faults are told at once."""

from collections.abc import Iterable


class TermError(ValueError):
    """A term that cannot be as it was told; faults holds every fault as a sentence."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(self.faults))
