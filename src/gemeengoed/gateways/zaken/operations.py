# SPDX-License-Identifier: EUPL-1.2
"""All writes on the demo zaakregister: its catalogue, how it behaves, and what it is sent.

A change is one transaction with a lock on the zaak, so that two at the same moment are told apart
as a real register does.
"""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml
from django.db import IntegrityError, transaction

from gemeengoed.audit.operations import record
from gemeengoed.gateways.zaken.catalogue import faults_of
from gemeengoed.gateways.zaken.demo_rules import Fault, Stored
from gemeengoed.gateways.zaken.demo_stored import stored
from gemeengoed.gateways.zaken.errors import BadCatalogueError
from gemeengoed.gateways.zaken.models import (
    Behaviour,
    DemoPart,
    DemoZaak,
    DemoZaakregister,
    PartKind,
)

ACTOR = "system:demo"


def load_catalogue(*, municipality: str, path: Path) -> int:
    """Put the catalogue of the file in the place of what is there; zaken stay.

    Returns how many zaaktypen; 0 when exactly this file was loaded before. Raises
    BadCatalogueError with all faults and then leaves everything as it was.
    """
    contents = path.read_bytes()
    fingerprint = hashlib.sha256(contents).hexdigest()
    if DemoZaakregister.objects.filter(pk=municipality, fingerprint=fingerprint).exists():
        return 0
    told = yaml.safe_load(contents)
    if faults := faults_of(told, municipality):
        raise BadCatalogueError(str(path), faults)
    zaaktypen = [{**each, "begin": str(each["begin"])} for each in told["zaaktypen"]]
    with transaction.atomic():
        DemoZaakregister.objects.update_or_create(
            municipality_id=municipality,
            defaults={
                "fingerprint": fingerprint,
                "rsin": str(told["rsin"][municipality]),
                "catalogue": zaaktypen,
            },
        )
        _record(municipality, "demo_catalogue.loaded", {"zaaktypen": len(zaaktypen)})
    return len(zaaktypen)


@transaction.atomic
def set_behaviour(*, municipality: str, behaviour: Behaviour, delay: float = 0.0) -> None:
    """Tell the demo register how to answer from now on; delay in seconds, for SLOW."""
    DemoZaakregister.objects.filter(pk=municipality).update(behaviour=behaviour, delay=delay)
    details = {"behaviour": behaviour.value, "delay": delay}
    _record(municipality, "demo_zaakregister.behaviour_set", details)


def add_zaak(*, municipality: str, body: Mapping[str, Any]) -> DemoZaak | None:
    """Keep a new zaak; None when its identificatie is taken, also at the same moment."""
    try:
        with transaction.atomic():
            zaak = DemoZaak.objects.create(
                municipality_id=municipality,
                identificatie=body["identificatie"],
                bronorganisatie=body["bronorganisatie"],
                body=dict(body),
            )
            _record(municipality, "demo_zaak.added", {"zaak": str(zaak.pk)})
            return zaak
    except IntegrityError:
        return None


@transaction.atomic
def add_part(
    *,
    zaak: UUID,
    kind: PartKind,
    body: Mapping[str, Any],
    faults: Callable[[Stored], list[Fault]],
    einddatum: str | None = None,
) -> tuple[DemoPart | None, list[Fault]]:
    """Hang something on a zaak if faults finds none, as it is under the lock.

    einddatum: closes the zaak. Returns what was added, or None and the faults. Raises
    DemoZaak.DoesNotExist.
    """
    locked = DemoZaak.objects.select_for_update().get(pk=zaak)
    found = faults(stored(locked))
    if found:
        return None, found
    part = DemoPart.objects.create(
        municipality_id=locked.municipality_id, zaak=locked, kind=kind, body=dict(body)
    )
    if einddatum is not None:
        locked.body["einddatum"] = einddatum
        locked.save(update_fields=["body"])
    _record(locked.municipality_id, "demo_zaak.part_added", {"zaak": str(zaak), "kind": kind.value})
    return part, []


def _record(municipality: str, action: str, details: Mapping[str, Any]) -> None:
    record(
        municipality=municipality,
        actor=ACTOR,
        action=action,
        subject=f"register:zaken:{municipality}",
        details=details,
    )
