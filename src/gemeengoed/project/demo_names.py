# SPDX-License-Identifier: EUPL-1.2
"""The street and place names of a demo municipality, from the file that its register is made of.

For commands that do without a database; the product itself asks the register.
"""

import csv
from collections.abc import Iterable

from gemeengoed.conversations.places import Places
from gemeengoed.project.demo_identity import REGISTERS


def demo_names(slug: str) -> Places:
    """Lower case; nothing for a municipality that has no such file."""
    path = REGISTERS / slug / "adressen.csv"
    if not path.is_file():
        return Places()
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["street"].lower(), row["place"].lower()) for row in csv.DictReader(file)]
    return Places(
        streets=frozenset(street for street, _ in rows),
        places=frozenset(place for _, place in rows),
    )


def demo_names_of_all(slugs: Iterable[str]) -> Places:
    """Those of these municipalities together."""
    names = [demo_names(slug) for slug in slugs]
    return Places(
        streets=frozenset().union(*(each.streets for each in names)),
        places=frozenset().union(*(each.places for each in names)),
    )
