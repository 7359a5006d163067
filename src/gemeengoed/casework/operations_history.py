# SPDX-License-Identifier: EUPL-1.2
"""What every change of an interne_taak leaves: an event in its history and an audit record."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.casework.models import InterneTaak, TaakEvent, TaakEventKind


def write_event(
    *,
    taak: InterneTaak,
    kind: TaakEventKind,
    by: User | None,
    at: datetime,
    to: User | None = None,
    note: str = "",
    details: Mapping[str, Any] | None = None,
) -> TaakEvent:
    """Add to the history; call it inside the transaction of the change.

    by None: the resident. The note stays out of the audit: it may tell of a person.
    """
    event = TaakEvent.objects.create(
        municipality_id=taak.municipality_id, taak=taak, at=at, kind=kind, by=by, to=to, note=note
    )
    whom = {"to": f"user:{to.pk}"} if to is not None else {}
    record(
        municipality=taak.municipality_id,
        actor=f"user:{by.pk}" if by is not None else "resident",
        action=f"interne_taak.{kind}",
        subject=f"interne_taak:{taak.pk}",
        details={**whom, **(details or {})},
    )
    return event
