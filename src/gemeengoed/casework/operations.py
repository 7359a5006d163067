# SPDX-License-Identifier: EUPL-1.2
"""All writes on interne taken."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.utils.timezone import localtime

from gemeengoed.accounts.models import User
from gemeengoed.audit.operations import record
from gemeengoed.casework.errors import (
    AlreadyFinishedError,
    ReferencesExhaustedError,
    UnknownTaakError,
)
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.models import InterneTaak, Status
from gemeengoed.casework.references import new_reference
from gemeengoed.municipalities.models import Municipality
from gemeengoed.terms.workdays import add_working_days

TRIES = 5


def open_interne_taak(
    *,
    municipality: Municipality,
    kind: str,
    topic: str,
    term_days: int,
    answers: Mapping[str, Any],
    display: Mapping[str, str],
    origin_key: str,
    conversation_id: UUID,
    now: datetime,
) -> InterneTaak:
    """Open an interne_taak, once per origin_key: a second call gives the one that is there.

    term_days: working days within which the resident was promised an answer, from the day of
    now. Raises UnknownKindError.
    """
    wanted = {
        "kind": kind_of(kind).id,
        "topic": topic,
        "answers": dict(answers),
        "display": [list(line) for line in display.items()],
        "conversation_id": conversation_id,
        "opened_at": now,
        "due_on": add_working_days(localtime(now).date(), term_days),
    }
    for _ in range(TRIES):
        try:
            return _open(municipality, origin_key, wanted)
        except IntegrityError:  # the reference was taken: of chance, so try another
            continue
    raise ReferencesExhaustedError(f"no free reference in {municipality.pk} after {TRIES} tries")


@transaction.atomic
def _open(municipality: Municipality, origin_key: str, wanted: Mapping[str, Any]) -> InterneTaak:
    """Two at the same moment: the database lets one in, the other gets what that one made."""
    taak, is_new = InterneTaak.objects.get_or_create(
        municipality=municipality,
        origin_key=origin_key,
        defaults={**wanted, "reference": new_reference(municipality.name)},
    )
    if is_new:
        record(
            municipality=municipality.pk,
            actor="resident",
            action="interne_taak.opened",
            subject=f"interne_taak:{taak.pk}",
            details={"kind": taak.kind, "due_on": taak.due_on.isoformat()},
        )
    return taak


@transaction.atomic
def finish(*, taak: InterneTaak, by: User, note: str, now: datetime) -> InterneTaak:
    """Mark as done, with what came of it.

    Raises AlreadyFinishedError (of two at the same moment the second), UnknownTaakError.
    """
    locked = InterneTaak.objects.select_for_update(of=("self",)).filter(pk=taak.pk).first()
    if locked is None:
        raise UnknownTaakError(taak.reference)
    if locked.status == Status.DONE:
        raise AlreadyFinishedError(str(locked.handled_by))
    locked.status = Status.DONE
    locked.handled_at = now
    locked.handled_by = by
    locked.note = note
    locked.save(update_fields=["status", "handled_at", "handled_by", "note"])
    record(
        municipality=locked.municipality_id,
        actor=f"user:{by.pk}",
        action="interne_taak.finished",
        subject=f"interne_taak:{locked.pk}",
    )
    return locked


@transaction.atomic
def empty_finished(*, keep: timedelta) -> int:
    """Retention: take from those finished longer ago than this what says something of a person.

    Returns how many. Open ones stay, however old. The key goes too: it is made of the answers.
    """
    now = settings.CLOCK.now()
    old = InterneTaak.objects.filter(
        status=Status.DONE, handled_at__lt=now - keep, emptied_at__isnull=True
    )
    count = old.update(
        answers={},
        display=[],
        note="",
        handled_by=None,
        origin_key=Concat(Value("emptied:"), Cast("pk", CharField())),
        emptied_at=now,
    )
    if count:
        record(
            municipality="",
            actor="system:worker",
            action="interne_taak.emptied",
            subject="interne_taak:all",
            details={"count": count},
        )
    return count
