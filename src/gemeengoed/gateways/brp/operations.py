# SPDX-License-Identifier: EUPL-1.2
"""All writes on the demo BRP: loading a file, and telling it how to behave."""

import csv
import hashlib
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.db import transaction
from stdnum.nl import bsn

from gemeengoed.audit.operations import record
from gemeengoed.gateways.brp.errors import BadPersonFileError
from gemeengoed.gateways.brp.models import Behaviour, DemoBrp, DemoPerson
from gemeengoed.gateways.brp.shapes import Bond

COLUMNS = frozenset(
    (
        "bsn",
        "given_names",
        "prefix",
        "family_name",
        "gender",
        "born_on",
        "birth_place",
        "address_id",
        "registered_since",
        "bond",
        "partner_bsn",
        "parent_bsns",
        "secrecy",
        "under_investigation",
        "guardianship",
    )
)
TEST_RANGE = "9999"  # no living person has such a number


def load_persons(*, municipality: str, path: Path) -> int:
    """Put the persons of the file in the place of those that are there.

    Returns how many were loaded; 0 when exactly this file was loaded before. Raises
    BadPersonFileError with all faults and then leaves everything as it was. Only test BSNs are
    taken, so that no real person can get in here.
    """
    contents = path.read_bytes()
    fingerprint = hashlib.sha256(contents).hexdigest()
    if DemoBrp.objects.filter(pk=municipality, fingerprint=fingerprint).exists():
        return 0
    persons = _read(municipality, path, contents)
    with transaction.atomic():
        DemoPerson.objects.filter(municipality_id=municipality).delete()
        DemoPerson.objects.bulk_create(persons)
        DemoBrp.objects.update_or_create(
            municipality_id=municipality, defaults={"fingerprint": fingerprint}
        )
        record(
            municipality=municipality,
            actor="system:demo",
            action="demo_persons.loaded",
            subject=f"register:brp:{municipality}",
            details={"persons": len(persons), "fingerprint": fingerprint},
        )
    return len(persons)


def _read(municipality: str, path: Path, contents: bytes) -> list[DemoPerson]:
    reader = csv.DictReader(io.StringIO(contents.decode("utf-8"), newline=""))
    if set(reader.fieldnames or ()) != COLUMNS:
        raise BadPersonFileError(str(path), [f"the columns must be {', '.join(sorted(COLUMNS))}"])
    persons: list[DemoPerson] = []
    faults: list[str] = []
    for line, row in enumerate(reader, start=2):
        problems = _faults(row)
        faults += [f"line {line}: {problem}" for problem in problems]
        if not problems:
            persons.append(_person(municipality, row))
    if faults:
        raise BadPersonFileError(str(path), faults)
    return persons


def _faults(row: dict[str, str]) -> list[str]:
    """What is wrong with a line, without repeating a number of a person."""
    faults = []
    if not bsn.is_valid(row["bsn"]) or not row["bsn"].startswith(TEST_RANGE):
        faults.append("bsn is no test number that passes the elfproef")
    if row["bond"] not in ("", *Bond):
        faults.append(f"bond {row['bond']!r}")
    for column in ("born_on", "registered_since"):
        try:
            date.fromisoformat(row[column])
        except ValueError:
            faults.append(f"{column} {row[column]!r}")
    return faults


def _person(municipality: str, row: dict[str, str]) -> DemoPerson:
    return DemoPerson(
        municipality_id=municipality,
        bsn=row["bsn"],
        given_names=row["given_names"],
        prefix=row["prefix"],
        family_name=row["family_name"],
        gender=row["gender"],
        born_on=date.fromisoformat(row["born_on"]),
        birth_place=row["birth_place"],
        address_id=row["address_id"],
        registered_since=date.fromisoformat(row["registered_since"]),
        bond=row["bond"],
        partner_bsn=row["partner_bsn"],
        parent_bsns=row["parent_bsns"].split(),
        is_secret=row["secrecy"] == "ja",
        is_under_investigation=row["under_investigation"] == "ja",
        has_guardian=row["guardianship"] == "ja",
    )


@transaction.atomic
def set_behaviour(*, municipality: str, behaviour: Behaviour, delay: float = 0.0) -> None:
    """Tell the demo BRP how to answer from now on; delay in seconds, for SLOW."""
    DemoBrp.objects.filter(pk=municipality).update(behaviour=behaviour, delay=delay)
    record(
        municipality=municipality,
        actor="system:demo",
        action="demo_persons.behaviour_set",
        subject=f"register:brp:{municipality}",
        details={"behaviour": behaviour.value, "delay": delay},
    )


@transaction.atomic
def set_signals(*, municipality: str, addresses: Sequence[str]) -> None:
    """Tell the demo BRP at which addresses (nummeraanduidingen) the national research points."""
    DemoBrp.objects.filter(pk=municipality).update(signalled=list(addresses))
    record(
        municipality=municipality,
        actor="system:demo",
        action="demo_persons.signals_set",
        subject=f"register:brp:{municipality}",
        details={"addresses": len(addresses)},
    )
