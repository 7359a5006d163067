# SPDX-License-Identifier: EUPL-1.2
"""Who moves in the bench, and where to: people and homes of the demo's registers."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

GROWN_UP = "2006"  # born before


@dataclass(frozen=True)
class Registers:
    """The rows of one municipality, as in its files."""

    people: tuple[dict[str, str], ...]
    addresses: tuple[dict[str, str], ...]
    living_at: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, folder: Path) -> "Registers":
        """Read from ``personen.csv`` and ``adressen.csv``."""
        people = _rows(folder / "personen.csv")
        living_at = Counter(person["address_id"] for person in people)
        return cls(people, _rows(folder / "adressen.csv"), living_at)

    @property
    def homes(self) -> list[dict[str, str]]:
        """The addresses at which one can live in the ordinary way."""
        return [each for each in self.addresses if each["purpose"] == "woning"]

    def alone(self) -> list[str]:
        """The BSNs of grown-ups who live here with nobody else."""
        return self._here(lambda person: self.living_at[person["address_id"]] == 1)

    def with_partner_and_child(self) -> list[str]:
        """The BSNs of the married with a child at the same address."""
        parents = {
            bsn
            for child in self.people
            for bsn in child["parent_bsns"].replace(";", " ").split()
            if child["born_on"] >= GROWN_UP
        }
        return self._here(lambda person: bool(person["partner_bsn"]) and person["bsn"] in parents)

    def from_elsewhere(self) -> list[str]:
        """The BSNs of those who are registered at no address of this municipality."""
        return self._bsns(lambda person: not self._lives_here(person))

    def free(self) -> Iterator[str]:
        """Homes at which nobody is registered, as one types them."""
        return (in_words(home) for home in self.homes if not self.living_at[home["id"]])

    def lived_in(self) -> Iterator[str]:
        """Homes at which several are registered: not that of who lives alone."""
        return (in_words(home) for home in self.homes if self.living_at[home["id"]] > 1)

    def _lives_here(self, person: dict[str, str]) -> bool:
        return person["address_id"] in {address["id"] for address in self.addresses}

    def _here(self, fits: Callable[[dict[str, str]], bool]) -> list[str]:
        return self._bsns(lambda person: fits(person) and self._lives_here(person))

    def _bsns(self, fits: Callable[[dict[str, str]], bool]) -> list[str]:
        return [
            person["bsn"] for person in self.people if person["born_on"] < GROWN_UP and fits(person)
        ]


def in_words(home: dict[str, str]) -> str:
    """``Kerkstraat 22 in Waterdam``."""
    return f"{home['street']} {home['number']}{home['addition'].lower()} in {home['place']}"


def _rows(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))
