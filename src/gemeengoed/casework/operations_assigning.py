# SPDX-License-Identifier: EUPL-1.2
"""Who has an interne_taak: taking it from the pile, asking a colleague, giving it back.

Each raises NotAllowedError, UnknownTaakError and AlreadyFinishedError besides what it tells.
"""

from datetime import datetime

from django.db import transaction

from gemeengoed.accounts.models import User
from gemeengoed.casework.errors import NotFitError, NotYoursError
from gemeengoed.casework.locking import arranged_one, demand_may, offered_one, open_one
from gemeengoed.casework.models import InterneTaak, TaakEventKind
from gemeengoed.casework.operations_history import write_event
from gemeengoed.casework.queries_people import obstacle_for
from gemeengoed.casework.telling import tell_taken_up


@transaction.atomic
def take_up(*, taak: InterneTaak, by: User, now: datetime) -> InterneTaak:
    """Take it from the pile; the resident is told who has it.

    Raises NotYoursError when another was first, NotFitError for who may not do it.
    """
    locked = open_one(taak, by)
    if locked.assignee_id == by.pk:
        return locked
    if locked.assignee is not None:
        raise NotYoursError(str(locked.assignee))
    demand_may(locked, by, now)
    _give(locked, by)
    write_event(taak=locked, kind=TaakEventKind.ASSIGNED, by=by, at=now)
    tell_taken_up(locked, by, None, now)
    return locked


@transaction.atomic
def hand_over(*, taak: InterneTaak, by: User, to: User, summary: str, now: datetime) -> InterneTaak:
    """Ask a colleague to take it over. Until that one accepts nothing changes.

    By the assignee, or by who leads. A later question to another replaces this one. Raises
    NotYoursError, and NotFitError when that colleague may not or cannot do it.
    """
    locked = arranged_one(taak, by)
    if to.pk in (by.pk, locked.assignee_id):
        raise NotFitError(f"{to} heeft deze taak al of vraagt het zelf. Kies een ander.")
    _demand_may_be_asked(locked, to, now)
    locked.offered_to = to
    locked.save(update_fields=["offered_to"])
    write_event(taak=locked, kind=TaakEventKind.HANDED_OVER, by=by, to=to, at=now, note=summary)
    return locked


@transaction.atomic
def accept(*, taak: InterneTaak, by: User, now: datetime) -> InterneTaak:
    """Take over what was offered; the resident is told. Raises NotOfferedError."""
    locked = offered_one(taak, by)
    before = locked.assignee
    _give(locked, by)
    write_event(taak=locked, kind=TaakEventKind.ACCEPTED, by=by, at=now)
    tell_taken_up(locked, by, before, now)
    return locked


@transaction.atomic
def decline(*, taak: InterneTaak, by: User, reason: str, now: datetime) -> InterneTaak:
    """Not take it over: it stays with who asked, with the reason. Raises NotOfferedError."""
    locked = offered_one(taak, by)
    locked.offered_to = None
    locked.save(update_fields=["offered_to"])
    write_event(
        taak=locked,
        kind=TaakEventKind.DECLINED,
        by=by,
        to=locked.assignee,
        at=now,
        note=reason,
    )
    return locked


@transaction.atomic
def take_back(*, taak: InterneTaak, by: User, now: datetime) -> InterneTaak:
    """Ask no longer; nothing happens when nobody was asked. Raises NotYoursError."""
    locked = arranged_one(taak, by)
    asked = locked.offered_to
    if asked is not None:
        locked.offered_to = None
        locked.save(update_fields=["offered_to"])
        write_event(taak=locked, kind=TaakEventKind.TAKEN_BACK, by=by, to=asked, at=now)
    return locked


@transaction.atomic
def return_to_pile(*, taak: InterneTaak, by: User, reason: str, now: datetime) -> InterneTaak:
    """Give it back to the team, with the reason. Raises NotYoursError."""
    locked = arranged_one(taak, by)
    if locked.assignee is None:
        raise NotYoursError("")
    _give(locked, None)
    write_event(taak=locked, kind=TaakEventKind.RETURNED, by=by, at=now, note=reason)
    return locked


def _give(taak: InterneTaak, to: User | None) -> None:
    """A question to somebody else ends with it."""
    taak.assignee = to
    taak.offered_to = None
    taak.save(update_fields=["assignee", "offered_to"])


def _demand_may_be_asked(taak: InterneTaak, to: User, now: datetime) -> None:
    obstacle = obstacle_for(taak, to, now)
    if obstacle is not None and obstacle.forbids_asking:
        raise NotFitError(f"{to} {obstacle.value}. Kies een ander.")
