# SPDX-License-Identifier: EUPL-1.2
"""Errors of this room.

ProceduresError
├── CannotCompareError      a fact of a type that its condition cannot compare
├── DmnRefusedError         DMN that this room does not know, or cannot write; all faults at once
├── FactsRefusedError       facts that cannot be; all faults at once
├── NoVersionError          no table was in force on the date of judgement
├── ReceiptError            a receipt that cannot be read, or is of other tables
└── TooTangledError         a table whose rows hang together in too many ways to be checked
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


class ProceduresError(Exception):
    """Anything that this room refuses."""


class CannotCompareError(ProceduresError):
    def __init__(self, given: object, operator: str, threshold: object) -> None:
        super().__init__(f"{given!r} {operator} {threshold!r} compares what is not alike")


@dataclass(frozen=True, slots=True)
class DmnFault:
    """What cannot be exchanged: the place in the file (a decision, a rule), a sentence in Dutch."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class DmnRefusedError(ProceduresError):
    """faults names every construct that stands in the way."""

    def __init__(self, faults: Sequence[DmnFault]) -> None:
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class FactFault:
    """What is wrong with one fact: a sentence in Dutch, for whoever gave it."""

    fact: str
    message: str


class FactsRefusedError(ProceduresError):
    """faults names every fact that cannot be, with a sentence in Dutch."""

    def __init__(self, faults: Sequence[FactFault]) -> None:
        super().__init__("; ".join(f"{fault.fact}: {fault.message}" for fault in faults))
        self.faults = tuple(faults)


class NoVersionError(ProceduresError):
    def __init__(self, procedure: str, day: date) -> None:
        super().__init__(f"{procedure}: geen regels bekend die golden op {day.isoformat()}")


class ReceiptError(ProceduresError):
    """The receipt cannot be read, or names tables that are not these."""


class TooTangledError(ProceduresError):
    """The rows of a table hang together in more ways than can be checked in reasonable time."""
