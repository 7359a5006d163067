# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with packs. All faults of all files are reported at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from gemeengoed.municipalities.errors import UnknownMunicipalityError

__all__ = [
    "Fault",
    "NoEditionsError",
    "NoPacksError",
    "NothingToRollBackError",
    "PackError",
    "Place",
    "UnknownMunicipalityError",
    "UnknownReleaseError",
]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the packs something stands; file is relative to the packs' parent folder."""

    file: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong or worth knowing: where, what, and what to do about it."""

    place: Place
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" + (f" ({self.hint})" if self.hint else "")


class PackError(ValueError):
    """The packs are refused as a whole; faults holds every fault, in order of file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NoEditionsError(RuntimeError):
    """Nothing was published yet in this process: call operations.publish first."""


class NoPacksError(LookupError):
    """There is no folder with packs."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"no packs found in {folder!r}; GEMEENGOED_PACKS names their folder")
        self.folder = folder


class UnknownReleaseError(LookupError):
    """The database holds no release of that number."""


class NothingToRollBackError(LookupError):
    """The municipality never said anything else, or not in an edition of that fingerprint."""

    def __init__(self, municipality: str, edition: str | None) -> None:
        super().__init__(f"{municipality}: {edition or 'no earlier edition'}")
