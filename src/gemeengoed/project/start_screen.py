# SPDX-License-Identifier: EUPL-1.2
"""What the demo prints when it runs: addresses and accounts.

The web process knows them, the demo process (without Django, for a quick start) prints them.
"""

import json
from pathlib import Path
from typing import Any


def write_facts(file: str) -> None:
    """Into that file: the municipalities as [slug, name] and the accounts of the demo, as JSON."""
    from gemeengoed.content.queries import editions  # noqa: PLC0415 (models)
    from gemeengoed.project.demo_data import accounts  # noqa: PLC0415

    municipalities = [
        (edition.municipality.slug, edition.municipality.name)
        for edition in editions()
        if edition.municipality.is_demo
    ]
    Path(file).write_text(json.dumps({"municipalities": municipalities, "accounts": accounts()}))


def as_text(facts: dict[str, Any], address: str) -> str:
    """The screen, in Dutch."""
    lines = ["", "Gemeengoed draait. Praat met de assistent van:", ""]
    width = max((len(name) for _, name in facts["municipalities"]), default=0)
    lines += [f"  {name:{width}}  {address}/{slug}/" for slug, name in facts["municipalities"]]
    lines += ["", f"Inloggen als medewerker kan op {address}/werk/ met:", ""]
    lines += _table(facts["accounts"])
    lines += ["", "Stoppen: Ctrl-C.", ""]
    return "\n".join(lines)


def _table(rows: list[list[str]]) -> list[str]:
    head = ["Gemeente", "Rol", "Naam", "Wachtwoord"]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    return [
        "  "
        + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [head, *rows]
    ]
