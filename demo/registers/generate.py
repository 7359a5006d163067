# SPDX-License-Identifier: EUPL-1.2
"""Writes the registers of the demo: ``python -m demo.registers.generate`` from the project's root.

The same seed gives the same bytes, so a change of the program shows as a change of the files.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from random import Random
from typing import Any

from demo.registers.addresses import AddressRow, addresses
from demo.registers.persons import PersonRow, persons, persons_from_elsewhere
from demo.registers.street_plans import PLANS

SEED = 20261123
HERE = Path(__file__).resolve().parent


def registers() -> dict[str, bytes]:
    """All files: path below this folder -> contents."""
    files = {}
    for position, plan in enumerate(PLANS):
        random = Random(f"{SEED} {plan.slug}")  # noqa: S311 - repeatable, guards nothing
        rows = addresses(plan, random)
        people = persons(plan, position, rows, random)
        # Chances of their own: so nobody who lives here becomes somebody else.
        others = Random(f"{SEED} {plan.slug} elders")  # noqa: S311 - as above
        people += persons_from_elsewhere(position, people, others)
        files[f"{plan.slug}/adressen.csv"] = _as_csv(AddressRow, rows)
        files[f"{plan.slug}/personen.csv"] = _as_csv(PersonRow, people)
    return files


def _as_csv(kind: type, rows: Sequence[Any]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.name for column in fields(kind)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return out.getvalue().encode()


def main() -> None:
    for name, contents in registers().items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(contents)


if __name__ == "__main__":
    main()
