# SPDX-License-Identifier: EUPL-1.2
"""Reads a zaak of the demo register with what hangs on it."""

from typing import Any

from gemeengoed.gateways.zaken.demo_rules import Stored
from gemeengoed.gateways.zaken.models import DemoZaak


def stored(zaak: DemoZaak) -> Stored:
    """A zaak with its parts as they are now."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for part in zaak.parts.order_by("pk"):
        parts.setdefault(part.kind, []).append({**part.body, "uuid": str(part.uuid)})
    return Stored(zaak.body, parts)
