# SPDX-License-Identifier: EUPL-1.2
"""Speaking with the resident about an interne_taak: agreeing on a moment, and what came of it."""

from datetime import datetime

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.casework.errors import WrongResultError
from gemeengoed.casework.kinds import kind_of
from gemeengoed.casework.locking import own_one
from gemeengoed.casework.models import CallOutcome, InterneTaak, Klantcontact, TaakEventKind
from gemeengoed.casework.operations import finish
from gemeengoed.casework.operations_history import write_event
from gemeengoed.casework.telling import moment_in_words, tell_call_planned, tell_called


@transaction.atomic
def plan_call(*, taak: InterneTaak, by: User, at: datetime, now: datetime) -> InterneTaak:
    """Agree on a moment; the resident is told by name. A later one replaces it.

    Raises WrongResultError for a moment that has passed; else as locking.own_one.
    """
    locked = own_one(taak, by)
    if at <= now:
        raise WrongResultError("Dit moment is al voorbij. Kies een later moment.")
    locked.planned_at = at
    locked.save(update_fields=["planned_at"])
    write_event(
        taak=locked, kind=TaakEventKind.CALL_PLANNED, by=by, at=now, note=moment_in_words(at)
    )
    tell_call_planned(locked, by, at, now)
    return locked


@transaction.atomic
def log_call(
    *,
    taak: InterneTaak,
    by: User,
    outcome: CallOutcome,
    note: str,
    now: datetime,
    result: str = "",
) -> Klantcontact:
    """Log a phone call; the resident is told by name that there was one.

    note: at most models.NOTE_AT_MOST characters. result: finish with it at once; empty: it stays
    open. Raises WrongResultError when the two do not go together; else as locking.own_one.
    """
    locked = own_one(taak, by)
    _demand_agreement(locked, outcome, result)
    contact = Klantcontact.objects.create(
        municipality_id=locked.municipality_id,
        taak=locked,
        subject=locked.goal,
        language=locked.language,
        by=by,
        at=now,
        outcome=outcome,
        reached=outcome.reached,
        note=note,
    )
    locked.planned_at = None
    locked.save(update_fields=["planned_at"])
    write_event(
        taak=locked,
        kind=TaakEventKind.CALL_LOGGED,
        by=by,
        at=now,
        note=outcome.label,
        details={"outcome": outcome.value},
    )
    tell_called(locked, by, reached=contact.reached, now=now)
    if result:
        finish(taak=locked, by=by, result=result, note=note, now=now)
    return contact


def _demand_agreement(taak: InterneTaak, outcome: CallOutcome, result: str) -> None:
    ending = kind_of(taak.kind).result(result) if result else None
    if ending is None or ending.reached is None or ending.reached == outcome.reached:
        return
    raise WrongResultError(
        f"'{outcome.label}' en '{ending.label}' passen niet bij elkaar. Verander een van de twee."
    )
