# SPDX-License-Identifier: EUPL-1.2
"""What the house knows of a log-in, whichever broker told it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How sure DigiD is of somebody, from low to high (betrouwbaarheidsniveau)."""

    BASIS = "basis"
    MIDDEN = "midden"
    SUBSTANTIEEL = "substantieel"
    HOOG = "hoog"

    def reaches(self, asked: "Level") -> bool:
        """Whether this is as sure as was asked, or surer."""
        order = list(Level)
        return order.index(self) >= order.index(asked)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What must be remembered between going to DigiD and coming back; secret, and used once."""

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    level: Level
    return_address: str  # absolute, as registered with the broker


@dataclass(frozen=True, slots=True)
class Begun:
    """address: where the browser must go now."""

    address: str = field(repr=False)
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class Identity:
    """bsn: nine digits, kept out of repr."""

    bsn: str = field(repr=False)
    level: Level
