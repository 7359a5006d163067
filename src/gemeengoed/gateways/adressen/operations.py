# SPDX-License-Identifier: EUPL-1.2
"""All writes on the demo register: loading a file, and telling it how to behave."""

import csv
import hashlib
import io
import re
from pathlib import Path

from django.db import connection, transaction

from gemeengoed.audit.operations import record
from gemeengoed.gateways.adressen.errors import BadRegisterFileError
from gemeengoed.gateways.adressen.models import Behaviour, DemoAddress, DemoRegister
from gemeengoed.gateways.adressen.shapes import Monument, Purpose

# Column of the file -> column of the table.
COLUMNS = {
    "id": "identification",
    "object_id": "object_id",
    "pand_id": "building_id",
    "street": "street",
    "number": "number",
    "addition": "addition",
    "postcode": "postcode",
    "place": "place",
    "x": "x",
    "y": "y",
    "facing": "facing",
    "purpose": "purpose",
    "residents": "residents",
    "tenure": "tenure",
    "landlord": "landlord",
    "monument": "monument",
    "protected_view": "is_protected_view",
    "public_roof_planes": "public_roof_planes",
    "roof_height": "roof_height",
    "roof_width": "roof_width",
    "in_centre": "is_in_centre",
}
_COPY = (
    f"COPY {DemoAddress._meta.db_table} (municipality_id, {', '.join(COLUMNS.values())}) FROM STDIN"
)
_YES_NO = {"ja": True, "nee": False}
_SHAPES = {
    "id": r"\d{16}",
    "number": r"[1-9]\d{0,4}",
    "postcode": r"[1-9]\d{3}[A-Z]{2}",
    "x": r"\d+(\.\d+)?",
    "y": r"\d+(\.\d+)?",
    "facing": r"\d{1,3}",
    "purpose": "|".join(Purpose),
    "residents": r"\d+",
    "monument": "|".join(Monument),
    "protected_view": "ja|nee",
    "roof_height": r"(\d+\.\d+)?",
    "roof_width": r"(\d+\.\d+)?",
    "in_centre": "ja|nee",
}


def load_register(*, municipality: str, path: Path) -> int:
    """Put the addresses of the file in the place of those that are there.

    Returns how many were loaded; 0 when exactly this file was loaded before. Raises
    BadRegisterFileError with all faults and then leaves everything as it was.
    """
    contents = path.read_bytes()
    fingerprint = hashlib.sha256(contents).hexdigest()
    if DemoRegister.objects.filter(pk=municipality, fingerprint=fingerprint).exists():
        return 0
    rows = _read(path, contents)
    with transaction.atomic():
        DemoAddress.objects.filter(municipality_id=municipality).delete()
        with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
            for row in rows:
                copy.write_row(_for_copy(municipality, row))
        DemoRegister.objects.update_or_create(
            municipality_id=municipality,
            defaults={
                "fingerprint": fingerprint,
                "streets": sorted({row["street"] for row in rows}),
                "places": sorted({row["place"] for row in rows}),
            },
        )
        record(
            municipality=municipality,
            actor="system:demo",
            action="demo_addresses.loaded",
            subject=f"register:adressen:{municipality}",
            details={"addresses": len(rows), "fingerprint": fingerprint},
        )
    return len(rows)


def _read(path: Path, contents: bytes) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(contents.decode("utf-8"), newline=""))
    if set(reader.fieldnames or ()) != COLUMNS.keys():
        raise BadRegisterFileError(str(path), [f"the columns must be {', '.join(COLUMNS)}"])
    rows = list(reader)
    faults = [
        f"line {line}: {column} {row[column]!r}"
        for line, row in enumerate(rows, start=2)
        for column, shape in _SHAPES.items()
        if re.fullmatch(shape, row[column] or "") is None
    ]
    if faults:
        raise BadRegisterFileError(str(path), faults)
    return rows


def _for_copy(municipality: str, row: dict[str, str]) -> list[str | bool | None]:
    values: list[str | bool | None] = [municipality]
    for column in COLUMNS:
        value: str | bool | None = row[column]
        if column in ("protected_view", "in_centre"):
            value = _YES_NO[row[column]]
        elif column in ("roof_height", "roof_width"):
            value = row[column] or None
        values.append(value)
    return values


@transaction.atomic
def set_behaviour(*, municipality: str, behaviour: Behaviour, delay: float = 0.0) -> None:
    """Tell the demo register how to answer from now on; delay in seconds, for SLOW."""
    DemoRegister.objects.filter(pk=municipality).update(behaviour=behaviour, delay=delay)
    record(
        municipality=municipality,
        actor="system:demo",
        action="demo_addresses.behaviour_set",
        subject=f"register:adressen:{municipality}",
        details={"behaviour": behaviour.value, "delay": delay},
    )
