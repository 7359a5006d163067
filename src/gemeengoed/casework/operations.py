# SPDX-License-Identifier: EUPL-1.2
"""Opening, finishing and in the end emptying interne taken.

Who has one: operations_assigning.py. Speaking with the resident: operations_contacts.py. What
colleagues can: operations_profiles.py. The history that all of them write: operations_history.py.
"""

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
from gemeengoed.casework.activities import Activity
from gemeengoed.casework.errors import NotYoursError, ReferencesExhaustedError, WrongResultError
from gemeengoed.casework.kinds import NOT_NEEDED, Kind, Result, area_for, kind_of
from gemeengoed.casework.locking import demand_may, open_one
from gemeengoed.casework.models import (
    InterneTaak,
    Klantcontact,
    Status,
    TaakEvent,
    TaakEventKind,
)
from gemeengoed.casework.operations_history import write_event
from gemeengoed.casework.references import new_reference
from gemeengoed.casework.roles import is_lead, worker_in
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
    term_source: str = "",
    language: str = "nl",
    activity: Activity | None = None,
    team: str = "",
) -> InterneTaak:
    """Open an interne_taak, once per origin_key: a second call gives the one that is there.

    term_days: working days within which the resident was promised an answer, from the day of
    now; term_source: where that promise stands. activity, team: where this one asks for another
    than its kind does. Raises UnknownKindError.
    """
    wanted = {
        **_asked_of_staff(kind_of(kind), topic, activity, team),
        "topic": topic,
        "language": language,
        "answers": dict(answers),
        "display": [list(line) for line in display.items()],
        "conversation_id": conversation_id,
        "opened_at": now,
        "due_on": add_working_days(localtime(now).date(), term_days),
        "ground": _promise_in_words(term_days),
        "ground_source": term_source,
    }
    for _ in range(TRIES):
        try:
            return _open(municipality, origin_key, wanted)
        except IntegrityError:  # the reference was taken: of chance, so try another
            continue
    raise ReferencesExhaustedError(f"no free reference in {municipality.pk} after {TRIES} tries")


def _asked_of_staff(kind: Kind, topic: str, activity: Activity | None, team: str) -> dict[str, Any]:
    """Kept with the interne_taak: a kind that changes later changes no work that is there."""
    return {
        "kind": kind.id,
        "activity": activity or kind.activity,
        "goal": kind.action,
        "area": area_for(kind, topic),
        "level": kind.level,
        "mandate": kind.mandate,
        "team": team or kind.team,
    }


def _promise_in_words(days: int) -> str:
    return f"Aan de inwoner beloofd: binnen {days} {'werkdag' if days == 1 else 'werkdagen'}"


@transaction.atomic
def _open(municipality: Municipality, origin_key: str, wanted: Mapping[str, Any]) -> InterneTaak:
    """Two at the same moment: the database lets one in, the other gets what that one made."""
    taak, is_new = InterneTaak.objects.get_or_create(
        municipality=municipality,
        origin_key=origin_key,
        defaults={**wanted, "reference": new_reference(municipality.name)},
    )
    if is_new:
        write_event(
            taak=taak,
            kind=TaakEventKind.OPENED,
            by=None,
            at=taak.opened_at,
            details={"kind": taak.kind, "due_on": taak.due_on.isoformat()},
        )
    return taak


@transaction.atomic
def finish(*, taak: InterneTaak, by: User, result: str, note: str, now: datetime) -> InterneTaak:
    """Mark as done, with what came of it; who finishes from the pile is its assignee.

    Raises AlreadyFinishedError (of two at the same moment the second), NotAllowedError,
    NotYoursError, WrongResultError, UnknownTaakError.
    """
    locked = open_one(taak, by)
    is_free = locked.assignee_id in (None, by.pk)
    if not is_free and not is_lead(worker_in(by, locked.municipality_id)):
        raise NotYoursError(str(locked.assignee))
    if locked.assignee is None:
        demand_may(locked, by, now)
    locked.assignee = locked.assignee or by
    _end(locked, by, _result(locked, result), note, now)
    return locked


def _end(taak: InterneTaak, by: User | None, ending: Result, note: str, now: datetime) -> None:
    """by None: the resident."""
    taak.status = Status.DONE
    taak.offered_to = None
    taak.planned_at = None
    taak.handled_at = now
    taak.handled_by = by
    taak.result = ending.code
    taak.note = note
    taak.save()
    write_event(
        taak=taak,
        kind=TaakEventKind.FINISHED,
        by=by,
        at=now,
        note=ending.label,
        details={"result": ending.code},
    )


@transaction.atomic
def drop(*, taak: InterneTaak, now: datetime, note: str = "") -> bool:
    """The resident took back what it was opened for: nobody needs to do it any more.

    note: why, in the resident's words. Returns whether it was open; one that is finished stays as
    it is.
    """
    locked = InterneTaak.objects.select_for_update().get(pk=taak.pk)
    if locked.status == Status.DONE:
        return False
    _end(locked, None, _result(locked, NOT_NEEDED.code), note, now)
    return True


def _result(taak: InterneTaak, code: str) -> Result:
    """The result of its kind; one that says that somebody was spoken with needs such a contact."""
    result = kind_of(taak.kind).result(code)
    if result is None:
        raise WrongResultError("Kies een resultaat uit de lijst.")
    if result.reached and not taak.contacts.filter(reached=True).exists():
        raise WrongResultError(
            f"Bij '{result.label}' hoort een gesprek. Leg eerst het gesprek vast."
        )
    return result


@transaction.atomic
def empty_finished(*, keep: timedelta) -> int:
    """Retention: from those finished longer ago than this, with their history and contacts, take
    what says something of a person.

    Returns how many. Open ones stay, however old. The key goes too: it is made of the answers.
    """
    now = settings.CLOCK.now()
    old = InterneTaak.objects.filter(
        status=Status.DONE, handled_at__lt=now - keep, emptied_at__isnull=True
    )
    TaakEvent.objects.filter(taak__in=old).update(by=None, to=None, note="")
    Klantcontact.objects.filter(taak__in=old).update(by=None, note="")
    count = old.update(
        answers={},
        display=[],
        note="",
        assignee=None,
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
