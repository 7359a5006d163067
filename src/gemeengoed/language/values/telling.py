# SPDX-License-Identifier: EUPL-1.2
"""Values by name, as the command understand writes them and the sentences of the packs expect."""

from collections.abc import Iterable

from gemeengoed.language.reading import Value

KINDS = (
    "datum", "datum_ongeldig", "tijd", "postcode", "huisnummer", "toevoeging", "straat", "plaats",
    "aantal_personen", "bedrag", "telefoon", "email", "kenteken", "hoogte", "breedte", "afstand",
    "naam", "kind_leeftijd", "mastnummer",
)  # fmt: skip
ROLES = ("van", "naar", "begin", "eind")
NAMES = (*KINDS, *(f"{kind}_{role}" for kind in KINDS for role in ROLES))


def by_name(values: Iterable[Value]) -> dict[str, str | int | float]:
    """The first value of each kind by its name, and the first of each role as ``kind_role``."""
    told: dict[str, str | int | float] = {}
    for value in values:
        told.setdefault(value.kind, value.value)
        if value.role in ROLES:
            told.setdefault(f"{value.kind}_{value.role}", value.value)
    return told
