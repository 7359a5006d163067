# SPDX-License-Identifier: EUPL-1.2
"""What the demo prints when it runs: addresses and accounts.

The web process knows them, the demo process (without Django, for a quick start) prints them.
"""

import json
from pathlib import Path
from typing import Any

LAST_LINE = "Stoppen: Ctrl-C."


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


def as_text(facts: dict[str, Any], address: str, identity: str | None) -> str:
    """The screen, in Dutch; ``identity`` is the address of the imitation of DigiD, if it runs."""
    towns = [
        [name, f"{address}/{slug}/", f"{address}/{slug}/werk"]
        for slug, name in facts["municipalities"]
    ]
    lines = [
        "",
        "Gemeengoed draait. Praat met de assistent, of ga aan het werk als medewerker:",
        "",
    ]
    lines += _table(["Gemeente", "Inwoners", "Medewerkers"], towns)
    lines += ["", "Medewerkers loggen in met:", ""]
    lines += _table(["Gemeente", "Rol", "Inlognaam", "Wachtwoord"], facts["accounts"])
    lines += ["", _about_log_in(identity), "", LAST_LINE, ""]
    return "\n".join(lines)


def _about_log_in(identity: str | None) -> str:
    if identity is None:
        return "Inwoners kunnen nu niet inloggen: bin/install-identity is niet gedaan."
    return f"Inwoners loggen in met een nagemaakte DigiD ({identity}): kies daar wie."


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    return [
        "  "
        + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [head, *rows]
    ]
