# SPDX-License-Identifier: EUPL-1.2
"""The laws on which terms rest, cited exactly, each in the version that was read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Statute:
    """One version of a law. bwb: its number at wetten.overheid.nl."""

    name: str
    short: str
    bwb: str
    version: date

    def at(self, article: str, part: str = "") -> "Grondslag":
        """The grondslag ``4:15`` with ``lid 2 onder a``."""
        return Grondslag(self, article, part)


@dataclass(frozen=True, slots=True)
class Grondslag:
    """An article of a law, and where needed the part of it."""

    statute: Statute
    article: str
    part: str = ""

    @property
    def url(self) -> str:
        """The article in the version that was read."""
        anchor = self.article.replace(":", "")
        return (
            f"https://wetten.overheid.nl/{self.statute.bwb}/{self.statute.version}#Artikel{anchor}"
        )

    def __str__(self) -> str:
        """``Awb art. 4:15 lid 2 onder a``, as one cites it in Dutch."""
        return f"{self.statute.short} art. {self.article} {self.part}".rstrip()


ATW = Statute("Algemene termijnenwet", "Atw", "BWBR0002448", date(2010, 10, 10))
AWB = Statute("Algemene wet bestuursrecht", "Awb", "BWBR0005537", date(2026, 7, 1))
OMGEVINGSWET = Statute("Omgevingswet", "Ow", "BWBR0037885", date(2026, 7, 1))
BRP = Statute("Wet basisregistratie personen", "Wet BRP", "BWBR0033715", date(2026, 10, 1))
